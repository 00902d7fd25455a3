/** The report as the page tells it: what belongs to which work, and what to none. */
import type { Grade } from '../../i18n/screens-html.ts';
import type { Finding, Report, ReportItem, Verdict } from '../../model/report.ts';
import type { Clause } from '../../model/spec.ts';
import { groupBy } from '../../util/order.ts';
import { institutionOf } from '../people/finding-words.ts';
import { itemNumber } from '../subjects.ts';
import type { HtmlOptions } from './options.ts';

export interface Work {
  readonly item: ReportItem;
  /** The element's id. */
  readonly anchor: string;
  /** `04`, where the work's name begins with a number. */
  readonly number: string | null;
  /** The gravest first. */
  readonly findings: readonly ShownFinding[];
  readonly verdicts: readonly Verdict[];
}

export interface ShownFinding {
  readonly finding: Finding;
  readonly grade: Grade;
  readonly anchor: string;
  /** Whose it is, by its work or by the quota that was not kept. */
  readonly institution: string | null;
}

export interface View {
  readonly report: Report;
  readonly options: HtmlOptions;
  /** In the order of the ledger, then of their ids. */
  readonly works: readonly Work[];
  /** By id. */
  readonly byId: ReadonlyMap<string, Work>;
  /** What is found in no work: in a category, in a stray file, in the whole. */
  readonly rest: readonly ShownFinding[];
  /** All of them, in the order of the report. */
  readonly findings: readonly ShownFinding[];
}

const RANK: Readonly<Record<Grade, number>> = { error: 0, candidate: 1, warning: 2, info: 3, waived: 4 };

export function makeView(report: Report, options: HtmlOptions): View {
  const findings = report.findings.map((finding, index) => ({
    finding,
    grade: gradeOf(finding),
    anchor: `finding-${index + 1}`,
    institution: institutionOf(finding),
  }));
  const found = groupBy(findings, ({ finding }) => finding.place.item ?? '');
  const judged = groupBy(report.verdicts, ownerKeys(report));
  const works = inOrder(report).map((item, index) => ({
    item,
    anchor: `work-${index + 1}`,
    number: itemNumber(item.id),
    findings: (found.get(item.id) ?? []).toSorted((a, b) => RANK[a.grade] - RANK[b.grade]),
    verdicts: keysOf(item).flatMap((key) => judged.get(key) ?? []),
  }));
  const byId = new Map(works.map((work) => [work.item.id, work]));
  const rest = findings.filter(({ finding }) => !byId.has(finding.place.item ?? ''));
  return { report, options, works, byId, rest, findings };
}

function gradeOf({ severity, waived, blocking }: Finding): Grade {
  if (waived !== undefined) return 'waived';
  if (blocking) return 'error';
  // An error that neither blocks nor is waived is a candidate's.
  return severity === 'error' ? 'candidate' : severity;
}

function inOrder({ items, ledger }: Report): ReportItem[] {
  const rank = new Map(ledger.map(({ category }, index) => [category, index]));
  const rankOf = ({ category }: ReportItem) => rank.get(category) ?? rank.size;
  return items.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** Subjects of verdicts are works, files, or `file#part` and `work#slot` for a text that lies in no file of its own. */
function ownerKeys({ items }: Report): (verdict: Verdict) => string {
  const known = new Set(items.flatMap(keysOf));
  return ({ subject }) => (known.has(subject) ? subject : subject.slice(0, Math.max(0, subject.lastIndexOf('#'))));
}

function keysOf({ id, assets }: ReportItem): string[] {
  return [...new Set([id, ...assets.filter(({ source }) => source === 'file').map(({ path }) => path)])];
}

/** What a slot is called; `null` for what is none. */
export function slotName(category: string, slot: string | null, { report }: View): string | null {
  const slots = report.categories.find(({ id }) => id === category)?.slots ?? [];
  return slots.find(({ id }) => id === slot)?.name ?? null;
}

export function clauseOf(id: string | undefined, { report }: View): Clause | null {
  return report.clauses.find((clause) => clause.id === id) ?? null;
}

/** `须整改`. */
export function gradeWord(grade: Grade, { screen, words }: HtmlOptions): string {
  if (grade === 'waived') return screen.waivedTag;
  return grade === 'candidate' ? words.candidateGrade : screen.severity[grade];
}
