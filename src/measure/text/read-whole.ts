/** Small files read whole, with the bound enforced on what is read and not on what a listing said. */
import { open } from 'node:fs/promises';
import type { Measured } from '../../model/facts.ts';
import type { Entry } from '../../model/submission.ts';
import { readAtHandle } from '../../util/byte-source.ts';
import { failed } from './failure.ts';

/** What a reader needs to know of a file. */
export type FileSource = Pick<Entry, 'location' | 'sizeBytes'>;

/** Text files that people write are under 1 MB; what is above this is something else. */
export const MAX_TEXT_BYTES = 5 * 1024 * 1024;

/** Fails with 'too-large' before reading, 'unreadable' when the system refuses. */
export async function readWhole({ location, sizeBytes }: FileSource, maxBytes: number): Promise<Measured<Buffer>> {
  if (sizeBytes > maxBytes) return failed('too-large');
  try {
    const handle = await open(location, 'r');
    try {
      // One byte more tells a file that has grown since it was listed.
      const bytes = await readAtHandle(handle)(0, Math.min(sizeBytes, maxBytes) + 1);
      return { ok: true, value: bytes };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failed('unreadable', error);
  }
}
