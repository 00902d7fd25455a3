/** The box structure of ISO/IEC 14496-12 (4.2): a size, four letters, a body. */
import type { ByteSource } from './byte-source.ts';
import { fourCC, u32, u64 } from './fields.ts';

export interface BoxHeader {
  readonly type: string;
  readonly headerBytes: number;
  /** Header and body; `null` when the box reaches to the end of what holds it. */
  readonly sizeBytes: number | null;
}

/** `null` when there is no room for a header, or its size is smaller than itself. */
export function readHeader(bytes: Buffer): BoxHeader | null {
  if (bytes.length < 8) return null;
  const compact = u32(bytes, 0);
  const type = fourCC(bytes, 4);
  if (compact === 0) return { type, headerBytes: 8, sizeBytes: null };
  if (compact !== 1) return compact < 8 ? null : { type, headerBytes: 8, sizeBytes: compact };
  if (bytes.length < 16) return null;
  const large = u64(bytes, 8);
  return large < 16 ? null : { type, headerBytes: 16, sizeBytes: large };
}

export interface Box {
  readonly type: string;
  readonly body: Buffer;
}

/** Far above any real file; a hostile one ends here. */
const MAX_CHILDREN = 10_000;

/** The boxes inside a body, in order. Stops at the first that does not fit: what stood before it still counts. */
export function* childBoxes(body: Buffer): Generator<Box> {
  let offset = 0;
  for (let count = 0; count < MAX_CHILDREN; count += 1) {
    const header = readHeader(body.subarray(offset));
    if (header === null) return;
    const end = header.sizeBytes === null ? body.length : offset + header.sizeBytes;
    if (end > body.length) return;
    yield { type: header.type, body: body.subarray(offset + header.headerBytes, end) };
    offset = end;
  }
}

/** The body of the first box at a path of types below `body`; `null` when there is none. */
export function findBox(body: Buffer, ...path: readonly string[]): Buffer | null {
  let current: Buffer | null = body;
  for (const type of path) {
    current = current === null ? null : firstChild(current, type);
  }
  return current;
}

function firstChild(body: Buffer, type: string): Buffer | null {
  for (const box of childBoxes(body)) if (box.type === type) return box.body;
  return null;
}

export interface TopLevelBox {
  readonly type: string;
  readonly start: number;
  readonly bodyStart: number;
  /** Where the header says the box ends; past the source's size when the file was cut. */
  readonly end: number;
}

/** A one-hour recording in one-second fragments has 7,200 boxes. */
const MAX_TOP_LEVEL = 200_000;

/**
 * The boxes of the file itself, reading only their headers. Ends at the end of the file, or quietly before bytes that are no box:
 * players pass over what trails behind the last one.
 */
export async function* topLevelBoxes(source: ByteSource): AsyncGenerator<TopLevelBox> {
  let start = 0;
  for (let count = 0; count < MAX_TOP_LEVEL && start < source.sizeBytes; count += 1) {
    const header = readHeader(await source.readAt(start, 16));
    if (header === null || !isPlausibleType(header.type)) return;
    const end = header.sizeBytes === null ? source.sizeBytes : start + header.sizeBytes;
    yield { type: header.type, start, bodyStart: start + header.headerBytes, end };
    start = end;
  }
}

/** Four printable characters; QuickTime also uses the copyright sign (0xA9). */
function isPlausibleType(type: string): boolean {
  return /^[\u0020-\u007e\u00a9]{4}$/.test(type);
}
