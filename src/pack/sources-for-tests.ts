/** Files on disk with the entries that a scan would give of them. Used by tests only. */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PackPlan } from '../model/pack-plan.ts';
import type { Entry } from '../model/submission.ts';
import { HashThreads } from '../util/hash-threads.ts';
import type { PackageContent } from './content.ts';
import type { ReadContext } from './read-source.ts';

export class Sources {
  readonly root = mkdtempSync(join(tmpdir(), 'sources-'));
  readonly #threads = new HashThreads(1);
  readBytes = 0;

  async close(): Promise<void> {
    await this.#threads.close();
    rmSync(this.root, { recursive: true, force: true });
  }

  at(path: string): string {
    return join(this.root, path);
  }

  file(path: string, content: string | Uint8Array): Entry {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    writeFileSync(this.at(path), content);
    return this.entry(path);
  }

  entry(path: string): Entry {
    const { size, mtimeNs, ctimeNs } = statSync(this.at(path), { bigint: true });
    const times = { mtimeNs: String(mtimeNs), ctimeNs: String(ctimeNs) };
    return {
      path,
      type: 'file',
      sizeBytes: Number(size),
      ...times,
      location: this.at(path),
      undecodable: false,
      error: null,
    };
  }

  context(signal: AbortSignal = new AbortController().signal): ReadContext {
    return { threads: this.#threads, signal, onBytes: (bytes) => (this.readBytes += bytes) };
  }
}

/** A package of these files, with a tag file in front and one that lists the digests behind. */
export function contentOf(files: Readonly<Record<string, Entry | string>>): PackageContent {
  const planned = Object.entries(files).map(([path, from]): PackPlan['files'][number] =>
    typeof from === 'string'
      ? { path, sizeBytes: from.length, from: { type: 'text', bytes: Buffer.from(from) } }
      : { path, sizeBytes: from.sizeBytes, from: { type: 'file', entry: from, sha256: null } },
  );
  return {
    plan: { files: planned } as unknown as PackPlan,
    before: [{ path: 'first.txt', bytes: Buffer.from('first') }],
    after: async (digests) => [{ path: 'last.txt', bytes: Buffer.from([...digests.keys()].join('\n')) }],
  };
}
