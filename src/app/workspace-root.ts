/** Whether one stands in a workspace, above one, or below its root. */
import { stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { usageError } from '../model/errors.ts';
import { baseName, CONFIG_NAME } from '../model/file-names.ts';
import type { Entry } from '../model/submission.ts';

/** The nearest folder with a `sizheng.yaml`, from this one up. @param levels how far up */
export async function findRoot(folder: string, levels = Number.POSITIVE_INFINITY): Promise<string | null> {
  const found = await stat(join(folder, CONFIG_NAME)).then(
    () => true,
    () => false,
  );
  if (found) return folder;
  return dirname(folder) === folder || levels === 0 ? null : findRoot(dirname(folder), levels - 1);
}

// A category, a school, a work: settings that lie farther up were hardly meant for this folder.
const LEVELS = 3;
const TOLD = 3;

/**
 * A folder without settings is checked by the defaults: where settings lie one step away, those were meant.
 * @param folder as it was given
 * @throws usageError
 */
export async function refuseBesideSettings(folder: string, entries: readonly Entry[]): Promise<void> {
  if (entries.some(({ path }) => path === CONFIG_NAME)) return;
  const inside = foldersWithSettings(entries);
  if (inside.length > 0)
    throw usageError('usage/workspace-inside', {
      folders: inside.slice(0, TOLD),
      count: inside.length,
      target: join(folder, inside[0] ?? ''),
    });
  const path = resolve(folder);
  const root = await findRoot(path, LEVELS);
  if (root === null) return;
  throw usageError('usage/inside-workspace', {
    path: relative(root, path).split(sep).join('/'),
    workspace: basename(root),
    root: isAbsolute(folder) ? root : relative(process.cwd(), root) || '.',
  });
}

/** The nearest first. */
function foldersWithSettings(entries: readonly Entry[]): string[] {
  const depth = (path: string) => path.split('/').length;
  return entries
    .filter(({ path, type }) => type === 'file' && baseName(path) === CONFIG_NAME)
    .map(({ path }) => posix.dirname(path))
    .sort((a, b) => depth(a) - depth(b));
}
