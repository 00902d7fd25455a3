/** Every error that can end a run, with what its message needs to say. */
export interface ErrorParams {
  'usage/command-line': { detail: string };
  'usage/unknown-rule': { id: string; near: string[] };
  'usage/unknown-item': { query: string; near: string[] };
  'usage/ambiguous-item': { query: string; matches: string[] };
  'usage/no-match': { query: string };
  'usage/not-a-folder': { path: string };
  'usage/no-slot': { path: string; categories: string[] };
  'usage/two-on-stdout': { reporters: string[] };
  'usage/not-a-file': { path: string };
  'usage/no-work': { query: string };
  'usage/same-file': { path: string };
  'usage/bad-time': { value: string };
  'usage/bad-value': { option: string; value: string; expected: string };
  'usage/target-exists': { path: string };
  'spec/unknown': { id: string; known: string[] };
  'spec/unreadable': { path: string };
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
  'machine/reader-broken': { path: string };
}
export type ErrorId = keyof ErrorParams;

/** One fault in a file that somebody wrote, where an editor would show it. */
export interface Problem {
  line: number | null;
  column: number | null;
  /** `categories[0].quota.min`; empty for the file itself. */
  at: string;
  message: string;
}
