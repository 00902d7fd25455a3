/** The reporters by name: pure functions of a report, or of a verification. */
import type { Report } from '../model/report.ts';
import { VERIFICATION_SCHEMA, type Verification } from '../model/verification.ts';
import { renderJson } from './json.ts';
import { renderTerminal } from './terminal.ts';
import type { TerminalOptions, VerificationOptions } from './terminal-options.ts';
import { renderVerification } from './verification.ts';

export const REPORTERS = ['terminal', 'json'] as const;
export type ReporterName = (typeof REPORTERS)[number];

const BOM = '\uFEFF';

/** @param toFile a text for people, in a file, begins with a mark by which Windows knows it as UTF-8 */
export function render(name: ReporterName, report: Report, options: TerminalOptions, toFile: boolean): string;
export function render(name: ReporterName, report: Verification, options: VerificationOptions, toFile: boolean): string;
export function render(
  name: ReporterName,
  report: Report | Verification,
  options: TerminalOptions | VerificationOptions,
  toFile: boolean,
): string {
  if (name === 'json') return renderJson(report);
  const text =
    report.schema === VERIFICATION_SCHEMA
      ? renderVerification(report, options as VerificationOptions)
      : renderTerminal(report, options);
  return (toFile ? BOM : '') + text;
}
