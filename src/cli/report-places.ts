/** Where reports can be written: told before a check, which may take minutes. */
import { access, constants, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { unwritable, usageError } from '../model/errors.ts';
import { liesIn } from '../util/lies-in.ts';
import { BLOB, type Target } from './reports.ts';

/**
 * @param workspace the folder that is checked; `null` for none
 * @throws usageError for a folder in a file's place and for a blob in the workspace; machineError where nothing can be written
 */
export async function refusePlaces(targets: readonly Target<string>[], workspace: string | null): Promise<void> {
  for (const { name, file } of targets) {
    if (file === null) continue;
    if (name === BLOB && workspace !== null) await refuseInside(file, workspace);
    await refusePlace(name, file);
  }
}

/** What one machine writes there the others do not see: their shards would be of other files. */
async function refuseInside(file: string, workspace: string): Promise<void> {
  const isFolder = await stat(workspace).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder || !(await liesIn(file, workspace))) return;
  const name = file.endsWith('.blob') ? basename(file) : '1.blob';
  throw usageError('usage/blob-inside', { path: file, beside: join(workspace, '..', name) });
}

async function refusePlace(name: string, file: string): Promise<void> {
  const stats = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw unwritable(file, cause);
    return null;
  });
  if (stats?.isDirectory() === true || /[\\/]$/.test(file))
    throw usageError('usage/report-is-folder', {
      ...{ path: file.replace(/(?<=.)[\\/]+$/, ''), reporter: name, extension: EXTENSIONS[name] ?? name },
    });
  if (stats !== null) return;
  try {
    await access(await nearestThere(dirname(resolve(file))), constants.W_OK);
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

/** Folders below it are made when the report is written. */
async function nearestThere(folder: string): Promise<string> {
  const there = (await stat(folder).catch(() => null)) !== null;
  return there || dirname(folder) === folder ? folder : nearestThere(dirname(folder));
}

/** Where it is not the reporter's own name. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  terminal: 'txt',
  notice: 'txt',
  github: 'txt',
  markdown: 'md',
  junit: 'xml',
};
