/** What this machine has, and what it lacks: each line a fact with a state, and no words. */
import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { findFfmpeg } from '../measure/frames/ffmpeg-tool.ts';
import { findFfprobe, runVersion, systemSearch } from '../measure/video/ffprobe-tool.ts';
import { INDEX_READER_VERSION } from '../measure/video/isobmff/reader-version.ts';
import { STATE_FOLDER } from '../model/file-names.ts';
import { FACTS_FILE, readFactsFile } from '../workspace/facts-file.ts';

export type DoctorState = 'ok' | 'warning' | 'failed';

export type DoctorCheck =
  | { readonly id: 'node'; readonly state: DoctorState; readonly version: string; readonly wanted: string }
  | {
      readonly id: 'ffprobe' | 'ffmpeg';
      readonly state: DoctorState;
      readonly path: string | null;
      readonly version: string | null;
      readonly origin: 'env' | 'bundled' | 'path' | null;
    }
  | { readonly id: 'index'; readonly state: DoctorState; readonly version: string }
  | { readonly id: 'locale'; readonly state: DoctorState; readonly name: string; readonly utf8: boolean }
  | { readonly id: 'terminal'; readonly state: DoctorState; readonly columns: number; readonly isTerminal: boolean }
  | { readonly id: 'disk'; readonly state: DoctorState; readonly path: string; readonly freeBytes: number }
  | {
      readonly id: 'cache';
      readonly state: DoctorState;
      readonly path: string;
      readonly entries: number;
      readonly sizeBytes: number;
    };

export interface DoctorInput {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly columns: number;
  readonly isTerminal: boolean;
}

const WANTED_NODE = '>=20.19';
const NARROW_COLUMNS = 60;
const LOW_DISK_BYTES = 2 * 2 ** 30;

export async function examine({ folder, env, columns, isTerminal }: DoctorInput): Promise<DoctorCheck[]> {
  return [
    checkNode(process.versions.node),
    await checkFfprobe(env),
    await checkFfmpeg(env),
    { id: 'index', state: 'ok', version: INDEX_READER_VERSION },
    checkLocale(env),
    { id: 'terminal', state: isTerminal && columns < NARROW_COLUMNS ? 'warning' : 'ok', columns, isTerminal },
    await checkDisk(resolve(folder)),
    await checkCache(join(resolve(folder), STATE_FOLDER, 'cache')),
  ];
}

function checkNode(version: string): DoctorCheck {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const serves = major > 20 || (major === 20 && minor >= 19);
  return { id: 'node', state: serves ? 'ok' : 'failed', version, wanted: WANTED_NODE };
}

/** Really runs it: a binary that is there may still not start. */
async function checkFfprobe(env: NodeJS.ProcessEnv): Promise<DoctorCheck> {
  const found = await findFfprobe(env, systemSearch(new Map()));
  if (found === null) return { id: 'ffprobe', state: 'warning', path: null, version: null, origin: null };
  const version = await runVersion(found.path);
  return { id: 'ffprobe', state: version === null ? 'failed' : 'ok', path: found.path, version, origin: found.origin };
}

/** Only pictures in the HTML report hang on it. The search has run it already. */
async function checkFfmpeg(env: NodeJS.ProcessEnv): Promise<DoctorCheck> {
  const found = await findFfmpeg(env);
  if (found === null) return { id: 'ffmpeg', state: 'warning', path: null, version: null, origin: null };
  const { path, origin } = found;
  return {
    id: 'ffmpeg',
    state: found.runs ? 'ok' : 'failed',
    path,
    version: found.runs ? found.version : null,
    origin,
  };
}

function checkLocale({ LC_ALL, LC_CTYPE, LANG }: NodeJS.ProcessEnv): DoctorCheck {
  const name = LC_ALL || LC_CTYPE || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  // Windows consoles have a code page instead, which Node writes around.
  const utf8 = process.platform === 'win32' || /utf-?8/i.test(name);
  return { id: 'locale', state: utf8 ? 'ok' : 'warning', name, utf8 };
}

async function checkDisk(folder: string): Promise<DoctorCheck> {
  const path = await nearestFolder(folder);
  const { bavail, bsize } = await statfs(path);
  const freeBytes = bavail * bsize;
  return { id: 'disk', state: freeBytes < LOW_DISK_BYTES ? 'warning' : 'ok', path, freeBytes };
}

async function nearestFolder(path: string): Promise<string> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  return isFolder || dirname(path) === path ? path : nearestFolder(dirname(path));
}

async function checkCache(path: string): Promise<DoctorCheck> {
  const file = join(path, FACTS_FILE);
  const kept = await readFactsFile(file);
  const sizeBytes = kept === null ? 0 : (await stat(file)).size;
  const writable = await canWrite(path);
  return {
    id: 'cache',
    state: writable ? 'ok' : 'warning',
    path,
    entries: kept?.entries.length ?? 0,
    sizeBytes,
  };
}

async function canWrite(path: string): Promise<boolean> {
  return access(await nearestFolder(path), constants.W_OK).then(
    () => true,
    () => false,
  );
}
