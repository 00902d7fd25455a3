/** One pass over an archive in the order of its bytes: local headers, data, descriptors, and what lies between them. */
import { crc32 } from 'node:zlib';
import type { EntryFault, PackagedFile } from '../../../model/package-facts.ts';
import type { HashThreads } from '../../../util/hash-threads.ts';
import { systemCode } from '../../../util/system-error.ts';
import { FileDigests, LocalDigests, PendingDigests } from '../file-digests.ts';
import { addFault, type OpenFile } from '../open-file.ts';
import type { Piece, SlabReader } from '../slab-reader.ts';
import type { ZipEntry } from './central-directory.ts';
import { Coverage } from './coverage.ts';
import { MAX_DESCRIPTOR_BYTES, readDescriptor } from './descriptor.ts';
import type { DirectoryPlace } from './end-record.ts';
import type { FaultLog } from './fault-log.ts';
import { InflateError, Inflater } from './inflater.ts';
import { checkLocalHeader, splitLocalHeader, variableBytes } from './local-header.ts';
import { DEFLATED, FLAG, LOCAL_BYTES, STORED } from './records.ts';

export interface ContentsContext {
  readonly reader: SlabReader;
  readonly threads: HashThreads;
  readonly faults: FaultLog;
  readonly place: DirectoryPlace;
  readonly fileBytes: number;
  /** Names for `createHash`, by algorithm; empty where nothing is to be digested. */
  algorithmsFor(file: PackagedFile): ReadonlyMap<string, string>;
  /** Called with the path of each file before it is read. */
  onFile(path: string): void;
}

export interface FoundEntry {
  readonly entry: ZipEntry;
  /** `null` for a folder. */
  readonly file: OpenFile | null;
}

/**
 * Fills in faults and digests. Rejects with the signal's reason, or when a hash thread has failed; what the system refuses to
 * read is a fault of the entry.
 */
export async function readContents(found: readonly FoundEntry[], context: ContentsContext): Promise<void> {
  const pass = new ContentsPass(context);
  const inOrder = found.toSorted((a, b) => a.entry.offset - b.entry.offset);
  for (const [index, one] of inOrder.entries()) {
    await pass.read(one, inOrder[index + 1]?.entry.offset ?? context.place.offset);
  }
  await pass.finish();
}

class ContentsPass {
  readonly #context: ContentsContext;
  readonly #coverage: Coverage;
  readonly #pending = new PendingDigests();

  constructor(context: ContentsContext) {
    this.#context = context;
    this.#coverage = new Coverage(context.place.offset, context.fileBytes, context.faults);
  }

  /** @param next where the next entry begins, or the directory */
  async read({ entry, file }: FoundEntry, next: number): Promise<void> {
    if (!this.#coverage.begin(entry)) return;
    if (file !== null) this.#context.onFile(file.path);
    try {
      const dataOffset = await this.#readHeader(entry);
      if (dataOffset === null || !this.#coverage.holds(entry, dataOffset)) return;
      if (file === null) this.#checkFolder(entry, dataOffset);
      else await this.#readData(entry, file);
      if ((entry.flags & FLAG.descriptor) !== 0) await this.#readDescriptor(entry, dataOffset, next);
    } catch (error) {
      const detail = systemCode(error);
      if (detail === null) throw error;
      if (file !== null) addFault(file, { type: 'data', detail });
    }
  }

  async finish(): Promise<void> {
    this.#coverage.finish();
    await this.#pending.settle();
  }

  /** Where the data begin; `null` when no header of this entry is there. */
  async #readHeader(entry: ZipEntry): Promise<number | null> {
    const { reader, faults } = this.#context;
    await reader.skipTo(entry.offset);
    // A copy: reading on may take the slab away.
    const fixed = Buffer.from(await reader.bytes(LOCAL_BYTES));
    if (fixed.length < LOCAL_BYTES) return null;
    const bytes = Buffer.concat([fixed, await reader.bytes(variableBytes(fixed))]);
    return checkLocalHeader(splitLocalHeader(bytes), entry, faults) ? entry.offset + bytes.length : null;
  }

  /** A folder has no bytes of its own; Java deflates nothing into two. */
  #checkFolder({ name, method, compressedBytes, sizeBytes }: ZipEntry, dataOffset: number): void {
    const bytes = Math.max(compressedBytes, sizeBytes);
    const isNothing = sizeBytes === 0 && method === DEFLATED && compressedBytes === NOTHING_DEFLATED_BYTES;
    if (bytes > 0 && !isNothing) this.#context.faults.add('gap', dataOffset, { field: 'file data', path: name, bytes });
  }

