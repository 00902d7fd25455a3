/** What the folders right below a category are to the people who made them: one work each, or a shelf of works. */
import { baseName, parentPath } from '../model/file-names.ts';
import { readInstitution } from './institutions.ts';
import { readNumber } from './numbering.ts';

export type FolderUse = 'item' | 'shelf';

interface Inside {
  /** Files lie in the folder itself. */
  direct: boolean;
  /** Paths of its folders. */
  readonly folders: Set<string>;
}

/**
 * @param chains for each file, the paths of the folders between the category and the file
 * @param itemFolders folders with an `item.yaml`: works, whatever they are called
 */
export function findFolderUses(
  chains: readonly (readonly string[])[],
  itemFolders: ReadonlySet<string>,
): ReadonlyMap<string, FolderUse> {
  const known = new Map<string, Inside>();
  for (const [first, second] of chains) {
    if (first === undefined) continue;
    const inside = known.get(first) ?? { direct: false, folders: new Set() };
    known.set(first, inside);
    if (second === undefined) inside.direct = true;
    else inside.folders.add(second);
  }
  const parents = new Set([...itemFolders].map(parentPath));
  return new Map([...known].map(([folder, inside]) => [folder, useOf(folder, inside, itemFolders, parents)]));
}

function useOf(
  folder: string,
  { direct, folders }: Inside,
  itemFolders: ReadonlySet<string>,
  parents: ReadonlySet<string>,
): FolderUse {
  if (itemFolders.has(folder)) return 'item';
  if (parents.has(folder) || readInstitution(baseName(folder)) !== null) return 'shelf';
  const numbered = isNumbered(folder);
  const works = [...folders].filter(isNumbered).length;
  // 「01-睡眠/高清版/睡眠.mp4」 is a work; 「浙大/汇总.xlsx」 beside 「浙大/01-…」 and 「浙大/02-…」 leaves 浙大 a shelf.
  if (direct) return numbered || works < 2 ? 'item' : 'shelf';
  return numbered && works === 0 ? 'item' : 'shelf';
}

function isNumbered(folder: string): boolean {
  return readNumber(baseName(folder)).number !== null;
}
