/** One small entry, read whole and out of order: a list that the pass over the archive needs beforehand. */
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type { ReadAt } from '../../../util/byte-source.ts';
import type { ZipEntry } from './central-directory.ts';
import { recognise, splitLocalHeader, variableBytes } from './local-header.ts';
import { DEFLATED, FLAG, LOCAL_BYTES, STORED } from './records.ts';

const inflate = promisify(inflateRaw);

/**
 * The entry's bytes; `null` when they cannot be had: the pass tells why. They may still fail their CRC.
 * @param maxBytes the entry declares no more than this
 */
export async function readEntryBytes(entry: ZipEntry, readAt: ReadAt, maxBytes: number): Promise<Buffer | null> {
  const { offset, flags, method, compressedBytes, sizeBytes } = entry;
  const readable = method === STORED || method === DEFLATED;
  if (!readable || (flags & (FLAG.encrypted | FLAG.strongEncryption)) !== 0) return null;
  if (offset < 0 || Math.max(sizeBytes, compressedBytes) > maxBytes) return null;
  const fixed = await readAt(offset, LOCAL_BYTES);
  if (fixed.length < LOCAL_BYTES) return null;
  const header = await readAt(offset, LOCAL_BYTES + variableBytes(fixed));
  const { signed, named } = recognise(splitLocalHeader(header), entry);
  if (!signed || !named) return null;
  const data = await readAt(offset + header.length, compressedBytes);
  if (data.length < compressedBytes) return null;
  if (method === STORED) return data;
  return inflate(data, { maxOutputLength: Math.max(1, sizeBytes) }).catch(() => null);
}
