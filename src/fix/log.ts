/** The log of a run, and the folder it lies in: `.sizheng/backup/20270605T082011.123Z/`. */
import { lstat, mkdir, readdir, readFile, rmdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { STATE_FOLDER } from '../model/file-names.ts';
import { type ExactPath, FIX_LOG_SCHEMA, type FixLog } from '../model/fix.ts';
import { makeFolders } from '../util/make-folders.ts';
import { writeAtomically } from '../util/write-atomically.ts';
import { staysBelow } from './exact-path.ts';

export const BACKUP_FOLDER = `${STATE_FOLDER}/backup`;
/** From the top, each in the one before. */
const FOLDERS = [STATE_FOLDER, BACKUP_FOLDER];
const LOG_NAME = 'log.json';
/** In the folder of a run: new contents, by the number of their step. */
export const STAGING_FOLDER = 'new';
/** UTC in ISO 8601's basic form: in order of name is in order of time, and any file system takes it. */
const RUN_NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\.(\d{3})Z$/;

/** A run that was made, or begun. */
export interface Run {
  /** The workspace, absolute. */
  readonly root: string;
  /** Absolute. */
  readonly folder: string;
  readonly log: FixLog;
}

/** A folder of its own for a run, later by name than every one before, whatever the clock says. Rejects with the system's error. */
export async function makeRunFolder(root: string, nowMs: number): Promise<{ folder: string; atMs: number }> {
  for (const folder of FOLDERS) await makeOwnFolder(join(root, folder));
  const [last] = await runNames(root);
  for (let atMs = Math.max(nowMs, last === undefined ? 0 : timeOf(last) + 1); ; atMs += 1) {
    const folder = join(root, BACKUP_FOLDER, nameOf(atMs));
    if (!isRunName(basename(folder))) throw refusal('EEXIST', 'mkdir', join(root, BACKUP_FOLDER, last ?? ''));
    try {
      await mkdir(folder);
      return { folder, atMs };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** What a run that came to nothing leaves of the folders above it: those that hold nothing else. No link is gone through. */
export async function removeEmptyFolders(root: string): Promise<void> {
  const own: string[] = [];
  for (const folder of FOLDERS.map((name) => join(root, name))) {
    if (!(await isFolder(folder))) break;
    own.unshift(folder);
  }
  for (const folder of own) await rmdir(folder).catch(() => undefined);
}

async function makeOwnFolder(path: string): Promise<void> {
  await makeFolders(path);
  if (!(await isFolder(path))) throw refusal('ENOTDIR', 'mkdir', path);
}

/** As the system would say it. */
function refusal(code: string, syscall: string, path: string): Error {
  return Object.assign(new Error(code), { code, syscall, path });
}

/** A link in its place leads out of the workspace, and is not followed. */
async function isFolder(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => null);
  return stats?.isDirectory() ?? false;
}

function nameOf(atMs: number): string {
  return new Date(atMs).toISOString().replace(/[-:]/g, '');
}

function timeOf(name: string): number {
  return Date.parse(name.replace(RUN_NAME, '$1-$2-$3T$4:$5:$6.$7Z'));
}

/** A moment that there is: nobody can go past the year 9999, nor to a month 99. */
function isRunName(name: string): boolean {
  const ms = RUN_NAME.test(name) ? timeOf(name) : Number.NaN;
  return !Number.isNaN(ms) && nameOf(ms) === name;
}

/** The latest first. */
async function runNames(root: string): Promise<string[]> {
  for (const folder of FOLDERS) if (!(await isFolder(join(root, folder)))) return [];
  const names = await readdir(join(root, BACKUP_FOLDER));
  return names.filter(isRunName).sort().reverse();
}

export function writeLog(folder: string, log: FixLog): Promise<void> {
  return writeAtomically(join(folder, LOG_NAME), `${JSON.stringify(log, null, 2)}\n`);
}

/** The latest run that came as far as its log and is not undone; `log` is `null` where that is not to be trusted. */
export async function findLastRun(root: string): Promise<{ folder: string; log: FixLog | null } | null> {
  for (const name of await runNames(root)) {
    const folder = join(root, BACKUP_FOLDER, name);
    const stats = await lstat(join(folder, LOG_NAME)).catch(() => null);
    if (stats === null) continue;
    const log = stats.isFile() && (await isFolder(folder)) ? await readLog(folder) : null;
    if (log?.state !== 'undone') return { folder, log };
  }
  return null;
}

async function readLog(folder: string): Promise<FixLog | null> {
  try {
    const log = logSchema.parse(JSON.parse(await readFile(join(folder, LOG_NAME), 'utf8')));
    const originals = log.steps.flatMap((step) => ('original' in step ? [step.original] : []));
    const staged = log.steps.map((_, index) => `${STAGING_FOLDER}/${index}`);
    for (const path of [...originals, ...staged]) if (!(await isPlain(folder, path))) return null;
    return log;
  } catch {
    return null;
  }
}

/** Every name on the way that is there is a folder, and the last a folder or a file: links lead anywhere. */
async function isPlain(folder: string, path: string): Promise<boolean> {
  const names = path.split('/');
  for (const index of names.keys()) {
    const stats = await lstat(join(folder, ...names.slice(0, index + 1))).catch(() => null);
    if (stats === null) return true;
    if (!stats.isDirectory() && (index < names.length - 1 || !stats.isFile())) return false;
  }
  return true;
}

// A log is a file like any other that comes with a folder: a path in it that leads out of the workspace makes it void.
const exactPath = z
  .strictObject({
    path: z.string(),
    bytes: z
      .string()
      .regex(/^(?:[0-9a-f]{2})+$/)
      .optional(),
  })
  .transform(({ path, bytes }): ExactPath => (bytes === undefined ? { path } : { path, bytes }))
  .refine(staysBelow);
const backupPath = z.string().refine((path) => staysBelow({ path }));
const sizeBytes = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const stamp = z.strictObject({ sizeBytes, sha256 });
const stampWithTraits = z.strictObject({ sizeBytes, sha256, mode: z.int().min(0).max(0o777), modifiedMs: z.number() });

const step = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('write'),
    at: exactPath,
    before: stampWithTraits,
    after: stamp,
    original: backupPath,
  }),
  z.strictObject({ type: z.literal('create'), at: exactPath, after: stamp }),
  z.strictObject({ type: z.literal('remove'), at: exactPath, before: stamp, original: backupPath }),
  z.strictObject({ type: z.literal('rename'), from: exactPath, to: exactPath }),
]);

const logSchema: z.ZodType<FixLog> = z.strictObject({
  schema: z.literal(FIX_LOG_SCHEMA),
  tool: z.strictObject({ name: z.literal('sizheng'), version: z.string() }),
  at: z.string(),
  state: z.enum(['begun', 'done', 'undone']),
  steps: z.array(step),
});
