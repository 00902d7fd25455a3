/** The entries of a ZIP, as its central directory has them (APPNOTE 4.3.12). */
import type { PackagedFile } from '../../../model/package-facts.ts';
import type { ReadAt } from '../../../util/byte-source.ts';
import { decodeEntryName, type EntryName } from '../entry-name.ts';
import { keepTo, type PackageLimits } from '../limits.ts';
import type { DirectoryPlace } from './end-record.ts';
import { type ExtraFields, readExtraFields, unicodePathOf, zip64Values } from './extra-fields.ts';
import type { FaultLog } from './fault-log.ts';
import { CENTRAL_BYTES, CENTRAL_SIGNATURE, FLAG, MAX_16, MAX_32, uint32At } from './records.ts';

export interface ZipEntry {
  /** As decoded. */
  readonly name: string;
  readonly nameEncoding: PackagedFile['nameEncoding'];
  /** The name's bytes, a character each; `null` where they are those of `name` in UTF-8. */
  readonly rawName: string | null;
  readonly nameBytes: number;
  readonly type: PackagedFile['type'] | 'folder';
  readonly version: number;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly sizeBytes: number;
  /** Of the local header, from the start of the archive. */
  readonly offset: number;
}

const WINDOW_BYTES = 1 << 20;
/** Name, extra field and comment have 16-bit lengths. */
const MAX_HEADER_BYTES = CENTRAL_BYTES + 3 * MAX_16;

/**
 * In the directory's order. A directory that ends early gives what is before the fault.
 * @throws Stopped
 */
export async function readDirectory(
  readAt: ReadAt,
  place: DirectoryPlace,
  limits: PackageLimits,
  faults: FaultLog,
): Promise<ZipEntry[]> {
  // A count that lies says nothing: no directory holds more entries than it has room for.
  keepTo('entries', Math.min(place.count, Math.floor((place.end - place.offset) / CENTRAL_BYTES)), limits.maxEntries);
  const entries: ZipEntry[] = [];
  let at = place.offset;
  let window: Buffer = Buffer.alloc(0);
  let windowOffset = at;
  while (at < place.end) {
    if (at + MAX_HEADER_BYTES > windowOffset + window.length && windowOffset + window.length < place.end) {
      window = await readAt(at, Math.min(WINDOW_BYTES, place.end - at));
      windowOffset = at;
    }
    const rest = window.subarray(at - windowOffset);
    const header = takeHeader(rest, at, entries.length, place, faults);
    if (header === null) return entries;
    entries.push(readEntry(header, at, faults));
    at += header.length;
    keepTo('entries', entries.length, limits.maxEntries);
    keepTo('directory', at - place.offset, limits.maxDirectoryBytes);
  }
  checkTotals(entries.length, at, place, faults);
  return entries;
}

/** The header at the start of `rest`, variable fields and all; `null` where the directory cannot be read on. */
function takeHeader(
  rest: Buffer,
  offset: number,
  index: number,
  place: DirectoryPlace,
  faults: FaultLog,
): Buffer | null {
  const length = headerBytes(rest);
  const signed = uint32At(rest, 0) === CENTRAL_SIGNATURE;
  const following = length !== null && length <= rest.length ? offset + length : null;
  // A header whose signature is damaged, and nothing else, leads on to the next.
  const leadsOn =
    following !== null && (following === place.end || uint32At(rest, following - offset) === CENTRAL_SIGNATURE);
  if (!signed && !leadsOn && index >= place.count) {
    faults.add('gap', offset, { bytes: place.end - offset });
    return null;
  }
  if (!signed) {
    faults.add('bad-signature', offset, { field: 'central file header signature', bytes: place.end - offset });
  }
  if (following === null) {
    if (signed) faults.add('out-of-bounds', offset, { field: 'central directory', bytes: place.end - offset });
    return null;
  }
  return signed || leadsOn ? rest.subarray(0, following - offset) : null;
}

/** `null` when not even the fixed part is there. */
function headerBytes(bytes: Buffer): number | null {
  if (bytes.length < CENTRAL_BYTES) return null;
  return CENTRAL_BYTES + bytes.readUInt16LE(28) + bytes.readUInt16LE(30) + bytes.readUInt16LE(32);
}

