/** A ZIP as a package: its directory, the lists in it, and then everything in one pass. Nothing is extracted. */
import type { FileHandle } from 'node:fs/promises';
import type { StructureFault } from '../../../model/package-facts.ts';
import { type ReadAt, readAtHandle } from '../../../util/byte-source.ts';
import type { HashThreads } from '../../../util/hash-threads.ts';
import type { PackageDraft } from '../facts-draft.ts';
import { keepTo, type PackageLimits, Stopped } from '../limits.ts';
import { isAtRoot, type ListSource, type Lists, readLists } from '../lists.ts';
import { openFile } from '../open-file.ts';
import type { ReadPackageOptions } from '../options.ts';
import { SlabReader } from '../slab-reader.ts';
import { checkShift, findShift, liesInEntry } from './archive-shift.ts';
import { belowBase, findBase } from './base-folder.ts';
import { readDirectory, type ZipEntry } from './central-directory.ts';
import { type FoundEntry, readContents } from './contents.ts';
import { type DirectoryPlace, findDirectory } from './end-record.ts';
import { FaultLog } from './fault-log.ts';
import { whyNoDirectory } from './no-directory.ts';
import { readEntryBytes } from './read-entry.ts';
import { DEFLATED } from './records.ts';

export class ZipReading {
  readonly #draft: PackageDraft;
  readonly #handle: FileHandle;
  readonly #readAt: ReadAt;
  readonly #threads: HashThreads;
  readonly #options: ReadPackageOptions;
  readonly #faults = new FaultLog();

  constructor(draft: PackageDraft, handle: FileHandle, threads: HashThreads, options: ReadPackageOptions) {
    this.#draft = draft;
    this.#handle = handle;
    this.#readAt = readAtHandle(handle);
    this.#threads = threads;
    this.#options = options;
  }

  async run(): Promise<void> {
    const { limits } = this.#options;
    try {
      const stats = await this.#handle.stat();
      if (!stats.isFile()) throw new Stopped({ type: 'unreadable', reason: 'not-file', detail: null });
      this.#draft.sizeBytes = stats.size;
      const place = await findDirectory(this.#readAt, stats.size, this.#faults);
      if (place === null) throw await this.#noDirectory();
      const entries = await readDirectory(this.#readAt, place, limits, this.#faults);
      const shift = await findShift(entries, place, this.#readAt);
      if (shift > 0 && (await liesInEntry(shift, this.#readAt))) throw await this.#noDirectory();
      checkShift(shift, place, this.#faults);
      await this.#readEntries(shift === 0 ? entries : entries.map((entry) => moveEntry(entry, shift)), place);
    } finally {
      this.#draft.structure = belowBaseAll(this.#faults.faults, this.#draft.base);
    }
  }

  async #noDirectory(): Promise<Stopped> {
    const { path, sizeBytes } = this.#draft;
    return new Stopped(await whyNoDirectory(this.#readAt, sizeBytes, path));
  }

  async #readEntries(entries: readonly ZipEntry[], place: DirectoryPlace): Promise<void> {
    const { limits } = this.#options;
    const base = findBase(entries.map(({ name }) => name));
    const found = entries.map((entry) => openEntry(entry, base));
    const files = found.flatMap(({ file }) => (file === null ? [] : [file]));
    Object.assign(this.#draft, { base, files });
    checkSizes(found, this.#draft.sizeBytes, limits);
    const { algorithmsFor, ...facts } = await readLists(this.#listSources(found), limits);
    Object.assign(this.#draft, facts);
    await this.#readContents(found, place, this.#options.fast ? () => NONE : algorithmsFor);
  }

  /** Of two entries of one name the first counts, as in most readers. */
  #listSources(found: readonly FoundEntry[]): Map<string, ListSource> {
    const sources = new Map<string, ListSource>();
    for (const { entry, file } of found) {
      if (file?.type !== 'file' || !isAtRoot(file.path) || sources.has(file.path)) continue;
      const read = (maxBytes: number) => readEntryBytes(entry, this.#readAt, maxBytes);
      sources.set(file.path, { file, read });
    }
    return sources;
  }

  async #readContents(
    found: readonly FoundEntry[],
    place: DirectoryPlace,
    algorithmsFor: Lists['algorithmsFor'],
  ): Promise<void> {
    const { sizeBytes: totalBytes } = this.#draft;
    const { signal, wholeDigest, onProgress } = this.#options;
    let path = '';
    const tell = (doneBytes: number) => onProgress?.({ doneBytes, totalBytes, path });
    const threads = this.#threads;
    const reader = new SlabReader(this.#handle, totalBytes, { threads, signal, wholeDigest, onSlab: tell });
    try {
      await readContents(found, {
        ...{ reader, threads, faults: this.#faults, place, fileBytes: totalBytes, algorithmsFor },
        onFile: (next) => {
          path = next;
        },
      });
      this.#draft.sha256 = await reader.wholeDigest();
      tell(totalBytes);
    } finally {
      await reader.close();
    }
  }
}

const NONE: ReadonlyMap<string, string> = new Map();

function moveEntry(entry: ZipEntry, shift: number): ZipEntry {
  return { ...entry, offset: entry.offset + shift };
}

function openEntry(entry: ZipEntry, base: string): FoundEntry {
  const { name, type, sizeBytes, nameEncoding } = entry;
  if (type === 'folder') return { entry, file: null };
  return { entry, file: openFile({ path: belowBase(name, base), type, sizeBytes, nameEncoding }) };
}

function belowBaseAll(faults: readonly StructureFault[], base: string): StructureFault[] {
  return faults.map((fault) => (fault.path === null ? fault : { ...fault, path: belowBase(fault.path, base) }));
}

/** Before anything is inflated. */
function checkSizes(found: readonly FoundEntry[], fileBytes: number, limits: PackageLimits): void {
  const { maxTotalBytes, maxRatio, ratioFreeBytes } = limits;
  let totalBytes = 0;
  let inflatedBytes = 0;
  for (const { entry, file } of found) {
    const { name, method, sizeBytes, compressedBytes } = entry;
    const path = file?.path ?? name;
    totalBytes += sizeBytes;
    keepTo('total', totalBytes, maxTotalBytes, path);
    if (method !== DEFLATED) continue;
    inflatedBytes += sizeBytes;
    if (sizeBytes > ratioFreeBytes) keepTo('ratio', ratioOf(sizeBytes, compressedBytes), maxRatio, path);
  }
  if (inflatedBytes > ratioFreeBytes) keepTo('ratio', ratioOf(inflatedBytes, fileBytes), maxRatio);
}

function ratioOf(inflatedBytes: number, compressedBytes: number): number {
  return Math.round(inflatedBytes / Math.max(1, compressedBytes));
}