  async #readData(entry: ZipEntry, file: OpenFile): Promise<void> {
    const { flags, method, compressedBytes, sizeBytes } = entry;
    if ((flags & (FLAG.encrypted | FLAG.strongEncryption | FLAG.masked)) !== 0) addFault(file, { type: 'encrypted' });
    else if (method === DEFLATED) await this.#readDeflated(entry, file);
    else if (method !== STORED) addFault(file, { type: 'method', method });
    else if (compressedBytes !== sizeBytes) addFault(file, { type: 'size', actualBytes: compressedBytes });
    else await this.#readStored(entry, file);
  }

  async #readStored(entry: ZipEntry, file: OpenFile): Promise<void> {
    const digests = new FileDigests(this.#context.threads, this.#context.algorithmsFor(file), entry.sizeBytes);
    let crc = 0;
    const whole = await this.#eachPiece(entry.sizeBytes, (piece) => {
      digests.update(piece);
      crc = crc32(bytesOf(piece), crc);
    });
    if (!whole) return addFault(file, ENDS_EARLY);
    if (crc !== entry.crc32) addFault(file, { type: 'crc' });
    await this.#pending.add(file, digests.digest());
  }

  async #readDeflated(entry: ZipEntry, file: OpenFile): Promise<void> {
    const digests = new LocalDigests(this.#context.algorithmsFor(file));
    let crc = 0;
    const inflater = new Inflater(entry.sizeBytes, (bytes) => {
      crc = crc32(bytes, crc);
      digests.update(bytes);
    });
    try {
      await this.#eachPiece(entry.compressedBytes, (piece) => inflater.write(bytesOf(piece)));
      await inflater.end();
      const fault = deflateFault(inflater, crc, entry);
      if (fault !== null) addFault(file, fault);
      if (inflater.sizeBytes === entry.sizeBytes) file.digests = digests.digest();
    } catch (error) {
      if (!(error instanceof InflateError)) throw error;
      addFault(file, { type: 'data', detail: error.message });
    } finally {
      inflater.close();
    }
  }

  /** Resolves to false when the file ends before `length` bytes. */
  async #eachPiece(length: number, take: (piece: Piece) => Promise<void> | void): Promise<boolean> {
    for (let left = length; left > 0; ) {
      const piece = await this.#context.reader.piece(left);
      if (piece === null) return false;
      left -= piece.end - piece.start;
      const taken = take(piece);
      if (taken !== undefined) await taken;
    }
    return true;
  }

  async #readDescriptor(entry: ZipEntry, dataOffset: number, next: number): Promise<void> {
    const { reader, faults } = this.#context;
    const { name: path } = entry;
    const offset = dataOffset + entry.compressedBytes;
    const room = next - offset;
    await reader.skipTo(offset);
    const bytes = await reader.bytes(Math.min(Math.max(0, room), MAX_DESCRIPTOR_BYTES));
    const descriptor = readDescriptor(bytes, room, entry);
    if (descriptor === null) faults.add('descriptor-differs', offset, { path });
    for (const field of descriptor?.differing ?? []) faults.add('descriptor-differs', offset, { field, path });
    this.#coverage.extend(descriptor?.length ?? 0);
  }
}

const NOTHING_DEFLATED_BYTES = 2;
const ENDS_EARLY: EntryFault = { type: 'data', detail: 'the file ends early' };

function bytesOf({ slab, start, end }: Piece): Buffer {
  return slab.bytes.subarray(start, end);
}

function deflateFault(inflater: Inflater, crc: number, entry: ZipEntry): EntryFault | null {
  if (inflater.sizeBytes !== entry.sizeBytes) return { type: 'size', actualBytes: inflater.sizeBytes };
  if (inflater.usedBytes < entry.compressedBytes) return { type: 'data', detail: 'bytes after the compressed data' };
  return crc === entry.crc32 ? null : { type: 'crc' };
}
