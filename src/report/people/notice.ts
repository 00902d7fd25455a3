/** 退回通知: a plain text for each institution, to be pasted into a chat or a mail. Lines are not wrapped: chats do it. */
import { CONFIG_NAME } from '../../model/file-names.ts';
import type { Finding, Report, ReportItem } from '../../model/report.ts';
import { runsBy } from '../../util/order.ts';
import { safeText } from '../../util/safe-text.ts';
import { formatEndOfDay, localTime } from '../../util/zone.ts';
import { safeReport, withoutCommands } from '../safe-report.ts';
import { groupBySubject } from '../subjects.ts';
import { waiverLines } from '../waivers.ts';
import { clauseOf, unnamedFile, untoldPlaces } from './finding-words.ts';
import { type Block, type Blocks, noticeBlocks } from './notice-blocks.ts';
import type { PeopleOptions } from './options.ts';

const SEPARATOR = '='.repeat(40);

/** One line where nobody has to be told, but for waivers: whoever sends notices should know why these are in none. */
export function renderNotice(report: Report, options: PeopleOptions): string {
  return withoutCommands(renderBlocks(safeReport(report), options));
}

function renderBlocks(report: Report, options: PeopleOptions): string {
  const { notice } = options.people;
  const found = noticeBlocks(report);
  const waivers = waiverLines(report, options);
  if (found.blocks.length === 0) return [notice.nobody(report.partial, found.left), ...waivers, ''].join('\n');
  const texts = found.blocks.map((block) => renderBlock(block, report, options));
  // An institution's own check has one reader: what stands above notices is for the one who sends them.
  if (report.scope === 'institution') return [...texts, ...(waivers.length > 0 ? ['', ...waivers] : []), ''].join('\n');
  return `${[renderHead(found, waivers, report, options), ...texts, ''].join(`\n${SEPARATOR}\n`)}`;
}

function renderHead(
  { blocks, left }: Blocks,
  waivers: readonly string[],
  report: Report,
  { screen, people }: PeopleOptions,
): string {
  const { notice } = people;
  const works = blocks.reduce((sum, { blocking }) => sum + worksOf(blocking).size, 0);
  const problems = blocks.reduce((sum, { blocking }) => sum + blocking.length, 0);
  const names = blocks.flatMap(({ institution }) => (institution === null ? [] : [safeText(institution)]));
  return [
    notice.head({ notices: blocks.length, works, problems }),
    ...(names.length > 0 ? [notice.recipients(names)] : []),
    ...(names.length < blocks.length ? [notice.findOut] : []),
    ...(report.deadline === null ? [] : [notice.ownDate]),
    ...(left > 0 ? [notice.left(left)] : []),
    ...(report.partial ? [screen.partial] : []),
    ...waivers,
  ].join('\n');
}

function renderBlock({ institution, blocking, rest }: Block, report: Report, options: PeopleOptions): string {
  const { notice } = options.people;
  const own = report.items.filter(
    (item) => item.status !== 'withdrawn' && (report.scope === 'institution' || item.institution === institution),
  );
  const owner = report.scope === 'province' ? report.province : report.institution;
  const call = notice.call(report.spec.title, owner, report.year, report.batch);
  const time = renderTime(report, options);
  return [
    [
      notice.title(institution ?? notice.nameless),
      call,
      notice.summary(own.length, worksOf(blocking).size, blocking.length),
    ].map(safeText),
    [notice.blocking, ...renderFindings(blocking, 1, report, options)],
    rest.length === 0 ? [] : [notice.rest, ...renderFindings(rest, blocking.length + 1, report, options)],
    time === null ? [] : [safeText(time)],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function worksOf(findings: readonly Finding[]): Set<string> {
  return new Set(findings.flatMap(({ place }) => place.item ?? []));
}

/** By work, numbered on from `first`. */
function renderFindings(findings: readonly Finding[], first: number, report: Report, options: PeopleOptions): string[] {
  const { screen } = options;
  // Whose the works are is said above them.
  const unowned = { ...screen, itemLabel: labelWithoutOwner(screen) };
  let number = first;
  return groupBySubject(report, findings, unowned).flatMap(({ heading, findings: members }) => {
    const candidate = statusOf(members[0]?.place.item, report) === 'candidate';
    const lines = runsBy(members, ({ fix }) => fix).flatMap((alike) => {
      const told = alike.flatMap((finding, index) => renderFault(finding, number + index, report, options));
      number += alike.length;
      const label = alike.length === 1 ? screen.fixLabel : screen.sharedFixLabel(alike.length);
      return [...told, safeText(`${label}${alike[0].fix}`)];
    });
    return [safeText(candidate ? options.people.candidate(heading) : heading), ...lines];
  });
}

function labelWithoutOwner({ itemLabel }: PeopleOptions['screen']): PeopleOptions['screen']['itemLabel'] {
  return (category, number, title) => itemLabel(category, number, title, null);
}

function statusOf(item: string | undefined, { items }: Report): ReportItem['status'] | undefined {
  return items.find(({ id }) => id === item)?.status;
}

function renderFault(finding: Finding, number: number, report: Report, options: PeopleOptions): string[] {
  const { people } = options;
  const file = unnamedFile(finding, report);
  const { message } = finding;
  const places = untoldPlaces(finding, options);
  const clause = clauseOf(finding, options);
  return [
    `${number}. ${file === null ? message : people.notice.inFile(file, message)}`,
    ...(places === null ? [] : [people.placeLabel + places]),
    ...(clause === null ? [] : [people.basis(clause)]),
  ].map(safeText);
}

/** When the whole has to be handed in; `null` where nobody said. Institutions have dates of their own, which nobody told us. */
function renderTime(
  { deadline, batch, scope, timezone, at }: Report,
  { people: { notice } }: PeopleOptions,
): string | null {
  if (deadline === null) return batch === 'regular' ? notice.openEnded : null;
  const [prudentMs, latestMs, nowMs] = [deadline.prudent, deadline.latest, at].map((moment) => Date.parse(moment)) as [
    number,
    number,
    number,
  ];
  const { month, day } = localTime(prudentMs, timezone);
  return notice.deadline({
    scope,
    prudent: formatEndOfDay(prudentMs, timezone),
    latest: formatEndOfDay(latestMs, timezone),
    month,
    day,
    source: deadline.source === CONFIG_NAME ? '' : deadline.source,
    passed: nowMs >= latestMs ? 'latest' : nowMs >= prudentMs ? 'prudent' : 'none',
  });
}
