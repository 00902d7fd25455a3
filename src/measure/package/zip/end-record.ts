/** Finds the central directory by the end record (APPNOTE 4.3.16). */
import type { ReadAt } from '../../../util/byte-source.ts';
import { type DeclaredDirectory, DIRECTORY_FIELDS, readEndRecord } from './declared-directory.ts';
import type { FaultLog } from './fault-log.ts';
import { CENTRAL_SIGNATURE, END_BYTES, uint32At } from './records.ts';
import { widenDirectory } from './zip64-end.ts';

const MAX_COMMENT_BYTES = 0xffff;
const SIGNATURE = Buffer.from('PK\x05\x06', 'latin1');

export interface DirectoryPlace {
  /** Of the first header, from the start of the file. */
  readonly offset: number;
  /** Of what comes after the last header. */
  readonly end: number;
  /** As declared. */
  readonly sizeBytes: number;
  readonly count: number;
  /** Where it and the ZIP64 end record were found, after where they are said to be; zero for a record that is not there. */
  readonly displacement: number;
  readonly zip64Displacement: number | null;
}

/** `null` when the file has no end record: it is no ZIP, or its end is missing. */
export async function findDirectory(
  readAt: ReadAt,
  fileBytes: number,
  faults: FaultLog,
): Promise<DirectoryPlace | null> {
  const tailOffset = Math.max(0, fileBytes - END_BYTES - MAX_COMMENT_BYTES);
  const tail = await readAt(tailOffset, fileBytes - tailOffset);
  const at = lastEndRecord(tail);
  if (at === null) return null;
  const endOffset = tailOffset + at;
  const record = tail.subarray(at);
  checkComment(record, endOffset, faults);
  const { declared, end, displacement } = await widenDirectory(readEndRecord(record), endOffset, readAt, faults);
  checkDisks(declared, endOffset, faults);
  const { sizeBytes, count } = declared;
  const offset = await findHeaders(declared, end, readAt);
  return { offset, end, sizeBytes, count, displacement: offset - declared.offset, zip64Displacement: displacement };
}

/** The one whose comment ends with the file; where none does, the last one that is whole. */
function lastEndRecord(tail: Buffer): number | null {
  let last: number | null = null;
  for (let at = tail.lastIndexOf(SIGNATURE); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(SIGNATURE, at - 1)) {
    const rest = tail.length - at - END_BYTES;
    if (rest < 0) continue;
    if (tail.readUInt16LE(at + 20) === rest) return at;
    last ??= at;
  }
  return last;
}

/** @param tail from the end record to the end of the file */
function checkComment(tail: Buffer, offset: number, faults: FaultLog): void {
  const declared = tail.readUInt16LE(20);
  const rest = tail.length - END_BYTES;
  const comment = offset + END_BYTES;
  if (declared > 0) faults.add('comment', comment, { field: '.ZIP file comment', bytes: declared });
  if (rest > declared) faults.add('trailing-data', comment + declared, { bytes: rest - declared });
  if (rest < declared) {
    faults.add('out-of-bounds', offset + 20, { field: '.ZIP file comment length', bytes: declared - rest });
  }
}

function checkDisks(declared: DeclaredDirectory, endOffset: number, faults: FaultLog): void {
  for (const field of ['diskNumber', 'directoryDisk'] as const) {
    if (declared[field] !== 0) faults.add('multi-disk', endOffset, { field: DIRECTORY_FIELDS[field] });
  }
  if (declared.countOnDisk !== declared.count) {
    faults.add('count', endOffset, { field: DIRECTORY_FIELDS.countOnDisk });
  }
}

/** Where the headers begin: at the declared offset, or counted back from the end records by the declared size. */
async function findHeaders({ offset, sizeBytes }: DeclaredDirectory, end: number, readAt: ReadAt): Promise<number> {
  const isHeader = async (at: number) => at >= 0 && at < end && uint32At(await readAt(at, 4), 0) === CENTRAL_SIGNATURE;
  const counted = end - sizeBytes;
  if (offset === counted || (await isHeader(offset))) return offset;
  return (await isHeader(counted)) ? counted : end;
}
