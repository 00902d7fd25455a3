/** Which files make up one work: those of its folder, or those of a shelf that share a stem. */
import { baseName, splitName } from '../model/file-names.ts';
import type { Category } from '../model/spec.ts';
import { byCodeUnit, groupBy } from '../util/order.ts';
import { stripCopyNumber } from '../util/version-marks.ts';
import { findHome, type KeySigns, readKey } from './homes.ts';
import { findSlotFolder } from './names.ts';
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
  readonly topic: string | null;
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
  const { category, folder, shelf, institution, topic, candidate } = first;
  return { category, name, folder, shelf, institution, topic, candidate, files };
}

interface Stem extends KeySigns {
  readonly files: Placed[];
}

/** A work is made by a file of the category's first slot; the others join the work they are named after. */
function groupShelf(files: readonly Placed[], kindOf: KindOf): Grouping {
  const stems = toStems(files);
  const works = stems.filter((stem) => stem.files.some((file) => isMain(file, kindOf)));
  const strays: Placed[] = [];
  const joined = new Map(works.map((work) => [work, [...work.files]]));
  const homeless = stems.filter((stem) => {
    if (joined.has(stem)) return false;
    const home = findHome(stem, works);
    if (home !== null) joined.get(home)?.push(...stem.files);
    return home === null;
  });
  const apart: Placed[][] = [];
  for (const stem of homeless) {
    const [only, ...rivals] = works;
    const home = only === undefined || rivals.length > 0 ? undefined : joined.get(only);
    if (home !== undefined && mayJoin(stem, { ...(only as Stem), files: home }, kindOf)) home.push(...stem.files);
    else if (isWork(stem, kindOf)) apart.push(stem.files);
    else strays.push(...stem.files);
  }
  return { groups: [...joined.values(), ...apart].map((own) => toGroup(shelfName(own, kindOf), own)), strays };
}

/** The only work of a shelf takes in what it lacks, whatever that is called, but for what has a number of its own. */
function mayJoin({ number, title, files }: Stem, only: Stem, kindOf: KindOf): boolean {
  const free = number === null || (title === null && only.number === null);
  const filled = slotsOf(only.files, kindOf);
  return free && [...slotsOf(files, kindOf)].every((slot) => !filled.has(slot));
}

/** Files without a main one are a work all the same when they are named like one, or when several share a name. */
function isWork({ number, title, files }: Stem, kindOf: KindOf): boolean {
  return title !== null && (number !== null || slotsOf(files, kindOf).size > 1);
}

/** Files by their key; `睡眠(1)` goes to `睡眠`, and `睡眠视频` too, where files of that name lie beside. */
function toStems(files: readonly Placed[]): Stem[] {
  const byKey = groupBy(files, ({ key }) => normaliseKey(key));
  const named = files.map((file) => {
    const shorter = shorterKeys(file).find((key) => key !== file.key && byKey.has(normaliseKey(key)));
    return shorter === undefined ? file : { ...file, key: shorter };
  });
  return [...groupBy(named, ({ key }) => normaliseKey(key))].map(([key, own]) => ({
    ...readKey(key, (own[0] as Placed).category),
    files: own,
  }));
}

function shorterKeys({ key, category }: Placed): string[] {
  const [main] = category.slots;
  const words = [main?.name ?? '', ...(main?.names ?? [])].filter((word) => key.endsWith(word));
  return [stripCopyNumber(key), ...words.map((word) => key.slice(0, key.length - word.length))];
}

function normaliseKey(key: string): string {
  return key.normalize('NFKC').toLowerCase();
}

function isMain(file: Placed, kindOf: KindOf): boolean {
  const [main] = file.category.slots;
  if (main === undefined || !fitsSlot(main, kindOf(file.entry.path))) return false;
  return file.claim === null || file.claim.id === main.id || !fitsSlot(file.claim, kindOf(file.entry.path));
}

/** The slots that files would fill, of those that are asked for or take only so many. */
function slotsOf(files: readonly Placed[], kindOf: KindOf): Set<string> {
  const slots = files.map(({ entry, claim, category }) => {
    const kind = kindOf(entry.path);
    return claim !== null && fitsSlot(claim, kind) ? claim : category.slots.find((slot) => fitsSlot(slot, kind));
  });
  return new Set(slots.flatMap((slot) => (slot !== undefined && (slot.min > 0 || slot.max !== null) ? [slot.id] : [])));
}

/** The stem that says most, of the files that are asked for; the owner's folder where all are slot words (`视频.mp4`). */
function shelfName(files: readonly Placed[], kindOf: KindOf): string {
  const inOrder = files.toSorted((a, b) => byCodeUnit(a.entry.path, b.entry.path));
  const [first] = inOrder as [Placed, ...Placed[]];
  const named = inOrder.filter(({ key }) => key !== '' && findSlotFolder(key, first.category.slots) === null);
  const main = named.filter((file) => isMain(file, kindOf));
  const asked = named.filter((file) => slotsOf([file], kindOf).size > 0);
  const best = [...main, ...asked]
    .map(({ key, category }) => readKey(key, category))
    .toSorted((a, b) => b.count - a.count)[0]?.key;
  return best ?? (first.owner ?? splitName(baseName(first.entry.path)).stem).normalize('NFC');
}
