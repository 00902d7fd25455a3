/** A folder as a package: its lists, then every file. No link is followed. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Entry } from '../../model/submission.ts';
import type { HashThreads } from '../../util/hash-threads.ts';
import { systemCode } from '../../util/system-error.ts';
import { readWhole } from '../text/read-whole.ts';
import { decodeEntryName } from './entry-name.ts';
import type { PackageDraft } from './facts-draft.ts';
import { FileDigests, PendingDigests } from './file-digests.ts';
import { keepTo } from './limits.ts';
import { isAtRoot, type ListSource, type Lists, readLists } from './lists.ts';
import { addFault, type OpenFile, openFile } from './open-file.ts';
import type { ReadPackageOptions } from './options.ts';
import { SlabReader } from './slab-reader.ts';

/** Small files wait for the disk more than they are read, so a few are open at once; large ones come one after the other. */
const SMALL_BYTES = 1 << 20;
const SMALL_AT_ONCE = 4;

/** A link that has come in a file's place is not followed; Windows has no such flag. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

interface FoundFile {
  readonly entry: Entry;
  readonly file: OpenFile;
}

export class FolderReading {
  readonly #draft: PackageDraft;
  readonly #entries: readonly Entry[];
  readonly #threads: HashThreads;
  readonly #options: ReadPackageOptions;
  readonly #pending = new PendingDigests();
  #doneBytes = 0;

  constructor(draft: PackageDraft, entries: readonly Entry[], threads: HashThreads, options: ReadPackageOptions) {
    this.#draft = draft;
    this.#entries = entries;
    this.#threads = threads;
    this.#options = options;
  }

  async run(): Promise<void> {
    const { limits, fast } = this.#options;
    keepTo('entries', this.#entries.length, limits.maxEntries);
    const found = this.#entries.flatMap((entry) => this.#openEntry(entry));
    this.#draft.files = found.map(({ file }) => file);
    this.#draft.sizeBytes = found.reduce((sum, { file }) => sum + file.sizeBytes, 0);
    keepTo('total', this.#draft.sizeBytes, limits.maxTotalBytes);
    const readable = found.filter(({ entry, file }) => file.type === 'file' && entry.error === null);
    const { algorithmsFor, ...facts } = await readLists(listSources(readable), limits);
    Object.assign(this.#draft, facts);
    if (fast) return;
    await this.#digestAll(readable.filter(isSmall), SMALL_AT_ONCE, algorithmsFor);
    await this.#digestAll(
      readable.filter((one) => !isSmall(one)),
      1,
      algorithmsFor,
    );
    await this.#pending.settle();
  }

  /** Whatever happens, no file is open any more when it is over: the threads are closed after that. */
  async #digestAll(files: readonly FoundFile[], atOnce: number, algorithmsFor: Lists['algorithmsFor']): Promise<void> {
    const queue = files.values();
    const work = async () => {
      for (const one of queue) await this.#digest(one, algorithmsFor(one.file));
    };
    for (const result of await Promise.allSettled(Array.from({ length: atOnce }, work))) {
      if (result.status === 'rejected') throw result.reason;
    }
  }

  /** Of folders only those that could not be listed: what is in them is unknown. */
  #openEntry(entry: Entry): FoundFile[] {
    if (entry.type === 'directory' && entry.error === null) return [];
    const type = entry.type === 'directory' ? 'other' : entry.type;
    const { name, encoding } = nameOf(entry);
    const sizeBytes = type === 'file' ? entry.sizeBytes : 0;
    const file = openFile({ path: name, type, sizeBytes, nameEncoding: encoding });
    if (entry.error !== null) addFault(file, { type: 'data', detail: entry.error });
    return [{ entry, file }];
  }

  async #digest({ entry, file }: FoundFile, algorithms: ReadonlyMap<string, string>): Promise<void> {
    this.#options.signal.throwIfAborted();
    try {
      const actualBytes = await this.#readFile(entry, file, algorithms);
      if (actualBytes !== file.sizeBytes) addFault(file, { type: 'size', actualBytes });
    } catch (error) {
      const detail = systemCode(error);
      if (detail === null) throw error;
      addFault(file, { type: 'data', detail });
    }
  }

  /** How many bytes there were. */
  async #readFile(entry: Entry, file: OpenFile, algorithms: ReadonlyMap<string, string>): Promise<number> {
    const { signal, onProgress } = this.#options;
    const handle = await open(entry.location, OPEN_FLAGS);
    try {
      const { size } = await handle.stat();
      const digests = new FileDigests(this.#threads, algorithms, size);
      const reader = new SlabReader(handle, size, { threads: this.#threads, signal, wholeDigest: false });
      let bytes = 0;
      try {
        for (let piece = await reader.piece(size); piece !== null; piece = await reader.piece(size)) {
          digests.update(piece);
          bytes += piece.end - piece.start;
          this.#doneBytes += piece.end - piece.start;
          onProgress?.({ doneBytes: this.#doneBytes, totalBytes: this.#draft.sizeBytes, path: file.path });
        }
      } finally {
        await reader.close();
      }
      await this.#pending.add(file, digests.digest());
      return bytes;
    } finally {
      await handle.close();
    }
  }
}

function isSmall({ file }: FoundFile): boolean {
  return file.sizeBytes < SMALL_BYTES;
}

function listSources(found: readonly FoundFile[]): Map<string, ListSource> {
  const sources = new Map<string, ListSource>();
  for (const { entry, file } of found) {
    const read = async (maxBytes: number) => {
      const whole = await readWhole(entry, maxBytes);
      return whole.ok ? whole.value : null;
    };
    if (isAtRoot(file.path)) sources.set(file.path, { file, read });
  }
  return sources;
}

/** Where a name is not UTF-8, its bytes stand in the location, to be read in the encoding that they are likely in. */
function nameOf({ path, location }: Entry) {
  if (!Buffer.isBuffer(location)) return { name: path, encoding: 'utf-8' } as const;
  let start = location.length;
  for (const _ of path.split('/')) start = location.lastIndexOf('/', start - 1);
  return decodeEntryName(location.subarray(start + 1), false);
}
