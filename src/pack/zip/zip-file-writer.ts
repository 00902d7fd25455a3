/** A ZIP of stored entries, written into a file: what is large goes from the buffer it was read into, what is small is gathered. */
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Entry } from '../../model/submission.ts';
import { writeAll } from '../../util/write-all.ts';
import type { MadeFile } from '../content.ts';
import { type ReadContext, readSource } from '../read-source.ts';
import type { PackageWriter } from '../writer.ts';
import { centralHeader, type DosTime, endRecords, localHeader, type StoredEntry } from './records.ts';

/** Headers and small files are gathered up to this before they are written. */
const GATHERED_BYTES = 1 << 20;

export class ZipFileWriter implements PackageWriter {
  readonly #handle: FileHandle;
  /** Everything stands in it. */
  readonly #base: string;
  readonly #time: DosTime;
  readonly #entries: StoredEntry[] = [];
  /** Where the next byte goes. */
  #offset = 0;
  #gathered: Uint8Array[] = [];
  #gatheredBytes = 0;

  constructor(handle: FileHandle, base: string, time: DosTime) {
    this.#handle = handle;
    this.#base = base;
    this.#time = time;
  }

  async addBytes({ path, bytes }: MadeFile): Promise<void> {
    const entry = this.#entry(path, bytes.length, crc32(bytes));
    this.#entries.push(entry);
    this.#append(localHeader(entry, this.#time));
    this.#append(bytes);
  }

  /** The local header is written in front of the data, and once more when their CRC is known. */
  async addFile(path: string, source: Entry, context: ReadContext): Promise<string> {
    const entry = this.#entry(path, source.sizeBytes, 0);
    this.#append(localHeader(entry, this.#time));
    this.#flush();
    const start = this.#offset;
    const { sha256, crc32: crc } = await readSource(source, context, (slab, length, position) =>
      writeAll(this.#handle, slab.bytes.subarray(0, length), start + position),
    );
    this.#offset = start + source.sizeBytes;
    const whole = { ...entry, crc32: crc };
    this.#entries.push(whole);
    writeAll(this.#handle, localHeader(whole, this.#time), entry.offset);
    return sha256;
  }

  async finish(): Promise<number> {
    const offset = this.#offset;
    for (const entry of this.#entries) this.#append(centralHeader(entry, this.#time));
    const sizeBytes = this.#offset - offset;
    this.#append(endRecords({ count: this.#entries.length, offset, sizeBytes }));
    this.#flush();
    return this.#offset;
  }

  #entry(path: string, sizeBytes: number, crc: number): StoredEntry {
    return { name: Buffer.from(`${this.#base}/${path}`), sizeBytes, crc32: crc, offset: this.#offset };
  }

  #append(bytes: Uint8Array): void {
    this.#gathered.push(bytes);
    this.#gatheredBytes += bytes.length;
    this.#offset += bytes.length;
    if (this.#gatheredBytes >= GATHERED_BYTES) this.#flush();
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#gathered);
    this.#gathered = [];
    this.#gatheredBytes = 0;
    writeAll(this.#handle, bytes, this.#offset - bytes.length);
  }
}
