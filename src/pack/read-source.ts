/** A source file read once, in order, and only as the file that was measured. */
import { type BigIntStats, constants, readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { machineError } from '../model/errors.ts';
import type { Entry } from '../model/submission.ts';
import { type HashThreads, SLAB_BYTES, type Slab } from '../util/hash-threads.ts';

export interface ReadContext {
  readonly threads: HashThreads;
  readonly signal: AbortSignal;
  /** Bytes read, as they come. */
  onBytes(bytes: number): void;
}

export interface SourceDigests {
  /** Hexadecimal. */
  readonly sha256: string;
  readonly crc32: number;
}

/** Takes bytes as they are read; the slab may be used until this returns, or its promise resolves. */
export type TakeBytes = (slab: Slab, length: number, position: number) => Promise<void> | void;

/** A link or a pipe that has come in a file's place is neither followed nor waited for; Windows has no such flags, and there the file's identity is checked. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file through, hashing it beside.
 * @throws machineError `machine/source-changed` when it is not, or no longer, the file that was measured
 */
export async function readSource(entry: Entry, context: ReadContext, take?: TakeBytes): Promise<SourceDigests> {
  const handle = await openSource(entry);
  try {
    await refuseChanged(handle, entry);
    const digests = await readThrough(handle, entry, context, take);
    await refuseChanged(handle, entry);
    return digests;
  } finally {
    await handle.close();
  }
}

async function openSource(entry: Entry): Promise<FileHandle> {
  try {
    return await open(entry.location, OPEN_FLAGS);
  } catch (cause) {
    throw changed(entry, cause);
  }
}

async function refuseChanged(handle: FileHandle, entry: Entry): Promise<void> {
  const stats = await handle.stat({ bigint: true });
  if (!isSame(stats, entry)) throw machineError('machine/source-changed', { path: entry.path, detail: null });
}

function isSame({ size, mtimeNs, ctimeNs }: BigIntStats, entry: Entry): boolean {
  return size === BigInt(entry.sizeBytes) && `${mtimeNs}` === entry.mtimeNs && `${ctimeNs}` === entry.ctimeNs;
}

function changed({ path }: Entry, cause: unknown) {
  return machineError('machine/source-changed', { path, detail: (cause as NodeJS.ErrnoException).code ?? null }, cause);
}

/**
 * Reading, CRC and writing take one thread together and SHA-256 another: spread over the system's pool they would stand in
 * its way where there are two cores, and the whole would take a quarter longer. Between slabs others have their turn: Ctrl-C,
 * progress, and the buffers that come back.
 */
async function readThrough(
  handle: FileHandle,
  entry: Entry,
  { threads, signal, onBytes }: ReadContext,
  take: TakeBytes | undefined,
): Promise<SourceDigests> {
  const hash = threads.start('sha256', entry.sizeBytes);
  let crc = 0;
  for (let position = 0; position < entry.sizeBytes; ) {
    await setImmediate();
    signal.throwIfAborted();
    const slab = await threads.take();
    try {
      const length = readSlab(handle, entry, position, slab);
      hash.update(slab, 0, length);
      crc = crc32(slab.bytes.subarray(0, length), crc);
      await take?.(slab, length, position);
      position += length;
      onBytes(length);
    } finally {
      slab.release();
    }
  }
  return { sha256: await hash.digest(), crc32: crc };
}

/** How many bytes there are in the slab now: it is filled, but for the last one of a file. */
function readSlab({ fd }: FileHandle, entry: Entry, position: number, { bytes }: Slab): number {
  const wanted = Math.min(SLAB_BYTES, entry.sizeBytes - position);
  for (let length = 0; length < wanted; ) {
    const read = readSome(fd, entry, bytes.subarray(length, wanted), position + length);
    if (read === 0) throw machineError('machine/source-changed', { path: entry.path, detail: null });
    length += read;
  }
  return wanted;
}

function readSome(fd: number, entry: Entry, into: Buffer, position: number): number {
  try {
    return readSync(fd, into, 0, into.length, position);
  } catch (cause) {
    throw changed(entry, cause);
  }
}
