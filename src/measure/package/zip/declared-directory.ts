/** What the end records say of the directory (APPNOTE 4.3.14 and 4.3.16): two forms of the same six numbers. */
import { MAX_16, MAX_32, readUInt64 } from './records.ts';

/** By APPNOTE's names. */
export const DIRECTORY_FIELDS = {
  diskNumber: 'number of this disk',
  directoryDisk: 'number of the disk with the start of the central directory',
  countOnDisk: 'total number of entries in the central directory on this disk',
  count: 'total number of entries in the central directory',
  sizeBytes: 'size of the central directory',
  offset: 'offset of start of central directory with respect to the starting disk number',
} as const;
export type DirectoryField = keyof typeof DIRECTORY_FIELDS;
export type DeclaredDirectory = Record<DirectoryField, number>;

export function readEndRecord(record: Buffer): DeclaredDirectory {
  return {
    diskNumber: record.readUInt16LE(4),
    directoryDisk: record.readUInt16LE(6),
    countOnDisk: record.readUInt16LE(8),
    count: record.readUInt16LE(10),
    sizeBytes: record.readUInt32LE(12),
    offset: record.readUInt32LE(16),
  };
}

/** What the end record holds in the place of a number that only the ZIP64 record has room for (APPNOTE 4.4.1.4). */
export function placeholderOf(field: DirectoryField): number {
  return field === 'sizeBytes' || field === 'offset' ? MAX_32 : MAX_16;
}

export function readZip64EndRecord(record: Buffer): DeclaredDirectory {
  return {
    diskNumber: record.readUInt32LE(16),
    directoryDisk: record.readUInt32LE(20),
    countOnDisk: readUInt64(record, 24),
    count: readUInt64(record, 32),
    sizeBytes: readUInt64(record, 40),
    offset: readUInt64(record, 48),
  };
}
