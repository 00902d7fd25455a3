/** By what a folder is known again: the names in it, their types and sizes. Only litter is put aside as a folder, and it may be large. */
import { createHash, type Hash } from 'node:crypto';
import { lstat, readdir } from 'node:fs/promises';
import type { Stamp } from '../model/fix.ts';
import { joinNames } from './exact-path.ts';

/** Names to the byte, in their order; no link is followed, and what cannot be listed counts as a folder without names. */
export async function folderStamp(location: string | Buffer): Promise<Stamp> {
  const hash = createHash('sha256');
  const sizeBytes = await addFolder(hash, Buffer.from(location));
  return { sizeBytes, sha256: hash.digest('hex') };
}

/** How many bytes the files have. */
async function addFolder(hash: Hash, folder: Buffer): Promise<number> {
  const names = await readdir(folder, { encoding: 'buffer' }).catch(() => []);
  let total = 0;
  for (const name of names.sort(Buffer.compare)) {
    const path = joinNames([folder, name]);
    const stats = await lstat(path);
    const sizeBytes = stats.isFile() ? stats.size : 0;
    const type = stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
    hash.update(`${type} ${name.toString('hex')} ${sizeBytes}\n`);
    total += stats.isDirectory() ? await addFolder(hash, path) : sizeBytes;
    if (stats.isDirectory()) hash.update('end\n');
  }
  return total;
}
