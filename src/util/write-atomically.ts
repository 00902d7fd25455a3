/** Whole or not at all: a file under its final name is never a part of one. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

// Virus scanners and indexers on Windows hold a new file for a moment; then a rename over it is refused.
const RETRY_DELAYS_MS = [10, 50, 200, 500];
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);

export interface FileSystem {
  open: typeof open;
  rename: typeof rename;
  rm: typeof rm;
  wait(ms: number): Promise<void>;
}

const SYSTEM: FileSystem = { open, rename, rm, wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };

/** Whole, or piece by piece: a piece is made when the last one is written. */
type Data = string | Uint8Array | Iterable<Uint8Array>;

/** Writes beside the target and renames. Rejects with the system's error and leaves nothing behind. */
export async function writeAtomically(path: string, data: Data, fs: FileSystem = SYSTEM): Promise<void> {
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  try {
    const handle = await fs.open(draft, 'wx');
    try {
      for (const piece of isWhole(data) ? [data] : data) await handle.writeFile(piece);
    } finally {
      await handle.close();
    }
    await renameHeld(draft, path, fs);
  } catch (error) {
    // What went wrong first is what is told.
    await fs.rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

function isWhole(data: Data): data is string | Uint8Array {
  return typeof data === 'string' || data instanceof Uint8Array;
}

/** Renames, waiting for whoever holds the file for a moment; a name that is not UTF-8 comes as its bytes. Rejects with the system's error. */
export async function renameHeld(from: string | Buffer, to: string | Buffer, fs: FileSystem = SYSTEM): Promise<void> {
  for (const delayMs of RETRY_DELAYS_MS) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      if (!HELD.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      await fs.wait(delayMs);
    }
  }
  return fs.rename(from, to);
}
