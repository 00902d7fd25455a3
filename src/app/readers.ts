/** The readers of a run: which there are, and how they are closed. */
import { createDocumentReader } from '../measure/document/reader.ts';
import type { Readers } from '../measure/measure-file.ts';
import { findFfprobe, systemSearch } from '../measure/video/ffprobe-tool.ts';
import { INDEX_READER_VERSION } from '../measure/video/isobmff/reader-version.ts';
import { machineError } from '../model/errors.ts';
import type { Report } from '../model/report.ts';
import type { FactsCache } from '../workspace/cache.ts';
import { stateKey } from './state-key.ts';

export interface OpenReaders extends Readers {
  readonly list: Report['readers'];
  close(): void;
}

/** @throws machineError when SIZHENG_FFPROBE names what does not run */
export async function openReaders(
  env: Readonly<Record<string, string | undefined>>,
  cache: FactsCache,
): Promise<OpenReaders> {
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

/** What facts depend on beside the file. @param bound whether the cache lies in the workspace, and so is bound to this machine */
export function cacheKey({ list }: OpenReaders, bound: boolean): string {
  return stateKey(
    list.map(({ name, version }) => `${name} ${version}`),
    bound,
  );
}
