/** Bytes that can be read at any position: a file, or a buffer that stands for one. */
import type { FileHandle } from 'node:fs/promises';

/** Reads `length` bytes at `offset`; fewer at the end of the source, none past it. Rejects with the system's error. */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>;

/** A view of the same memory with Buffer's readers; nothing is copied. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

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
