/** The blobs of one batch: all of them, each once, and all of the same files, read and judged in the same way. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShardDifference } from '../model/error-params.ts';
import { usageError } from '../model/errors.ts';
import type { Entry } from '../model/submission.ts';
import { maskWord } from '../text/privacy/mask.ts';
import { byCodeUnit, groupBy } from '../util/order.ts';
import { formatLocalMinute, isTimeZone } from '../util/zone.ts';
import type { Blob } from './blob.ts';
import { readBlob } from './read-blob.ts';

export type BlobSet = readonly [Blob, ...Blob[]];

/** What blobs in a folder are called. */
const EXTENSION = '.blob';

/**
 * In the order of their shards.
 * @param paths files, or folders with files `*.blob`; at least one
 * @param anyClock whether each may have a clock of its own
 * @throws usageError for a file that is no blob, a shard that is missing or there twice, and shards that differ
 */
export async function readBlobs(paths: readonly string[], anyClock: boolean): Promise<BlobSet> {
  const files = (await Promise.all(paths.map(filesAt))).flat();
  const blobs: Blob[] = [];
  for (const file of files) blobs.push(await readBlob(file));
  refuseUnlike(blobs, ['count']);
  refuseIncomplete(blobs);
  refuseUnlike(
    blobs,
    DIFFERENCES.filter((by) => by !== 'at' || !anyClock),
  );
  return blobs.toSorted((a, b) => a.shard.index - b.shard.index) as [Blob, ...Blob[]];
}

async function filesAt(path: string): Promise<string[]> {
  const names = await readdir(path).catch(() => null);
  // No folder, or none that can be read: what is wrong with a file is told when it is read.
  if (names === null) return [path];
  const found = names.filter((name) => name.endsWith(EXTENSION)).toSorted(byCodeUnit);
  if (found.length === 0) throw usageError('usage/no-blobs', { path });
  return found.map((name) => join(path, name));
}

function refuseIncomplete(blobs: readonly Blob[]): void {
  const byIndex = groupBy(blobs, ({ shard }) => shard.index);
  for (const same of byIndex.values()) {
    const [{ shard }, ...again] = same as [Blob, ...Blob[]];
    if (again.length > 0) throw usageError('usage/shard-doubled', { ...shard, paths: same.map(({ path }) => path) });
  }
  const count = blobs[0]?.shard.count ?? 0;
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !byIndex.has(index));
  if (missing.length > 0) throw usageError('usage/shard-missing', { missing, count });
}

/** What has to be alike, by its place: a path, a key, or nothing where there is one alone. */
type View = ReadonlyMap<string, string>;

const VIEWS = {
  count: ({ shard }) => single(String(shard.count)),
  spec: ({ batch: { spec } }) => single(`${spec.id} ${spec.sha256.slice(0, 12)}`),
  tree: ({ batch }) => new Map(batch.entries.map((entry) => [entry.path, stateOf(entry)])),
  declared: ({
    batch: {
      declarations: { itemFiles, sheet },
    },
  }) => textsOf([...itemFiles, ...(sheet === null ? [] : [[sheet.path, sheet.rows] as const])]),
  settings: ({ batch }) => textsOf(Object.entries(batch.config)),
  strict: ({ batch }) => single(batch.strict ? '--strict' : ''),
  at: ({ atGiven, atMs }) => single(atGiven ? new Date(atMs).toISOString() : ''),
  templates: ({ batch: { templates } }) => single(JSON.stringify(Object.values(templates).map((lines) => [...lines]))),
  content: ({ batch }) => batch.prints,
  readers: ({ readers }) => new Map(readers.map(({ name, version }) => [name, version])),
} satisfies Record<ShardDifference, (blob: Blob) => View>;

/** In the order in which they are told of. */
const DIFFERENCES = Object.keys(VIEWS) as ShardDifference[];

/** What people wrote, and may hold private data, is not repeated. */
const QUIET: ReadonlySet<ShardDifference> = new Set(['declared', 'settings', 'templates', 'content']);

function refuseUnlike(blobs: readonly Blob[], differences: readonly ShardDifference[]): void {
  const [first, ...others] = blobs as BlobSet;
  for (const by of differences) {
    for (const other of others) {
      const found = findDifference(VIEWS[by](first), VIEWS[by](other));
      if (found === null) continue;
      const values = QUIET.has(by) ? null : found.values;
      throw usageError('usage/shards-differ', {
        ...{ paths: [first.path, other.path], by, at: maskWord(found.at), values },
        checked: checkedWhen(first, other),
      });
    }
  }
}

/** Which one an earlier check left behind. A clock that was given says nothing of it, nor do two of one minute. */
function checkedWhen(...blobs: [Blob, Blob]): [string, string] | null {
  const { timezone } = blobs[0].batch.spec;
  if (blobs.some(({ atGiven }) => atGiven) || !isTimeZone(timezone)) return null;
  const [a, b] = blobs.map(({ atMs }) => formatLocalMinute(atMs, timezone)) as [string, string];
  return a === b ? null : [a, b];
}

function findDifference(a: View, b: View): { at: string; values: [string, string] } | null {
  for (const at of [...new Set([...a.keys(), ...b.keys()])].toSorted(byCodeUnit)) {
    const values: [string, string] = [a.get(at) ?? '', b.get(at) ?? ''];
    if (values[0] !== values[1]) return { at, values };
  }
  return null;
}

function textsOf(said: Iterable<readonly [place: string, value: unknown]>): View {
  return new Map([...said].map(([place, value]) => [place, JSON.stringify(value)]));
}

function single(value: string): View {
  return new Map([['', value]]);
}

/** Times are each machine's own; so is the size of a folder. */
function stateOf({ type, sizeBytes, error }: Entry): string {
  if (error !== null) return error;
  return type === 'file' ? `${sizeBytes} B` : type;
}
