/**
 * What people's files said the last time, by the digest of their bytes: a run that meets the same bytes again needs neither the
 * parsers nor the time to load them. Holds only what was found free of faults and of private data. Missing, damaged or foreign,
 * it is no memo.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { maskText } from '../text/privacy/mask.ts';
import { readState, writeState } from './state-file.ts';

/** What the bytes were read as: the same bytes may be read in two ways. */
export type ParsedAs = 'config' | 'item' | 'sheet' | 'spec';

interface MemoFile {
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const FILE = 'parsed.json';

export class ParseMemo {
  readonly #folder: string | null;
  readonly #key: string;
  readonly #old: Readonly<Record<string, unknown>>;
  readonly #used: Record<string, unknown> = {};
  #changed = false;

  private constructor(folder: string | null, key: string, old: Readonly<Record<string, unknown>>) {
    this.#folder = folder;
    this.#key = key;
    this.#old = old;
  }

  /**
   * @param folder where it lies; `null` remembers nothing
   * @param key everything the outcome depends on beside the bytes: what was written under another key is forgotten
   */
  static async open(folder: string | null, key: string): Promise<ParseMemo> {
    const file = folder === null ? null : await readMemo(join(folder, FILE));
    return new ParseMemo(folder, key, file?.key === key ? file.values : {});
  }

  /** The value that `parse` gave for these bytes, or gives now. Values are plain data; what `parse` throws is not kept. */
  async get<T>(as: ParsedAs, bytes: Uint8Array, parse: () => Promise<T>): Promise<T> {
    const digest = createHash('sha256').update(as).update('\0').update(bytes).digest('base64url');
    const known = Object.hasOwn(this.#old, digest);
    const value = known ? (this.#old[digest] as T) : await parse();
    if (!known && holdsPrivateData(value)) return value;
    this.#used[digest] = value;
    this.#changed ||= !known;
    return value;
  }

  /** Writes what was used in this run. A memo that cannot be written is left. */
  async save(): Promise<void> {
    if (this.#folder === null || !this.#changed) return;
    const file: MemoFile = { key: this.#key, values: this.#used };
    await writeState(join(this.#folder, FILE), file);
  }
}

/** @param value plain data */
function holdsPrivateData(value: unknown): boolean {
  if (typeof value === 'string') return maskText(value).found.length > 0;
  return value !== null && typeof value === 'object' && Object.values(value).some(holdsPrivateData);
}

async function readMemo(path: string): Promise<MemoFile | null> {
  const file = (await readState(path)) as MemoFile | null;
  return typeof file?.key === 'string' && typeof file.values === 'object' ? file : null;
}
