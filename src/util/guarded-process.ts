/**
 * A child process for work on untrusted input, one task at a time. A task that falls silent, takes too long or asks for
 * too much memory costs its process and nothing else; the next one gets a fresh process.
 *
 * Why no worker thread: `resourceLimits` counts V8's heap and not buffers, a native crash ends the caller too, and a
 * thread that is stopped within a task never gives its buffers back (200 MB for each bomb, measured on Node 20.20).
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { GuardedReply } from './guarded-service.ts';

export interface ProcessLimits {
  /** Longest time without a sign of life, a new process's start included. */
  readonly silenceMs: number;
  /** Longest time of one task. */
  readonly totalMs: number;
  /** V8's heap; the limit on the whole process is set where it serves. */
  readonly heapMib: number;
}

export type ProcessOutcome<Response> =
  | { readonly type: 'done'; readonly response: Response }
  | { readonly type: 'timeout' }
  /** The task threw where nobody caught it. */
  | { readonly type: 'failed'; readonly message: string }
  /** The process ended by itself: out of memory, or a native crash. */
  | { readonly type: 'died' };

export class GuardedProcess<Request extends object, Response> {
  readonly #entry: URL;
  readonly #limits: ProcessLimits;
  #child: ChildProcess | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  /** @param entry a file that calls `serveGuarded` */
  constructor(entry: URL, limits: ProcessLimits) {
    this.#entry = entry;
    this.#limits = limits;
  }

  /** Rejects only when the signal is aborted, with its reason. */
  run(request: Request, signal?: AbortSignal): Promise<ProcessOutcome<Response>> {
    const turn = this.#queue.then(() => this.#runNow(request, signal));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the process; a task under way is `died`. */
  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  async #runNow(request: Request, signal?: AbortSignal): Promise<ProcessOutcome<Response>> {
    signal?.throwIfAborted();
    this.#child ??= startProcess(this.#entry, this.#limits);
    const outcome = await watchTask<Response>(this.#child, request, this.#limits, signal);
    if (outcome?.type !== 'done') this.close();
    if (outcome === null) throw signal?.reason;
    return outcome;
  }
}

function startProcess(entry: URL, { heapMib }: ProcessLimits): ChildProcess {
  const child = fork(fileURLToPath(entry), [], {
    execArgv: [`--max-old-space-size=${heapMib}`],
    // Libraries inside may chat, and stdout holds results only.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  // An idle process must not keep its caller alive.
  child.unref();
  child.channel?.unref();
  // Held for good: an error while the process is being ended must not be thrown.
  child.on('error', () => undefined);
  return child;
}

/** Sends the task and waits for the first thing that settles it; `null` is an abort. */
function watchTask<Response>(
  child: ChildProcess,
  request: object,
  limits: ProcessLimits,
  signal: AbortSignal | undefined,
): Promise<ProcessOutcome<Response> | null> {
  return new Promise((resolve) => {
    const settle = (outcome: ProcessOutcome<Response> | null) => {
      clearTimeout(total);
      clearTimeout(silence);
      child.off('message', onMessage).off('exit', onDeath).off('error', onDeath);
      signal?.removeEventListener('abort', onAbort);
      resolve(outcome);
    };
    const onMessage = (reply: GuardedReply<Response>) => {
      if (reply.type === 'alive') silence.refresh();
      else settle(reply);
    };
    const onDeath = () => settle({ type: 'died' });
    const onAbort = () => settle(null);
    const total = setTimeout(() => settle({ type: 'timeout' }), limits.totalMs);
    const silence = setTimeout(() => settle({ type: 'timeout' }), limits.silenceMs);
    child.on('message', onMessage).once('exit', onDeath).once('error', onDeath);
    signal?.addEventListener('abort', onAbort, { once: true });
    child.send(request, (error) => error && onDeath());
  });
}
