/** The inside of a `GuardedProcess`: answers one request at a time, and ends itself rather than fill the memory. */
import { isMainThread, Worker, workerData } from 'node:worker_threads';

export type GuardedReply<Response> =
  | { readonly type: 'alive' }
  | { readonly type: 'done'; readonly response: Response }
  | { readonly type: 'failed'; readonly message: string };

export interface ServiceLimits {
  /** Resident memory of the whole process. */
  readonly memoryBytes: number;
}

const MEMORY_CHECK_MS = 20;

/**
 * Called by an entry file, and by nothing else in it: the file is loaded a second time, in the thread that watches.
 * @param entry the entry file's own `import.meta.url`
 * @param answer calls `alive` from time to time; what it throws fails the task
 */
export function serveGuarded<Request, Response>(
  entry: string,
  limits: ServiceLimits,
  answer: (request: Request, alive: () => void) => Promise<Response>,
): void {
  if (isMainThread) {
    new Worker(new URL(entry), { workerData: { ...limits, parent: process.ppid } satisfies WatchData }).unref();
    answerMessages(answer);
  } else {
    watchProcess(workerData);
  }
}

function answerMessages<Request, Response>(answer: (request: Request, alive: () => void) => Promise<Response>): void {
  const reply = (message: GuardedReply<Response>) => process.send?.(message);
  const fail = (error: unknown) => reply({ type: 'failed', message: error instanceof Error ? error.message : '' });
  // Ctrl-C reaches the whole group; ending the process is its owner's business.
  process.on('SIGINT', () => undefined);
  // A library may fail where no caller can catch it.
  process.on('uncaughtException', fail);
  process.on('message', (request: Request) => {
    const alive = () => reply({ type: 'alive' });
    answer(request, alive).then((response) => reply({ type: 'done', response }), fail);
  });
}

interface WatchData extends ServiceLimits {
  readonly parent: number;
}

/** In a thread of its own, because the work may never give the main one a chance to look. */
function watchProcess({ memoryBytes, parent }: WatchData): void {
  setInterval(() => {
    const isOrphan = process.ppid !== parent;
    if (isOrphan || process.memoryUsage.rss() > memoryBytes) process.kill(process.pid, 'SIGKILL');
  }, MEMORY_CHECK_MS);
}
