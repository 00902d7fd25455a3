/** Writing at a position of an open file. */
import type { FileHandle } from 'node:fs/promises';

/** All of `bytes` at `position`: a single write may take fewer. Rejects with the system's error. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
