/** The ZIP64 end record and its locator, before the end record (APPNOTE 4.3.14 and 4.3.15). */
import type { ReadAt } from '../../../util/byte-source.ts';
import {
  type DeclaredDirectory,
  DIRECTORY_FIELDS,
  type DirectoryField,
  placeholderOf,
  readZip64EndRecord,
} from './declared-directory.ts';
import type { FaultLog } from './fault-log.ts';
import {
  END64_BYTES,
  END64_SIGNATURE,
  LOCATOR64_BYTES,
  LOCATOR64_SIGNATURE,
  MAX_32,
  readUInt64,
  uint32At,
} from './records.ts';

/** The field that says where the record is. */
export const RECORD_OFFSET_FIELD = 'relative offset of the zip64 end of central directory record';

export interface WidenedDirectory {
  readonly declared: DeclaredDirectory;
  /** Where the end records begin: the directory ends there. */
  readonly end: number;
  /** Where the record was found, after where the locator says it is; `null` when there is none. */
  readonly displacement: number | null;
}

/** The numbers of the end record, with those of the ZIP64 record where there is one. */
export async function widenDirectory(
  narrow: DeclaredDirectory,
  endOffset: number,
  readAt: ReadAt,
  faults: FaultLog,
): Promise<WidenedDirectory> {
  const locatorOffset = endOffset - LOCATOR64_BYTES;
  const locator = locatorOffset < 0 ? Buffer.alloc(0) : await readAt(locatorOffset, LOCATOR64_BYTES);
  const none = { declared: narrow, displacement: null };
  if (uint32At(locator, 0) !== LOCATOR64_SIGNATURE) {
    // 65,535 entries need no ZIP64; a size or an offset of 4 GiB does.
    for (const field of ['sizeBytes', 'offset'] as const) {
      if (narrow[field] === MAX_32) faults.add('zip64', endOffset, { field: DIRECTORY_FIELDS[field] });
    }
    return { ...none, end: endOffset };
  }
  checkLocator(locator, locatorOffset, faults);
  const said = readUInt64(locator, 8);
  const found = await findRecord(said, locatorOffset, readAt);
  if (found === null) {
    faults.add('zip64', locatorOffset + 8, { field: RECORD_OFFSET_FIELD });
    return { ...none, end: locatorOffset };
  }
  checkRecord(found.record, found.offset, locatorOffset, faults);
  const declared = merge(narrow, readZip64EndRecord(found.record), endOffset, faults);
  return { declared, end: found.offset, displacement: found.offset - said };
}

function checkLocator(locator: Buffer, offset: number, faults: FaultLog): void {
  if (locator.readUInt32LE(4) !== 0) {
    const field = 'number of the disk with the start of the zip64 end of central directory';
    faults.add('multi-disk', offset + 4, { field });
  }
  if (locator.readUInt32LE(16) !== 1) faults.add('multi-disk', offset + 16, { field: 'total number of disks' });
}

/** Where the locator says; else right before the locator. */
async function findRecord(
  said: number,
  locatorOffset: number,
  readAt: ReadAt,
): Promise<{ record: Buffer; offset: number } | null> {
  const candidates = [said, locatorOffset - END64_BYTES].filter((at) => at >= 0 && at + END64_BYTES <= locatorOffset);
  const found = await Promise.all(
    candidates.map(async (offset) => ({ record: await readAt(offset, END64_BYTES), offset })),
  );
  return found.find(({ record }) => uint32At(record, 0) === END64_SIGNATURE) ?? found.at(-1) ?? null;
}

function checkRecord(record: Buffer, offset: number, locatorOffset: number, faults: FaultLog): void {
  if (uint32At(record, 0) !== END64_SIGNATURE) {
    faults.add('zip64', offset, { field: 'zip64 end of central dir signature' });
  }
  // APPNOTE 4.3.14.1: without the leading 12 bytes.
  if (readUInt64(record, 4) !== locatorOffset - offset - 12) {
    faults.add('zip64', offset + 4, { field: 'size of zip64 end of central directory record' });
  }
  const surplus = locatorOffset - offset - END64_BYTES;
  if (surplus > 0) {
    faults.add('gap', offset + END64_BYTES, { field: 'zip64 extensible data sector', bytes: surplus });
  }
}

/** A number that fits stands in both records, and is the same. */
function merge(
  narrow: DeclaredDirectory,
  wide: DeclaredDirectory,
  endOffset: number,
  faults: FaultLog,
): DeclaredDirectory {
  const merged = { ...narrow };
  for (const field of Object.keys(DIRECTORY_FIELDS) as DirectoryField[]) {
    if (narrow[field] === placeholderOf(field)) merged[field] = wide[field];
    else if (narrow[field] !== wide[field]) faults.add('zip64', endOffset, { field: DIRECTORY_FIELDS[field] });
  }
  return merged;
}
