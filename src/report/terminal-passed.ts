/** What was checked and held, with the measured value; and what could not be checked. */
import type { Verdict } from '../model/report.ts';
import { truncateTo, wrapText } from '../util/display-width.ts';
import { groupBy } from '../util/order.ts';
import { safeText } from '../util/safe-text.ts';
import type { TerminalOptions } from './terminal-options.ts';

/** @param nameOf what a subject is called on a screen */
export function renderPassed(
  verdicts: readonly Verdict[],
  nameOf: (subject: string) => string,
  options: TerminalOptions,
): string[] {
  const told = verdicts.filter(
    ({ outcome, actual }) => outcome === 'skipped' || (outcome === 'pass' && actual !== undefined),
  );
  const lines = [...groupBy(told, ({ subject }) => subject)].flatMap(([subject, members]) => [
    safeText(nameOf(subject)),
    ...members.map((verdict) => `  ${verdictLine(verdict, options)}`),
  ]);
  // Rules that only look for a fault have no value to show: they are counted.
  const silent = verdicts.filter(({ outcome, actual }) => outcome === 'pass' && actual === undefined).length;
  const rest = silent > 0 ? wrapText(options.screen.passedRest(silent), options.width) : [];
  return [options.screen.passedHead, ...lines, ...rest];
}

function verdictLine({ rule, outcome, actual }: Verdict, { screen, rules, style, width }: TerminalOptions): string {
  const value = actual === undefined ? '' : ` ${safeText(actual)}`;
  const word = screen.outcome[outcome];
  return truncateTo(
    `${outcome === 'skipped' ? style.warning(word) : style.success(word)} ${rules[rule].aspect ?? rules[rule].title}${value}`,
    width - 2,
  );
}
