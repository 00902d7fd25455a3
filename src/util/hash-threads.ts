/**
 * Hashing beside reading and writing: SHA-256 takes most of the time that a disk leaves, so it runs in threads of its own,
 * over the very buffers that are read into. Nothing is copied.
 */
import { createHash, type Hash } from 'node:crypto';
import { Worker } from 'node:worker_threads';

/** Large enough that handing a buffer over costs nothing beside hashing it. */
export const SLAB_BYTES = 1 << 20;
const MAX_SLABS = 12;
/** A hash of fewer bytes is done where it stands. */
const THREAD_BYTES = 2 << 20;

/** A buffer that threads share. It is free again when whoever took it, and every hash over it, has let go. */
export interface Slab {
  readonly bytes: Buffer;
  /** Keeps it for one more user. */
  hold(): void;
  release(): void;
}

export interface RunningHash {
  /** Takes the bytes from `start` to `end` of the slab, in the order of the calls. */
  update(slab: Slab, start: number, end: number): void;
  /** Hexadecimal; rejects when the thread has failed. */
  digest(): Promise<string>;
}

type Request =
  | { readonly type: 'begin'; readonly id: number; readonly algorithm: string }
  | { readonly type: 'update'; readonly id: number; readonly slab: number; readonly bytes: Uint8Array }
  | { readonly type: 'digest'; readonly id: number };
type Answer =
  | { readonly type: 'free'; readonly slab: number }
  | { readonly type: 'digest'; readonly id: number; readonly digest: string };

/** The whole program of a thread: it is sent as text, so it can use nothing from outside. */
function hashLoop(): void {
  const { parentPort } = process.getBuiltinModule('node:worker_threads');
  const crypto = process.getBuiltinModule('node:crypto');
  const hashes = new Map<number, Hash>();
  parentPort?.on('message', (request: Request) => {
    if (request.type === 'begin') hashes.set(request.id, crypto.createHash(request.algorithm));
    else if (request.type === 'update') {
      hashes.get(request.id)?.update(request.bytes);
      parentPort.postMessage({ type: 'free', slab: request.slab });
    } else {
      const digest = hashes.get(request.id)?.digest('hex') ?? '';
      hashes.delete(request.id);
      parentPort.postMessage({ type: 'digest', id: request.id, digest });
    }
  });
}

interface Promised<T> {
  resolve(value: T): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  /** Hashes that have begun and not ended. */
  busy: number;
}

/**
 * Memory of threads that have ended, for the next ones: shared memory counts for nothing when V8 looks for garbage, and a
 * thousand packages in a row would each leave theirs behind.
 */
const spare: SharedArrayBuffer[] = [];

class SharedSlab implements Slab {
  readonly shared = spare.pop() ?? new SharedArrayBuffer(SLAB_BYTES);
  readonly bytes = Buffer.from(this.shared);
  readonly index: number;
  readonly #onFree: (slab: SharedSlab) => void;
  #holds = 0;

  constructor(index: number, onFree: (slab: SharedSlab) => void) {
    this.index = index;
    this.#onFree = onFree;
  }

  hold(): void {
    this.#holds += 1;
  }

  release(): void {
    this.#holds -= 1;
    if (this.#holds === 0) this.#onFree(this);
  }
}

export class HashThreads {
  /** As many as were needed at one time so far. */
  readonly #slabs: SharedSlab[] = [];
  readonly #free: SharedSlab[] = [];
  readonly #waiting: Promised<SharedSlab>[] = [];
  readonly #threads: Thread[] = [];
  readonly #digests = new Map<number, Promised<string>>();
  readonly #maxThreads: number;
  #failure: Error | null = null;
  #lastId = 0;

  /** @param maxThreads as many as there are large hashes at one time; none is started before it is needed */
  constructor(maxThreads: number) {
    this.#maxThreads = maxThreads;
  }

  /** A slab to read into, held once; waits until one is free. Rejects when a thread has failed. */
  async take(): Promise<Slab> {
    if (this.#failure !== null) throw this.#failure;
    const slab = this.#free.pop() ?? this.#newSlab() ?? (await this.#awaitSlab());
    slab.hold();
    return slab;
  }

  /** @param bytes how many are to come, so that a small hash need not wait for a thread */
  start(algorithm: string, bytes: number): RunningHash {
    if (bytes < THREAD_BYTES) return new HashHere(algorithm);
    const id = ++this.#lastId;
    const thread = this.#leastBusy();
    const post = (request: Request) => thread.worker.postMessage(request);
    thread.busy += 1;
    post({ type: 'begin', id, algorithm });
    return {
      update: (slab, start, end) => {
        slab.hold();
        const bytes = new Uint8Array(slab.bytes.buffer, slab.bytes.byteOffset + start, end - start);
        post({ type: 'update', id, slab: (slab as SharedSlab).index, bytes });
      },
      digest: () => {
        post({ type: 'digest', id });
        return this.#awaitDigest(id).finally(() => (thread.busy -= 1));
      },
    };
  }

  /** Ends the threads; whatever still runs in them is lost. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
    spare.push(...this.#slabs.splice(0).map(({ shared }) => shared));
  }

  #newSlab(): SharedSlab | null {
    if (this.#slabs.length === MAX_SLABS) return null;
    const slab = new SharedSlab(this.#slabs.length, (freed) => this.#handOn(freed));
    this.#slabs.push(slab);
    return slab;
  }

  #awaitSlab(): Promise<SharedSlab> {
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #handOn(slab: SharedSlab): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(slab);
    else next.resolve(slab);
  }

  #awaitDigest(id: number): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#failure === null) this.#digests.set(id, { resolve, reject });
      else reject(this.#failure);
    });
  }

  #leastBusy(): Thread {
    const idle = this.#threads.toSorted((a, b) => a.busy - b.busy)[0];
    if (idle !== undefined && (idle.busy === 0 || this.#threads.length >= this.#maxThreads)) return idle;
    const worker = new Worker(`(${hashLoop})()`, { eval: true });
    worker.on('message', (answer: Answer) => this.#hear(answer)).on('error', (error: Error) => this.#fail(error));
    const thread = { worker, busy: 0 };
    this.#threads.push(thread);
    return thread;
  }

  #hear(answer: Answer): void {
    if (answer.type === 'free') {
      this.#slabs[answer.slab]?.release();
      return;
    }
    this.#digests.get(answer.id)?.resolve(answer.digest);
    this.#digests.delete(answer.id);
  }

  #fail(error: Error): void {
    this.#failure = error;
    for (const { reject } of [...this.#digests.values(), ...this.#waiting.splice(0)]) reject(error);
    this.#digests.clear();
  }
}

class HashHere implements RunningHash {
  readonly #hash: Hash;

  constructor(algorithm: string) {
    this.#hash = createHash(algorithm);
  }

  update({ bytes }: Slab, start: number, end: number): void {
    this.#hash.update(bytes.subarray(start, end));
  }

  async digest(): Promise<string> {
    return this.#hash.digest('hex');
  }
}
