/** The facts of any files, judged by nobody. */

import { measureFile } from '../measure/measure-file.ts';
import { machineError, usageError } from '../model/errors.ts';
import type { FactsSummary, FileFacts, Measured } from '../model/facts.ts';
import { summaryOf } from '../model/facts-summary.ts';
import { listFile } from '../scan/list-tree.ts';
import { mapConcurrently } from '../util/concurrency.ts';
import { FactsCache } from '../workspace/cache.ts';
import { openReaders } from './readers.ts';

export interface ProbedFile extends Pick<FileFacts, 'type'> {
  /** As it was given. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly content: Measured<FactsSummary> | null;
}

/** @throws SizhengError when a path is no file or cannot be looked at */
export async function probeFiles(
  paths: readonly string[],
  options: { jobs: number; env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<ProbedFile[]> {
  const readers = await openReaders(options.env, await FactsCache.open(null));
  try {
    return await mapConcurrently(paths, options.jobs, async (path) => {
      const entry = await look(path);
      const { type, content } = await measureFile(entry, 'content', readers, options.signal);
      const told = content?.ok ? { ...content, value: summaryOf(content.value) } : content;
      return { path, sizeBytes: entry.sizeBytes, type, content: told };
    });
  } finally {
    readers.close();
  }
}

async function look(path: string) {
  const entry = await listFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw machineError('machine/root-unreadable', { path, detail: cause.code ?? '' }, cause);
  });
  if (entry.type !== 'file') throw usageError('usage/not-a-file', { path });
  return entry;
}