function checkTotals(count: number, end: number, place: DirectoryPlace, faults: FaultLog): void {
  if (count !== place.count) {
    faults.add('count', place.end, { field: 'total number of entries in the central directory' });
  }
  if (end - place.offset !== place.sizeBytes) {
    faults.add('directory-size', place.end, { field: 'size of the central directory', bytes: end - place.offset });
  }
}

/** One object literal, without a spread: a hundred thousand of them are held. */
function readEntry(header: Buffer, offset: number, faults: FaultLog): ZipEntry {
  const extraAt = CENTRAL_BYTES + header.readUInt16LE(28);
  const commentAt = extraAt + header.readUInt16LE(30);
  const rawName = header.subarray(CENTRAL_BYTES, extraAt);
  const extras = readExtraFields(header.subarray(extraAt, commentAt));
  const flags = header.readUInt16LE(8);
  const { name, encoding, isRaw } = nameOf(rawName, flags, extras);
  if (!extras.wellFormed) faults.add('extra-field', offset + extraAt, { field: 'extra field', path: name });
  if (commentAt < header.length) {
    faults.add('comment', offset + commentAt, { field: 'file comment', path: name, bytes: header.length - commentAt });
  }
  const wide = widen(header, extras, { name, offset, extraOffset: offset + extraAt }, faults);
  return {
    name,
    nameEncoding: encoding,
    rawName: isRaw ? null : rawName.toString('latin1'),
    nameBytes: rawName.length,
    type: typeOf(rawName, header.readUInt32LE(38)),
    version: header.readUInt16LE(6),
    flags,
    method: header.readUInt16LE(10),
    time: header.readUInt16LE(12),
    date: header.readUInt16LE(14),
    crc32: header.readUInt32LE(16),
    sizeBytes: wide.sizeBytes,
    compressedBytes: wide.compressedBytes,
    offset: wide.offset,
  };
}

function nameOf(rawName: Buffer, flags: number, extras: ExtraFields): EntryName & { isRaw: boolean } {
  const marked = (flags & FLAG.utf8) !== 0;
  const unicode = marked ? null : unicodePathOf(extras.unicodePath, rawName);
  const decoded = decodeEntryName(unicode ?? rawName, marked);
  return { ...decoded, isRaw: unicode === null && decoded.encoding.startsWith('utf-8') };
}

interface HeaderPlace {
  readonly name: string;
  readonly offset: number;
  readonly extraOffset: number;
}

/** Sizes and offset: those that do not fit their fields stand in the ZIP64 field, in this order (APPNOTE 4.5.3). */
function widen(
  header: Buffer,
  extras: ExtraFields,
  { name, offset: headerOffset, extraOffset }: HeaderPlace,
  faults: FaultLog,
): Pick<ZipEntry, 'sizeBytes' | 'compressedBytes' | 'offset'> {
  const narrow = [header.readUInt32LE(24), header.readUInt32LE(20), header.readUInt32LE(42)];
  const rest = zip64Values(extras.zip64, narrow.filter((value) => value === MAX_32).length);
  if (rest === null) {
    faults.add('extra-field', extraOffset, { field: 'Zip64 extended information extra field', path: name });
  }
  if (header.readUInt16LE(34) !== 0) {
    faults.add('multi-disk', headerOffset + 34, { field: 'disk number start', path: name });
  }
  const [sizeBytes = 0, compressedBytes = 0, offset = 0] = narrow.map((value) =>
    value === MAX_32 ? (rest?.shift() ?? value) : value,
  );
  return { sizeBytes, compressedBytes, offset };
}

const UNIX_TYPE = { mask: 0xf000, link: 0xa000, regular: 0x8000 };
const DOS = { directory: 0x10, reparsePoint: 0x400 };
const SLASH = 0x2f;

/** By the slash and the external attributes; whichever system they are said to be of, some reader goes by them. */
function typeOf(rawName: Buffer, attributes: number): ZipEntry['type'] {
  if (rawName.at(-1) === SLASH) return 'folder';
  const unixType = (attributes >>> 16) & UNIX_TYPE.mask;
  if (unixType === UNIX_TYPE.link || (attributes & DOS.reparsePoint) !== 0) return 'link';
  if ((attributes & DOS.directory) !== 0) return 'other';
  return unixType === 0 || unixType === UNIX_TYPE.regular ? 'file' : 'other';
}
