/** The words of `pack`, of its receipt, and of `summary`. */
import type { LeftOutReason } from '../model/pack-plan.ts';
import type { LedgerWords } from './screens.ts';

export interface PackCounts {
  readonly works: number;
  readonly files: number;
  readonly size: string;
}

export interface PackScreen {
  /** The check has passed. */
  ready(counts: PackCounts): string;
  /** It has not, and what is packed all the same is a draft. */
  draft(blocking: number, counts: PackCounts): string;
  refused(blocking: number): string;
  draftHint(command: string): string;
  target(path: string, free: string): string;
  replaces(path: string, folder: boolean): string;
  inTheWay(path: string): string;
  receipt(path: string): string;
  /** What those who receive the package should open first. */
  page(name: string): string;
  contact(words: string): string;
  warnings(count: number, command: string): string;
  /** Intros that stand in a table become files; names that not every system can hold are changed. */
  changes(made: number, renamed: number): string;
  at(local: string): string;
  waivers(count: number): string;
  waiver(subject: string, title: string, reason: string): string;
  /** Lines to copy follow. */
  undeclared(count: number): string;
  leftOut(why: LeftOutReason, count: number, examples: readonly string[]): string;
  leftOutHead: string;
  linked: string;
  dryRun: string;
  confirm: string;
  declined: string;
  writing(bar: string, done: string, total: string, rate: string, left: string): string;
  flushing: string;
  reading(bar: string, done: string, total: string, rate: string, left: string): string;
  verified(files: number): string;
  unverified: string;
  /** Into a pipe. */
  streamed(sha256: string): string;
  done(clock: string, digest: string): string;
  package(path: string): string;
  kept(path: string): string;
  aside(path: string): string;
  next(command: string): string;
}

export interface ReceiptScreen {
  readonly title: string;
  readonly draft: string;
  readonly labels: {
    readonly file: string;
    readonly page: string;
    readonly size: string;
    readonly digest: string;
    readonly sha256: string;
    readonly contentSha256: string;
    readonly packedAt: string;
    readonly readBack: string;
    readonly spec: string;
    readonly tool: string;
  };
  page(name: string): string;
  readonly noSha256: string;
  readonly folderSha256: string;
  size(size: string, bytes: number): string;
  readBack(verified: boolean, files: number): string;
  readonly ledgerHead: readonly [string, string, string];
  required(row: LedgerWords): string;
  counts(counts: PackCounts): string;
  works: string;
  waivers(count: number): string;
  waiver(subject: string, title: string, reason: string): string;
  keep(command: string): string;
}

export interface SummaryScreen {
  written(path: string, works: number): string;
  /** Blocking findings left at the time. */
  notReady(blocking: number): string;
  print: string;
}
