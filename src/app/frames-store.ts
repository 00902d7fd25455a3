/** Frames that need not be taken twice: one file for each video, named by a digest, because names may hold private data. */
import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from '../model/frame.ts';
import type { Entry } from '../model/submission.ts';
import { readState, writeState } from '../workspace/state-file.ts';

/** Changes with what frames look like. */
const STORE_VERSION = 1;
const SUFFIX = '.json';

export class FramesStore {
  readonly #folder: string | null;
  readonly #toolVersion: string;
  readonly #used = new Set<string>();

  /** @param cacheFolder `null` keeps nothing */
  constructor(cacheFolder: string | null, toolVersion: string) {
    this.#folder = cacheFolder && join(cacheFolder, 'frames');
    this.#toolVersion = toolVersion;
  }

  /** Frames of a file that has not changed since; `null` when none were taken. */
  async get(entry: Entry): Promise<readonly Frame[] | null> {
    if (this.#folder === null) return null;
    const kept = await readState(join(this.#folder, this.#use(entry)));
    return Array.isArray(kept) && kept.every(isFrame) ? kept : null;
  }

  async set(entry: Entry, frames: readonly Frame[]): Promise<void> {
    if (this.#folder !== null) await writeState(join(this.#folder, this.#use(entry)), frames);
  }

  /** Removes what was not used in this run: of files that have changed or are gone. */
  async prune(): Promise<void> {
    if (this.#folder === null) return;
    const folder = this.#folder;
    const names = await readdir(folder).catch(() => []);
    const old = names.filter((name) => FILE_NAME.test(name) && !this.#used.has(name));
    await Promise.all(old.map((name) => rm(join(folder, name), { force: true }).catch(() => undefined)));
  }

  #use({ path, sizeBytes, mtimeNs, ctimeNs }: Entry): string {
    const key = JSON.stringify([STORE_VERSION, this.#toolVersion, path, sizeBytes, mtimeNs, ctimeNs]);
    const name = createHash('sha256').update(key).digest('hex') + SUFFIX;
    this.#used.add(name);
    return name;
  }
}

const FILE_NAME = /^[0-9a-f]{64}\.json$/;
const DATA_URI = /^data:image\/jpeg;base64,[A-Za-z0-9+/]+={0,2}$/;

/** A workspace may come from elsewhere, and what is kept in it goes into a page. */
function isFrame(value: unknown): value is Frame {
  if (value === null || typeof value !== 'object') return false;
  const { timeMs, dataUri, width, height } = value as Partial<Frame>;
  return [timeMs, width, height].every(Number.isFinite) && typeof dataUri === 'string' && DATA_URI.test(dataUri);
}
