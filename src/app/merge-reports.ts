/** What machines found of the shards of a batch, put together and judged as if one had found it all. */
import { arrange } from '../arrange/arrange.ts';
import type { Language } from '../i18n/catalogue.ts';
import { SizhengError, usageError } from '../model/errors.ts';
import type { Report } from '../model/report.ts';
import type { Submission } from '../model/submission.ts';
import { type BlobSet, readBlobs } from './blob-set.ts';
import { clockMs } from './clock.ts';
import { judgeEvidence } from './judge-evidence.ts';
import { sharingSize } from './measure-files.ts';
import { shareOf } from './shards.ts';
import { comparable, tasksOf } from './tasks.ts';

export interface MergeOptions {
  readonly language?: Language;
  /** The clock, as ISO 8601; without a zone, in the spec's. That of the shards, when absent: the latest of them. */
  readonly at?: string | undefined;
}

/**
 * The report that one check of the whole batch gives, but for the moment it was made.
 * @param paths blobs, or folders of them
 * @throws usageError for a file that is no blob, a shard that is missing or there twice, and shards that differ
 */
export async function mergeReports(paths: readonly string[], options: MergeOptions): Promise<Report> {
  const blobs = await readBlobs(paths, options.at !== undefined);
  try {
    return await judgeBlobs(blobs, options);
  } catch (cause) {
    if (cause instanceof SizhengError) throw cause;
    // Values within a blob are taken as they stand: where no verdict can be made of them, they are not what a check found.
    throw usageError('usage/blobs-unsound', { paths: blobs.map(({ path }) => path) }, cause);
  }
}

async function judgeBlobs(blobs: BlobSet, { language = 'zh-CN', at }: MergeOptions): Promise<Report> {
  const [{ batch, readers, atGiven }] = blobs;
  const { declarations, ...judged } = batch;
  refuseHollow(blobs, arrange({ ...batch, facts: new Map() }));
  // A document that holds the texts of many works was read for each shard: the first one's word counts.
  const facts = new Map(blobs.toReversed().flatMap((blob) => [...blob.facts]));
  const submission = arrange({ ...batch, facts });
  const known = new Map(blobs.flatMap(({ digests }) => [...digests]));
  const twins = sharingSize(comparable(submission, batch.entries, null));
  const digests = twins.flatMap(({ path }) => (known.has(path) ? [[path, known.get(path) as string] as const] : []));
  return judgeEvidence({
    ...{ ...judged, language, submission, facts, digests: new Map(digests), readers },
    atMs: at === undefined ? Math.max(...blobs.map(({ atMs }) => atMs)) : clockMs(at, batch.spec.timezone),
    atGiven: atGiven || at !== undefined,
    only: null,
    checkedAs: null,
  });
}

/** Every file of a shard was read by the machine that had it: what nobody looked at must not look like passed. */
function refuseHollow(blobs: BlobSet, named: Submission): void {
  for (const { path, shard, facts, batch } of blobs) {
    const { entries, spec } = batch;
    const tasks = tasksOf(entries, named, spec, shareOf(shard, { entries, spec, named })?.only ?? null);
    if (tasks.some(({ entry }) => !facts.has(entry.path)))
      throw usageError('usage/no-blob', { path, reason: 'damaged' });
  }
}
