/** Where a workspace keeps the program's state. */
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { STATE_FOLDER } from '../model/file-names.ts';

/** `null` where a link stands in its place: nothing is written outside the workspace. */
export async function stateFolder(root: string): Promise<string | null> {
  return ownFolder(join(root, STATE_FOLDER));
}

async function ownFolder(folder: string): Promise<string | null> {
  const stats = await lstat(folder).catch(() => null);
  return stats === null || stats.isDirectory() ? folder : null;
}

/** Where facts, and what was parsed, are kept in a workspace. */
export async function cacheFolder(root: string): Promise<string | null> {
  const folder = await stateFolder(root);
  return folder === null ? null : ownFolder(join(folder, 'cache'));
}
