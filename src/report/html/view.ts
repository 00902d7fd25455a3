/** The report as the page tells it: what belongs to which work, and what to none. */
import type { Grade } from '../../i18n/screens-html.ts';
import type { PlannedItem } from '../../model/pack-plan.ts';
import type { Finding, Report, ReportItem, Verdict } from '../../model/report.ts';
import type { Clause } from '../../model/spec.ts';
import { groupBy } from '../../util/order.ts';
import { institutionOf } from '../people/finding-words.ts';
import { itemNumber } from '../subjects.ts';
import type { HtmlOptions, PackedPage } from './options.ts';

export interface Work {
  readonly item: ReportItem;
  /** The element's id. */
  readonly anchor: string;
  /** `04`: as the package counts it, else where the work's name begins with a number. */
  readonly number: string | null;
  /** As it lies in the package; `null` on a page by itself. */
  readonly packed: PlannedItem | null;
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
  /** The reader has received the works: there is nothing left to mend, nor to hurry for. */
  readonly handedIn: boolean;
  /** Where files of the report lie in the package, by path. */
  readonly links: ReadonlyMap<string, string>;
  /** In the order of the ledger, then as the package counts them, or else of their ids. */
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
  const { packed } = options;
  const planned = new Map(packed?.items.map((item) => [item.id, item]));
  const works = inOrder(report, packed).map((item, index) => ({
    item,
    anchor: `work-${index + 1}`,
    number: planned.get(item.id)?.number ?? itemNumber(item.id),
    packed: planned.get(item.id) ?? null,
    findings: (found.get(item.id) ?? []).toSorted((a, b) => RANK[a.grade] - RANK[b.grade]),
    verdicts: keysOf(item).flatMap((key) => judged.get(key) ?? []),
  }));
  const byId = new Map(works.map((work) => [work.item.id, work]));
  const rest = findings.filter(({ finding }) => !byId.has(finding.place.item ?? ''));
  const handedIn = packed !== null && !packed.draft;
  return { report, options, handedIn, links: linksOf(packed), works, byId, rest, findings };
}

function linksOf(packed: PackedPage | null): Map<string, string> {
  const assets = packed === null ? [] : [...packed.assets, ...packed.items.flatMap((item) => item.assets)];
  return new Map(
    assets.flatMap(({ originalPath, path }) => (originalPath === null ? [] : [[originalPath, path] as const])),
  );
}

function gradeOf({ severity, waived, blocking }: Finding): Grade {
  if (waived !== undefined) return 'waived';
  if (blocking) return 'error';
  // An error that neither blocks nor is waived is a candidate's.
  return severity === 'error' ? 'candidate' : severity;
}

function inOrder({ items, ledger }: Report, packed: PackedPage | null): ReportItem[] {
  const inLedger = rankIn(ledger.map(({ category }) => category));
  const inPackage = rankIn(packed?.items.map(({ id }) => id) ?? []);
  return items.toSorted((a, b) => inLedger(a.category) - inLedger(b.category) || inPackage(a.id) - inPackage(b.id));
}

/** What is not among the keys comes last. */
function rankIn(keys: readonly string[]): (key: string) => number {
  const rank = new Map(keys.map((key, index) => [key, index]));
  return (key) => rank.get(key) ?? rank.size;
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
