/** Which ffprobe to run: the one that is set, the one that came with the program, or the one on PATH. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { quietEnvironment } from '../quiet-environment.ts';

export interface FfprobeTool {
  readonly runs: true;
  readonly path: string;
  /** `4.0.2`. */
  readonly version: string;
  readonly origin: 'env' | 'bundled' | 'path';
}

/** SIZHENG_FFPROBE names something that does not run. Nothing else is tried: whoever set it wants that one. */
export interface BrokenFfprobe {
  readonly runs: false;
  readonly path: string;
  readonly origin: 'env';
}

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
): Promise<FfprobeTool | BrokenFfprobe | null> {
  const set = env.SIZHENG_FFPROBE;
  if (set) {
    const file = path.resolve(set);
    return (await tryFile(file, 'env', search)) ?? { runs: false, path: file, origin: 'env' };
  }
  return (await findBundled(search)) ?? (await findOnPath(env, search));
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

async function findBundled(search: FfprobeSearch): Promise<FfprobeTool | null> {
  const build = BUNDLED[`${search.platform}-${search.arch}`];
  const folder = build === undefined ? null : search.bundleFolder();
  if (build === undefined || folder === null) return null;
  const file = path.join(folder, build.file);
  if (build.foreign) return tryFile(file, 'bundled', search);
  const exists = (await search.fingerprint(file)) !== null;
  return exists ? { runs: true, path: file, version: BUNDLED_VERSION, origin: 'bundled' } : null;
}

/** Relative entries are passed over: they would run whatever lies in the folder that is being checked. */
async function findOnPath(
  env: Readonly<Record<string, string | undefined>>,
  search: FfprobeSearch,
): Promise<FfprobeTool | null> {
  const windows = search.platform === 'win32';
  const style = windows ? path.win32 : path.posix;
  const name = windows ? 'ffprobe.exe' : 'ffprobe';
  const list = env.PATH ?? env.Path ?? '';
  for (const folder of list.split(style.delimiter)) {
    const tool = style.isAbsolute(folder) ? await tryFile(style.join(folder, name), 'path', search) : null;
    if (tool !== null) return tool;
  }
  return null;
}

async function tryFile(
  file: string,
  origin: FfprobeTool['origin'],
  search: FfprobeSearch,
): Promise<FfprobeTool | null> {
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

const VERSION_TIMEOUT_MS = 10_000;

/** What `ffprobe -version` says of itself, `5.1.9`; `null` when it does not run or is no ffprobe. */
export function runVersion(file: string): Promise<string | null> {
  return new Promise((resolve) => {
    const options = {
      env: quietEnvironment(),
      timeout: VERSION_TIMEOUT_MS,
      killSignal: 'SIGKILL',
      windowsHide: true,
      maxBuffer: 64 * 1024,
    } as const;
    execFile(file, ['-version'], options, (error, stdout) => resolve(error ? null : parseVersion(stdout)));
  });
}

/** Distributions add to the number (`5.1.9-0+deb12u1`); a build from a repository has only a name (`N-109542-g1bf1`). */
function parseVersion(stdout: string): string | null {
  const word = /^ffprobe version (\S{1,60})/.exec(stdout)?.[1] ?? null;
  return word && (/^n?(\d+(?:\.\d+)*)/.exec(word)?.[1] ?? word);
}
