/** What is in a package, and what its lists say should be. */
import type { DigestLine, DigestList, PackagedFile, PackageFacts, UploadLogFacts } from '../../model/package-facts.ts';
import { PACKAGE_FILES } from '../../model/package-manifest.ts';
import { isPayloadPath, isSafeListedPath, isSafePath } from '../../model/package-paths.ts';
import { lazy } from '../../util/lazy.ts';
import { remember } from '../../util/remember.ts';

export interface Inventory {
  /** What has a safe path, by it; the first where a name stands twice. */
  readonly files: ReadonlyMap<string, PackagedFile>;
  /** Names that stand more than once. */
  readonly twice: ReadonlySet<string>;
  readonly lists: readonly FileList[];
  /** The file of that name; where there is none, the one whose name is only composed in another way (UAX #15). */
  find(path: string): PackagedFile | null;
}

/** A manifest, a tag manifest, or the upload log. */
export interface FileList {
  readonly path: string;
  readonly covers: 'payload' | 'tags';
  readonly algorithm: string;
  /** The algorithm can be computed here. */
  readonly supported: boolean;
  /** Lines about files that the list may speak of, one a path. */
  readonly lines: readonly ListedFile[];
  /** Every line could be read. */
  readonly whole: boolean;
}

export interface ListedFile {
  readonly path: string;
  /** `null`: none is given, or two that differ. */
  readonly digest: string | null;
}

export const takeInventory = remember((facts: PackageFacts): Inventory => {
  const files = new Map<string, PackagedFile>();
  const twice = new Set<string>();
  for (const file of facts.files) {
    if (!isSafePath(file.path)) continue;
    if (files.has(file.path)) twice.add(file.path);
    else files.set(file.path, file);
  }
  const composed = lazy(() => new Map([...files.values()].map((file) => [file.path.normalize('NFC'), file])));
  const find = (path: string) => files.get(path) ?? composed().get(path.normalize('NFC')) ?? null;
  return { files, twice, lists: listsOf(facts), find };
});

function listsOf({ bag, uploadLog }: PackageFacts): FileList[] {
  const lists = (bag?.manifests ?? []).map(ofManifest);
  return uploadLog?.ok ? [...lists, ofLog(uploadLog.value)] : lists;
}

function ofManifest({ path, covers, algorithm, supported, lines, badLines }: DigestList): FileList {
  return {
    ...{ path, covers, algorithm, supported },
    lines: oncePerPath(lines.filter((line) => isWithin(line, { covers }))),
    whole: badLines.length === 0,
  };
}

/** RFC 8493, 2.1.3 and 2.2.1: a payload manifest speaks of the payload alone, a tag manifest of all else. */
export function isWithin({ path }: Pick<DigestLine, 'path'>, { covers }: Pick<DigestList, 'covers'>): boolean {
  return isSafeListedPath(path) && isPayloadPath(path) === (covers === 'payload');
}

function ofLog({ rows }: UploadLogFacts): FileList {
  const lines = rows.map(({ path, sha256 }) => ({ path, digest: sha256 }));
  return {
    path: PACKAGE_FILES.uploadLog,
    covers: 'payload',
    algorithm: 'sha256',
    supported: true,
    lines: oncePerPath(lines.filter(({ path }) => isSafeListedPath(path))),
    whole: true,
  };
}

function oncePerPath(lines: readonly ListedFile[]): ListedFile[] {
  const found = new Map<string, ListedFile>();
  for (const { path, digest } of lines) {
    const known = found.get(path);
    found.set(path, { path, digest: known === undefined || known.digest === digest ? digest : null });
  }
  return [...found.values()];
}
