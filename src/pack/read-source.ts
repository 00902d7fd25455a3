/** A source file read once, in order, and only as the file that was measured. */
import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
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

/** Takes bytes as they are read; the slab may be used until the promise resolves. */
export type TakeBytes = (slab: Slab, length: number, position: number) => Promise<void>;

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

interface Chunk {
  readonly slab: Slab;
  readonly length: number;
}

/** The next read is on its way while this one is hashed and handed on. */
async function readThrough(
  handle: FileHandle,
  entry: Entry,
  { threads, signal, onBytes }: ReadContext,
  take: TakeBytes | undefined,
): Promise<SourceDigests> {
  const hash = threads.start('sha256', entry.sizeBytes);
  const taken = new Taken();
  let crc = 0;
  let next = readSlab(handle, entry, 0, threads);
  for (let position = 0; position < entry.sizeBytes; ) {
    signal.throwIfAborted();
    const { slab, length } = await next;
    const following = position + length;
    if (following < entry.sizeBytes) next = readSlab(handle, entry, following, threads);
    // Awaited above in the next round; until then a failure must not count as unhandled.
    next.catch(() => undefined);
    hash.update(slab, 0, length);
    if (take !== undefined) taken.add(slab, take(slab, length, position));
    crc = crc32(slab.bytes.subarray(0, length), crc);
    slab.release();
    taken.refuseFailure();
    onBytes(length);
    position = following;
  }
  await taken.all();
  if (entry.sizeBytes === 0) (await next).slab.release();
  return { sha256: await hash.digest(), crc32: crc };
}

async function readSlab(handle: FileHandle, entry: Entry, position: number, threads: HashThreads): Promise<Chunk> {
  const slab = await threads.take();
  const wanted = Math.min(SLAB_BYTES, entry.sizeBytes - position);
  let length = 0;
  try {
    while (length < wanted) {
      const { bytesRead } = await handle.read(slab.bytes, length, wanted - length, position + length);
      if (bytesRead === 0) throw machineError('machine/source-changed', { path: entry.path, detail: null });
      length += bytesRead;
    }
    return { slab, length };
  } catch (cause) {
    slab.release();
    throw 'exitCode' in (cause as object) ? cause : changed(entry, cause);
  }
}

/** What is handed on and not yet done with. */
class Taken {
  readonly #open = new Set<Promise<void>>();
  #failure: { readonly cause: unknown } | null = null;

  add(slab: Slab, work: Promise<void>): void {
    slab.hold();
    const done = work
      .catch((cause: unknown) => {
        this.#failure ??= { cause };
      })
      .finally(() => {
        slab.release();
        this.#open.delete(done);
      });
    this.#open.add(done);
  }

  refuseFailure(): void {
    if (this.#failure !== null) throw this.#failure.cause;
  }

  async all(): Promise<void> {
    await Promise.all(this.#open);
    this.refuseFailure();
  }
}
