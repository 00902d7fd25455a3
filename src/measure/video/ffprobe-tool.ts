/** Which ffprobe to run: the one that is set, the one that came with the program, or the one on PATH. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  type BrokenTool,
  type ExternalTool,
  findOnPath,
  findSet,
  runVersion as runVersionOf,
  type TryFile,
} from '../external-tool.ts';

/** Versions found before, by path, size and time: so that a warm run starts no process to ask. */
export interface VersionMemo {
  get(key: string): string | undefined;
  set(key: string, version: string): void;
}

export interface FfprobeSearch {
  readonly platform: string;
  readonly arch: string;
  readonly memo: VersionMemo;
  /** The folder of the package ffprobe-static; `null` when it is not installed. */
  bundleFolder(): string | null;
  /** What tells one build from another at the same path; `null` when there is no file that may be run. */
  fingerprint(file: string): Promise<string | null>;
  /** `null` when it does not run. */
  runVersion(file: string): Promise<string | null>;
}

/** The search on this machine. */
export function systemSearch(memo: VersionMemo): FfprobeSearch {
  return { platform: process.platform, arch: process.arch, memo, bundleFolder, fingerprint, runVersion };
}

export async function findFfprobe(
  env: Readonly<Record<string, string | undefined>>,
  search: FfprobeSearch,
): Promise<ExternalTool | BrokenTool | null> {
  const tryFile: TryFile = (file, origin) => tryWith(search, file, origin);
  if (env.SIZHENG_FFPROBE) return findSet(env.SIZHENG_FFPROBE, tryFile);
  return (await findBundled(search)) ?? (await findOnPath('ffprobe', env, search.platform, tryFile));
}

/**
 * Builds in ffprobe-static 3.1.0. The package itself is never imported: on a platform it does not know the import ends the
 * process. `foreign` builds need an emulator, so only a run shows whether they serve.
 */
const BUNDLED: Readonly<Record<string, { readonly file: string; readonly foreign: boolean }>> = {
  'linux-x64': { file: 'bin/linux/x64/ffprobe', foreign: false },
  'linux-ia32': { file: 'bin/linux/ia32/ffprobe', foreign: false },
  'darwin-x64': { file: 'bin/darwin/x64/ffprobe', foreign: false },
  'darwin-arm64': { file: 'bin/darwin/arm64/ffprobe', foreign: true },
  'win32-x64': { file: 'bin/win32/x64/ffprobe.exe', foreign: false },
  'win32-ia32': { file: 'bin/win32/ia32/ffprobe.exe', foreign: false },
  'win32-arm64': { file: 'bin/win32/x64/ffprobe.exe', foreign: true },
};
const BUNDLED_VERSION = '4.0.2';

async function findBundled(search: FfprobeSearch): Promise<ExternalTool | null> {
  const build = BUNDLED[`${search.platform}-${search.arch}`];
  const folder = build === undefined ? null : search.bundleFolder();
  if (build === undefined || folder === null) return null;
  const file = path.join(folder, build.file);
  if (build.foreign) return tryWith(search, file, 'bundled');
  const exists = (await search.fingerprint(file)) !== null;
  return exists ? { runs: true, path: file, version: BUNDLED_VERSION, origin: 'bundled' } : null;
}

async function tryWith(
  search: FfprobeSearch,
  file: string,
  origin: ExternalTool['origin'],
): Promise<ExternalTool | null> {
  const mark = await search.fingerprint(file);
  if (mark === null) return null;
  const key = `${file}\0${mark}`;
  const known = search.memo.get(key);
  const version = known ?? (await search.runVersion(file));
  if (version === null) return null;
  if (known === undefined) search.memo.set(key, version);
  return { runs: true, path: file, version, origin };
}

function bundleFolder(): string | null {
  try {
    return path.dirname(createRequire(import.meta.url).resolve('ffprobe-static/package.json'));
  } catch {
    return null;
  }
}

async function fingerprint(file: string): Promise<string | null> {
  try {
    await access(file, constants.X_OK);
    const { size, mtimeMs } = await stat(file);
    return `${size}\0${mtimeMs}`;
  } catch {
    return null;
  }
}

/** `5.1.9`; `null` when it does not run or is no ffprobe. */
export function runVersion(file: string): Promise<string | null> {
  return runVersionOf('ffprobe', file);
}
