/** The readers of a run: which there are, and how they are closed. */
import { createHash } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { createDocumentReader } from '../measure/document/reader.ts';
import type { Readers } from '../measure/measure-file.ts';
import { findFfprobe, systemSearch } from '../measure/video/ffprobe-tool.ts';
import { INDEX_READER_VERSION } from '../measure/video/index-reader.ts';
import { machineError } from '../model/errors.ts';
import type { Report } from '../model/report.ts';
import type { FactsCache } from '../workspace/cache.ts';
import { toolVersion } from './version.ts';

export interface OpenReaders extends Readers {
  readonly list: Report['readers'];
  close(): void;
}

/** Goes up when facts of the same file come out differently. */
const FACTS_VERSION = 1;

/** @throws machineError when SIZHENG_FFPROBE names what does not run */
export async function openReaders(env: NodeJS.ProcessEnv, cache: FactsCache): Promise<OpenReaders> {
  const memo = {
    get: (key: string) => cache.getTool(key),
    set: (key: string, version: string) => cache.setTool(key, version),
  };
  const found = await findFfprobe(env, systemSearch(memo));
  if (found !== null && !found.runs) throw machineError('machine/reader-broken', { path: found.path });
  const documents = createDocumentReader();
  return {
    ffprobe: found,
    documents,
    list: [
      ...(found === null ? [] : [{ name: 'ffprobe', version: found.version }]),
      { name: 'isobmff', version: INDEX_READER_VERSION },
    ],
    close: () => documents.close(),
  };
}

/**
 * What facts depend on beside the file. A cache inside the workspace travels with it, so it is bound to this machine: nobody
 * can send facts along. One that was asked for by name (`--cache-dir`) is the user's own to carry from machine to machine.
 */
export function cacheKey({ list }: OpenReaders, bound: boolean): string {
  const readers = list.map(({ name, version }) => `${name} ${version}`);
  const machine = bound ? [hostname(), userInfo().username] : [];
  return createHash('sha256')
    .update(JSON.stringify([FACTS_VERSION, toolVersion(), readers, machine]))
    .digest('hex');
}
