/** The words on screens, as functions of what they show. */
import type { LedgerRow } from '../model/ledger.ts';
import type { Outcome } from '../model/report.ts';
import type { Batch, Binding, Scope, Severity } from '../model/spec.ts';
import type { ItemStatus } from '../model/submission.ts';
import type { SubtitleFaultDetail } from '../model/subtitle-facts.ts';
import type { Spot } from '../model/text-params.ts';

export type LedgerWords = Omit<LedgerRow, 'category' | 'name'>;

export interface ReportScreen {
  batch(owner: string | null, year: number, batch: Batch, scope: Scope): string;
  checkedAt(local: string, zone: string, seconds: number | null, given: boolean): string;
  verdict(passed: boolean, blocking: number, warnings: number, partial: boolean): string;
  checkedAs(path: string, category: string, slot: string): string;
  partial: string;
  timeLeft(left: { days: number; hours: number; minutes: number }): string;
  /** @param end of the last safe day */
  untilPrudent(end: string, left: string): string;
  strict: string;
  readonly ledgerHead: readonly [string, string, string, string, string];
  required(row: LedgerWords): string;
  ledgerNote(row: LedgerWords): string;
  severity: Record<Severity, string>;
  outcome: Record<Outcome, string>;
  status: Record<ItemStatus, string>;
  wholeSubmission: string;
  /** `心理微课 04《睡眠调整》 甲大学`. */
  itemLabel(category: string, number: string | null, title: string, institution: string | null): string;
  waivedTag: string;
  fixLabel: string;
  /** Of several findings right above that are mended in one way. */
  sharedFixLabel(count: number): string;
  /** One place of many in a text: `第 12 行「…」`. */
  spot(spot: Spot & { readonly detail?: SubtitleFaultDetail }): string;
  spotSeparator: string;
  /** A reason that can be kept as it is: `时长不合要求`. */
  reason(title: string): string;
  spare(left: number, unit: string): string;
  moreWorks(count: number): string;
  /** Pasted where there is no `waivers:` above, the line that follows breaks the file. */
  waiverHint: string;
  /** Stands in that line for the reason, and is no reason itself. */
  waiverReason: string;
  moreAlike(count: number, title: string): string;
  warningsSummary(count: number, parts: readonly { title: string; count: number }[]): string;
  infosSummary(count: number): string;
  waivers(count: number): string;
  waiver(subject: string, title: string, reason: string): string;
  declared(count: number): string;
  candidates(labels: readonly string[]): string;
  withdrawn(labels: readonly { label: string; reason: string | null }[]): string;
  oneReader(reader: string): string;
  seeWarnings(command: string): string;
  seeAll(command: string): string;
  textsHead: string;
  /** @param firstLine `null` where there is no text at all */
  text(name: string, wordCount: number, firstLine: string | null): string;
  /** An intro that stands in the sheet, in item.yaml, or among those of other works. */
  introIn(file: string): string;
  /** Subtitles that are part of the picture, by somebody's word. */
  burnedIn: string;
  passedHead: string;
  passedRest(count: number): string;
  attestationsHead: string;
  attestation(text: string, by: string | null): string;
}

export interface StatusScreen {
  now(local: string, weekday: number, zone: string): string;
  noDeadline: string;
  deadline(prudent: string, latest: string, source: string | null): string;
  leftToPrudent(left: string): string;
  leftToLatest(left: string): string;
  /** Nothing is left to do but to hand in. */
  done: string;
  passed: string;
  readonly head: readonly [string, string, string, string];
  neverChecked: string;
  lastCheck(local: string, passed: boolean): string;
  unchanged: string;
  changed(count: number, examples: readonly string[]): string;
  next(command: string): string;
}

export interface RulesScreen {
  readonly head: readonly [string, string, string];
  readonly columns: {
    readonly id: string;
    readonly title: string;
    readonly severity: string;
    readonly why: string;
    readonly mend: string;
  };
  why: string;
  source: string;
  severity: string;
  mend: string;
  example: string;
  waivable: string;
  notWaivable: string;
  /** @param line for `waivers:` in `sizheng.yaml` */
  waiverExample(line: string): string;
  waiverReason: string;
  /** @param limits `name value`, as a spec sets them */
  limits(limits: readonly string[]): string;
  clause(text: string, binding: string): string;
  clauseSeparator: string;
  noClause: string;
  practice: string;
  /** `clause`: as binding as the clause. */
  clauseSeverity: string;
  off: string;
  heading: string;
}

