/** Files that no list names, each with the one name of its fault: added, renamed, or a copy. */
import type { PackagedFile, PackageFacts } from '../../model/package-facts.ts';
import { isPayloadManifest, isPayloadPath, isTagManifest } from '../../model/package-paths.ts';
import { isInPayload, unlistedLitter } from '../../model/package-payload.ts';
import { byCodeUnit, groupBy } from '../../util/order.ts';
import { type FileList, type Inventory, takeInventory } from './inventory.ts';
import { digestKey, type Listed, type Missing } from './listed.ts';

export interface Unlisted {
  readonly path: string;
  /** The list it should stand in. */
  readonly list: string;
  /** RFC 8493, 2.2.1: a tag manifest only SHOULD list tag files other than manifests. */
  readonly tolerated: boolean;
}

/** RFC 8493, 3: in BagIt 1.0 every payload manifest lists every file; before it, one of them did. */
export function unlistedPayload({ lists, found }: Listed, facts: PackageFacts): Unlisted[] {
  const inventory = takeInventory(facts);
  const [first] = lists;
  if (first === undefined || !areWhole(lists)) return [];
  const litter = unlistedLitter(facts);
  const each = isVersion1(facts) ? lists.map((list) => ({ list, paths: foundPaths(list, inventory) })) : [];
  return [...inventory.files.keys()].flatMap((path) => {
    if (!isInPayload(path, facts) || litter.has(path)) return [];
    const lacking = each.find(({ paths }) => !paths.has(path))?.list ?? (found.has(path) ? null : first);
    return lacking === null ? [] : [{ path, list: lacking.path, tolerated: false }];
  });
}

/** A tag manifest lists every payload manifest, and should list the rest; ours list all. */
export function unlistedTags({ lists, found }: Listed, facts: PackageFacts): Unlisted[] {
  const [first] = lists;
  if (first === undefined || !areWhole(lists)) return [];
  const litter = unlistedLitter(facts);
  return [...takeInventory(facts).files.keys()].flatMap((path) => {
    if (isPayloadPath(path) || isTagManifest(path) || found.has(path) || litter.has(path)) return [];
    const due = facts.manifest !== null || (isPayloadManifest(path) && isVersion1(facts));
    return [{ path, list: first.path, tolerated: !due }];
  });
}

/** What a line that cannot be read would have named, nobody knows. */
function areWhole(lists: readonly FileList[]): boolean {
  return lists.every(({ whole }) => whole);
}

function isVersion1({ bag }: PackageFacts): boolean {
  return bag?.declaration?.version === '1.0';
}

function foundPaths({ lines }: FileList, { find }: Inventory): Set<string> {
  return new Set(lines.flatMap(({ path }) => find(path)?.path ?? []));
}

export interface Settled {
  /** Path → list. */
  readonly missing: ReadonlyMap<string, string>;
  readonly added: ReadonlyMap<string, Unlisted>;
  /** Path → listed path. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Path → path of the listed file. */
  readonly copies: ReadonlyMap<string, string>;
}

/** By their bytes, files nobody listed are matched with the listed ones that are missing, then with those that are there. */
export function settle(
  missing: readonly Missing[],
  unlisted: readonly Unlisted[],
  found: ReadonlySet<string>,
  { files }: Inventory,
): Settled {
  const gone = new Map(missing.map(({ path, list }) => [path, list]));
  const added = new Map<string, Unlisted>();
  const renamed = new Map<string, string>();
  const copies = new Map<string, string>();
  if (unlisted.length === 0) return { missing: gone, added, renamed, copies };
  const wanted = groupBy(missing.toReversed(), ({ key }) => key);
  const known = new Map([...found].flatMap((path) => keysOf(files.get(path)).map((key) => [key, path] as const)));
  for (const one of unlisted.toSorted((a, b) => byCodeUnit(a.path, b.path))) {
    // What stands in one list and lacks in another is no stranger.
    const keys = found.has(one.path) ? [] : keysOf(files.get(one.path));
    const from = firstOf(keys, (key) => nextGone(wanted.get(key), gone));
    const other = firstOf(keys, (key) => known.get(key));
    if (from !== undefined) {
      renamed.set(one.path, from);
      gone.delete(from);
    } else if (other !== undefined) copies.set(one.path, other);
    else added.set(one.path, one);
  }
  return { missing: gone, added, renamed, copies };
}

function firstOf<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const result = find(value);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** Takes those off the end that have been found meanwhile. */
function nextGone(candidates: Missing[] | undefined, gone: ReadonlyMap<string, string>): string | undefined {
  while (candidates !== undefined && candidates.length > 0) {
    const { path } = candidates.at(-1) as Missing;
    if (gone.has(path)) return path;
    candidates.pop();
  }
  return undefined;
}

/** Empty files are all the same, and tell nothing. */
function keysOf(file: PackagedFile | undefined): string[] {
  if (file === undefined || file.sizeBytes === 0) return [];
  return Object.entries(file.digests).map(([algorithm, digest]) => digestKey(algorithm, digest));
}
