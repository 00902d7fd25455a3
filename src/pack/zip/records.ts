/**
 * The records of a ZIP with stored entries (PKWARE APPNOTE 6.3.10): sizes and CRC in the local header, names in UTF-8, ZIP64
 * where a size, an offset or the count asks for it.
 */

export interface StoredEntry {
  /** With `/`. */
  readonly name: Buffer;
  readonly sizeBytes: number;
  readonly crc32: number;
  /** Of the local header, from the start of the archive. */
  readonly offset: number;
}

/** APPNOTE 4.4.6: two-second steps, no zone. */
export interface DosTime {
  readonly date: number;
  readonly time: number;
}

const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const END64_SIGNATURE = 0x06064b50;
const LOCATOR64_SIGNATURE = 0x07064b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const END64_BYTES = 56;
const LOCATOR64_BYTES = 20;

const MAX_32 = 0xffffffff;
const MAX_16 = 0xffff;
const ZIP64_EXTRA = 0x0001;
/** APPNOTE 4.4.3: 1.0 for a stored file, 4.5 for ZIP64. */
const VERSION_STORED = 10;
const VERSION_ZIP64 = 45;
/** APPNOTE 4.4.2: Unix, so that the attributes below are read as permissions. */
const MADE_BY = (3 << 8) | VERSION_ZIP64;
/** APPNOTE 4.4.4, bit 11: the name is UTF-8. */
const UTF8_FLAG = 0x0800;
/** A plain file that everybody may read. */
const ATTRIBUTES = 0o100644 << 16;

/** The same in both headers, though only one of them holds the offset. */
function versionNeeded({ sizeBytes, offset }: StoredEntry): number {
  return sizeBytes >= MAX_32 || offset >= MAX_32 ? VERSION_ZIP64 : VERSION_STORED;
}

/** APPNOTE 4.3.7. */
export function localHeader(entry: StoredEntry, time: DosTime): Buffer {
  const { name, sizeBytes } = entry;
  const extra = sizeBytes >= MAX_32 ? zip64Extra([sizeBytes, sizeBytes]) : Buffer.alloc(0);
  const header = Buffer.alloc(LOCAL_BYTES);
  header.writeUInt32LE(LOCAL_SIGNATURE, 0);
  writeShared(header, 4, entry, time, extra);
  return Buffer.concat([header, name, extra]);
}

/** APPNOTE 4.3.12. */
export function centralHeader(entry: StoredEntry, time: DosTime): Buffer {
  const { name, sizeBytes, offset } = entry;
  const far = offset >= MAX_32;
  const wide = [...(sizeBytes >= MAX_32 ? [sizeBytes, sizeBytes] : []), ...(far ? [offset] : [])];
  const extra = wide.length > 0 ? zip64Extra(wide) : Buffer.alloc(0);
  const header = Buffer.alloc(CENTRAL_BYTES);
  header.writeUInt32LE(CENTRAL_SIGNATURE, 0);
  header.writeUInt16LE(MADE_BY, 4);
  writeShared(header, 6, entry, time, extra);
  header.writeUInt32LE(ATTRIBUTES >>> 0, 38);
  header.writeUInt32LE(far ? MAX_32 : offset, 42);
  return Buffer.concat([header, name, extra]);
}

/** What both headers hold in one run, from the version needed to the length of the extra field; the method stays 0, stored. */
function writeShared(header: Buffer, at: number, entry: StoredEntry, { date, time }: DosTime, extra: Buffer): void {
  const { name, sizeBytes, crc32 } = entry;
  const size = Math.min(sizeBytes, MAX_32);
  header.writeUInt16LE(versionNeeded(entry), at);
  header.writeUInt16LE(UTF8_FLAG, at + 2);
  header.writeUInt16LE(time, at + 6);
  header.writeUInt16LE(date, at + 8);
  header.writeUInt32LE(crc32, at + 10);
  header.writeUInt32LE(size, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
  header.writeUInt16LE(extra.length, at + 24);
}

export interface Directory {
  readonly count: number;
  readonly offset: number;
  readonly sizeBytes: number;
}

/** The end records: those of ZIP64 (APPNOTE 4.3.14, 4.3.15) where one of the numbers asks for them, and the end record (4.3.16). */
export function endRecords(directory: Directory): Buffer {
  const { count, offset, sizeBytes } = directory;
  const wide = count >= MAX_16 || offset >= MAX_32 || sizeBytes >= MAX_32;
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END_SIGNATURE, 0);
  end.writeUInt16LE(Math.min(count, MAX_16), 8);
  end.writeUInt16LE(Math.min(count, MAX_16), 10);
  end.writeUInt32LE(Math.min(sizeBytes, MAX_32), 12);
  end.writeUInt32LE(Math.min(offset, MAX_32), 16);
  return wide ? Buffer.concat([end64(directory), locator64(offset + sizeBytes), end]) : end;
}

function end64({ count, offset, sizeBytes }: Directory): Buffer {
  const end = Buffer.alloc(END64_BYTES);
  end.writeUInt32LE(END64_SIGNATURE, 0);
  end.writeBigUInt64LE(BigInt(END64_BYTES - 12), 4);
  end.writeUInt16LE(MADE_BY, 12);
  end.writeUInt16LE(VERSION_ZIP64, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(sizeBytes), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  return end;
}

function locator64(offset: number): Buffer {
  const locator = Buffer.alloc(LOCATOR64_BYTES);
  locator.writeUInt32LE(LOCATOR64_SIGNATURE, 0);
  locator.writeBigUInt64LE(BigInt(offset), 8);
  locator.writeUInt32LE(1, 16);
  return locator;
}

/** APPNOTE 4.5.3. */
function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(ZIP64_EXTRA, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
  return extra;
}
