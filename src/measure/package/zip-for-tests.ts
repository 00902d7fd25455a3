/** Builds ZIP archives byte by byte, sound or spoilt in one place (PKWARE APPNOTE 6.3.10, 4.3). */
import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

export interface TestEntry {
  /** Bytes stand for a name in another encoding: they are written without the flag for UTF-8. */
  readonly name: string | Buffer;
  readonly data?: string | Buffer;
  readonly deflated?: boolean;
  readonly zip64?: boolean;
  /** A data descriptor after the data; the local header then has no CRC and no sizes. */
  readonly descriptor?: { readonly signed: boolean; readonly wide: boolean };
  readonly comment?: string;
  /** More extra fields, in both headers. */
  readonly extra?: Buffer;
  readonly attributes?: number;
  /** Instead of the real ones. */
  readonly flags?: number;
  readonly method?: number;
  readonly crc32?: number;
  readonly sizeBytes?: number;
  readonly compressedBytes?: number;
  readonly offset?: number;
  /** Bytes that belong to nothing, before the entry. */
  readonly gap?: Buffer;
  /** Spoils the local header, the directory's header, the descriptor. */
  local?(header: Buffer): void;
  central?(header: Buffer): void;
  spoilDescriptor?(descriptor: Buffer): void;
}

export interface TestArchive {
  readonly comment?: string;
  /** Bytes before the archive that its offsets do not count. */
  readonly prefix?: Buffer;
  readonly suffix?: Buffer;
  /** Bytes between the last entry and the directory. */
  readonly gap?: Buffer;
  readonly zip64?: boolean;
  end?(record: Buffer): void;
  end64?(record: Buffer): void;
  locator?(record: Buffer): void;
}

const MAX_32 = 0xffffffff;
const UTF8_FLAG = 0x0800;
const DESCRIPTOR_FLAG = 0x0008;
const REGULAR_FILE = 0o100644 << 16;
const DATE = (1 << 5) | 1;

export function makeZip(entries: readonly TestEntry[], archive: TestArchive = {}): Buffer {
  const parts: Buffer[] = [];
  const headers: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = makeEntry(entry, offset + (entry.gap?.length ?? 0));
    const part = Buffer.concat([entry.gap ?? Buffer.alloc(0), local]);
    parts.push(part);
    headers.push(central);
    offset += part.length;
  }
  const directory = Buffer.concat(headers);
  const none = Buffer.alloc(0);
  const { prefix = none, suffix = none, gap = none } = archive;
  const end = makeEnd(entries.length, offset + gap.length, directory.length, archive);
  return Buffer.concat([prefix, ...parts, gap, directory, end, suffix]);
}

function makeEntry(entry: TestEntry, offset: number): { local: Buffer; central: Buffer } {
  const name = Buffer.from(entry.name as string);
  const data = Buffer.from((entry.data ?? '') as string);
  const stored = entry.deflated ? deflateRawSync(data) : data;
  const marked = typeof entry.name === 'string' ? UTF8_FLAG : 0;
  const flags = entry.flags ?? marked | (entry.descriptor ? DESCRIPTOR_FLAG : 0);
  const fields = {
    version: entry.zip64 ? 45 : 10,
    flags,
    method: entry.method ?? (entry.deflated ? 8 : 0),
    crc: entry.crc32 ?? crc32(data),
    compressed: entry.compressedBytes ?? stored.length,
    size: entry.sizeBytes ?? data.length,
  };
  const extra = entry.extra ?? Buffer.alloc(0);
  const local = localHeader(name, extra, fields, entry);
  entry.local?.(local);
  const descriptor = makeDescriptor(fields, entry);
  entry.spoilDescriptor?.(descriptor);
  const central = centralHeader(name, extra, fields, entry, entry.offset ?? offset);
  entry.central?.(central);
  return { local: Buffer.concat([local, stored, descriptor]), central };
}

interface Fields {
  readonly version: number;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
}

