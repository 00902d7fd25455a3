/** The works that a word on the command line means. */
import { findCategory } from '../arrange/names.ts';
import { usageError } from '../model/errors.ts';
import { shortItemId } from '../model/item-ids.ts';
import type { Spec } from '../model/spec.ts';
import type { Item, Submission } from '../model/submission.ts';
import { nearest } from '../util/order.ts';

/** One work: by id, `心理微课/04`, folder, any of its files, or a title that no other has. @throws usageError */
export function findItem(query: string, { items }: Submission, spec: Spec): Item {
  const wanted = normalisePath(query);
  const exact = items.filter((item) => namesOf(item, items).includes(wanted));
  const matches =
    exact.length > 0 ? exact : items.filter((item) => isByNumber(item, wanted, spec) || item.title === wanted);
  const [item] = matches;
  if (item === undefined)
    throw usageError('usage/unknown-item', {
      query,
      near: nearest(
        wanted,
        items.map(({ id }) => id),
      ),
    });
  if (matches.length > 1) throw usageError('usage/ambiguous-item', { query, matches: matches.map(({ id }) => id) });
  return item;
}

/** As typed on any system: `/` between names, no `./` before, no `/` after, NFC. */
export function normalisePath(path: string): string {
  return path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '');
}

function namesOf(item: Item, items: readonly Item[]): string[] {
  const paths = [...(item.folder === null ? [] : [item.folder]), ...item.assets.map(({ path }) => path)];
  return [item.id, shortItemId(item, items), ...paths].map(normalisePath);
}

/** `微课/4` for 心理微课/04. */
function isByNumber(item: Item, wanted: string, { categories }: Spec): boolean {
  const [category = '', number = '', ...rest] = wanted.split('/');
  if (rest.length > 0 || !/^\d+$/.test(number) || item.fields.number === null) return false;
  return findCategory(category, categories)?.id === item.category && Number(number) === Number(item.fields.number);
}
