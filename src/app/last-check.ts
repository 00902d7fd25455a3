/** What the last whole check found, for `status`: which works held, and the state of every file then. */
import { join } from 'node:path';
import type { Report } from '../model/report.ts';
import type { Entry } from '../model/submission.ts';
import { maskText } from '../text/privacy/mask.ts';
import { groupBy } from '../util/order.ts';
import { readState, writeState } from '../workspace/state-file.ts';
import { stateFolder } from './state-folder.ts';

export interface LastCheck {
  readonly at: string;
  readonly verdict: Report['verdict'];
  readonly valid: Readonly<Record<string, number>>;
  /** Size and time of change by path, private data masked. */
  readonly files: Readonly<Record<string, string>>;
}

const FILE = 'last-check.json';

/** Private data in names are masked; files that share a name then share its state. */
function stateOf(entries: readonly Entry[]): Record<string, string> {
  const states = groupBy(
    entries.filter(({ type }) => type === 'file'),
    ({ path }) => maskText(path).text,
  );
  const told = ({ sizeBytes, mtimeNs }: Entry) => `${sizeBytes} ${mtimeNs}`;
  return Object.fromEntries([...states].map(([name, members]) => [name, members.map(told).join(', ')]));
}

/** A folder that cannot be written keeps no memory; that is no fault of the check. */
export async function saveLastCheck(root: string, report: Report, entries: readonly Entry[]): Promise<void> {
  const valid = Object.fromEntries(report.ledger.map(({ category, valid: count }) => [category, count]));
  const last: LastCheck = { at: report.at, verdict: report.verdict, valid, files: stateOf(entries) };
  const folder = await stateFolder(root);
  if (folder !== null) await writeState(join(folder, FILE), last);
}

export async function readLastCheck(root: string): Promise<LastCheck | null> {
  const folder = await stateFolder(root);
  const last = folder === null ? null : ((await readState(join(folder, FILE))) as LastCheck | null);
  return typeof last?.at === 'string' && typeof last.valid === 'object' && typeof last.files === 'object' ? last : null;
}

/** Paths that were added, changed or taken away since. */
export function changedSince({ files }: LastCheck, entries: readonly Entry[]): string[] {
  const now = stateOf(entries);
  const paths = new Set([...Object.keys(files), ...Object.keys(now)]);
  return [...paths].filter((path) => files[path] !== now[path]).toSorted();
}
