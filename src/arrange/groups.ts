/** Which files make up one work: those of its folder, or those of a shelf that share a stem. */
import { baseName, splitName } from '../model/file-names.ts';
import type { Category } from '../model/spec.ts';
import { byCodeUnit, groupBy } from '../util/order.ts';
import { findSlotFolder, normaliseName, parseItemName } from './names.ts';
import type { Placed } from './placement.ts';
import { fitsSlot, type KindOf } from './slots.ts';

export interface Group {
  readonly category: Category;
  /** What people call the work: its folder's name, or the stem its files share. NFC. */
  readonly name: string;
  readonly folder: string | null;
  /** The folder or shelf and the stem: where a missing file would go. */
  readonly shelf: string;
  readonly institution: string | null;
  readonly candidate: boolean;
  readonly files: readonly Placed[];
}

export interface Grouping {
  readonly groups: readonly Group[];
  /** Files on a shelf that no work there claims. */
  readonly strays: readonly Placed[];
}

export function groupFiles(placed: readonly Placed[], kindOf: KindOf): Grouping {
  const inFolders = placed.filter(({ folder }) => folder !== null);
  const onShelves = placed.filter(({ folder }) => folder === null);
  const groups: Group[] = [];
  for (const [folder, files] of groupBy(inFolders, ({ folder }) => folder as string)) {
    groups.push(toGroup(baseName(folder).normalize('NFC'), files));
  }
  const strays: Placed[] = [];
  for (const files of groupBy(onShelves, ({ shelf }) => shelf).values()) {
    const sorted = groupShelf(files, kindOf);
    groups.push(...sorted.groups);
    strays.push(...sorted.strays);
  }
  return { groups: groups.toSorted((a, b) => byCodeUnit(pathOf(a), pathOf(b))), strays };
}

function pathOf(group: Group): string {
  return group.folder ?? `${group.shelf}/${group.name}`;
}

function toGroup(name: string, files: readonly Placed[]): Group {
  const [first] = files as readonly [Placed, ...Placed[]];
  const { category, folder, shelf, institution } = first;
  return { category, name, folder, shelf, institution, candidate: first.candidate, files };
}

/** A work is made by a file of the category's first slot; the others join the work they are named after. */
function groupShelf(files: readonly Placed[], kindOf: KindOf): Grouping {
  const byKey = groupBy(files, ({ key }) => normaliseKey(key));
  const works = [...byKey.entries()].filter(([, members]) => members.some((file) => isMain(file, kindOf)));
  const members = new Map(works.map(([key, own]) => [key, [...own]]));
  const strays: Placed[] = [];
  const apart: Group[] = [];
  for (const [key, others] of byKey) {
    if (members.has(key)) continue;
    const home = findHome(key, others, [...members.keys()]);
    if (home !== null) members.get(home)?.push(...others);
    else if (isNamedWork(others)) apart.push(toGroup(shelfName(others), others));
    else strays.push(...others);
  }
  const groups = [...members.values()].map((own) => toGroup(shelfName(own), own));
  return { groups: [...groups, ...apart], strays };
}

function normaliseKey(key: string): string {
  return key.normalize('NFKC').toLowerCase();
}

function isMain(file: Placed, kindOf: KindOf): boolean {
  const [main] = file.category.slots;
  if (main === undefined || (file.claim !== null && file.claim.id !== main.id)) return false;
  return fitsSlot(main, kindOf(file.entry.path));
}

/** The one work that files of another stem belong to: same number, a stem inside the other, or the only work there. */
function findHome(key: string, files: readonly Placed[], works: readonly string[]): string | null {
  const naming = (files[0] as Placed).category.naming;
  const { number, title } = parseItemName(key, naming);
  if (number !== null)
    return only(works.filter((work) => Number(parseItemName(work, naming).number ?? -1) === Number(number)));
  const bare = normaliseName(title ?? key);
  if (bare === '') return only(works);
  return (
    only(works.filter((work) => normaliseName(work).includes(bare) || bare.includes(normaliseName(work)))) ??
    only(works)
  );
}

function only<T>(values: readonly T[]): T | null {
  return values.length === 1 ? (values[0] as T) : null;
}

/** Files without a main one are a work all the same when their name reads like one. */
function isNamedWork(files: readonly Placed[]): boolean {
  const [first] = files as readonly [Placed, ...Placed[]];
  const { number, title } = parseItemName(first.key, first.category.naming);
  return number !== null && title !== null;
}

/** The stem that the files share; the institution's folder when the stem is only a slot's word (`视频.mp4`). */
function shelfName(files: readonly Placed[]): string {
  const [first] = files.toSorted((a, b) => byCodeUnit(a.entry.path, b.entry.path)) as [Placed, ...Placed[]];
  const key = files.map(({ key }) => key).toSorted((a, b) => b.length - a.length || byCodeUnit(a, b))[0] ?? '';
  if (key !== '' && findSlotFolder(key, first.category.slots) === null) return key;
  return first.institution ?? splitName(baseName(first.entry.path)).stem.normalize('NFC');
}
