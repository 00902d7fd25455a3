/** What a package holds for the people who receive it, whatever its form. */
import { remember } from '../util/remember.ts';
import { isLitterName } from './file-names.ts';
import type { PackagedFile, PackageFacts } from './package-facts.ts';
import { PACKAGE_FILES } from './package-manifest.ts';
import { isPayloadPath, isSafePath } from './package-paths.ts';

const OWN_FILES: ReadonlySet<string> = new Set(Object.values(PACKAGE_FILES));

/** The files beside the payload that this program writes into plain folders. */
export function isOwnFile(path: string): boolean {
  return OWN_FILES.has(path);
}

export function isInPayload(path: string, { kind }: Pick<PackageFacts, 'kind'>): boolean {
  return kind === 'bag' ? isPayloadPath(path) : !isOwnFile(path);
}

/** Paths of files that systems leave behind where a folder is opened, and that no list names. */
export const unlistedLitter = remember((facts: PackageFacts): ReadonlySet<string> => {
  const litter = facts.files.filter(({ path, type }) => type === 'file' && path.split('/').some(isLitterName));
  if (litter.length === 0) return new Set();
  const listed = new Set(listedPaths(facts));
  return new Set(litter.map(({ path }) => path).filter((path) => !listed.has(path.normalize('NFC'))));
});

/** Normalised: a list may compose names in another way (UAX #15). */
function listedPaths({ bag, uploadLog }: PackageFacts): string[] {
  const lists = [...(bag?.manifests.map(({ lines }) => lines) ?? []), uploadLog?.ok ? uploadLog.value.rows : []];
  return lists.flatMap((lines) => lines.map(({ path }) => path.normalize('NFC')));
}

/** Files of the payload, each name once, without unlisted litter. */
export function payloadFiles(facts: PackageFacts): PackagedFile[] {
  const litter = unlistedLitter(facts);
  const found = new Map<string, PackagedFile>();
  for (const file of facts.files) {
    const counts = file.type === 'file' && isSafePath(file.path) && isInPayload(file.path, facts);
    if (counts && !found.has(file.path) && !litter.has(file.path)) found.set(file.path, file);
  }
  return [...found.values()];
}

/** By its own word, or by the note that goes with a draft. */
export function isDraft({ manifest, files }: Pick<PackageFacts, 'manifest' | 'files'>): boolean {
  if (manifest?.ok && manifest.value.draft) return true;
  return files.some(({ path }) => path === PACKAGE_FILES.draftNote);
}

/** The name a package gives itself; `null` where it gives none. */
export function ownName({ manifest, base }: Pick<PackageFacts, 'manifest' | 'base'>): string | null {
  if (manifest?.ok) return manifest.value.name;
  return base === '' ? null : base;
}
