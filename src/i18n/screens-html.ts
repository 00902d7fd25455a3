/** The words of the HTML report, beside those that all reports share. */
import type { Binding } from '../model/spec.ts';

/** How a finding stands on the page; `candidate`: what would block, if the work were not held in reserve. */
export const GRADES = ['error', 'warning', 'info', 'candidate', 'waived'] as const;
export type Grade = (typeof GRADES)[number];

/** Headings of the second level, but for those that are a category's name. */
export type HtmlSection =
  | 'package'
  | 'quota'
  | 'next'
  | 'whole'
  | 'candidates'
  | 'withdrawn'
  | 'topics'
  | 'waivers'
  | 'attestations'
  | 'rules'
  | 'method';

export interface HtmlScreen {
  readonly title: string;
  readonly skip: string;
  readonly contents: string;
  readonly sections: Readonly<Record<HtmlSection, string>>;
  headline(passed: boolean, partial: boolean): string;
  /** One thing is judged to block or not: what does, and what else there is. */
  tally(blocking: number, warnings: number): string;
  /** Labels of the figures below the verdict. */
  readonly figures: Readonly<Record<'works' | 'warning' | 'waived' | 'skipped' | 'error', string>>;
  readonly candidateGrade: string;

  readonly deadline: {
    readonly title: string;
    readonly prudent: string;
    readonly latest: string;
    /** Why there are two. */
    readonly readings: string;
    source(text: string): string;
    /** Filled in by the page's script as well: `{days}`, `{hours}`, `{minutes}`. */
    readonly days: string;
    readonly hours: string;
    /** `{time}` is one of the two above. */
    readonly left: string;
    readonly past: string;
    asOf(local: string): string;
    /** Before what the reader's own clock says. */
    readonly now: string;
  };

  /** Of the page in a package, for those who receive it. */
  readonly packed: {
    readonly title: string;
    readonly passed: string;
    readonly draft: string;
    /** How files are opened from here. */
    readonly open: string;
    readonly summary: string;
    readonly uploadLog: string;
    readonly waivers: string;
    readonly rules: string;
  };

  readonly ledger: {
    readonly head: readonly [
      category: string,
      bar: string,
      found: string,
      required: string,
      valid: string,
      note: string,
    ];
    /** What the bar shows, for those who cannot see it. */
    bar(counts: { valid: number; faulty: number; missing: number; excess: number; open: number; unit: string }): string;
    readonly legend: Readonly<Record<'valid' | 'faulty' | 'missing' | 'open' | 'limit', string>>;
    readonly none: string;
  };

  readonly next: {
    /** @param command what to type when all is done; `null` where commands are of no use to the reader. */
    fail(command: string | null): string;
    pass(command: string | null): string;
    readonly passPartial: string;
    more(count: number): string;
    list(words: readonly string[]): string;
  };

  readonly filters: {
    readonly label: string;
    readonly grade: string;
    readonly all: string;
    readonly category: string;
    readonly institution: string;
    readonly rule: string;
    readonly search: string;
    readonly searchHint: string;
    readonly reset: string;
    readonly whole: string;
    readonly noInstitution: string;
    /** `{works}`, `{allWorks}`, `{findings}` and `{allFindings}` are filled in by the page's script. */
    readonly hits: string;
    readonly nothing: string;
  };

  readonly work: {
    count(count: number, unit: string): string;
    readonly none: string;
    /** A work about which nothing was found. */
    readonly clean: string;
    /** `须整改 2`. */
    graded(grade: string, count: number): string;
    readonly candidatesNote: string;
    withdrawn(reason: string | null): string;
    readonly frames: string;
    frame(time: string): string;
    readonly asked: string;
    readonly askedHead: readonly [item: string, actual: string, expected: string, letter: string, result: string];
    readonly itself: string;
    readonly track: string;
    readonly files: string;
    readonly extraFile: string;
    words(count: number): string;
    pages(count: number): string;
    readonly firstLine: string;
    failure(detail: string | null): string;
    /** What else was checked, folded away; `skipped` are those that could not be. @param beside what was asked is told */
    checks(total: number, skipped: number, beside: boolean): string;
  };

  readonly timeline: {
    readonly title: string;
    /** @param covered time under cues; `null` where the format has no ends */
    facts(cues: number, first: string, last: string, covered: string | null): string;
    /** The whole picture in a sentence. */
    label(first: string, last: string, total: string): string;
    spots(count: number): string;
    readonly legend: Readonly<Record<'covered' | 'empty' | 'spot' | 'end', string>>;
    readonly noCues: string;
  };

  readonly finding: {
    waived(reason: string): string;
    /** All places of what was found in many; `shown` of them are listed. */
    spots(total: number, shown: number): string;
    readonly otherWays: string;
    clause(text: string, binding: Binding): string;
  };

  readonly binding: Readonly<Record<Binding, string>>;
  /** No clause asks it. */
  readonly practice: string;

  readonly topics: {
    readonly work: string;
    readonly total: string;
    readonly covered: string;
    missing(topics: readonly string[]): string;
    readonly complete: string;
    readonly note: string;
  };

  readonly waivers: {
    readonly note: string;
    readonly head: readonly [subject: string, rule: string, what: string, reason: string];
  };

  readonly attestations: {
    readonly note: string;
    readonly head: readonly [text: string, by: string];
    readonly nobody: string;
  };

  readonly rules: { readonly note: string; count(count: number): string; readonly why: string; readonly mend: string };

  /** Why videos have no pictures, or fewer, and what to do. */
  readonly framesMissing: {
    readonly 'no-ffmpeg': string;
    /** The report was saved, and is shown without its folder. */
    readonly 'not-kept': string;
    /** So many videos are not in the folder as the report has them. */
    lost(count: number): string;
    /** The page has room for so many of each video. */
    fewer(perVideo: number): string;
  };
  readonly method: {
    readonly at: string;
    readonly tool: string;
    readonly readers: string;
    readonly noReaders: string;
    readonly spec: string;
    readonly digest: string;
    readonly extent: string;
    readonly extentWhole: string;
    readonly frames: string;
    readonly privacy: string;
    readonly privacyNote: string;
    readonly clauses: string;
    readonly clausesHead: readonly [binding: string, text: string];
  };
}
