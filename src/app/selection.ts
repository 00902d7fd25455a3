/** `--only`: the part of a folder that is checked. */
import { findCategory } from '../arrange/names.ts';
import type { Only } from '../judge/only.ts';
import { SizhengError, usageError } from '../model/errors.ts';
import { parentPath } from '../model/file-names.ts';
import type { Spec } from '../model/spec.ts';
import type { Entry, Item, Submission } from '../model/submission.ts';
import { findItem, normalisePath } from './find-items.ts';

/** @throws usageError when a word matches nothing */
export function selectOnly(
  words: readonly string[],
  submission: Submission,
  entries: readonly Entry[],
  spec: Spec,
): Only {
  // A work that was withdrawn is not checked: there is nothing to select in it.
  const standing = { ...submission, items: submission.items.filter(({ status }) => status !== 'withdrawn') };
  const parts = words.map((word) => selectOne(word, standing, entries, spec));
  return {
    includesItem: (item) => parts.some((part) => part.includesItem(item)),
    includesPath: (path) => parts.some((part) => part.includesPath(path)),
  };
}

function selectOne(word: string, submission: Submission, entries: readonly Entry[], spec: Spec): Only {
  const category = findCategory(word, spec.categories);
  if (category !== null) {
    const items = submission.items.filter((item) => item.category === category.id);
    if (items.length === 0) throw usageError('usage/no-match', { query: word });
    return select(items, entries, null);
  }
  const path = normalisePath(word);
  if (path === '') throw usageError('usage/no-match', { query: word });
  const inside = entries.some((entry) => isInside(normalisePath(entry.path), path));
  const whole = submission.items.filter((item) => liesIn(item, path));
  if (whole.length > 0 || (inside && holdsMaterial(path, submission))) return select(whole, entries, path);
  if (inside) throw usageError('usage/no-work', { query: word });
  return select([findNamed(word, submission, spec)], entries, null);
}

/** What belongs to no work would be passed over, and nothing checked is no pass. */
function holdsMaterial(path: string, { items, assets }: Submission): boolean {
  const material = [...assets, ...items.flatMap((item) => item.assets)];
  return material.some((asset) => isInside(normalisePath(asset.path), path));
}

/** A flat group of files lies in a folder when all of them do; that one file is asked for is not to ask for its work. */
function liesIn({ id, folder, assets }: Item, path: string): boolean {
  if (isInside(id, path) || (folder !== null && isInside(normalisePath(folder), path))) return true;
  const files = assets.filter(({ source }) => source.type === 'file');
  return folder === null && files.length > 0 && files.every((file) => normalisePath(file.path).startsWith(`${path}/`));
}

function findNamed(word: string, submission: Submission, spec: Spec): Item {
  try {
    return findItem(word, submission, spec);
  } catch (error) {
    if (error instanceof SizhengError && error.id === 'usage/unknown-item')
      throw usageError('usage/no-match', { query: word }, error);
    throw error;
  }
}

/** The works with all that lies in their folders, and what lies at `path`. */
function select(items: readonly Item[], entries: readonly Entry[], path: string | null): Only {
  const ids = new Set(items.map(({ id }) => id));
  const folders = new Set(items.flatMap(({ folder }) => folder ?? []));
  const belongs = (entry: string): boolean => {
    if (path !== null && isInside(normalisePath(entry), path)) return true;
    for (let folder = entry; folder !== ''; folder = parentPath(folder)) if (folders.has(folder)) return true;
    return false;
  };
  const paths = new Set([
    ...items.flatMap(({ assets }) => assets.map((asset) => asset.path)),
    ...entries.map((entry) => entry.path).filter(belongs),
  ]);
  return { includesItem: ({ id }) => ids.has(id), includesPath: (one) => paths.has(one) };
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
