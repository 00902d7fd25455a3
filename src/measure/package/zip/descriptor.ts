/** Data descriptors (APPNOTE 4.3.9): with or without a signature, sizes of 32 or of 64 bits; nothing says which. */
import type { ZipEntry } from './central-directory.ts';
import { DESCRIPTOR_SIGNATURE, readUInt64, uint32At } from './records.ts';

export const MAX_DESCRIPTOR_BYTES = 24;

interface Descriptor {
  readonly length: number;
  /** The fields that are not what the directory says. */
  readonly differing: readonly string[];
}

const FORMS = [
  { length: 16, signed: true, wide: false },
  { length: 24, signed: true, wide: true },
  { length: 12, signed: false, wide: false },
  { length: 20, signed: false, wide: true },
] as const;

/**
 * The form that fits best.
 * @param bytes up to `MAX_DESCRIPTOR_BYTES` after the data
 * @param room bytes until the next entry, or the directory
 * @returns `null` where there is no room for any
 */
export function readDescriptor(bytes: Buffer, room: number, entry: ZipEntry): Descriptor | null {
  const readings = FORMS.filter(({ length }) => length <= Math.min(bytes.length, room)).map((form) => ({
    length: form.length,
    fills: form.length === room,
    differing: differences(bytes, form, entry),
  }));
  const [best] = readings.sort(
    (a, b) => a.differing.length - b.differing.length || Number(b.fills) - Number(a.fills) || b.length - a.length,
  );
  return best ?? null;
}

function differences(bytes: Buffer, { signed, wide }: (typeof FORMS)[number], entry: ZipEntry): string[] {
  const at = signed ? 4 : 0;
  const size = (index: number) =>
    wide ? readUInt64(bytes, at + 4 + 8 * index) : bytes.readUInt32LE(at + 4 + 4 * index);
  return [
    ...(signed && uint32At(bytes, 0) !== DESCRIPTOR_SIGNATURE ? ['data descriptor signature'] : []),
    ...(bytes.readUInt32LE(at) === entry.crc32 ? [] : ['crc-32']),
    ...(size(0) === entry.compressedBytes ? [] : ['compressed size']),
    ...(size(1) === entry.sizeBytes ? [] : ['uncompressed size']),
  ];
}
