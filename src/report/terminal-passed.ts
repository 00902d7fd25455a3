/** What was checked and held, with the measured value; and what could not be checked. */
import type { Report, Verdict } from '../model/report.ts';
import { truncateTo } from '../util/display-width.ts';
import { groupBy } from '../util/order.ts';
import { safeText } from '../util/safe-text.ts';
import { categoryName } from './subjects.ts';
import type { TerminalOptions } from './terminal-options.ts';

export function renderPassed(report: Report, options: TerminalOptions): string[] {
  const { verdicts } = report;
  const told = verdicts.filter(
    ({ outcome, actual }) => outcome === 'skipped' || (outcome === 'pass' && actual !== undefined),
  );
  const lines = [...groupBy(told, ({ subject }) => subject)].flatMap(([subject, members]) => [
    subjectName(subject, report, options),
    ...members.map((verdict) => `  ${verdictLine(verdict, options)}`),
  ]);
  // Rules that only look for a fault have no value to show: they are counted.
  const silent = verdicts.filter(({ outcome, actual }) => outcome === 'pass' && actual === undefined).length;
  return [options.screen.passedHead, ...lines, ...(silent > 0 ? [options.screen.passedRest(silent)] : [])];
}

function subjectName(subject: string, report: Report, { screen }: TerminalOptions): string {
  return subject === 'submission' ? screen.wholeSubmission : safeText(categoryName(subject, report));
}

function verdictLine({ rule, outcome, actual }: Verdict, { screen, rules, style, width }: TerminalOptions): string {
  const value = actual === undefined ? '' : ` ${safeText(actual)}`;
  const word = screen.outcome[outcome];
  return truncateTo(
    `${outcome === 'skipped' ? style.warning(word) : style.success(word)} ${rules[rule].aspect ?? rules[rule].title}${value}`,
    width - 2,
  );
}
