/** Extra fields of a header (APPNOTE 4.5): of them the ZIP64 sizes and the Unicode name are read. */
import { crc32 } from 'node:zlib';
import { readUInt64 } from './records.ts';

const ZIP64 = 0x0001;
const UNICODE_PATH = 0x7075;

export interface ExtraFields {
  /** Each field keeps within the whole. */
  readonly wellFormed: boolean;
  /** The values of the ZIP64 field; `null` when there is none. */
  readonly zip64: Buffer | null;
  /** The data of Info-ZIP's Unicode Path field (APPNOTE 4.6.9); `null` when there is none. */
  readonly unicodePath: Buffer | null;
}

/** Of two fields of one kind the first counts. */
export function readExtraFields(extra: Buffer): ExtraFields {
  const found: { zip64: Buffer | null; unicodePath: Buffer | null } = { zip64: null, unicodePath: null };
  let at = 0;
  while (at + 4 <= extra.length) {
    const id = extra.readUInt16LE(at);
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (end > extra.length) break;
    const data = extra.subarray(at + 4, end);
    if (id === ZIP64) found.zip64 ??= data;
    else if (id === UNICODE_PATH) found.unicodePath ??= data;
    at = end;
  }
  return { wellFormed: at === extra.length, ...found };
}

/** The numbers of a ZIP64 field, 64 bits each; `null` when it does not hold exactly as many as are asked for. */
export function zip64Values(data: Buffer | null, count: number): number[] | null {
  if ((data?.length ?? 0) !== 8 * count) return null;
  return Array.from({ length: count }, (_, index) => readUInt64(data as Buffer, 8 * index));
}

/** The UTF-8 name beside one in an older encoding; `null` when it was made for another name (APPNOTE 4.6.9). */
export function unicodePathOf(data: Buffer | null, name: Buffer): Buffer | null {
  const isForThis = data !== null && data.length > 5 && data[0] === 1 && data.readUInt32LE(1) === crc32(name);
  return isForThis ? data.subarray(5) : null;
}
