/** Bytes at an offset, from a file or from memory. */
import { type FileHandle, open } from 'node:fs/promises';

export interface ByteSource {
  readonly sizeBytes: number;
  /** The bytes from `offset` on; fewer than `length` only at the end of the source. */
  readAt(offset: number, length: number): Promise<Buffer>;
}

export function memorySource(bytes: Buffer): ByteSource {
  return {
    sizeBytes: bytes.length,
    readAt: async (offset, length) => bytes.subarray(offset, offset + length),
  };
}

/** Opens a file for one use, and closes it whatever happens. Errors are the system's. */
export async function withFileSource<T>(
  location: string | Buffer,
  use: (source: ByteSource) => Promise<T>,
): Promise<T> {
  const handle = await open(location, 'r');
  try {
    const { size } = await handle.stat();
    return await use(windowed(handle, size));
  } finally {
    await handle.close();
  }
}

/** One read serves the box header and, in most fragmented files, the small box behind it. */
const WINDOW_BYTES = 16 * 1024;

/** Small reads are answered from the last window read. */
function windowed(handle: FileHandle, sizeBytes: number): ByteSource {
  let window: { start: number; bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };
  return {
    sizeBytes,
    async readAt(offset, length) {
      if (length > WINDOW_BYTES) return readFully(handle, offset, Math.min(length, Math.max(0, sizeBytes - offset)));
      const wanted = Math.min(length, Math.max(0, sizeBytes - offset));
      if (offset < window.start || offset + wanted > window.start + window.bytes.length) {
        window = { start: offset, bytes: await readFully(handle, offset, WINDOW_BYTES) };
      }
      return window.bytes.subarray(offset - window.start, offset - window.start + wanted);
    },
  };
}

/** A read may stop short of what is there; only zero bytes mean the end. */
async function readFully(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
