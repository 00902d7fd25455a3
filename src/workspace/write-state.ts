/** Writing what the program keeps for itself. */
import { dirname } from 'node:path';
import { makeFolders } from '../util/make-folders.ts';
import { writeAtomically } from '../util/write-atomically.ts';

/** Makes the folder where it is missing. State that cannot be written is no fault of the run: the next one does without. */
export async function writeState(path: string, text: string): Promise<void> {
  try {
    await makeFolders(dirname(path));
    await writeAtomically(path, text);
  } catch {
    // A full disk, a read-only workspace: nothing is kept.
  }
}
