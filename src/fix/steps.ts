/** Single steps of a run on the disk, forth and back. Whatever is written is written in the run's folder first: in the workspace there are only renames. */
import { chmod, lstat, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ExactPath, FileTraits, LoggedStep, Stamp } from '../model/fix.ts';
import { hashFile } from '../util/hash-file.ts';
import { makeFolders } from '../util/make-folders.ts';
import { renameHeld } from '../util/write-atomically.ts';
import { locate } from './exact-path.ts';
import { folderStamp } from './folder-stamp.ts';
import { type Run, STAGING_FOLDER } from './log.ts';
import { sameContent } from './stamp.ts';

/** `null` for what is no file, or is not there. Rejects with the system's error when a file cannot be read. */
export async function stampAt(location: string | Buffer): Promise<Stamp | null> {
  const stats = await lstat(location).catch(() => null);
  if (!stats?.isFile()) return null;
  return { sizeBytes: stats.size, sha256: await hashFile(location, new AbortController().signal) };
}

/** Of a file or a folder; `null` for what is neither. Rejects as `stampAt` does. */
export async function anyStampAt(location: string | Buffer): Promise<Stamp | null> {
  const stats = await lstat(location).catch(() => null);
  return stats?.isDirectory() ? folderStamp(location) : stampAt(location);
}

export async function isThere(location: string | Buffer): Promise<boolean> {
  return lstat(location).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false;
      throw error;
    },
  );
}

/** What stands at a path is not what the plan was made from. */
export class SourceChanged extends Error {
  override readonly name = 'SourceChanged';
  readonly path: string;

  constructor({ path }: ExactPath) {
    super(path);
    this.path = path;
  }
}

/** New content that waits for its step. */
export function stagedPath(folder: string, step: number): string {
  return join(folder, STAGING_FOLDER, String(step));
}

/** A new file, flushed, so that no power failure leaves a name without its content. Rejects with the system's error. */
export async function writeFlushed(path: string, content: Uint8Array): Promise<void> {
  await makeFolders(dirname(path));
  await writeFile(path, content, { flush: true, flag: 'wx' });
}

/** Makes the step of this number. @throws SourceChanged; rejects with the system's error */
export async function makeStep({ root, folder, log }: Run, index: number): Promise<void> {
  const step = log.steps[index] as LoggedStep;
  if (step.type === 'rename') return rename(root, step.from, step.to);
  const location = locate(root, step.at);
  if (step.type === 'create') {
    if (await isThere(location)) throw new SourceChanged(step.at);
    return renameHeld(stagedPath(folder, index), location);
  }
  await refuseChanged(location, step);
  if (step.type === 'write') return renameHeld(stagedPath(folder, index), location);
  return moveAside(location, join(folder, step.original));
}

async function refuseChanged(
  location: string | Buffer,
  { at, before }: Extract<LoggedStep, { type: 'write' | 'remove' }>,
): Promise<void> {
  const stamp = await anyStampAt(location);
  if (stamp === null || !sameContent(stamp, before)) throw new SourceChanged(at);
}

async function moveAside(from: string | Buffer, to: string): Promise<void> {
  await makeFolders(dirname(to));
  await renameHeld(from, to);
}

/** Where a disk knows no difference between the two names, what stands under the new one is the file itself. */
async function rename(root: string, from: ExactPath, to: ExactPath): Promise<void> {
  const [old, next] = [locate(root, from), locate(root, to)];
  const there = await lstat(next, { bigint: true }).catch(() => null);
  const self = await lstat(old, { bigint: true }).catch(() => null);
  if (self === null) throw new SourceChanged(from);
  if (there !== null && (there.ino !== self.ino || there.dev !== self.dev)) throw new SourceChanged(to);
  await renameHeld(old, next);
}

/** Takes the step of this number back; it has been made. Rejects with the system's error. */
export async function unmakeStep({ root, folder, log }: Run, index: number): Promise<void> {
  const step = log.steps[index] as LoggedStep;
  switch (step.type) {
    case 'rename':
      return rename(root, step.to, step.from);
    case 'create':
      return rm(locate(root, step.at));
    case 'remove':
      return renameHeld(join(folder, step.original), locate(root, step.at));
    case 'write': {
      const staged = stagedPath(folder, index);
      // Left by a run, or by an undoing, that was broken off.
      await rm(staged, { force: true });
      await writeFlushed(staged, await readFile(join(folder, step.original)));
      await setTraits(staged, step.before);
      return renameHeld(staged, locate(root, step.at));
    }
  }
}

/** Some file systems (FAT) know no permissions, and some users may not set times: the content is what counts. */
export async function setTraits(path: string, { mode, modifiedMs }: Partial<FileTraits>): Promise<void> {
  if (mode !== undefined) await chmod(path, mode).catch(() => undefined);
  if (modifiedMs !== undefined) await utimes(path, new Date(), modifiedMs / 1000).catch(() => undefined);
}

export async function clearStaged(folder: string): Promise<void> {
  await rm(join(folder, STAGING_FOLDER), { recursive: true, force: true });
}
