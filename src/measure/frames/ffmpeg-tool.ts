/** Which ffmpeg to run: the one that is set, the one that came with the program, or the one on PATH. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type BrokenTool, type ExternalTool, findOnPath, findSet, runVersion, type TryFile } from '../external-tool.ts';

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
): Promise<ExternalTool | BrokenTool | null> {
  const tryFile: TryFile = async (file, origin) => {
    const found = await search.version(file);
    return found === null ? null : { runs: true, path: file, version: found, origin };
  };
  if (env.SIZHENG_FFMPEG) return findSet(env.SIZHENG_FFMPEG, tryFile);
  const bundled = search.bundledFile();
  return (bundled && (await tryFile(bundled, 'bundled'))) || findOnPath('ffmpeg', env, search.platform, tryFile);
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

/** As `runVersion`. A package installed without its scripts may hold a file that may not be run. */
export async function version(file: string): Promise<string | null> {
  try {
    await access(file, constants.X_OK);
  } catch {
    return null;
  }
  return runVersion('ffmpeg', file);
}
