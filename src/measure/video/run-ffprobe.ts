/** Runs ffprobe on one file: no shell, no network, bounded time and output, killed at once when the run is aborted. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { quietEnvironment } from '../quiet-environment.ts';

export interface ProbeRequest {
  readonly ffprobe: string;
  /** Absolute path; bytes where the name is not UTF-8. */
  readonly location: string | Buffer;
  /** Everything but the input. */
  readonly args: readonly string[];
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export type ProbeRun =
  | { readonly outcome: 'ended'; readonly exitCode: number | null; readonly stdout: string; readonly stderr: string }
  | { readonly outcome: 'timeout' }
  | { readonly outcome: 'too-much-output' }
  /** The program itself could not be started; `code` is the system's (`ENOENT`, `EACCES`). */
  | { readonly outcome: 'not-started'; readonly code: string };

/** A file with some hundred streams gives 300 kB. */
const MAX_STDOUT_BYTES = 8 * 1024 * 1024;
const MAX_STDERR_BYTES = 64 * 1024;

/** Rejects with the signal's reason when aborted, and with the system's error when a name of bytes cannot be opened. */
export async function runFfprobe(request: ProbeRequest): Promise<ProbeRun> {
  request.signal.throwIfAborted();
  if (typeof request.location === 'string') return start(request, `file:${request.location}`, 'ignore');
  // An argument is text on every system; a name that is none goes in as an open file.
  const descriptor = openSync(request.location, 'r');
  try {
    return await start(request, 'file:/dev/fd/3', descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** `file:` keeps a name from being read as an option or another protocol (`-rf.mp4`, `concat:x.mp4`). */
function start(request: ProbeRequest, input: string, third: number | 'ignore'): Promise<ProbeRun> {
  const child = spawn(request.ffprobe, [...request.args, input], {
    stdio: ['ignore', 'pipe', 'pipe', third],
    env: quietEnvironment(),
    windowsHide: true,
  });
  return watch(child, request);
}

function watch(child: ChildProcess, { timeoutMs, signal }: ProbeRequest): Promise<ProbeRun> {
  return new Promise((resolve, reject) => {
    let killedFor: 'timeout' | 'too-much-output' | null = null;
    const stop = () => {
      child.kill('SIGKILL');
      // What a wrapper started may live on and hold the pipes: they are not waited for.
      child.stdout?.destroy();
      child.stderr?.destroy();
    };
    const kill = (why: 'timeout' | 'too-much-output') => {
      killedFor ??= why;
      stop();
    };
    const onAbort = stop;
    const timer = setTimeout(kill, timeoutMs, 'timeout');
    const stdout = collect(child.stdout, MAX_STDOUT_BYTES, () => kill('too-much-output'));
    const stderr = collect(child.stderr, MAX_STDERR_BYTES, () => {});
    const settle = (run: ProbeRun) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      if (signal.aborted) reject(signal.reason);
      else resolve(killedFor === null ? run : { outcome: killedFor });
    };
    signal.addEventListener('abort', onAbort, { once: true });
    child.once('error', (error: NodeJS.ErrnoException) =>
      settle({ outcome: 'not-started', code: error.code ?? 'unknown' }),
    );
    child.once('close', (exitCode) => settle({ outcome: 'ended', exitCode, stdout: stdout(), stderr: stderr() }));
  });
}

/** Keeps the first bytes of a stream and lets the rest flow away; `onFull` hears of the first byte too many. */
function collect(stream: NodeJS.ReadableStream | null, limit: number, onFull: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream?.on('data', (chunk: Buffer) => {
    const room = limit - size;
    size += chunk.length;
    if (room > 0) chunks.push(chunk.subarray(0, room));
    if (size > limit) onFull();
  });
  return () => Buffer.concat(chunks).toString('utf8');
}
