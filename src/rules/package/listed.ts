/** What lists of one kind say together, held against the files. */
import type { PackagedFile } from '../../model/package-facts.ts';
import type { FileList, Inventory } from './inventory.ts';

export interface Listed {
  readonly lists: readonly FileList[];
  /** Paths as listed. */
  readonly paths: ReadonlySet<string>;
  /** Files that were found for them. */
  readonly found: ReadonlySet<string>;
  /** Files with the digest that is listed, by every list that gives one. */
  readonly same: ReadonlySet<string>;
  readonly missing: readonly Missing[];
  readonly altered: ReadonlyMap<string, Altered>;
  /** A digest that should have been compared was not taken. */
  readonly open: boolean;
}

export interface Missing {
  readonly path: string;
  readonly list: string;
  /** `sha256:9f3a…`, where the list gives one. */
  readonly key: string | null;
}

export interface Altered {
  readonly list: string;
  readonly algorithm: string;
  readonly found: string;
  readonly asked: string;
}

export function holdAgainst(lists: readonly FileList[], inventory: Inventory): Listed {
  const [paths, found, same] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const missing: Missing[] = [];
  const altered = new Map<string, Altered>();
  let open = false;
  for (const list of lists) {
    for (const { path, digest } of list.lines) {
      const file = inventory.find(path);
      paths.add(path);
      if (file === null) {
        missing.push({ path, list: list.path, key: digest === null ? null : digestKey(list.algorithm, digest) });
        continue;
      }
      found.add(file.path);
      if (digest === null || !list.supported || !isWhole(file) || inventory.twice.has(file.path)) continue;
      const actual = file.digests[list.algorithm];
      if (actual === undefined) open = true;
      else if (actual === digest) same.add(file.path);
      else altered.set(file.path, { list: list.path, algorithm: list.algorithm, found: actual, asked: digest });
    }
  }
  for (const path of altered.keys()) same.delete(path);
  return { lists, paths, found, same, missing, altered, open };
}

/** A file whose bytes could be read as they were meant. */
export function isWhole({ type, faults }: PackagedFile): boolean {
  return type === 'file' && faults.length === 0;
}

export function digestKey(algorithm: string, digest: string): string {
  return `${algorithm}:${digest}`;
}