function localHeader(name: Buffer, extra: Buffer, fields: Fields, { zip64, descriptor }: TestEntry): Buffer {
  const { crc, compressed, size } = descriptor ? { crc: 0, compressed: 0, size: 0 } : fields;
  const allExtra = zip64 ? Buffer.concat([zip64Extra([size, compressed]), extra]) : extra;
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(fields.version, 4);
  header.writeUInt16LE(fields.flags, 6);
  header.writeUInt16LE(fields.method, 8);
  header.writeUInt16LE(DATE, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(zip64 ? MAX_32 : compressed, 18);
  header.writeUInt32LE(zip64 ? MAX_32 : size, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(allExtra.length, 28);
  return Buffer.concat([header, name, allExtra]);
}

function centralHeader(name: Buffer, extra: Buffer, fields: Fields, entry: TestEntry, offset: number): Buffer {
  const { zip64, comment = '', attributes = REGULAR_FILE } = entry;
  const allExtra = zip64 ? Buffer.concat([zip64Extra([fields.size, fields.compressed, offset]), extra]) : extra;
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((3 << 8) | 45, 4);
  header.writeUInt16LE(fields.version, 6);
  header.writeUInt16LE(fields.flags, 8);
  header.writeUInt16LE(fields.method, 10);
  header.writeUInt16LE(DATE, 14);
  header.writeUInt32LE(fields.crc, 16);
  header.writeUInt32LE(zip64 ? MAX_32 : fields.compressed, 20);
  header.writeUInt32LE(zip64 ? MAX_32 : fields.size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(allExtra.length, 30);
  header.writeUInt16LE(Buffer.byteLength(comment), 32);
  header.writeUInt32LE(attributes >>> 0, 38);
  header.writeUInt32LE(zip64 ? MAX_32 : offset, 42);
  return Buffer.concat([header, name, allExtra, Buffer.from(comment)]);
}

function makeDescriptor({ crc, compressed, size }: Fields, { descriptor }: TestEntry): Buffer {
  if (descriptor === undefined) return Buffer.alloc(0);
  const { signed, wide } = descriptor;
  const sizes = wide ? [uint64(compressed), uint64(size)] : [uint32(compressed), uint32(size)];
  return Buffer.concat([signed ? uint32(0x08074b50) : Buffer.alloc(0), uint32(crc), ...sizes]);
}

function makeEnd(count: number, offset: number, sizeBytes: number, archive: TestArchive): Buffer {
  const { comment = '', zip64, end: spoilEnd, end64: spoilEnd64, locator: spoilLocator } = archive;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : count, 8);
  end.writeUInt16LE(zip64 ? 0xffff : count, 10);
  end.writeUInt32LE(zip64 ? MAX_32 : sizeBytes, 12);
  end.writeUInt32LE(zip64 ? MAX_32 : offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  spoilEnd?.(end);
  const record = Buffer.concat([end, Buffer.from(comment)]);
  if (!zip64) return record;
  const end64 = Buffer.concat([
    Buffer.from('504b06062c000000000000002d032d000000000000000000', 'hex'),
    ...[count, count, sizeBytes, offset].map(uint64),
  ]);
  spoilEnd64?.(end64);
  const locator = Buffer.concat([uint32(0x07064b50), uint32(0), uint64(offset + sizeBytes), uint32(1)]);
  spoilLocator?.(locator);
  return Buffer.concat([end64, locator, record]);
}

function zip64Extra(values: readonly number[]): Buffer {
  return Buffer.concat([uint32(1 | ((8 * values.length) << 16)), ...values.map(uint64)]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

export function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

export function sha256Of(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The files of a sound bag, by path: its payload, and the tag files for it. */
export function bagFiles(payload: Readonly<Record<string, string>>): Record<string, string> {
  const lines = (files: Readonly<Record<string, string>>) =>
    Object.entries(files)
      .map(([path, data]) => `${sha256Of(data)}  ${path}\n`)
      .join('');
  const tags = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'bag-info.txt': 'Bagging-Date: 2027-06-09\n',
    'manifest-sha256.txt': lines(payload),
  };
  return { ...payload, ...tags, 'tagmanifest-sha256.txt': lines(tags) };
}

/** Entries for files by path, below a base folder. */
export function entriesOf(files: Readonly<Record<string, string>>, base = 'bag'): TestEntry[] {
  return Object.entries(files).map(([path, data]) => ({ name: `${base}/${path}`, data }));
}
