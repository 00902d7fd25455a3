/** A file of a package, open for what the reading finds. */
import type { EntryFault, PackagedFile } from '../../model/package-facts.ts';

export interface OpenFile extends PackagedFile {
  faults: PackagedFile['faults'];
  digests: PackagedFile['digests'];
}

// One for all files that have none: there may be a hundred thousand.
const NO_FAULTS: readonly EntryFault[] = [];
const NO_DIGESTS = {};

export function openFile({
  path,
  type,
  sizeBytes,
  nameEncoding,
}: Pick<PackagedFile, 'path' | 'type' | 'sizeBytes' | 'nameEncoding'>): OpenFile {
  return { path, type, sizeBytes, nameEncoding, faults: NO_FAULTS, digests: NO_DIGESTS };
}

export function addFault(file: OpenFile, fault: EntryFault): void {
  file.faults = [...file.faults, fault];
}
