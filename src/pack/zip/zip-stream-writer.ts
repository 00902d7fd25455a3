/**
 * The same package to a stream, where nothing can be patched afterwards: archiver writes it, one awaited entry at a time
 * (given several it takes them as they come), and any warning ends it.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipArchive } from 'archiver';
import type { Entry } from '../../model/submission.ts';
import type { MadeFile } from '../content.ts';
import { type ReadContext, readSource } from '../read-source.ts';
import type { PackageWriter } from '../writer.ts';

const MODE = 0o644;

export class ZipStreamWriter implements PackageWriter {
  readonly #archive = new ZipArchive({ store: true });
  readonly #sink: Writable;
  readonly #base: string;
  readonly #date: Date;
  readonly #whole = createHash('sha256');
  #sizeBytes = 0;
  /** Ends with the last byte; rejects with what went wrong on either side. */
  readonly #flow: Promise<void>;

  /** @param sink is not ended: standard output is not ours to close */
  constructor(sink: Writable, base: string, date: Date) {
    this.#base = base;
    this.#date = date;
    // What goes wrong on either side ends the flow, and is told there; a stream without a listener would end the process.
    this.#sink = sink.on('error', () => undefined);
    this.#archive.on('error', () => undefined).on('warning', (warning) => this.#archive.destroy(warning));
    this.#flow = pipeline(this.#archive, this.#counter(), sink, { end: false });
    // Whoever waits for an entry or for the end is told; nobody may be waiting at this moment.
    this.#flow.catch(() => undefined);
  }

  /** Hexadecimal, of the whole stream, once it has ended. */
  sha256(): string {
    return this.#whole.digest('hex');
  }

  addBytes({ path, bytes }: MadeFile): Promise<void> {
    return this.#add(path, Buffer.from(bytes));
  }

  async addFile(path: string, source: Entry, context: ReadContext): Promise<string> {
    const stream = new PassThrough().on('error', () => undefined);
    const added = this.#add(path, stream);
    added.catch((error: Error) => stream.destroy(error));
    const { sha256 } = await readSource(source, context, async ({ bytes }, length) => {
      // The archive keeps what it is given until it is through; the slab is needed again before that.
      const copy = Buffer.from(bytes.subarray(0, length));
      if (!stream.write(copy)) await Promise.race([once(stream, 'drain'), added]);
    });
    stream.end();
    await added;
    return sha256;
  }

  async finish(): Promise<number> {
    await Promise.all([this.#archive.finalize(), this.#flow]);
    // The pipeline has handed everything on; the sink may still hold some of it.
    await new Promise<void>((resolve, reject) => {
      this.#sink.write('', (error) => (error ? reject(error) : resolve()));
    });
    return this.#sizeBytes;
  }

  async #add(path: string, source: Buffer | PassThrough): Promise<void> {
    const entered = once(this.#archive, 'entry');
    entered.catch(() => undefined);
    this.#archive.append(source, { name: `${this.#base}/${path}`, date: this.#date, mode: MODE });
    await Promise.race([entered, this.#flow]);
  }

  #counter(): Transform {
    return new Transform({
      transform: (chunk: Buffer, _, done) => {
        this.#sizeBytes += chunk.length;
        this.#whole.update(chunk);
        done(null, chunk);
      },
    });
  }
}
