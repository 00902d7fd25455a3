/** Whether a file lies in a folder, or would once it is written: by their real places, so that a link to the folder leads into it too. */
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isWithin } from './is-within.ts';

export async function liesIn(file: string, folder: string): Promise<boolean> {
  const root = await realpath(folder).catch(() => null);
  return root !== null && isWithin(await realPlace(resolve(file)), root);
}

/** Of what need not be there. */
async function realPlace(path: string): Promise<string> {
  const found = await realpath(path).catch(() => null);
  if (found !== null || dirname(path) === path) return found ?? path;
  return join(await realPlace(dirname(path)), basename(path));
}
