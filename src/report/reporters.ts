/** The reporters by name: pure functions of a report. */
import type { Report } from '../model/report.ts';
import { renderJson } from './json.ts';
import { renderTerminal } from './terminal.ts';
import type { TerminalOptions } from './terminal-options.ts';

export const REPORTERS = ['terminal', 'json'] as const;
export type ReporterName = (typeof REPORTERS)[number];

const BOM = '\uFEFF';

/** @param toFile a text for people, in a file, begins with a mark by which Windows knows it as UTF-8 */
export function render(name: ReporterName, report: Report, options: TerminalOptions, toFile: boolean): string {
  if (name === 'json') return renderJson(report);
  return (toFile ? BOM : '') + renderTerminal(report, options);
}
