/** Writing at a position of an open file. */
import { writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';

/** All of `bytes` at `position`: a single write may take fewer. @throws the system's error */
export function writeAll({ fd }: Pick<FileHandle, 'fd'>, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, position + done);
}
