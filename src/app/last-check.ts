/** What the last whole check found, for `status`: which works held, and the state of every file then. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STATE_FOLDER } from '../model/file-names.ts';
import type { Report } from '../model/report.ts';
import type { Entry } from '../model/submission.ts';
import { writeState } from '../workspace/write-state.ts';

export interface LastCheck {
  readonly at: string;
  readonly verdict: Report['verdict'];
  readonly valid: Readonly<Record<string, number>>;
  /** Size and time of change by path. */
  readonly files: Readonly<Record<string, string>>;
}

const FILE = 'last-check.json';

function stateOf(entries: readonly Entry[]): Record<string, string> {
  return Object.fromEntries(
    entries
      .filter(({ type }) => type === 'file')
      .map(({ path, sizeBytes, mtimeNs }) => [path, `${sizeBytes} ${mtimeNs}`]),
  );
}

/** A folder that cannot be written keeps no memory; that is no fault of the check. */
export async function saveLastCheck(root: string, report: Report, entries: readonly Entry[]): Promise<void> {
  const valid = Object.fromEntries(report.ledger.map(({ category, valid: count }) => [category, count]));
  const last: LastCheck = { at: report.at, verdict: report.verdict, valid, files: stateOf(entries) };
  await writeState(join(root, STATE_FOLDER, FILE), JSON.stringify(last));
}

export async function readLastCheck(root: string): Promise<LastCheck | null> {
  try {
    const last = JSON.parse(await readFile(join(root, STATE_FOLDER, FILE), 'utf8')) as LastCheck;
    return typeof last.at === 'string' && last.valid !== null && typeof last.files === 'object' && last.files !== null
      ? last
      : null;
  } catch {
    return null;
  }
}

/** Paths that were added, changed or taken away since. */
export function changedSince({ files }: LastCheck, entries: readonly Entry[]): string[] {
  const now = stateOf(entries);
  const paths = new Set([...Object.keys(files), ...Object.keys(now)]);
  return [...paths].filter((path) => files[path] !== now[path]).toSorted();
}
