/** How grave a finding is to a machine. */
import type { Finding } from '../../model/report.ts';

export const LEVELS = ['error', 'warning', 'note'] as const;
export type Level = (typeof LEVELS)[number];
export type Tally = Readonly<Record<Level, number>>;

/**
 * An error is what blocks and nothing else, so that whoever counts errors comes to the verdict and the exit code:
 * under `--strict` a warning is one, of a candidate or with a waiver an error is not.
 */
export function levelOf({ blocking, severity, waived }: Finding): Level {
  if (blocking) return 'error';
  return severity === 'info' || waived !== undefined ? 'note' : 'warning';
}

export function tallyOf(findings: readonly Finding[]): Tally {
  const count = (level: Level) => findings.filter((finding) => levelOf(finding) === level).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

/** What blocks first, and otherwise in the order of the report. */
export function byLevel(findings: readonly Finding[]): Finding[] {
  return LEVELS.flatMap((level) => findings.filter((finding) => levelOf(finding) === level));
}
