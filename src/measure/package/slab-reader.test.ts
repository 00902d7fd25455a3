import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HashThreads, SLAB_BYTES } from '../../util/hash-threads.ts';
import { SlabReader, type SlabReaderOptions } from './slab-reader.ts';
import { sha256Of } from './zip-for-tests.ts';

let threads: HashThreads;
beforeEach(() => {
  threads = new HashThreads(2);
});
afterEach(() => threads.close());

const BYTES = Buffer.alloc(3 * SLAB_BYTES + 1000, (() => Buffer.from('0123456789abcdef'))());

class BadDisk extends Error {
  readonly code = 'EIO';
  readonly syscall = 'read';
}

/** A file of `bytes`, in reads of at most a mebibyte; one that would begin at `bad` fails. */
function open(bytes: Buffer, options: Partial<SlabReaderOptions> = {}, bad: number | null = null) {
  const offsets: number[] = [];
  const read = async (target: Buffer, offset: number, length: number, position: number) => {
    offsets.push(position);
    if (position === bad) throw new BadDisk('bad sector');
    const bytesRead = bytes.copy(target, offset, position, position + Math.min(length, 1 << 20));
    return { bytesRead, buffer: target };
  };
  const handle = { read } as unknown as ConstructorParameters<typeof SlabReader>[0];
  const signal = new AbortController().signal;
  const reader = new SlabReader(handle, bytes.length, { threads, signal, wholeDigest: false, ...options });
  return { reader, offsets };
}

describe('SlabReader', () => {
  it('gives bytes in order, across slabs, and fewer at the end', async () => {
    const { reader } = open(BYTES);
    const parts: Buffer[] = [];
    for (const length of [1, SLAB_BYTES, 30, 2 * SLAB_BYTES, 5000]) parts.push(Buffer.from(await reader.bytes(length)));
    expect(parts.map(({ length }) => length)).toEqual([1, SLAB_BYTES, 30, 2 * SLAB_BYTES, 969]);
    expect(Buffer.concat(parts).equals(BYTES)).toBe(true);
    expect(await reader.piece(1)).toBeNull();
    await reader.close();
  });

  it('skips without reading what lies between, and back', async () => {
    const { reader, offsets } = open(BYTES);
    await reader.skipTo(2 * SLAB_BYTES + 16);
    expect((await reader.bytes(3)).toString()).toBe('012');
    await reader.skipTo(17);
    expect((await reader.bytes(3)).toString()).toBe('123');
    expect(offsets[0]).toBe(2 * SLAB_BYTES + 16);
    await reader.close();
  });

  it('digests the whole file, whatever is skipped', async () => {
    const { reader } = open(BYTES, { wholeDigest: true });
    await reader.bytes(10);
    await reader.skipTo(2 * SLAB_BYTES);
    await reader.bytes(10);
    await reader.skipTo(5);
    expect(await reader.wholeDigest()).toBe(sha256Of(BYTES));
    await reader.close();
  });

  it('tells of bytes that the disk refuses, can go on after them, and then has no digest of the whole', async () => {
    const { reader } = open(BYTES, { wholeDigest: true }, SLAB_BYTES);
    await reader.bytes(SLAB_BYTES);
    await expect(reader.bytes(1)).rejects.toThrow('bad sector');
    await expect(reader.bytes(1)).rejects.toThrow('bad sector');
    await reader.skipTo(3 * SLAB_BYTES);
    expect((await reader.bytes(3)).toString()).toBe('012');
    expect(await reader.wholeDigest()).toBeNull();
    await reader.close();
  });

  it('ends where the file has become shorter', async () => {
    const { reader } = open(BYTES.subarray(0, 100));
    expect(await reader.bytes(200)).toHaveLength(100);
    await reader.close();
  });

  it('ends when it is told to', async () => {
    const reason = new Error('stop');
    const { reader } = open(BYTES, { signal: AbortSignal.abort(reason) });
    await expect(reader.bytes(1)).rejects.toBe(reason);
    await reader.close();
  });
});
