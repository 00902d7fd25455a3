/** A batch in parts, for machines that check it side by side. Each part has whole works: they are judged there as in `--only`. */
import { readCategoryFolder } from '../arrange/names.ts';
import type { Only } from '../judge/only.ts';
import type { Depth } from '../measure/measure-file.ts';
import { baseName, kindOfExtension, parentPath, SHEET_NAME, splitName } from '../model/file-names.ts';
import type { Spec } from '../model/spec.ts';
import type { Entry, Item, Submission } from '../model/submission.ts';
import { byCodeUnit, groupBy } from '../util/order.ts';
import { sharingSize } from './measure-files.ts';
import { gatheredPaths, isReadable, tasksOf } from './tasks.ts';

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** More machines than anybody has. */
export const MAX_SHARDS = 256;

/** Nothing is parted. */
export const WHOLE: Shard = { index: 1, count: 1 };

export interface Share {
  /** Its works, and what belongs to none. What speaks of many works is told of when all are put together. */
  readonly only: Only;
  /** What is digested of it, to be held against the shares of other machines. */
  readonly twins: readonly Entry[];
}

export interface ListedBatch {
  readonly entries: readonly Entry[];
  readonly spec: Spec;
  /** By names alone, as every machine sees it. */
  readonly named: Submission;
}

/** `null` where nothing is parted. */
export function shareOf({ index, count }: Shard, batch: ListedBatch): Share | null {
  if (count === 1) return null;
  const parcels = [...parcelsOf(batch)];
  const twins = possibleTwins(batch);
  const weightOf = weightsIn(batch, twins);
  const bytesOf = (entries: readonly Entry[]) => entries.reduce((sum, entry) => sum + weightOf(entry), 0);
  const shards = shareOut(
    parcels.map(([name, entries]) => ({ name, bytes: bytesOf(entries) })),
    count,
  );
  const own = parcels.filter(([name]) => shards.get(name) === index);
  const names = new Set(own.map(([name]) => name));
  const paths = new Set(own.flatMap(([, entries]) => entries.map(({ path }) => path)));
  const common = new Set([SHEET_NAME, ...gatheredPaths(batch.named, batch.spec)]);
  return {
    only: {
      includesItem: ({ id }) => names.has(id),
      includesPath: (path) => paths.has(path) && !common.has(path),
    },
    twins: twins.filter(({ path }) => paths.has(path)),
  };
}

/** Files that may turn out to belong to a work, of a size that another has: any of them may be the same one twice. */
function possibleTwins({ entries, spec: { categories } }: ListedBatch): Entry[] {
  const folders = new Set(entries.map(({ path }) => parentPath(path)));
  const inCategories = new Set(
    [...folders].filter((folder) => folder.split('/').some((name) => readCategoryFolder(name, categories) !== null)),
  );
  return sharingSize(entries.filter((entry) => isReadable(entry) && inCategories.has(parentPath(entry.path))));
}

/** Entries by what they go with: the id of their work, or their own path. */
function parcelsOf({ entries, named: { items } }: ListedBatch): Map<string, Entry[]> {
  const folders = new Map(items.flatMap(({ id, folder }) => (folder === null ? [] : [[folder, id] as const])));
  const files = new Map(items.flatMap((item) => ownFiles(item).map((path) => [path, item.id] as const)));
  const ownerOf = (path: string): string | undefined => {
    if (files.has(path)) return files.get(path);
    let folder = path;
    while (folder !== '' && !folders.has(folder)) folder = parentPath(folder);
    return folders.get(folder);
  };
  return groupBy(entries, ({ path }) => ownerOf(path) ?? path);
}

function ownFiles({ itemFile, assets }: Item): string[] {
  return [itemFile, ...assets.filter(({ source }) => source.type === 'file').map(({ path }) => path)];
}

/** Of a film only the index and the first packets are read, however large it is: 6 MB of an MPEG-TS, of others less. */
const FILM_BYTES = 8 << 20;
/** What could be read while a file is opened and its reader started. */
const OPENING_BYTES = 64 << 10;

/** Bytes to read of an entry, twice where it is digested as well: by names and sizes alone, so that all machines agree. */
function weightsIn({ entries, named, spec }: ListedBatch, twins: readonly Entry[]): (entry: Entry) => number {
  const depths = new Map(tasksOf(entries, named, spec, null).map(({ entry, depth }) => [entry.path, depth]));
  const digested = new Set(twins);
  return (entry) => {
    const depth = depths.get(entry.path);
    return (depth === undefined ? 0 : readingOf(entry, depth)) + (digested.has(entry) ? entry.sizeBytes : 0);
  };
}

function readingOf({ path, sizeBytes }: Entry, depth: Depth): number {
  if (depth === 'type') return OPENING_BYTES;
  const isFilm = kindOfExtension(splitName(baseName(path)).extension) === 'video';
  return OPENING_BYTES + (isFilm ? Math.min(sizeBytes, FILM_BYTES) : sizeBytes);
}

export interface Parcel {
  readonly name: string;
  readonly bytes: number;
}

/**
 * The shard of each parcel, by name: the heaviest first, each to the shard with the least so far (R. L. Graham, "Bounds on
 * Multiprocessing Timing Anomalies", 1969). No shard has more than the lightest and one parcel.
 */
export function shareOut(parcels: readonly Parcel[], count: number): Map<string, number> {
  const loads = Array.from({ length: count }, () => 0);
  const shards = new Map<string, number>();
  for (const { name, bytes } of parcels.toSorted((a, b) => b.bytes - a.bytes || byCodeUnit(a.name, b.name))) {
    const lightest = loads.indexOf(Math.min(...loads));
    loads[lightest] = (loads[lightest] as number) + bytes;
    shards.set(name, lightest + 1);
  }
  return shards;
}
