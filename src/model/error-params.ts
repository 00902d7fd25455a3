/** Every error that can end a run, with what its message needs to say. */
export interface ErrorParams {
  'usage/command-line': { detail: string };
  'usage/unknown-rule': { id: string; near: string[] };
  'usage/unknown-item': { query: string; near: string[] };
  'usage/ambiguous-item': { query: string; matches: string[] };
  'usage/no-match': { query: string };
  'usage/not-a-folder': { path: string };
  /** `folders`: the nearest of `count`; `target`: the first as it can be typed. */
  'usage/workspace-inside': { folders: readonly string[]; count: number; target: string };
  /** `path`: in the workspace; `root`: the workspace as it can be typed. */
  'usage/inside-workspace': { path: string; workspace: string; root: string };
  'usage/no-slot': { path: string; categories: string[] };
  'usage/two-on-stdout': { reporters: string[] };
  'usage/not-a-file': { path: string };
  /** `detail`: the first key that is not as it should be; empty when the file is no JSON at all. */
  'usage/no-report': { path: string; detail: string };
  /** Instead of a saved report. */
  'usage/not-this-report': {
    path: string;
    found: 'nothing' | 'folder' | 'blob' | 'receipt' | 'manifest' | 'verification';
  };
  'usage/report-is-folder': { path: string; reporter: string; extension: string };
  'usage/no-work': { query: string };
  'usage/same-file': { path: string };
  'usage/bad-time': { value: string };
  'usage/bad-value': { option: string; value: string; expected: string };
  'usage/target-exists': { path: string };
  'usage/package-exists': { path: string };
  'usage/output-inside': { path: string };
  'usage/output-no-folder': { path: string };
  'usage/output-terminal': Record<string, never>;
  'usage/bag-only': { option: string; layout: string };
  'usage/package-too-large': {
    sizeBytes: number;
    maxBytes: number;
    largest: readonly { path: string; sizeBytes: number }[];
  };
  'usage/no-package': { path: string };
  'usage/no-works': { path: string };
  'usage/not-ready': { path: string; blocking: number };
  'usage/receipt-unreadable': { path: string };
  'usage/one-package': { option: string };
  /** What is not the whole folder: words of `--only`, or one file. */
  'usage/blob-of-part': { part: 'only' | 'file' };
  'usage/shard-without-blob': { shard: string };
  'usage/blob-inside': { path: string; beside: string };
  'usage/no-blob': { path: string; reason: 'unreadable' | 'foreign' | 'damaged' };
  'usage/no-blobs': { path: string };
  'usage/blobs-unsound': { paths: readonly string[] };
  'usage/blob-version': { path: string; version: string; own: string };
  'usage/shard-doubled': { index: number; count: number; paths: string[] };
  'usage/shard-missing': { missing: number[]; count: number };
  /** `at`: the path or the key; empty where there is none. `values`: of each, empty where it is not there. */
  'usage/shards-differ': {
    paths: [string, string];
    by: ShardDifference;
    at: string;
    values: [string, string] | null;
    /** When each was checked, on the clock of the spec; `null` where that says nothing. */
    checked: [string, string] | null;
  };
  'spec/unknown': { id: string; known: string[] };
  'spec/unreadable': { path: string };
  'spec/outside': { path: string };
  'spec/invalid': { path: string; problems: Problem[] };
  'spec/cycle': { chain: string[] };
  'config/invalid': { path: string; problems: Problem[] };
  'config/not-utf8': { path: string };
  'config/late-deadline': { path: string; own: string; letter: string };
  'config/unreadable': { path: string };
  'sheet/unreadable': { path: string; detail: string };
  'sheet/invalid': { path: string; problems: Problem[] };
  'machine/root-unreadable': { path: string; detail: string };
  'machine/output-unwritable': { path: string; detail: string };
  'machine/disk-full': { path: string; neededBytes: number | null; freeBytes: number | null };
  'machine/file-too-large': { path: string };
  'machine/stream-ended': { detail: string };
  'machine/source-changed': { path: string; detail: string | null };
  'machine/read-back': { path: string; problems: readonly string[] };
  'machine/reader-broken': { path: string };
  'machine/ffmpeg-broken': { path: string };
  'usage/fix-options': { options: readonly string[]; target: string | null };
  'usage/fix-package': { path: string };
  'machine/fix-source-changed': { path: string };
  'machine/fix-broken-off': { path: string; detail: string; root: string };
  'machine/fix-disk-full': { path: string; during: 'fix' | 'undo' };
  'machine/fix-log': { path: string };
}
export type ErrorId = keyof ErrorParams;

export type ShardDifference =
  | 'count'
  | 'spec'
  | 'tree'
  | 'declared'
  | 'settings'
  | 'strict'
  | 'at'
  | 'templates'
  | 'content'
  | 'readers';

/** One fault in a file that somebody wrote, where an editor would show it. */
export interface Problem {
  line: number | null;
  column: number | null;
  /** `categories[0].quota.min`; empty for the file itself. */
  at: string;
  message: string;
}
