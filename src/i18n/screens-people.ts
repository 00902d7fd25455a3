/** The words of reports that are handed on: the notice for institutions, the workbook, the comment on a pull request. */
import type { Batch, Binding, Scope } from '../model/spec.ts';

export interface PeopleScreen {
  /** A clause, in the letter's own words. */
  clause(text: string, binding: Binding): string;
  /** What stands behind a finding. */
  basis(clause: string): string;
  readonly placeLabel: string;
  /** Places in a text; `more` of them are not listed. */
  places(places: readonly string[], more: number): string;
  /** A work's heading: it is held in reserve. */
  candidate(label: string): string;
  readonly notice: NoticeScreen;
  readonly workbook: WorkbookScreen;
  readonly markdown: MarkdownScreen;
}

export interface NoticeScreen {
  /** One line in place of all notices. `left`: as in the method of that name. */
  nobody(partial: boolean, left: number): string;
  head(count: { readonly notices: number; readonly works: number; readonly problems: number }): string;
  recipients(names: readonly string[]): string;
  /** The last notice is of works that do not say whose they are. */
  readonly findOut: string;
  /** No date for the institutions is known. */
  readonly ownDate: string;
  /** What blocks and is no institution's to mend. */
  left(count: number): string;
  readonly nameless: string;
  title(name: string): string;
  /** @param title of the call */
  call(title: string, owner: string | null, year: number, batch: Batch): string;
  /** `works` of those checked have what must be mended. */
  summary(checked: number, works: number, problems: number): string;
  readonly blocking: string;
  readonly rest: string;
  inFile(name: string, message: string): string;
  deadline(words: DeadlineWords): string;
  /** A batch without a deadline. */
  readonly openEnded: string;
}

export interface DeadlineWords {
  readonly scope: Scope;
  /** `2027-06-09 24:00`. */
  readonly prudent: string;
  readonly latest: string;
  /** The day that 「之前」 was said of. */
  readonly month: number;
  readonly day: number;
  /** Who said it: `null` is the letter, empty where nobody is named. */
  readonly source: string | null;
  readonly passed: 'none' | 'prudent' | 'latest';
}

/** In the order of the sheet. */
export const PROBLEM_COLUMNS = [
  'grade',
  'blocking',
  'category',
  'number',
  'title',
  'institution',
  'status',
  'file',
  'place',
  'message',
  'expected',
  'actual',
  'fix',
  'waived',
  'clause',
  'aspect',
  'rule',
] as const;
export type ProblemColumn = (typeof PROBLEM_COLUMNS)[number];

/** In the order of the sheet. */
export const WORK_COLUMNS = [
  'category',
  'number',
  'title',
  'institution',
  'status',
  'verdict',
  'blocking',
  'warnings',
  'infos',
  'waived',
  'unchecked',
  'duration',
  'resolution',
  'codec',
  'videoSize',
  'subtitles',
  'cues',
  'coverage',
  'words',
  'files',
  'bytes',
  'note',
] as const;
export type WorkColumn = (typeof WORK_COLUMNS)[number];

export interface WorkbookScreen {
  readonly sheets: { readonly problems: string; readonly works: string; readonly institutions: string };
  readonly problems: Readonly<Record<ProblemColumn, string>>;
  readonly works: Readonly<Record<WorkColumn, string>>;
  readonly yes: string;
  readonly no: string;
  readonly noProblems: string;
  readonly noWorks: string;
  /** A text inside a video. */
  track(index: number): string;
  /** The other file, where two are at odds. */
  other(path: string): string;
  /** `toMend`: of a candidate, before it is selected. */
  readonly verdicts: Readonly<Record<'valid' | 'waived' | 'toMend' | 'withdrawn', string>>;
  readonly burnedIn: string;
  unreadable(names: readonly string[]): string;
  waivedFor(reasons: readonly string[]): string;
  withdrawnFor(reason: string): string;
  readonly institutions: {
    readonly institution: string;
    readonly nameless: string;
    readonly sum: string;
    readonly found: string;
    readonly valid: string;
    readonly toMend: string;
    readonly candidates: string;
    readonly owes: string;
    /** `心理微课 02：时长、缺材料`. */
    owed(work: string, aspects: readonly string[]): string;
  };
  readonly ledgerTitle: string;
  readonly ledger: {
    readonly category: string;
    readonly required: string;
    readonly found: string;
    readonly valid: string;
    readonly waived: string;
    readonly candidates: string;
    readonly missing: string;
    readonly excess: string;
    readonly note: string;
  };
  madeBy(version: string, spec: string): string;
}

/** Findings beside those that block. */
export interface RestCounts {
  readonly warnings: number;
  readonly infos: number;
  readonly waived: number;
  /** What must be mended before a candidate is selected. */
  readonly candidates: number;
}

export interface MarkdownScreen {
  title(batch: string): string;
  readonly blocking: string;
  rest(counts: RestCounts): string;
  readonly noProblems: string;
  place(paths: string, within: string): string;
  waived(reason: string): string;
  leftOut(count: number, blocking: number): string;
  unchecked(count: number): string;
  madeBy(version: string, spec: string): string;
}
