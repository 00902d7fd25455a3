/** A report for programs: its keys are what scripts depend on. */
import type { Judgement } from '../model/report.ts';
import { toJsonText } from '../util/json-text.ts';

/** Two-space JSON with a final line feed; the same bytes for the same report. */
export function renderJson(report: Judgement): string {
  return `${toJsonText(report)}\n`;
}