export interface SpecScreen {
  id: string;
  source: string;
  deadline(month: number, day: number): string;
  recommended: Record<'error' | 'warning', string>;
  binding: Record<Binding, string>;
  quota(scope: Scope | null, batch: Batch | null, per: string): string;
  required: string;
  optional: string;
  slot(name: string, min: number, max: number | null, formats: readonly string[] | null): string;
  fields: Record<string, string>;
  topics: string;
  list(words: readonly string[]): string;
  wholeSlots: string;
  attestations: string;
  clauses: string;
  valid(id: string, title: string): string;
}

export interface ProbeScreen {
  yes: string;
  no: string;
  kind: string;
  format: string;
  failed: string;
  fields: Record<string, string>;
}

/** What is said of a program that is run. */
export interface ToolWords {
  found(version: string, origin: 'env' | 'bundled' | 'path', path: string): string;
  readonly missing: string;
  readonly missingFix: string;
  broken(path: string): string;
  readonly brokenFix: string;
}

export interface DoctorScreen {
  readonly ok: string;
  readonly warning: string;
  readonly failed: string;
  node(version: string, wanted: string): string;
  nodeFix: string;
  readonly ffprobe: ToolWords;
  readonly ffmpeg: ToolWords;
  index(version: string): string;
  locale(name: string, utf8: boolean): string;
  localeFix: string;
  terminal(columns: number, isTerminal: boolean): string;
  narrowFix: string;
  disk(path: string, free: string): string;
  diskFix: string;
  cache(path: string, entries: number, size: string): string;
  cacheUnwritable(path: string): string;
  cacheFix: string;
  summary(problems: number): string;
}

export interface ChangeScreen {
  excluded(label: string, reason: string, file: string): string;
  included(label: string, file: string): string;
  unchanged(label: string): string;
  next(command: string): string;
}

export interface InitScreen {
  askScope: string;
  scopes: Record<Scope, string>;
  askProvince: string;
  askInstitution: string;
  askBatch: string;
  batches: Record<Batch, string>;
  askYear: string;
  askFolder: string;
  /** As they stand in a folder's name. */
  batchNames: Record<Batch, string>;
  otherProvince: string;
  created(count: number): string;
  kept(paths: readonly string[]): string;
  next(dir: string): readonly string[];
}

export interface DemoScreen {
  made(dir: string): string;
  cleanMade(dir: string): string;
  faultsAhead: string;
  mending(what: string): string;
  readonly faults: Readonly<Record<'duration' | 'subtitle' | 'type' | 'missing', string>>;
  readonly mends: Readonly<Record<'duration' | 'subtitle' | 'type' | 'missing', string>>;
  checkAgain: string;
  packing: string;
  verifying: string;
  done(dir: string): readonly string[];
  unexpected: string;
}

export interface VerifiedCounts {
  readonly files: number;
  readonly size: string;
}

/** What a fast look took in. */
export interface FastLook {
  readonly zips: boolean;
  readonly folders: boolean;
  /** Held against them, by the lists alone. */
  readonly receipt: boolean;
  readonly against: boolean;
}

export interface VerifyScreen {
  verifiedAt(local: string, zone: string, seconds: number | null, given: boolean): string;
  /** `packages` were verified together; with `fast` their contents were not compared. */
  passed(packages: number, counts: VerifiedCounts, fast: boolean): string;
  failed(packages: number, faulty: number, problems: number): string;
  /** Put behind a verdict. */
  alsoWarnings(count: number): string;
  fast(look: FastLook): string;
  draft: string;
  /** `works`: `null` where the package does not say. */
  contents(works: number | null, counts: VerifiedCounts): string;
  digest(short: string): string;
  /** It is the package of the receipt; with `listsOnly` its lists are. */
  asReceipt(path: string, listsOnly: boolean): string;
  /** It holds what is in the folder; with `listsOnly` its lists do. */
  asSource(folder: string, listsOnly: boolean): string;
  /** What was asked for could not be compared. */
  receiptOpen(path: string): string;
  sourceOpen(folder: string): string;
  /** Of one of several packages. */
  state(problems: number, draft: boolean): string;
}
