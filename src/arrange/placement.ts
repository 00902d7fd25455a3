/** Where each file of the tree belongs, by the names of the folders above it. */
import { baseName, parentPath } from '../model/file-names.ts';
import type { Category, Slot, Spec } from '../model/spec.ts';
import type { Entry } from '../model/submission.ts';
import { groupBy } from '../util/order.ts';
import { readFileName } from './file-claims.ts';
import { type FolderUse, findFolderUses } from './folder-uses.ts';
import { readInstitution, readOwner } from './institutions.ts';
import {
  type CategoryFolder,
  findCategory,
  findSlotFolder,
  isCandidateFolder,
  normaliseName,
  readCategoryFolder,
} from './names.ts';
import { readNumber } from './numbering.ts';

/** A file with the folders that say where it belongs. */
export interface Placed {
  readonly entry: Entry;
  readonly category: Category;
  readonly institution: string | null;
  readonly topic: string | null;
  readonly candidate: boolean;
  /** The item's folder, relative to the root; `null` for a flat group. */
  readonly folder: string | null;
  /** The folder that flat groups share: only files of one such folder are grouped by their stems. */
  readonly shelf: string;
  /** The name of the folder that tells whose a shelf is; `null` for a category's own shelf. */
  readonly owner: string | null;
  /** The slot that the name itself or a folder claims. */
  readonly claim: Slot | null;
  /** The stem without slot words and version marks, of a flat file. */
  readonly key: string;
}

export function placeFiles(
  files: readonly Entry[],
  itemFolders: ReadonlySet<string>,
  spec: Spec,
): { placed: Placed[]; strays: Entry[] } {
  const works = numberedAlike(files);
  const folders = new Map(
    [...new Set(files.map(({ path }) => parentPath(path)))].map((path) => [path, locate(path, spec, works)]),
  );
  const located = files.map((entry) => ({ entry, at: folders.get(parentPath(entry.path)) ?? null }));
  const uses = findFolderUses(
    located.flatMap(({ at }) => (at === null ? [] : [chainOf(at)])),
    itemFolders,
  );
  const placed: Placed[] = [];
  const strays: Entry[] = [];
  for (const { entry, at } of located) {
    if (at === null) strays.push(entry);
    else placed.push(place(entry, at, uses));
  }
  return { placed, strays };
}

/** Files in `浙大/候选` do not lie in 浙大 itself: it may be a shelf. */
function chainOf({ folders, candidateFrom, shelf }: Location): readonly string[] {
  return candidateFrom === 1 && folders.length === 1 ? [...folders, shelf] : folders;
}

/** Folders side by side that differ only in their number (`1 案例`, `2 案例`): works, though each is called like a slot. */
function numberedAlike(files: readonly Entry[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { path } of files) {
    for (let folder = parentPath(path); folder !== '' && !folders.has(folder); folder = parentPath(folder))
      folders.add(folder);
  }
  const numbered = [...folders].filter((path) => readNumber(baseName(path)).number !== null);
  const alike = groupBy(numbered, (path) => `${parentPath(path)}/${normaliseName(baseName(path))}`);
  return new Set([...alike.values()].filter((group) => group.length > 1).flat());
}

interface Location {
  readonly category: Category;
  readonly institution: string | null;
  /** The folder above the category that the institution was read from. */
  readonly owner: string | null;
  /** How many of `folders` stand before the candidates' folder; infinite where there is none. */
  readonly candidateFrom: number;
  /** Paths of the folders between the category and the file, without those that stand for a slot, candidates, or the same twice. */
  readonly folders: readonly string[];
  /** The folder that the file lies in, slot folders looked through. */
  readonly shelf: string;
  readonly folderClaim: Slot | null;
}

/** What a folder says of the files in it; `null` outside of every category. */
function locate(folder: string, { categories }: Spec, works: ReadonlySet<string>): Location | null {
  const names = folder.split('/');
  const heads = names.map((name) => readCategoryFolder(name, categories));
  const start = heads.findIndex((one) => one !== null);
  if (start < 0) return null;
  const head = heads[start] as CategoryFolder;
  const paths = names.map((_, index) => names.slice(0, index + 1).join('/'));
  const below = paths.slice(start + 1);
  const folderClaim = lookThrough(below, head.category, works);
  const above = names.slice(0, start);
  const marked = head.candidate || above.some(isCandidateFolder);
  const { folders, candidateFrom } = sortFolders(below, head.category);
  const owner = ownerAmong(above.filter((name) => !isCandidateFolder(name)));
  return {
    category: head.category,
    institution: head.institution ?? (owner === null ? null : readOwner(owner)),
    owner: head.institution ?? owner,
    candidateFrom: marked ? 0 : candidateFrom,
    folders,
    shelf: below.at(-1) ?? (paths[start] as string),
    folderClaim,
  };
}

/** The nearest folder that is named after an institution for certain, else the nearest that may be. */
function ownerAmong(names: readonly string[]): string | null {
  const certain = names.findLast((name) => readInstitution(name) !== null);
  return certain ?? names.findLast((name) => readOwner(name) !== null) ?? null;
}

/** Takes the folders that stand for slots off the end. */
function lookThrough(below: string[], { slots }: Category, works: ReadonlySet<string>): Slot | null {
  let claim: Slot | null = null;
  for (let last = below.at(-1); last !== undefined && !works.has(last); last = below.at(-1)) {
    const slot = findSlotFolder(baseName(last), slots);
    if (slot === null) break;
    claim ??= slot;
    below.pop();
  }
  return claim;
}

/** Unpacking often makes a folder inside one of the same name, and people put 心理微课 into 心理微课. */
function sortFolders(below: readonly string[], category: Category): Pick<Location, 'folders' | 'candidateFrom'> {
  const folders: string[] = [];
  let candidateFrom = Number.POSITIVE_INFINITY;
  for (const path of below) {
    const name = baseName(path);
    const again = folders.length > 0 ? baseName(folders.at(-1) as string) === name : isAgain(name, category);
    if (isCandidateFolder(name)) candidateFrom = Math.min(candidateFrom, folders.length);
    else if (!again) folders.push(path);
  }
  return { folders, candidateFrom };
}

function isAgain(name: string, category: Category): boolean {
  return readNumber(name).number === null && findCategory(name, [category]) !== null;
}

function place(entry: Entry, at: Location, uses: ReadonlyMap<string, FolderUse>): Placed {
  const { category, institution, owner, candidateFrom, folders, shelf, folderClaim } = at;
  const [first, second] = folders;
  const common = { entry, category, ...readFileName(entry.path, category.slots, folderClaim) };
  const base = { institution, topic: null, owner };
  if (first === undefined) return { ...common, ...base, candidate: candidateFrom === 0, folder: null, shelf };
  if (uses.get(first) === 'item')
    return { ...common, ...base, candidate: candidateFrom === 0, folder: first, shelf: first };
  const said = institution === null ? { ...base, ...readShelf(baseName(first), category) } : base;
  if (second === undefined) return { ...common, ...said, candidate: candidateFrom <= 1, folder: null, shelf };
  return { ...common, ...said, candidate: candidateFrom <= 1, folder: second, shelf: first };
}

/** A shelf below a category is named after its institution, or after a topic. */
function readShelf(name: string, { topics }: Category): Pick<Placed, 'institution' | 'topic' | 'owner'> {
  const plain = normaliseName(name);
  const topic = topics.find((one) => normaliseName(one) === plain) ?? null;
  return topic === null
    ? { institution: readOwner(name), topic, owner: name }
    : { institution: null, topic, owner: null };
}
