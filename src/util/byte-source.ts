/** Bytes that can be read at any position: a file, or a buffer that stands for one. */
import type { FileHandle } from 'node:fs/promises';
import { asBuffer } from './as-buffer.ts';

/** Reads `length` bytes at `offset`; fewer at the end of the source, none past it. Rejects with the system's error. */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>;

export function readAtBytes(bytes: Uint8Array): ReadAt {
  const buffer = asBuffer(bytes);
  return async (offset, length) => buffer.subarray(offset, offset + length);
}

export function readAtHandle(handle: FileHandle): ReadAt {
  return async (offset, length) => {
    const buffer = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await handle.read(buffer, filled, length - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  };
}
