/** The properties of an OLE2 file ([MS-OLEPS] 2.20 to 2.22): who wrote it, what it is called. Text values only. */
import type { Ole2Entry } from '../../util/ole2.ts';

/** Word pads its own to 4 KiB; a thumbnail may follow the texts. */
const MAX_SET_BYTES = 256 * 1024;
const MAX_PROPERTIES = 1_000;
const MAX_TEXT_BYTES = 4_096;
const BYTE_ORDER = 0xfffe;
/** Where the offset of the first section stands, after the header and the section's identifier. */
const SECTION_OFFSET_AT = 44;
const CODE_PAGE_ID = 1;
const VT_LPSTR = 0x1e;
const VT_LPWSTR = 0x1f;
const ENCODINGS: Readonly<Record<number, string>> = { 936: 'gb18030', 950: 'big5', 1200: 'utf-16le', 65001: 'utf-8' };

/** Values by identifier; empty where the file has no such set, or one that breaks off. */
export function readPropertySet(
  bytes: Buffer,
  entries: readonly Ole2Entry[],
  stream: string,
): ReadonlyMap<number, string> {
  const entry = entries.find(({ name }) => name === stream);
  const set = bytes.subarray(entry?.offset ?? 0, (entry?.offset ?? 0) + Math.min(entry?.sizeBytes ?? 0, MAX_SET_BYTES));
  try {
    return parse(set);
  } catch (error) {
    if (error instanceof RangeError) return new Map();
    throw error;
  }
}

/** Throws RangeError where an offset leads out of the set. */
function parse(set: Buffer): Map<number, string> {
  const values = new Map<number, string>();
  if (set.length === 0 || set.readUInt16LE(0) !== BYTE_ORDER) return values;
  const section = set.readUInt32LE(SECTION_OFFSET_AT);
  const count = Math.min(set.readUInt32LE(section + 4), MAX_PROPERTIES);
  const places = Array.from({ length: count }, (_, index) => {
    const at = section + 8 + index * 8;
    return { id: set.readUInt32LE(at), offset: section + set.readUInt32LE(at + 4) };
  });
  const codePage = places.find(({ id }) => id === CODE_PAGE_ID);
  const encoding = ENCODINGS[codePage ? set.readUInt16LE(codePage.offset + 4) : 0] ?? 'windows-1252';
  for (const { id, offset } of places) {
    const text = readText(set, offset, encoding);
    if (text !== null) values.set(id, text);
  }
  return values;
}

function readText(set: Buffer, offset: number, encoding: string): string | null {
  const type = set.readUInt16LE(offset);
  if (type !== VT_LPSTR && type !== VT_LPWSTR) return null;
  const length = set.readUInt32LE(offset + 4) * (type === VT_LPWSTR ? 2 : 1);
  const raw = set.subarray(offset + 8, offset + 8 + Math.min(length, MAX_TEXT_BYTES));
  const text = type === VT_LPWSTR ? raw.toString('utf16le') : new TextDecoder(encoding).decode(raw);
  return text.split('\0', 1)[0] ?? '';
}
