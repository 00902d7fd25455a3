/** Files that the program keeps for itself: JSON under a digest of its own, so that what was damaged is not taken for what was kept. */
import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolders } from '../util/make-folders.ts';
import { writeAtomically } from '../util/write-atomically.ts';

const MAX_BYTES = 64 << 20;

/** Makes the folder where it is missing. State that cannot be written is no fault of the run: the next one does without. */
export async function writeState(path: string, value: unknown): Promise<void> {
  try {
    await makeFolders(dirname(path));
    await writeAtomically(path, sealState(value));
  } catch {
    // A full disk, a read-only workspace: nothing is kept.
  }
}

/** The text of a state file: the digest of a line of JSON, and that line. */
export function sealState(value: unknown): string {
  const body = JSON.stringify(value);
  return `${digestOf(body)}\n${body}`;
}

/** What was written; `null` when there is nothing, when it is no file of ours, or when a byte of it has changed. */
export async function readState(path: string): Promise<unknown> {
  try {
    const stats = await lstat(path);
    if (!stats.isFile() || stats.size > MAX_BYTES) return null;
    const text = await readFile(path, 'utf8');
    const cut = text.indexOf('\n');
    const body = text.slice(cut + 1);
    return text.slice(0, cut) === digestOf(body) ? (JSON.parse(body) as unknown) : null;
  } catch {
    return null;
  }
}

function digestOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
