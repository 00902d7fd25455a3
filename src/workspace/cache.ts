/**
 * Facts that need not be measured twice. An entry holds for a file of the same size and times, or of the same bytes: after a
 * fresh checkout all times are new. A cache that is missing, damaged, of another version or not writable is no cache.
 */
import { join } from 'node:path';
import type { Entry } from '../model/submission.ts';
import { maskText } from '../text/privacy/mask.ts';
import {
  type CacheEntry,
  FACTS_FILE,
  type FactsFile,
  type KeptEntry,
  readEntry,
  readFactsFile,
  type Stamp,
  writeFactsFile,
} from './facts-file.ts';

export class FactsCache {
  readonly #folder: string | null;
  readonly #tools: Map<string, string>;
  #file: FactsFile | null;
  #key = '';
  #byContent = false;
  #old = new Map<string, KeptEntry>();
  readonly #new = new Map<string, CacheEntry>();
  #byDigest: Map<string, KeptEntry> | null = null;
  #changed = false;

  private constructor(folder: string | null, file: FactsFile | null) {
    this.#folder = folder;
    this.#file = file;
    this.#tools = new Map(Object.entries(file?.tools ?? {}));
  }

  /** @param folder where the cache lies; `null` keeps nothing */
  static async open(folder: string | null): Promise<FactsCache> {
    return new FactsCache(folder, folder === null ? null : await readFactsFile(join(folder, FACTS_FILE)));
  }

  /**
   * @param key everything that facts depend on beside the file: what was written under another key is forgotten
   * @param byContent keep digests, for a cache that is carried to where all file times are new (a fresh checkout in CI)
   */
  use(key: string, byContent: boolean): void {
    this.#key = key;
    this.#byContent = byContent;
    this.#old = new Map(this.#file?.key === key ? this.#file.entries : []);
    this.#file = null;
  }

  /** The entry of a file that has not changed since. */
  get(entry: Entry): CacheEntry | null {
    const known = this.#new.get(entry.path);
    if (known !== undefined) return isSame(known, entry) ? known : null;
    const old = this.#old.get(entry.path);
    return old !== undefined && isSame(old.stamp, entry) ? readEntry(old) : null;
  }

  /** A tool's version by a key of its own, kept so that a warm run need not ask it. */
  getTool(key: string): string | undefined {
    return this.#tools.get(key);
  }

  setTool(key: string, version: string): void {
    this.#tools.set(key, version);
    this.#changed = true;
  }

  /** Whether facts are to be found again by the file's bytes, where its times have changed. */
  get goesByContent(): boolean {
    return this.#folder !== null && this.#byContent;
  }

  /** The facts of the same bytes under the same extension, wherever they lay. */
  getByDigest(sha256: string, extension: string): CacheEntry | null {
    this.#byDigest ??= new Map(
      [...this.#old].flatMap(([path, known]) =>
        known.stamp.sha256 === null ? [] : [[digestKey(known.stamp.sha256, extensionOf(path)), known] as const],
      ),
    );
    const known = this.#byDigest.get(digestKey(sha256, extension));
    return known === undefined ? null : readEntry(known);
  }

  set(path: string, entry: CacheEntry): void {
    this.#new.set(path, entry);
    this.#changed = true;
  }

  /** Keeps an entry that was used. */
  keep(path: string, entry: CacheEntry): void {
    this.#new.set(path, entry);
  }

  /**
   * Writes what is known now; a run over a part keeps the entries of the rest. A file whose name holds private data is measured
   * anew each time: the name is written nowhere. A cache that cannot be written is left.
   */
  async save(): Promise<void> {
    if (this.#folder === null || !this.#changed) return;
    const entries = [...new Map<string, KeptEntry | CacheEntry>([...this.#old, ...this.#new])];
    await writeFactsFile(join(this.#folder, FACTS_FILE), {
      key: this.#key,
      tools: Object.fromEntries(this.#tools),
      entries: entries.filter(([path]) => maskText(path).found.length === 0),
    });
  }

  /** Forgets files that are gone. */
  prune(paths: ReadonlySet<string>): void {
    for (const path of this.#old.keys()) {
      if (paths.has(path)) continue;
      this.#old.delete(path);
      this.#changed = true;
    }
  }
}

function digestKey(sha256: string, extension: string): string {
  return `${sha256}.${extension}`;
}

function extensionOf(path: string): string {
  return /\.([^./]*)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

// File systems that keep whole seconds (FAT, some network drives) could hide a change made right after the look.
const COARSE_MS = 2500;
const FINE_MS = 20;

function isSame(known: Stamp, { sizeBytes, mtimeNs, ctimeNs }: Entry): boolean {
  if (known.sizeBytes !== sizeBytes || known.mtimeNs !== mtimeNs || known.ctimeNs !== ctimeNs) return false;
  const changedMs = Number(BigInt(ctimeNs) / 1_000_000n);
  return changedMs + (ctimeNs.endsWith('000000000') ? COARSE_MS : FINE_MS) <= known.seenMs;
}
