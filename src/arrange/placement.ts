/** Where each file of the tree belongs, by the names of the folders above it. */
import {
  baseName,
  CONFIG_NAME,
  ITEM_FILE_NAME,
  ITEM_FILE_SUFFIX,
  isJunkName,
  parentPath,
  SHEET_NAME,
  splitName,
  TEMPLATE_FOLDER,
} from '../model/file-names.ts';
import type { Category, Slot, Spec } from '../model/spec.ts';
import type { Entry } from '../model/submission.ts';
import { findCategory, findSlotFolder, groupKey, isCandidateFolder, isInstitutionFolder, readClaim } from './names.ts';

export type Role = 'junk' | 'own' | 'content';

/** What a path is to the program before anything is arranged. */
export function roleOf(path: string): Role {
  const segments = path.split('/');
  if (segments.some(isJunkName)) return 'junk';
  const [first = '', second] = segments;
  if (first === TEMPLATE_FOLDER || (second === undefined && (first === CONFIG_NAME || first === SHEET_NAME)))
    return 'own';
  const name = baseName(path);
  return name === ITEM_FILE_NAME || name.endsWith(ITEM_FILE_SUFFIX) ? 'own' : 'content';
}

/** A file with the folders that say where it belongs. */
export interface Placed {
  readonly entry: Entry;
  readonly category: Category;
  readonly institution: string | null;
  readonly candidate: boolean;
  /** The item's folder, relative to the root; `null` for a flat group. */
  readonly folder: string | null;
  /** The folder that flat groups share: only files of one such folder are grouped by their stems. */
  readonly shelf: string;
  /** The slot that a folder or the name itself claims. */
  readonly claim: Slot | null;
  /** The stem without slot words and version marks, of a flat file. */
  readonly key: string;
}

/** Tells, for a folder, whether people use it as an item or as a shelf of items. */
type FolderUse = 'item' | 'shelf';

export function placeFiles(
  files: readonly Entry[],
  itemFolders: ReadonlySet<string>,
  spec: Spec,
): { placed: Placed[]; strays: Entry[] } {
  const located = files.map((entry) => ({ entry, at: locate(entry.path, spec) }));
  const uses = folderUses(
    located.flatMap(({ at }) => (at === null ? [] : [at])),
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

interface Location {
  readonly category: Category;
  readonly institution: string | null;
  readonly candidate: boolean;
  /** The category's folder, as a path; with the candidates' folder below it, when there is one. */
  readonly base: string;
  /** Folders between the base and the file, without those that stand for a slot at the end. */
  readonly folders: readonly string[];
  readonly folderClaim: Slot | null;
  readonly name: string;
}

function locate(path: string, spec: Spec): Location | null {
  const segments = path.split('/');
  const name = segments.pop() as string;
  const start = segments.findIndex((segment) => findCategory(segment, spec.categories) !== null);
  if (start < 0) return null;
  const category = findCategory(segments[start] as string, spec.categories) as Category;
  const above = segments.slice(0, start).filter((segment) => !isCandidateFolder(segment));
  const below = segments.slice(start + 1);
  const marked = isCandidateFolder(below[0] ?? '') ? 1 : 0;
  const folders = below.slice(marked);
  let folderClaim: Slot | null = null;
  while (folders.length > 0) {
    const slot = findSlotFolder(folders.at(-1) as string, category.slots);
    if (slot === null) break;
    folderClaim ??= slot;
    folders.pop();
  }
  return {
    category,
    institution: above.at(-1) ?? null,
    candidate: marked === 1 || above.length < start,
    base: segments.slice(0, start + 1 + marked).join('/'),
    folders,
    folderClaim,
    name,
  };
}

/** For each folder right below a category: does it hold one work, or the works of an institution? */
function folderUses(locations: readonly Location[], itemFolders: ReadonlySet<string>): ReadonlyMap<string, FolderUse> {
  const direct = new Set<string>();
  const deep = new Set<string>();
  for (const { base, folders } of locations) {
    const [first] = folders;
    if (first === undefined) continue;
    (folders.length === 1 ? direct : deep).add(`${base}/${first}`);
  }
  const uses = new Map<string, FolderUse>();
  for (const folder of new Set([...direct, ...deep])) uses.set(folder, useOf(folder, direct.has(folder), itemFolders));
  return uses;
}

function useOf(folder: string, hasFiles: boolean, itemFolders: ReadonlySet<string>): FolderUse {
  if (itemFolders.has(folder)) return 'item';
  if (isInstitutionFolder(baseName(folder))) return 'shelf';
  return hasFiles ? 'item' : 'shelf';
}

function place(entry: Entry, at: Location, uses: ReadonlyMap<string, FolderUse>): Placed {
  const { stem } = splitName(at.name);
  const { category, institution, candidate, base, folders } = at;
  const [first, second] = folders;
  const claim = readClaim(stem, category.slots).slot ?? at.folderClaim;
  const common = { entry, category, candidate, claim, key: groupKey(stem, category.slots) };
  if (first === undefined) return { ...common, institution, folder: null, shelf: base };
  const top = `${base}/${first}`;
  if (uses.get(top) === 'item') return { ...common, institution, folder: top, shelf: top };
  const owner = institution ?? first.normalize('NFC');
  if (second === undefined) return { ...common, institution: owner, folder: null, shelf: top };
  return { ...common, institution: owner, folder: `${top}/${second}`, shelf: top };
}

/** The folders that hold an `item.yaml`, and so are items whatever they are called. */
export function itemFoldersOf(itemFiles: Iterable<string>): Set<string> {
  return new Set([...itemFiles].filter((path) => baseName(path) === ITEM_FILE_NAME).map(parentPath));
}
