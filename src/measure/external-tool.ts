/** Programs of others that are run, whichever they are: what is known of one, where it is looked for, what it says of itself. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { quietEnvironment } from './quiet-environment.ts';

export interface ExternalTool {
  readonly runs: true;
  readonly path: string;
  /** `5.1.9`. */
  readonly version: string;
  readonly origin: 'env' | 'bundled' | 'path';
}

/** A variable names something that does not run. Nothing else is tried: whoever set it wants that one. */
export interface BrokenTool {
  readonly runs: false;
  readonly path: string;
  readonly origin: 'env';
}

export type TryFile = (file: string, origin: ExternalTool['origin']) => Promise<ExternalTool | null>;

/** The file that a variable names, seen from the current folder. */
export async function findSet(set: string, tryFile: TryFile): Promise<ExternalTool | BrokenTool> {
  const file = path.resolve(set);
  return (await tryFile(file, 'env')) ?? { runs: false, path: file, origin: 'env' };
}

/**
 * Relative entries are passed over: they would run whatever lies in the folder that is being checked.
 * @param program `ffprobe`
 */
export async function findOnPath(
  program: string,
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  tryFile: TryFile,
): Promise<ExternalTool | null> {
  const windows = platform === 'win32';
  const style = windows ? path.win32 : path.posix;
  const name = windows ? `${program}.exe` : program;
  const list = env.PATH ?? env.Path ?? '';
  for (const folder of list.split(style.delimiter)) {
    const tool = style.isAbsolute(folder) ? await tryFile(style.join(folder, name), 'path') : null;
    if (tool !== null) return tool;
  }
  return null;
}

const VERSION_TIMEOUT_MS = 10_000;

/** What `ffprobe -version` says of itself, `5.1.9`; `null` when it does not run or is another program. */
export function runVersion(program: string, file: string): Promise<string | null> {
  const options = {
    env: quietEnvironment(),
    timeout: VERSION_TIMEOUT_MS,
    killSignal: 'SIGKILL',
    windowsHide: true,
    maxBuffer: 64 * 1024,
  } as const;
  return new Promise((resolve) => {
    execFile(file, ['-version'], options, (error, stdout) => resolve(error ? null : parseVersion(program, stdout)));
  });
}

/** Distributions add to the number (`5.1.9-0+deb12u1`); a build from a repository has only a name (`N-109542-g1bf1`). */
function parseVersion(program: string, stdout: string): string | null {
  const word = new RegExp(`^${program} version (\\S{1,60})`).exec(stdout)?.[1] ?? null;
  return word && (/^n?(\d+(?:\.\d+)*)/.exec(word)?.[1] ?? word);
}
