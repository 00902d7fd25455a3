/**
 * A file read forward, a slab at a time, into buffers that hash threads share. The next slab is on its way while this one is
 * worked on; bytes are handed out where they lie.
 */
import type { FileHandle } from 'node:fs/promises';
import { type HashThreads, type RunningHash, SLAB_BYTES, type Slab } from '../../util/hash-threads.ts';

/** A run of bytes in one slab. It may be used until the next call; whoever needs it longer holds the slab. */
export interface Piece {
  readonly slab: Slab;
  readonly start: number;
  readonly end: number;
}

export interface SlabReaderOptions {
  readonly threads: HashThreads;
  readonly signal: AbortSignal;
  /** Digest the whole file beside: then what is skipped is read as well. */
  readonly wholeDigest: boolean;
  /** Called with the position before each slab. */
  onSlab?(position: number): void;
}

interface LoadedSlab {
  readonly slab: Slab;
  /** In the file. */
  readonly start: number;
  readonly end: number;
}

export class SlabReader {
  readonly #handle: Pick<FileHandle, 'read'>;
  readonly #fileBytes: number;
  readonly #options: SlabReaderOptions;
  #position = 0;
  /** SHA-256 of the bytes before `#hashedTo`; `null` when it is not asked for, or bytes are missing from it. */
  #whole: RunningHash | null;
  #hashedTo = 0;
  #current: LoadedSlab | null = null;
  #ahead: Promise<LoadedSlab> | null = null;

  /** @param fileBytes where reading ahead ends */
  constructor(handle: Pick<FileHandle, 'read'>, fileBytes: number, options: SlabReaderOptions) {
    this.#handle = handle;
    this.#fileBytes = fileBytes;
    this.#options = options;
    this.#whole = options.wholeDigest ? options.threads.start('sha256', fileBytes) : null;
  }

  /**
   * What comes next, as far as the slab goes: at least one byte and at most `max`; `null` at the end of the file. Rejects with
   * the system's error, or with the signal's reason; another try may follow, further on.
   */
  async piece(max: number): Promise<Piece | null> {
    let current = this.#current;
    if (current === null || !holds(current, this.#position)) {
      current = await this.#advance();
      if (current === null) return null;
    }
    const start = this.#position - current.start;
    const end = Math.min(start + max, current.end - current.start);
    this.#position = current.start + end;
    return { slab: current.slab, start, end };
  }

  /** The next `length` bytes, fewer at the end of the file; a copy only where they lie in two slabs. */
  async bytes(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = length; left > 0; ) {
      const piece = await this.piece(left);
      if (piece === null) break;
      const part = piece.slab.bytes.subarray(piece.start, piece.end);
      if (part.length === length) return part;
      parts.push(Buffer.from(part));
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** Goes on at `offset`; what lies between is read only where the whole is digested. */
  async skipTo(offset: number): Promise<void> {
    while (this.#whole !== null && this.#position < offset) {
      if ((await this.piece(offset - this.#position)) === null) break;
    }
    this.#position = offset;
  }

  /** SHA-256 of the whole file, hexadecimal; `null` when it was not asked for, or not every byte could be read. */
  async wholeDigest(): Promise<string | null> {
    await this.skipTo(this.#fileBytes);
    return this.#hashedTo === this.#fileBytes ? ((await this.#whole?.digest()) ?? null) : null;
  }

  /** Waits for what is under way; nothing may be read after it. */
  async close(): Promise<void> {
    this.#current?.slab.release();
    this.#current = null;
    await this.#ahead?.then(
      ({ slab }) => slab.release(),
      () => undefined,
    );
  }

  async #advance(): Promise<LoadedSlab | null> {
    this.#options.signal.throwIfAborted();
    this.#options.onSlab?.(this.#position);
    this.#current?.slab.release();
    this.#current = null;
    const loaded = await this.#loadAt(this.#position);
    if (!holds(loaded, this.#position)) {
      loaded.slab.release();
      return null;
    }
    this.#current = loaded;
    if (loaded.end < this.#fileBytes) this.#ahead = this.#load(loaded.end);
    // It is awaited when it is needed; until then a failure must not count as unhandled.
    this.#ahead?.catch(() => undefined);
    this.#hashWhole(loaded);
    return loaded;
  }

  #hashWhole({ slab, start, end }: LoadedSlab): void {
    if (start > this.#hashedTo) this.#whole = null;
    if (end <= this.#hashedTo) return;
    this.#whole?.update(slab, this.#hashedTo - start, end - start);
    this.#hashedTo = end;
  }

  /** The slab that was read ahead, when it holds the position. */
  async #loadAt(position: number): Promise<LoadedSlab> {
    // A failure may lie where nobody goes any more; if not, it comes again.
    const ahead = await this.#ahead?.catch(() => null);
    this.#ahead = null;
    if (ahead && holds(ahead, position)) return ahead;
    ahead?.slab.release();
    return this.#load(position);
  }

  async #load(start: number): Promise<LoadedSlab> {
    const slab = await this.#options.threads.take();
    const wanted = Math.min(SLAB_BYTES, Math.max(0, this.#fileBytes - start));
    let length = 0;
    try {
      while (length < wanted) {
        const { bytesRead } = await this.#handle.read(slab.bytes, length, wanted - length, start + length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
    } catch (error) {
      slab.release();
      this.#whole = null;
      throw error;
    }
    return { slab, start, end: start + length };
  }
}

function holds({ start, end }: LoadedSlab, position: number): boolean {
  return position >= start && position < end;
}
