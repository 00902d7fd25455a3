/**
 * Entries of an untrusted ZIP, read within limits. The directory is summed before anything is inflated, every inflated
 * byte is counted against the declared size, and the CRC is checked, which yauzl leaves to its caller.
 */
import { close, open } from 'node:fs';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, fromFdPromise, type ZipFile } from 'yauzl';
import { systemCode } from './system-error.ts';

export interface ZipLimits {
  readonly maxEntries: number;
  /** Sum of the declared inflated sizes, bytes. */
  readonly maxTotalBytes: number;
  /** Inflated size of an entry that is read, bytes. */
  readonly maxEntryBytes: number;
  /** Inflated over compressed size, for entries above `ratioFreeBytes`: XML of a real document stays under 100. */
  readonly maxRatio: number;
  readonly ratioFreeBytes: number;
}

const MIB = 1 << 20;
export const ZIP_LIMITS: ZipLimits = {
  maxEntries: 10_000,
  maxTotalBytes: 1024 * MIB,
  maxEntryBytes: 32 * MIB,
  maxRatio: 200,
  ratioFreeBytes: 8 * MIB,
};

export class ZipError extends Error {
  override readonly name = 'ZipError';
  readonly reason: 'damaged' | 'encrypted' | 'too-large';

  constructor(reason: ZipError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface GuardedZip {
  readonly names: readonly string[];
  /** The entry's bytes; `null` when the archive has no such entry. Throws ZipError. */
  read(name: string): Promise<Buffer | null>;
  close(): void;
}

/** Opens an archive and checks its directory. Throws ZipError, or the system's error when the file cannot be read. */
export async function openZip(location: string | Buffer, limits: ZipLimits = ZIP_LIMITS): Promise<GuardedZip> {
  const fd = await promisify(open)(location, 'r');
  const zip = await asZipError(fromFdPromise(fd, { autoClose: false })).catch(async (error: unknown) => {
    await promisify(close)(fd);
    throw error;
  });
  return guardZip(zip, limits);
}

/** The same for an archive that is in memory already. Throws ZipError. */
export async function openZipBytes(bytes: Buffer, limits: ZipLimits = ZIP_LIMITS): Promise<GuardedZip> {
  return guardZip(await asZipError(fromBufferPromise(bytes, {})), limits);
}

async function guardZip(zip: ZipFile, limits: ZipLimits): Promise<GuardedZip> {
  try {
    const entries = await asZipError(readDirectory(zip, limits));
    return {
      names: [...entries.keys()],
      read: async (name) => {
        const entry = entries.get(name);
        return entry ? asZipError(readEntry(zip, entry, limits)) : null;
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readDirectory(zip: ZipFile, limits: ZipLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.maxEntries) throw new ZipError('too-large', `${zip.entryCount} entries`);
  const entries = new Map<string, Entry>();
  let totalBytes = 0;
  for await (const entry of zip.eachEntry()) {
    // Two entries of one name: which of them a reader takes differs from reader to reader.
    if (entries.has(entry.fileName)) throw new ZipError('damaged', `duplicate entry ${entry.fileName}`);
    entries.set(entry.fileName, entry);
    totalBytes += entry.uncompressedSize;
    if (totalBytes > limits.maxTotalBytes) throw new ZipError('too-large', `inflates to over ${totalBytes} bytes`);
  }
  return entries;
}

async function readEntry(zip: ZipFile, entry: Entry, limits: ZipLimits): Promise<Buffer> {
  checkEntry(entry, limits);
  const bytes = Buffer.allocUnsafe(entry.uncompressedSize);
  let filled = 0;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    // yauzl stops a stream that outgrows its declared size; `copy` would drop the excess in any case.
    filled += chunk.copy(bytes, filled);
  }
  if (filled !== bytes.length) throw new ZipError('damaged', `${entry.fileName} ends early`);
  if (crc32(bytes) !== entry.crc32) throw new ZipError('damaged', `CRC of ${entry.fileName} does not match`);
  return bytes;
}

function checkEntry(entry: Entry, limits: ZipLimits): void {
  const { fileName, uncompressedSize, compressedSize } = entry;
  if (entry.isEncrypted()) throw new ZipError('encrypted', `${fileName} is encrypted`);
  const ratio = uncompressedSize / Math.max(compressedSize, 1);
  const swollen = uncompressedSize > limits.ratioFreeBytes && ratio > limits.maxRatio;
  if (uncompressedSize > limits.maxEntryBytes || swollen) {
    throw new ZipError('too-large', `${fileName} inflates to ${uncompressedSize} bytes`);
  }
}

/** yauzl and zlib report a broken archive by plain Errors or `Z_…` codes; errors of the system have an errno. */
async function asZipError<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ZipError || systemCode(error) !== null) throw error;
    throw new ZipError('damaged', error instanceof Error ? error.message : String(error));
  }
}
