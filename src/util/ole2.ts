/**
 * The directory of an OLE2 compound file, read from an untrusted source. Layout after [MS-CFB] 2.2 (header), 2.3 (FAT)
 * and 2.6 (directory). Reads a bounded number of sectors and never follows a chain twice.
 */
import type { ReadAt } from './byte-source.ts';

export const OLE2_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const HEADER_BYTES = 512;
const DIFAT_OFFSET = 76;
const DIFAT_IN_HEADER = 109;
const DIRECTORY_ENTRY_BYTES = 128;
const MAX_DIRECTORY_SECTORS = 512;
const MAX_REGULAR_SECTOR = 0xfffffffa;
const NO_STREAM = 0xffffffff;
/** Streams below this live in the mini stream (2.2, Mini Stream Cutoff Size), in sectors of their own size. */
export const MINI_STREAM_CUTOFF_BYTES = 4096;
const MINI_SECTOR_BYTES = 64;

export interface Ole2Entry {
  readonly name: string;
  /** Bytes; 0 for a storage. */
  readonly sizeBytes: number;
  /** Position of the first sector in the file; in the mini stream, as long as that lies in one piece. */
  readonly offset: number;
  /** A storage with something in it. */
  readonly hasEntries: boolean;
}

interface RawEntry {
  readonly name: string;
  readonly sizeBytes: number;
  readonly start: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

/** The entries directly under the root, in no particular order; `null` when the bytes are no compound file. */
export async function readOle2Root(readAt: ReadAt): Promise<Ole2Entry[] | null> {
  const header = await readAt(0, HEADER_BYTES);
  if (header.length < HEADER_BYTES || !header.subarray(0, 8).equals(OLE2_SIGNATURE)) return null;
  const sectorShift = header.readUInt16LE(30);
  if (sectorShift !== 9 && sectorShift !== 12) return null;
  const sectors = await readDirectorySectors(header, 1 << sectorShift, readAt);
  const entries = sectors.flatMap(parseEntries);
  const miniStream = sectorOffset(entries[0]?.start ?? 0, 1 << sectorShift);
  return collectSiblings(entries).map(({ name, sizeBytes, start, child }) => {
    const isMini = sizeBytes < MINI_STREAM_CUTOFF_BYTES;
    const offset = isMini ? miniStream + start * MINI_SECTOR_BYTES : sectorOffset(start, 1 << sectorShift);
    return { name, sizeBytes, offset, hasEntries: child !== NO_STREAM };
  });
}

async function readDirectorySectors(header: Buffer, sectorBytes: number, readAt: ReadAt): Promise<Buffer[]> {
  const sectors: Buffer[] = [];
  const seen = new Set<number>();
  let sector: number | null = header.readUInt32LE(48);
  while (sector !== null && sector < MAX_REGULAR_SECTOR && !seen.has(sector) && seen.size < MAX_DIRECTORY_SECTORS) {
    seen.add(sector);
    sectors.push(await readAt(sectorOffset(sector, sectorBytes), sectorBytes));
    sector = await nextSector(sector, header, sectorBytes, readAt);
  }
  return sectors;
}

/** Follows the FAT by one link; `null` when its sector is past those the header lists or past the end. */
async function nextSector(sector: number, header: Buffer, sectorBytes: number, readAt: ReadAt): Promise<number | null> {
  const perSector = sectorBytes / 4;
  const fatIndex = Math.floor(sector / perSector);
  if (fatIndex >= DIFAT_IN_HEADER) return null;
  const fatSector = header.readUInt32LE(DIFAT_OFFSET + fatIndex * 4);
  if (fatSector >= MAX_REGULAR_SECTOR) return null;
  const link = await readAt(sectorOffset(fatSector, sectorBytes) + (sector % perSector) * 4, 4);
  return link.length === 4 ? link.readUInt32LE(0) : null;
}

function sectorOffset(sector: number, sectorBytes: number): number {
  return (sector + 1) * sectorBytes;
}

function parseEntries(sector: Buffer): RawEntry[] {
  const count = Math.floor(sector.length / DIRECTORY_ENTRY_BYTES);
  return Array.from({ length: count }, (_, index) => {
    const raw = sector.subarray(index * DIRECTORY_ENTRY_BYTES, (index + 1) * DIRECTORY_ENTRY_BYTES);
    const nameBytes = Math.min(Math.max(raw.readUInt16LE(64) - 2, 0), 62);
    return {
      name: raw.toString('utf16le', 0, nameBytes),
      left: raw.readUInt32LE(68),
      right: raw.readUInt32LE(72),
      child: raw.readUInt32LE(76),
      start: raw.readUInt32LE(116),
      sizeBytes: raw.readUInt32LE(120),
    };
  });
}

/** Walks the red-black tree of the root's children; entries of embedded storages stay out. */
function collectSiblings(entries: readonly RawEntry[]): RawEntry[] {
  const found: RawEntry[] = [];
  const seen = new Set<number>();
  const pending = [entries[0]?.child ?? NO_STREAM];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const entry = entries[id];
    if (!entry || seen.has(id)) continue;
    seen.add(id);
    found.push(entry);
    pending.push(entry.left, entry.right);
  }
  return found;
}
