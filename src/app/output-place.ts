/** Where something that is made from a workspace is put: refused before anything is written when it cannot stand there. */
import { access, constants, lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { unwritable, usageError } from '../model/errors.ts';
import { PACKAGE_FILES } from '../model/package-manifest.ts';
import { isWithin } from '../util/is-within.ts';

export interface PlaceInput {
  /** The workspace, absolute. */
  readonly root: string;
  /** The name it has by itself, without an extension. */
  readonly name: string;
  /** With the dot; empty for a folder. */
  readonly extension: string;
  /** As asked: a folder that is there, or a path; `null` for beside the workspace. */
  readonly output: string | null;
}

/** An absolute path. @throws usageError `usage/output-inside`, `usage/output-no-folder`; machineError when it is read-only */
export async function findPlace(input: PlaceInput): Promise<string> {
  const path = await placeOf(input);
  await refuseFolder(dirname(path));
  await refuseInside(path, input.root);
  return path;
}

/** What is asked for is a folder to put it in, unless that folder is a package: then it is what is to be replaced. */
async function placeOf({ root, name, extension, output }: PlaceInput): Promise<string> {
  if (output === null) return join(dirname(root), name + extension);
  const asked = resolve(output);
  const isFolder = /[\\/]$/.test(output) || (await stat(asked).catch(() => null))?.isDirectory() === true;
  if (isFolder) return (await isPackage(asked)) ? asked : join(asked, name + extension);
  return asked.toLowerCase().endsWith(extension) ? asked : asked + extension;
}

async function isPackage(folder: string): Promise<boolean> {
  return (await exists(join(folder, 'bagit.txt'))) || exists(join(folder, PACKAGE_FILES.uploadLog));
}

async function refuseFolder(folder: string): Promise<void> {
  const stats = await stat(folder).catch(() => null);
  if (stats?.isDirectory() !== true) throw usageError('usage/output-no-folder', { path: folder });
  try {
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}

/** By their real places: a link to the workspace leads into it too. What holds the workspace must not be replaced either. */
async function refuseInside(path: string, root: string): Promise<void> {
  const [folder, workspace] = await Promise.all([realpath(dirname(path)), realpath(root)]);
  const target = join(folder, basename(path));
  if (isWithin(target, workspace) || isWithin(workspace, target)) throw usageError('usage/output-inside', { path });
}

/** @throws usageError `usage/package-exists` for the first of the paths that is there */
export async function refuseExisting(paths: readonly string[]): Promise<void> {
  const path = await firstExisting(paths);
  if (path !== null) throw usageError('usage/package-exists', { path });
}

export async function firstExisting(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if (await exists(path)) return path;
  return null;
}

export async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}
