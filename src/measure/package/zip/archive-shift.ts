/** An archive whose offsets are all off by one number: bytes were put before it, or taken away. */
import type { ReadAt } from '../../../util/byte-source.ts';
import type { ZipEntry } from './central-directory.ts';
import type { DirectoryPlace } from './end-record.ts';
import { readExtraFields, zip64Values } from './extra-fields.ts';
import type { FaultLog } from './fault-log.ts';
import { variableBytes } from './local-header.ts';
import { LOCAL_BYTES, LOCAL_SIGNATURE, MAX_32, uint32At } from './records.ts';
import { RECORD_OFFSET_FIELD } from './zip64-end.ts';

/** What is to be added to the offset of every entry: where the directory is displaced, and its last entry with it. */
export async function findShift(
  entries: readonly ZipEntry[],
  { displacement }: DirectoryPlace,
  readAt: ReadAt,
): Promise<number> {
  const offset = (entries.at(-1)?.offset ?? 0) + displacement;
  if (displacement === 0 || offset < 0) return 0;
  return uint32At(await readAt(offset, 4), 0) === LOCAL_SIGNATURE ? displacement : 0;
}

/** What the end records say must agree with it; bytes before the archive are told where they are found. */
export function checkShift(shift: number, place: DirectoryPlace, faults: FaultLog): void {
  const { offset, end, displacement, zip64Displacement } = place;
  if (displacement !== 0 && shift <= 0) {
    faults.add('bad-signature', offset - displacement, { field: 'central file header signature' });
  }
  if (zip64Displacement !== null && zip64Displacement !== shift) {
    faults.add('zip64', end, { field: RECORD_OFFSET_FIELD });
  }
}

/** As many as are walked along. */
const MAX_HEADERS = 10_000;

/**
 * Whether an entry of another archive holds the bytes at `offset`, by the local headers from the start of the file on: then
 * that archive is meant, and its own end is missing.
 */
export async function liesInEntry(offset: number, readAt: ReadAt): Promise<boolean> {
  let at = 0;
  for (let count = 0; at < offset && count < MAX_HEADERS; count += 1) {
    const fixed = await readAt(at, LOCAL_BYTES);
    if (fixed.length < LOCAL_BYTES || uint32At(fixed, 0) !== LOCAL_SIGNATURE) return false;
    const extraAt = at + LOCAL_BYTES + fixed.readUInt16LE(26);
    const extra = await readAt(extraAt, fixed.readUInt16LE(28));
    const dataOffset = at + LOCAL_BYTES + variableBytes(fixed);
    at = dataOffset + compressedBytes(fixed, extra);
    if (offset >= dataOffset && offset < at) return true;
  }
  return false;
}

function compressedBytes(fixed: Buffer, extra: Buffer): number {
  const narrow = fixed.readUInt32LE(18);
  return narrow === MAX_32 ? (zip64Values(readExtraFields(extra).zip64, 2)?.[1] ?? narrow) : narrow;
}
