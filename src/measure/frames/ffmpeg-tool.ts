/** Which ffmpeg to run: the one that is set, the one that came with the program, or the one on PATH. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { quietEnvironment } from '../quiet-environment.ts';

export interface FfmpegTool {
  readonly runs: true;
  readonly path: string;
  /** `5.1.9`. */
  readonly version: string;
  readonly origin: 'env' | 'bundled' | 'path';
}

/** SIZHENG_FFMPEG names something that does not run. Nothing else is tried: whoever set it wants that one. */
export interface BrokenFfmpeg {
  readonly runs: false;
  readonly path: string;
  readonly origin: 'env';
}

export interface FfmpegSearch {
  readonly platform: string;
  /** The build that came with the program, for this platform; `null` when there is none. */
  bundledFile(): string | null;
  /** `null` when it may not be run, does not run, or is no ffmpeg. */
  version(file: string): Promise<string | null>;
}

/** The search on this machine. */
export const SYSTEM_SEARCH: FfmpegSearch = { platform: process.platform, bundledFile, version };

export async function findFfmpeg(
  env: Readonly<Record<string, string | undefined>>,
  search: FfmpegSearch = SYSTEM_SEARCH,
): Promise<FfmpegTool | BrokenFfmpeg | null> {
  const set = env.SIZHENG_FFMPEG;
  if (set) {
    const file = path.resolve(set);
    return (await tryFile(file, 'env', search)) ?? { runs: false, path: file, origin: 'env' };
  }
  const bundled = search.bundledFile();
  return (bundled && (await tryFile(bundled, 'bundled', search))) || findOnPath(env, search);
}

/** Relative entries are passed over: they would run whatever lies in the folder that is being checked. */
async function findOnPath(
  env: Readonly<Record<string, string | undefined>>,
  search: FfmpegSearch,
): Promise<FfmpegTool | null> {
  const windows = search.platform === 'win32';
  const style = windows ? path.win32 : path.posix;
  const name = windows ? 'ffmpeg.exe' : 'ffmpeg';
  const list = env.PATH ?? env.Path ?? '';
  for (const folder of list.split(style.delimiter)) {
    const tool = style.isAbsolute(folder) ? await tryFile(style.join(folder, name), 'path', search) : null;
    if (tool !== null) return tool;
  }
  return null;
}

async function tryFile(file: string, origin: FfmpegTool['origin'], search: FfmpegSearch): Promise<FfmpegTool | null> {
  const found = await search.version(file);
  return found === null ? null : { runs: true, path: file, version: found, origin };
}

/**
 * The build in @ffmpeg-installer for this platform. That package itself is never imported: on a platform it does not know it
 * throws a string.
 */
function bundledFile(): string | null {
  try {
    const installer = createRequire(import.meta.url).resolve('@ffmpeg-installer/ffmpeg/package.json');
    const build = `@ffmpeg-installer/${process.platform}-${process.arch}/package.json`;
    const folder = path.dirname(createRequire(installer).resolve(build));
    return path.join(folder, process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg');
  } catch {
    return null;
  }
}

const VERSION_TIMEOUT_MS = 10_000;

/** What `ffmpeg -version` says of itself, `5.1.9`. A package installed without its scripts may hold a file that may not be run. */
export async function version(file: string): Promise<string | null> {
  try {
    await access(file, constants.X_OK);
  } catch {
    return null;
  }
  const options = {
    env: quietEnvironment(),
    timeout: VERSION_TIMEOUT_MS,
    killSignal: 'SIGKILL',
    windowsHide: true,
    maxBuffer: 64 * 1024,
  } as const;
  return new Promise((resolve) => {
    execFile(file, ['-version'], options, (error, stdout) => resolve(error ? null : parseVersion(stdout)));
  });
}

/** Distributions add to the number (`5.1.9-0+deb12u1`); a build from a repository has only a name (`N-47683-g0e8eb07980`). */
function parseVersion(stdout: string): string | null {
  const word = /^ffmpeg version (\S{1,60})/.exec(stdout)?.[1] ?? null;
  return word && (/^n?(\d+(?:\.\d+)*)/.exec(word)?.[1] ?? word);
}
