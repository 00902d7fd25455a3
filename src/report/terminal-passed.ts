/** What was checked and held, with the measured value; and what could not be checked. */
import type { Report, Verdict } from '../model/report.ts';
import { truncateTo } from '../util/display-width.ts';
import { groupBy } from '../util/order.ts';
import { safeText } from '../util/safe-text.ts';
import type { TerminalOptions } from './terminal.ts';

export function renderPassed({ verdicts }: Report, options: TerminalOptions): string[] {
  // Rules that only look for a fault have no value to show: they are counted.
  const told = verdicts.filter(
    ({ outcome, actual }) => outcome === 'skipped' || (outcome === 'pass' && actual !== undefined),
  );
  const lines = [...groupBy(told, ({ subject }) => subject)].flatMap(([subject, members]) => [
    safeText(subject),
    ...members.map((verdict) => `  ${verdictLine(verdict, options)}`),
  ]);
  return lines.length === 0 ? [] : [options.screen.passedHead, ...lines];
}

function verdictLine({ rule, outcome, actual }: Verdict, { screen, rules, style, width }: TerminalOptions): string {
  const value = actual === undefined ? '' : ` ${safeText(actual)}`;
  const word = screen.outcome[outcome];
  return truncateTo(
    `${outcome === 'skipped' ? style.warning(word) : style.success(word)} ${rules[rule].title}${value}`,
    width - 2,
  );
}
