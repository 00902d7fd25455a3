/** `--only`: the part of a folder that is checked. */
import { findCategory } from '../arrange/names.ts';
import type { Only } from '../judge/judge.ts';
import { SizhengError, usageError } from '../model/errors.ts';
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
  const parts = words.map((word) => selectOne(word, submission, entries, spec));
  return {
    includesItem: (item) => parts.some((part) => part.includesItem(item)),
    includesPath: (path) => parts.some((part) => part.includesPath(path)),
  };
}

function selectOne(word: string, submission: Submission, entries: readonly Entry[], spec: Spec): Only {
  const category = findCategory(word, spec.categories);
  if (category !== null)
    return ofItems(
      submission.items.filter((item) => item.category === category.id),
      word,
    );
  const path = normalisePath(word);
  const inside = entries.filter((entry) => isInside(entry.path.normalize('NFC'), path));
  const whole = submission.items.filter((item) => isInside((item.folder ?? item.id).normalize('NFC'), path));
  if (inside.length > 0 && whole.length === 0) return ofEntries(inside);
  return ofItems(whole.length > 0 ? whole : [findNamed(word, submission, spec)], word);
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

function ofItems(items: readonly Item[], word: string): Only {
  if (items.length === 0) throw usageError('usage/no-match', { query: word });
  const ids = new Set(items.map(({ id }) => id));
  const paths = new Set(
    items.flatMap(({ assets, folder }) => [...assets.map(({ path }) => path), ...(folder === null ? [] : [folder])]),
  );
  return { includesItem: ({ id }) => ids.has(id), includesPath: (path) => paths.has(path) };
}

function ofEntries(entries: readonly Entry[]): Only {
  const paths = new Set(entries.map(({ path }) => path));
  return { includesItem: () => false, includesPath: (path) => paths.has(path) };
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
