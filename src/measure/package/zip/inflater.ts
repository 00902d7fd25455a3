/** Inflates one entry as its bytes come, and counts what comes out, so that no entry can grow past what it says. */
import { createInflateRaw } from 'node:zlib';

/** What comes out at a time; the rest waits inside zlib. */
const CHUNK_BYTES = 64 * 1024;

/** The compressed data do not hold. */
export class InflateError extends Error {
  override readonly name = 'InflateError';
}

export class Inflater {
  readonly #stream = createInflateRaw({ chunkSize: CHUNK_BYTES });
  readonly #maxBytes: number;
  #sizeBytes = 0;
  #ended = false;
  #error: Error | null = null;
  #settle: () => void = () => undefined;

  /**
   * @param maxBytes inflating ends when more than this came out
   * @param onBytes the inflated bytes, valid during the call
   */
  constructor(maxBytes: number, onBytes: (bytes: Buffer) => void) {
    this.#maxBytes = maxBytes;
    this.#stream.on('data', (bytes: Buffer) => {
      if (this.isOver) return;
      this.#sizeBytes += bytes.length;
      if (this.isOver) this.close();
      else onBytes(bytes);
    });
    this.#stream.on('end', () => {
      this.#ended = true;
      this.#settle();
    });
    this.#stream.on('error', (error) => {
      this.#error = error;
      this.#settle();
    });
    this.#stream.on('close', () => this.#settle());
  }

  /** Inflated bytes so far. */
  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** More came out than may. */
  get isOver(): boolean {
    return this.#sizeBytes > this.#maxBytes;
  }

  /** Compressed bytes that were used: fewer than were written when the stream ended before them. */
  get usedBytes(): number {
    return this.#stream.bytesWritten;
  }

  /** Resolves when `bytes` are used, or are not needed any more. Rejects when they do not hold. */
  write(bytes: Buffer): Promise<void> {
    return this.#until((done) => this.#stream.write(bytes, done));
  }

  /** Rejects when the stream has not come to its end. */
  end(): Promise<void> {
    return this.#until(() => this.#stream.end());
  }

  close(): void {
    this.#stream.destroy();
  }

  /** zlib answers a write that it does not need with nothing at all, so its end counts as an answer too. */
  async #until(start: (done: () => void) => void): Promise<void> {
    if (!this.#ended && !this.isOver && this.#error === null) {
      await new Promise<void>((resolve) => {
        this.#settle = resolve;
        start(resolve);
      });
    }
    if (this.#error !== null) throw new InflateError(this.#error.message);
  }
}
