/** Facts for a list of files: from the cache where they hold, measured a few at a time where they do not. */

import type { Depth, Readers } from '../measure/measure-file.ts';
import type { FileFacts } from '../model/facts.ts';
import { baseName, splitName } from '../model/file-names.ts';
import type { Entry } from '../model/submission.ts';
import { mapConcurrently } from '../util/concurrency.ts';
import { hashFile } from '../util/hash-file.ts';
import { groupBy } from '../util/order.ts';
import type { FactsCache } from '../workspace/cache.ts';
import type { CacheEntry } from '../workspace/facts-file.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** The file that is being looked at. */
  readonly path: string;
}

export interface MeasureOptions {
  readonly readers: Readers;
  readonly cache: FactsCache;
  readonly jobs: number;
  readonly signal: AbortSignal;
  onProgress?(progress: Progress): void;
}

export interface Task {
  readonly entry: Entry;
  readonly depth: Depth;
}

/** Reading a file this size takes no longer than measuring it: its digest lets the cache outlive new file times. */
const DIGEST_MAX_BYTES = 32 << 20;

export async function measureFiles(tasks: readonly Task[], options: MeasureOptions): Promise<Map<string, FileFacts>> {
  const { jobs, onProgress } = options;
  let done = 0;
  const measured = await mapConcurrently(tasks, jobs, async (task) => {
    const facts = await measureOne(task, options);
    done += 1;
    onProgress?.({ done, total: tasks.length, path: task.entry.path });
    return [task.entry.path, facts] as const;
  });
  return new Map(measured);
}

async function measureOne({ entry, depth }: Task, options: MeasureOptions): Promise<FileFacts> {
  const { cache } = options;
  const known = cache.get(entry);
  if (known !== null && serves(known, depth)) {
    cache.keep(entry.path, known);
    return known.facts;
  }
  const seenMs = Date.now();
  const sha256 = await digestForCache(entry, depth, options);
  const alike = sha256 === null ? null : cache.getByDigest(sha256, splitName(baseName(entry.path)).extension);
  const facts = alike !== null && serves(alike, depth) ? alike.facts : await measure({ entry, depth }, options);
  if (isLasting(facts)) cache.set(entry.path, { ...stamp(entry), seenMs, facts, depth, sha256 });
  return facts;
}

/** A warm run loads nothing that measures. */
async function measure({ entry, depth }: Task, { readers, signal }: MeasureOptions): Promise<FileFacts> {
  const { measureFile } = await import('../measure/measure-file.ts');
  return measureFile(entry, depth, readers, signal);
}

function serves(known: CacheEntry, depth: Depth): known is CacheEntry & { facts: FileFacts } {
  return known.facts !== null && (known.depth === 'content' || depth === 'type');
}

/** What the machine, not the file, was to blame for is tried again next time. */
function isLasting({ content }: FileFacts): boolean {
  return content === null || content.ok || !['unreadable', 'timeout'].includes(content.failure.reason);
}

async function digestForCache(entry: Entry, depth: Depth, { cache, signal }: MeasureOptions): Promise<string | null> {
  if (!cache.goesByContent || depth !== 'content' || entry.sizeBytes > DIGEST_MAX_BYTES) return null;
  return hashOrNull(entry, signal);
}

async function hashOrNull(entry: Entry, signal: AbortSignal): Promise<string | null> {
  try {
    return await hashFile(entry.location, signal);
  } catch {
    // It is measured all the same, and that says what is wrong with it.
    signal.throwIfAborted();
    return null;
  }
}

function stamp({ sizeBytes, mtimeNs, ctimeNs }: Entry): Pick<CacheEntry, 'sizeBytes' | 'mtimeNs' | 'ctimeNs'> {
  return { sizeBytes, mtimeNs, ctimeNs };
}

/** Files that share their size with another; no other can be the equal of one. */
export function sharingSize(entries: readonly Entry[]): Entry[] {
  const bySize = groupBy(
    entries.filter(({ sizeBytes }) => sizeBytes > 0),
    ({ sizeBytes }) => sizeBytes,
  );
  return [...bySize.values()].filter((group) => group.length > 1).flat();
}

/** SHA-256 by path; none of what cannot be read. */
export async function digestFiles(entries: readonly Entry[], options: MeasureOptions): Promise<Map<string, string>> {
  const digests = await mapConcurrently(
    entries,
    options.jobs,
    async (entry) => [entry.path, await digestOf(entry, options)] as const,
  );
  return new Map(digests.filter((pair): pair is [string, string] => pair[1] !== null));
}

async function digestOf(entry: Entry, { cache, signal }: MeasureOptions): Promise<string | null> {
  const known = cache.get(entry);
  if (known !== null && known.sha256 !== null) return known.sha256;
  const seenMs = Date.now();
  const sha256 = await hashOrNull(entry, signal);
  const { facts = null, depth = null } = known ?? {};
  if (sha256 !== null)
    cache.set(entry.path, { ...stamp(entry), seenMs: known?.seenMs ?? seenMs, facts, depth, sha256 });
  return sha256;
}
