/** The digests of one file, all algorithms in one pass; and of many files, without waiting for each. */
import { createHash, type Hash, hash } from 'node:crypto';
import type { HashThreads, RunningHash } from '../../util/hash-threads.ts';
import type { Piece } from './slab-reader.ts';

/** Hexadecimal, by algorithm. */
export type Digests = Record<string, string>;

/** A file of fewer bytes, when it lies in one slab, is hashed in one call: tens of thousands of them should cost little. */
const SMALL_BYTES = 1 << 20;

export class FileDigests {
  readonly #threads: HashThreads;
  readonly #algorithms: ReadonlyMap<string, string>;
  readonly #sizeBytes: number;
  #running: [algorithm: string, hash: RunningHash][] | null = null;
  #done: Digests | null = null;

  /**
   * @param algorithms as `createHash` knows them, by the names that the digests go by
   * @param sizeBytes how many are to come
   */
  constructor(threads: HashThreads, algorithms: ReadonlyMap<string, string>, sizeBytes: number) {
    this.#threads = threads;
    this.#algorithms = algorithms;
    this.#sizeBytes = sizeBytes;
    if (sizeBytes === 0) this.#finishWith(Buffer.alloc(0));
  }

  update({ slab, start, end }: Piece): void {
    if (this.#running === null && end - start === this.#sizeBytes && this.#sizeBytes < SMALL_BYTES) {
      this.#finishWith(slab.bytes.subarray(start, end));
      return;
    }
    this.#running ??= [...this.#algorithms].map(([name, known]) => [name, this.#threads.start(known, this.#sizeBytes)]);
    for (const [, running] of this.#running) running.update(slab, start, end);
  }

  /** At once where nothing is left to wait for. Rejects when a hash thread has failed. */
  digest(): Digests | Promise<Digests> {
    return this.#done ?? settle(this.#running ?? []);
  }

  #finishWith(bytes: Buffer): void {
    this.#done = Object.fromEntries([...this.#algorithms].map(([name, known]) => [name, hash(known, bytes, 'hex')]));
  }
}

/** The same for bytes that lie in no slab, so that no thread can see them. */
export class LocalDigests {
  readonly #hashes: readonly (readonly [algorithm: string, hash: Hash])[];

  constructor(algorithms: ReadonlyMap<string, string>) {
    this.#hashes = [...algorithms].map(([name, known]) => [name, createHash(known)]);
  }

  update(bytes: Buffer): void {
    for (const [, one] of this.#hashes) one.update(bytes);
  }

  digest(): Digests {
    return Object.fromEntries(this.#hashes.map(([name, one]) => [name, one.digest('hex')]));
  }
}

/** Far more than run at one time, and few enough to hold. */
const MAX_PENDING = 256;

/** Files whose digests are still being computed. */
export class PendingDigests {
  #pending: Promise<void>[] = [];

  /** Fills in the file's digests, now or when they are there. Rejects when a hash thread has failed. */
  async add(file: { digests: Digests }, digests: Digests | Promise<Digests>): Promise<void> {
    if (!(digests instanceof Promise)) {
      file.digests = digests;
      return;
    }
    const work = digests.then((found) => {
      file.digests = found;
    });
    // `settle` reports it; until then a failure must not count as unhandled.
    work.catch(() => undefined);
    this.#pending.push(work);
    if (this.#pending.length >= MAX_PENDING) await this.settle();
  }

  async settle(): Promise<void> {
    const pending = this.#pending;
    this.#pending = [];
    await Promise.all(pending);
  }
}

async function settle(running: readonly [algorithm: string, hash: RunningHash][]): Promise<Digests> {
  return Object.fromEntries(await Promise.all(running.map(async ([name, one]) => [name, await one.digest()] as const)));
}
