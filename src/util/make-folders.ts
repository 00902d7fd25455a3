/** A folder and those above it. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Node's own `recursive` never returns where a folder that exists answers ENOENT (`/proc`), so the parents are climbed here.
 * Rejects with the system's error.
 */
export async function makeFolders(folder: string, make: (path: string) => Promise<unknown> = mkdir): Promise<void> {
  try {
    await makeOne(folder, make);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolders(dirname(folder), make);
    await makeOne(folder, make);
  }
}

async function makeOne(folder: string, make: (path: string) => Promise<unknown>): Promise<void> {
  try {
    await make(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
