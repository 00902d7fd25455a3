/** A comment for a pull request: the verdict, the ledger, what blocks by work, and the rest folded away. */
import type { Finding, Report } from '../../model/report.ts';
import { safeReport } from '../safe-report.ts';
import { groupBySubject } from '../subjects.ts';
import { clauseOf, gradeOf, tallyOf, untoldPlaces } from './finding-words.ts';
import { clipText, codeSpan, escapeMarkdown } from './markdown-text.ts';
import type { PeopleOptions } from './options.ts';
import { batchOf, checkedAtOf, limitsOf, verdictOf } from './report-words.ts';

/** Characters; GitHub takes 65,536 in one comment. */
const MAX_LENGTH = 60_000;
/** Characters of one text: far more than any message has, unless a name in it was made to fill the comment. */
const MAX_TEXT = 1_000;

export function renderMarkdown(given: Report, options: PeopleOptions): string {
  const report = safeReport(given);
  const { people } = options;
  const words = people.markdown;
  const head = renderHead(report, options);
  const foot = renderFoot(report, options);
  const blocking = report.findings.filter((finding) => finding.blocking);
  const rest = report.findings.filter((finding) => !finding.blocking);
  // Markup around the findings, and the line that says how many are left out, are far shorter than this.
  const room = new Room(MAX_LENGTH - head.length - foot.length - 1_000);
  const shown = room.fill(piecesOf(blocking, report, options));
  const folded = room.fill(piecesOf(rest, report, options));
  const counts = tallyOf(rest);
  return [
    head,
    ...(report.findings.length === 0 ? [words.noProblems] : []),
    ...(shown.length > 0 ? [`#### ${words.blocking}\n\n${shown}`] : []),
    ...(folded.length > 0 ? [`<details>\n<summary>${words.rest(counts)}</summary>\n\n${folded}\n\n</details>`] : []),
    ...(room.left.length > 0
      ? [`**${words.leftOut(room.left.length, room.left.filter((finding) => finding.blocking).length)}**`]
      : []),
    foot,
  ].join('\n\n');
}

function renderHead(report: Report, { screen, people }: PeopleOptions): string {
  const text = (words: string) => escapeMarkdown(clipText(words, MAX_TEXT));
  return [
    `### sizheng ${text(people.markdown.title(batchOf(report, screen)))}`,
    `**${text(verdictOf(report, screen))}**`,
    ...limitsOf(report, screen).map((line) => `_${text(line)}_`),
    ...ledgerTable(report, screen),
  ].join('\n\n');
}

function ledgerTable({ ledger }: Report, screen: PeopleOptions['screen']): string[] {
  if (ledger.length === 0) return [];
  const rows = ledger.map((row) => [
    clipText(row.name, MAX_TEXT),
    screen.required(row),
    String(row.found),
    String(row.valid),
    screen.ledgerNote(row),
  ]);
  const [head, ...body] = [screen.ledgerHead, ...rows].map((cells) => `| ${cells.map(escapeMarkdown).join(' | ')} |`);
  return [[head, '| --- | --- | ---: | ---: | --- |', ...body].join('\n')];
}

function renderFoot(report: Report, { screen, people }: PeopleOptions): string {
  const skipped = report.verdicts.filter(({ outcome }) => outcome === 'skipped').length;
  const by = escapeMarkdown(clipText(people.markdown.madeBy(report.tool.version, report.spec.id), MAX_TEXT));
  const made = `${checkedAtOf(report, screen)}  \n${by}`;
  return `${skipped > 0 ? `${people.markdown.unchecked(skipped)}\n\n` : ''}${made}\n`;
}

/** A finding as it is listed, and the heading that it stands under. */
interface Piece {
  readonly heading: string;
  readonly finding: Finding;
  readonly text: string;
}

function piecesOf(findings: readonly Finding[], report: Report, options: PeopleOptions): Piece[] {
  const candidates = new Set(report.items.flatMap(({ id, status }) => (status === 'candidate' ? [id] : [])));
  return groupBySubject(report, findings, options.screen).flatMap((group) => {
    const label = escapeMarkdown(clipText(group.heading, MAX_TEXT));
    const heading = candidates.has(group.subject) ? options.people.candidate(label) : label;
    return group.findings.map((finding) => ({ heading, finding, text: renderFinding(finding, options) }));
  });
}

function renderFinding(finding: Finding, options: PeopleOptions): string {
  const { screen, people } = options;
  const text = (words: string) => escapeMarkdown(clipText(words, MAX_TEXT));
  const clause = clauseOf(finding, options);
  const { path, other } = finding.place;
  const files = [path, other].flatMap((one) => (one === undefined ? [] : [codeSpan(clipText(one, MAX_TEXT))]));
  const below = [
    ...(files.length > 0
      ? [people.placeLabel + people.markdown.place(files.join(', '), text(untoldPlaces(finding, options) ?? ''))]
      : []),
    ...(clause === null ? [] : [text(people.basis(clause))]),
    ...(finding.waived === undefined ? [] : [text(people.markdown.waived(finding.waived.reason))]),
    text(`${screen.fixLabel}${finding.fix}`),
  ];
  const grade = `**${gradeOf(finding, options)}**`;
  return [
    `- ${grade} ${text(finding.message)} (${codeSpan(finding.rule)})`,
    ...below.map((line) => `  - ${line}`),
  ].join('\n');
}

/** What a comment has left to hold. From the first finding that does not fit on, all are left out. */
class Room {
  #characters: number;
  readonly left: Finding[] = [];

  constructor(characters: number) {
    this.#characters = characters;
  }

  /** As much of the list as fits, under headings. */
  fill(pieces: readonly Piece[]): string {
    let text = '';
    let heading: string | null = null;
    for (const piece of pieces) {
      const begin = piece.heading === heading ? '\n' : `${text === '' ? '' : '\n\n'}##### ${piece.heading}\n\n`;
      const added = begin + piece.text;
      if (this.left.length > 0 || added.length > this.#characters) {
        this.left.push(piece.finding);
        continue;
      }
      this.#characters -= added.length;
      text += added;
      heading = piece.heading;
    }
    return text;
  }
}
