/** Works before and after a renaming: whether each is still found whole, and what it is called then. */
import type { SubjectChange } from '../model/fix.ts';
import { shortItemId } from '../model/item-ids.ts';
import type { Asset, Item, Submission, Waiver } from '../model/submission.ts';

export interface Renaming {
  readonly before: Submission;
  /** Arranged anew, under the new names. */
  readonly after: Submission;
  newPath(path: string): string;
  /** Its name could not be read before, so it may well be found somewhere else now. */
  wasUnreadable(path: string): boolean;
}

/** Works whose files would not be found together, in their places, or by their row of the sheet. */
export function partedWorks(renaming: Renaming): Item[] {
  const pairs = pairWorks(renaming);
  return renaming.before.items.filter((item) => !isKept(item, pairs.get(item) ?? null, renaming));
}

function isKept(item: Item, now: Item | null, { newPath, wasUnreadable }: Renaming): boolean {
  const known = filesOf(item).filter(({ slot, path }) => slot !== null && !wasUnreadable(path));
  if (known.length === 0) return true;
  if (now === null || (item.sheetLine !== null && now.sheetLine !== item.sheetLine)) return false;
  const places = new Set(filesOf(now).map(placeOf));
  return known.every((asset) => places.has(placeOf({ ...asset, path: newPath(asset.path) })));
}

function filesOf({ assets }: Item): Asset[] {
  return assets.filter(({ source }) => source.type === 'file');
}

function placeOf({ slot, path }: Asset): string {
  return `${slot} ${path}`;
}

/** A work now is the one that holds the first of its files. */
function pairWorks({ before, after, newPath }: Renaming): Map<Item, Item> {
  const byPath = new Map(after.items.flatMap((item) => filesOf(item).map(({ path }) => [path, item] as const)));
  return new Map(
    before.items.flatMap((item) => {
      const now = filesOf(item).flatMap(({ path }) => byPath.get(newPath(path)) ?? [])[0];
      return now === undefined ? [] : [[item, now] as const];
    }),
  );
}

/** Waivers that name a work which is called otherwise now, by their place in the list. */
export function movedSubjects(waivers: readonly Waiver[], renaming: Renaming): Map<number, SubjectChange> {
  const { before, after } = renaming;
  const pairs = [...pairWorks(renaming)];
  const moved = new Map<number, SubjectChange>();
  waivers.forEach(({ subject }, index) => {
    const wanted = subject.normalize('NFC');
    const pair = pairs.find(([item]) => namesOf(item, before).includes(wanted));
    if (pair === undefined) return;
    const [item, now] = pair;
    const names = namesOf(now, after);
    if (names.includes(wanted)) return;
    moved.set(index, { from: subject, to: (wanted === item.id ? names[0] : names[1]) as string });
  });
  return moved;
}

/** In full, and short. */
function namesOf(item: Item, { items }: Submission): string[] {
  return [item.id, shortItemId(item, items)];
}
