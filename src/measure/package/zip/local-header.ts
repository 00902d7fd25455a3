/** The local header of an entry (APPNOTE 4.3.7), held against what the directory says. */
import type { ZipEntry } from './central-directory.ts';
import { readExtraFields, zip64Values } from './extra-fields.ts';
import type { FaultLog } from './fault-log.ts';
import { FLAG, LOCAL_BYTES, LOCAL_SIGNATURE, MAX_32, uint32At } from './records.ts';

export interface LocalHeader {
  /** The fixed part. */
  readonly fixed: Buffer;
  /** Byte for byte. */
  readonly name: Buffer;
  readonly extra: Buffer;
}

/** How many bytes follow the fixed part: name and extra field. */
export function variableBytes(fixed: Buffer): number {
  return fixed.readUInt16LE(26) + fixed.readUInt16LE(28);
}

export function splitLocalHeader(bytes: Buffer): LocalHeader {
  const extraAt = LOCAL_BYTES + bytes.readUInt16LE(26);
  return {
    fixed: bytes.subarray(0, LOCAL_BYTES),
    name: bytes.subarray(LOCAL_BYTES, extraAt),
    extra: bytes.subarray(extraAt),
  };
}

/** False when what stands there is no header of this entry, so that nothing after it can be found either. */
export function checkLocalHeader(header: LocalHeader, entry: ZipEntry, faults: FaultLog): boolean {
  const { offset, name: path } = entry;
  const { signed, named } = recognise(header, entry);
  if (!signed) faults.add('bad-signature', offset, { field: 'local file header signature', path });
  if (!signed && !named) return false;
  const differs = (field: string, at: number) => faults.add('local-differs', offset + at, { field, path });
  for (const { field, at, read, of } of SHORT_FIELDS) {
    if (read(header.fixed) !== entry[of]) differs(field, at);
  }
  if (!named) differs('file name', LOCAL_BYTES);
  checkSizes(header, entry, faults);
  return true;
}

/** Whether it has a header's signature, and the entry's name. */
export function recognise({ fixed, name }: LocalHeader, entry: ZipEntry): { signed: boolean; named: boolean } {
  return { signed: uint32At(fixed, 0) === LOCAL_SIGNATURE, named: name.equals(rawNameOf(entry)) };
}

function rawNameOf({ name, rawName }: ZipEntry): Buffer {
  return rawName === null ? Buffer.from(name) : Buffer.from(rawName, 'latin1');
}

const SHORT_FIELDS = (
  [
    ['version needed to extract', 4, 'version'],
    ['general purpose bit flag', 6, 'flags'],
    ['compression method', 8, 'method'],
    ['last mod file time', 10, 'time'],
    ['last mod file date', 12, 'date'],
  ] as const
).map(([field, at, of]) => ({ field, at, of, read: (fixed: Buffer) => fixed.readUInt16LE(at) }));

/**
 * CRC and sizes. With a data descriptor they may be zero here (APPNOTE 4.4.4, bit 3), and where the directory is encrypted
 * they are masked.
 */
function checkSizes({ fixed, name, extra }: LocalHeader, entry: ZipEntry, faults: FaultLog): void {
  const { offset, name: path } = entry;
  const extras = readExtraFields(extra);
  const extraOffset = offset + LOCAL_BYTES + name.length;
  if (!extras.wellFormed) faults.add('extra-field', extraOffset, { field: 'extra field', path });
  if ((entry.flags & FLAG.masked) !== 0) return;
  const wide = readWideSizes(fixed, extras.zip64);
  if (wide === null) faults.add('extra-field', extraOffset, { field: 'Zip64 extended information extra field', path });
  const [wideSize = null, wideCompressed = null] = wide ?? [];
  const later = (entry.flags & FLAG.descriptor) !== 0;
  const compare = (field: string, at: number, wideValue: number | null, asked: number) => {
    const value = fixed.readUInt32LE(at);
    const found = wideValue === null ? [value] : value === MAX_32 ? [wideValue] : [value, wideValue];
    if (found.some((one) => one !== asked && !(later && one === 0))) {
      faults.add('local-differs', offset + at, { field, path });
    }
  };
  compare('crc-32', 14, null, entry.crc32);
  compare('compressed size', 18, wideCompressed, entry.compressedBytes);
  compare('uncompressed size', 22, wideSize, entry.sizeBytes);
}

/**
 * Both sizes of the ZIP64 field, the uncompressed one first: here it must hold both (APPNOTE 4.5.3), and some writers add it
 * to a file of any size. An empty list when neither is needed; `null` where they are missing.
 */
function readWideSizes(fixed: Buffer, zip64: Buffer | null): number[] | null {
  const needed = fixed.readUInt32LE(18) === MAX_32 || fixed.readUInt32LE(22) === MAX_32;
  return zip64 === null && !needed ? [] : zip64Values(zip64, 2);
}
