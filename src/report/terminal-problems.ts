/** What is to be mended, by work; the same fault in many works is told a few times and then counted. */
import type { Finding, Report } from '../model/report.ts';
import type { RuleId } from '../model/rule-params.ts';
import { SPOTS_IN_MESSAGE, type SpotsParams } from '../model/text-params.ts';
import { wrapText } from '../util/display-width.ts';
import { runsBy } from '../util/order.ts';
import { safeText } from '../util/safe-text.ts';
import { adviceFor, excludeCommand, verboseCommand, waiverLine } from './commands.ts';
import { groupBySubject, type SubjectGroup } from './subjects.ts';
import { indent, tagOf } from './terminal-lines.ts';
import type { TerminalOptions } from './terminal-options.ts';

/** Works with one and the same fault that are told in full before the rest is counted. */
const TOLD = 5;
/** Works that one screen tells of; what is beyond is counted. */
const SHOWN = 30;

export function renderProblems(report: Report, options: TerminalOptions): string[] {
  const all = options.verbose || report.checkedAs !== null;
  const shown = report.findings.filter((finding) => finding.blocking || all);
  const groups = groupBySubject(report, shown, options.screen);
  const ordered = [...groups.filter(({ blocking }) => blocking), ...groups.filter(({ blocking }) => !blocking)];
  const { told, left } = options.verbose ? { told: ordered, left: new Map<RuleId, number>() } : collapse(ordered);
  const shownGroups = options.verbose ? told : told.slice(0, SHOWN);
  const beyond = told.slice(shownGroups.length).reduce((count, { findings }) => count + findings.length, 0);
  const lines = shownGroups.flatMap((group, index) => renderGroup(group, index + 1, options));
  const rest = [...left].map(([rule, count]) => options.screen.moreAlike(count, options.rules[rule].title));
  if (beyond > 0) rest.push(options.screen.moreWorks(beyond));
  if (rest.length === 0) return lines;
  return [...lines, ...rest, options.screen.seeAll(verboseCommand(options))];
}

/** Keeps the first few groups whose only fault is the same rule, and counts the others. */
function collapse(groups: readonly SubjectGroup[]): { told: SubjectGroup[]; left: Map<RuleId, number> } {
  const seen = new Map<RuleId, number>();
  const left = new Map<RuleId, number>();
  const told = groups.filter(({ findings }) => {
    const rules = new Set(findings.map(({ rule }) => rule));
    const [rule] = rules;
    if (rules.size !== 1 || rule === undefined) return true;
    const count = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, count);
    if (count <= TOLD) return true;
    left.set(rule, (left.get(rule) ?? 0) + findings.length);
    return false;
  });
  return { told, left };
}

function renderGroup(group: SubjectGroup, number: number, options: TerminalOptions): string[] {
  const [worst] = group.findings as readonly [Finding, ...Finding[]];
  const heading = `${number} ${tagOf(worst, options)} ${group.heading}`;
  const alike = runsBy(group.findings, ({ fix, ...finding }) => [fix, ...waiverWay(finding, options)].join('\n'));
  return [
    ...indent(wrapText(heading, options.width), '', '  '),
    ...alike.flatMap((findings) => [
      ...findings.flatMap((finding) => faultLines(finding, group, options)),
      ...wayLines(findings, options),
    ]),
    ...indent(spareWay(group, options), '  ', '  ').map((line) => options.style.dim(line)),
  ];
}

function faultLines(finding: Finding, group: SubjectGroup, options: TerminalOptions): string[] {
  const [worst] = group.findings as readonly [Finding, ...Finding[]];
  const tag = tagOf(finding, options) === tagOf(worst, options) ? '' : `${tagOf(finding, options)} `;
  const body = wrapText(`${tag}${withinWork(finding)}`, options.width - 2);
  return [...indent(body, '  ', '  '), ...spotLines(finding, options)];
}

/** Said once for those that are mended in one way. */
function wayLines(alike: readonly [Finding, ...Finding[]], options: TerminalOptions): string[] {
  const { screen, style, width, target } = options;
  const [finding] = alike;
  const label = alike.length === 1 ? screen.fixLabel : screen.sharedFixLabel(alike.length);
  const fix = wrapText(`${label}${adviceFor(target, finding.fix)}`, width - 2);
  return indent([...fix, ...waiverWay(finding, options)], '  ', '  ').map((line) => style.dim(line));
}

/** The heading names the work: its files need no more than their names. */
function withinWork({ message, place: { item } }: Finding): string {
  return item === undefined ? message : message.replaceAll(`「${item}/`, '「').replaceAll(`"${item}/`, '"');
}

/** Every place of a rule broken in many, where all is asked for: the message told of the first few. */
function spotLines({ params }: Finding, { screen, verbose, width }: TerminalOptions): string[] {
  const { spots } = params as Partial<SpotsParams>;
  if (!verbose || spots === undefined || spots.length <= SPOTS_IN_MESSAGE) return [];
  const told = spots.map((spot) => safeText(screen.spot(spot))).join(screen.spotSeparator);
  return indent(wrapText(told, width - 4), '    ', '    ');
}

/** A written reason, where the letter only recommends. A line to copy is not broken. */
function waiverWay(
  { rule, waiverSubject, blocking }: Pick<Finding, 'rule' | 'waiverSubject' | 'blocking'>,
  { screen, width }: TerminalOptions,
): string[] {
  if (!blocking || waiverSubject === undefined) return [];
  const line = waiverLine(rule, waiverSubject, screen.waiverReason);
  return [...wrapText(screen.waiverHint, width - 2), `  ${safeText(line)}`];
}

/** Leaving the work out, where the quota allows it: said once for a work. */
function spareWay({ findings }: SubjectGroup, { screen, rules, width, target }: TerminalOptions): string[] {
  const first = findings.find(({ blocking, spare }) => blocking && spare !== undefined);
  if (first?.spare === undefined) return [];
  const { item, left, unit } = first.spare;
  const command = excludeCommand(item, screen.reason(rules[first.rule].title), target);
  return [...wrapText(screen.spare(left, unit), width - 2), `  ${command}`];
}
