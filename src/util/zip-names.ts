/**
 * The names in a ZIP, for telling what it is: lenient, so that a cut or damaged archive is still recognised by what is
 * left of it. Reading entries is `zip-guard.ts`'s work. Layout after PKWARE APPNOTE 4.3.
 */
import type { ReadAt } from './byte-source.ts';

const LOCAL_HEADER = Buffer.from('PK\x03\x04', 'latin1');
const LOCAL_HEADER_BYTES = 30;
const CENTRAL_HEADER = 0x02014b50;
const CENTRAL_HEADER_BYTES = 46;
const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');
const END_RECORD_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const MAX_DIRECTORY_BYTES = 1 << 20;

/** Names of the first MiB of the central directory, then those of local headers within `head`; `\` is turned to `/`. */
export async function listZipNames(head: Buffer, sizeBytes: number, readAt: ReadAt): Promise<string[]> {
  const names = [...(await centralNames(sizeBytes, readAt)), ...localNames(head)];
  return [...new Set(names.map((name) => name.replaceAll('\\', '/')))];
}

async function centralNames(sizeBytes: number, readAt: ReadAt): Promise<string[]> {
  const tailOffset = Math.max(0, sizeBytes - END_RECORD_BYTES - MAX_COMMENT_BYTES);
  const tail = await readAt(tailOffset, sizeBytes - tailOffset);
  const end = tail.lastIndexOf(END_RECORD);
  if (end < 0 || end + END_RECORD_BYTES > tail.length) return [];
  const length = Math.min(tail.readUInt32LE(end + 12), MAX_DIRECTORY_BYTES);
  const offset = tail.readUInt32LE(end + 16);
  // A ZIP64 archive says 0xffffffff here and keeps the offset elsewhere; its local headers have to do.
  return offset < sizeBytes ? parseCentral(await readAt(offset, length)) : [];
}

function parseCentral(directory: Buffer): string[] {
  const names: string[] = [];
  let at = 0;
  while (at + CENTRAL_HEADER_BYTES <= directory.length && directory.readUInt32LE(at) === CENTRAL_HEADER) {
    const nameBytes = directory.readUInt16LE(at + 28);
    const nameStart = at + CENTRAL_HEADER_BYTES;
    names.push(directory.toString('utf8', nameStart, nameStart + nameBytes));
    at = nameStart + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}

function localNames(head: Buffer): string[] {
  const names: string[] = [];
  for (let at = head.indexOf(LOCAL_HEADER); at >= 0; at = head.indexOf(LOCAL_HEADER, at + 4)) {
    if (at + LOCAL_HEADER_BYTES > head.length) break;
    const nameStart = at + LOCAL_HEADER_BYTES;
    names.push(head.toString('utf8', nameStart, nameStart + head.readUInt16LE(at + 26)));
  }
  return names;
}
