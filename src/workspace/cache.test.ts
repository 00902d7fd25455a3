import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileFacts } from '../model/facts.ts';
import type { Entry } from '../model/submission.ts';
import { FactsCache } from './cache.ts';
import { type CacheEntry, FACTS_FILE } from './facts-file.ts';

const FACTS: FileFacts = { type: { kind: 'video', format: 'mp4' }, content: null };
const PATH = '心理微课/01-睡眠-甲大学/视频.mp4';
const SHA256 = 'a'.repeat(64);
/** Not on a whole second, as file systems that keep nanoseconds have it. */
const CHANGED_MS = 1_700_000_000_123;
const SEEN_MS = CHANGED_MS + 60_000;

function entryOf(changes: Partial<Entry> = {}): Entry {
  const ns = `${CHANGED_MS}456789`;
  return {
    path: PATH,
    type: 'file',
    sizeBytes: 1000,
    mtimeNs: ns,
    ctimeNs: ns,
    location: `/root/${PATH}`,
    undecodable: false,
    error: null,
    ...changes,
  };
}

function known(changes: Partial<CacheEntry> = {}): CacheEntry {
  const { sizeBytes, mtimeNs, ctimeNs } = entryOf();
  return { sizeBytes, mtimeNs, ctimeNs, seenMs: SEEN_MS, facts: FACTS, depth: 'content', sha256: SHA256, ...changes };
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cache-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function open(key = 'key', at: string | null = folder): Promise<FactsCache> {
  const cache = await FactsCache.open(at);
  cache.use(key, true);
  return cache;
}

/** A later run, after one that learnt this. */
async function reopened(entry: CacheEntry = known(), path: string = PATH): Promise<FactsCache> {
  const cache = await open();
  cache.set(path, entry);
  await cache.save();
  return open();
}

describe('by time and size', () => {
  it('a file that has not changed is known', async () => {
    expect((await reopened()).get(entryOf())).toEqual(known());
  });

  it.each<[string, Partial<Entry>]>([
    ['another size', { sizeBytes: 1001 }],
    ['another time of its content', { mtimeNs: `${CHANGED_MS}456788` }],
    ['another time of anything about it', { ctimeNs: `${CHANGED_MS}456788` }],
    ['another path', { path: '视频.mp4' }],
  ])('%s is another file', async (_, changes) => {
    expect((await reopened()).get(entryOf(changes))).toBeNull();
  });

  it.each<[string, Partial<CacheEntry>, boolean]>([
    ['in the same moment', { seenMs: CHANGED_MS }, false],
    ['19 ms before', { seenMs: CHANGED_MS + 19 }, false],
    ['20 ms before', { seenMs: CHANGED_MS + 20 }, true],
    ['after the look, by a clock that is ahead', { seenMs: CHANGED_MS - 3_600_000 }, false],
  ])('what changed %s may have changed since', async (_, changes, trusted) => {
    expect((await reopened(known(changes))).get(entryOf()) !== null).toBe(trusted);
  });

  it.each([
    [2499, false],
    [2500, true],
  ])('whole seconds are not to be trusted for 2.5 s: %i ms', async (ms, trusted) => {
    const whole = { mtimeNs: '1700000000000000000', ctimeNs: '1700000000000000000' };
    const cache = await reopened(known({ ...whole, seenMs: 1_700_000_000_000 + ms }));
    expect(cache.get(entryOf(whole)) !== null).toBe(trusted);
  });

  it('what is learnt now is known at once', async () => {
    const cache = await reopened(known({ sha256: null }));
    cache.set(PATH, known());
    expect(cache.get(entryOf())?.sha256).toBe(SHA256);
  });
});

describe('by content', () => {
  it('the same bytes are known under any name of the same extension', async () => {
    const cache = await reopened();
    expect(cache.getByDigest(SHA256, 'mp4')).toEqual(known());
    expect(cache.getByDigest(SHA256, 'mov')).toBeNull();
    expect(cache.getByDigest('b'.repeat(64), 'mp4')).toBeNull();
  });

  it('extensions are compared without regard to case, and a dot in a folder is none', async () => {
    expect((await reopened(known(), 'a/视频.MP4')).getByDigest(SHA256, 'mp4')).not.toBeNull();
    expect((await reopened(known(), 'a.mp4/视频')).getByDigest(SHA256, '')).not.toBeNull();
  });

  it('a file that was not hashed is not found so', async () => {
    expect((await reopened(known({ sha256: null }))).getByDigest('null', 'mp4')).toBeNull();
  });
});

describe('what is forgotten', () => {
  it('all that was written under another key', async () => {
    await reopened();
    const cache = await open('another');
    expect(cache.get(entryOf())).toBeNull();
    expect(cache.getByDigest(SHA256, 'mp4')).toBeNull();
    cache.set('b.mp4', known());
    await cache.save();
    expect((await open('key')).get(entryOf())).toBeNull();
  });

  it('files that are gone', async () => {
    const cache = await reopened();
    cache.prune(new Set(['b.mp4']));
    await cache.save();
    expect((await open()).get(entryOf())).toBeNull();
  });

  it('not the rest, when only a part is looked at', async () => {
    const cache = await reopened();
    cache.set('b.mp4', known());
    await cache.save();
    expect((await open()).get(entryOf())).toEqual(known());
  });

  it('not what was only used again, when all else is gone', async () => {
    const cache = await reopened();
    cache.keep(PATH, known());
    cache.prune(new Set([PATH]));
    await cache.save();
    expect((await open()).get(entryOf())).toEqual(known());
  });
});

it("keeps the tools' versions apart from the key", async () => {
  const cache = await reopened();
  cache.setTool('/usr/bin/ffprobe 123', '7.1');
  await cache.save();
  expect((await open('another')).getTool('/usr/bin/ffprobe 123')).toBe('7.1');
  expect((await open()).getTool('/usr/bin/ffprobe')).toBeUndefined();
});

describe('a cache that is none', () => {
  const HEADER = { key: 'key', tools: {} };
  const { facts: _, ...STAMP } = known();
  const seal = (body: string) => body + createHash('sha256').update(body).digest('hex');
  const resealed = (file: string) => seal(file.slice(0, -SHA256.length));
  /** A file of these lines under its digest. */
  const sealed = (...lines: readonly unknown[]) => {
    return seal(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  };
  const text = (change: object = {}, facts: unknown = FACTS) => sealed(HEADER, [PATH, { ...STAMP, ...change }], facts);

  it('reads what it wrote', async () => {
    const cache = await reopened();
    cache.set('b.mp4', known());
    await cache.save();
    expect(await readFile(join(folder, FACTS_FILE), 'utf8')).toBe(
      sealed(HEADER, [PATH, STAMP], FACTS, ['b.mp4', STAMP], FACTS),
    );
    expect((await open()).get(entryOf())).toEqual(known());
  });

  it.each<[string, string]>([
    ['is empty', ''],
    ['was cut', text().slice(0, 150)],
    ['is no object', sealed([1, 2])],
    ['is nothing', sealed(null)],
    ['is a file of another program', '{"entries": {"a": {"hash": 1}}}'],
    ['was changed by hand', text().replace('1000', '1001')],
    ['holds no entry', sealed(HEADER, null, FACTS)],
    ['holds an entry without facts', sealed(HEADER, [PATH, STAMP])],
    ['holds an entry without a name', sealed(HEADER, [1, STAMP], FACTS)],
    ['holds an entry without a time', text({ mtimeNs: undefined })],
    ['holds a time that is a number', text({ ctimeNs: 1 })],
    ['holds facts that are none', text({}, 'ok')],
    ['holds facts that are no JSON', resealed(text().replace('"content":null', 'content'))],
    ['holds a depth that is none', text({ depth: 'all' })],
    ['holds a version that is none', sealed({ ...HEADER, tools: { a: 1 } }, [PATH, STAMP], FACTS)],
  ])('%s', async (_, content) => {
    await writeFile(join(folder, FACTS_FILE), content);
    const cache = await open();
    expect(cache.get(entryOf())).toBeNull();
    cache.set(PATH, known());
    await cache.save();
    expect((await open()).get(entryOf())).toEqual(known());
  });

  it('cannot be written: nothing happens', async () => {
    await writeFile(join(folder, 'file'), '');
    const cache = await open('key', join(folder, 'file', 'cache'));
    expect(cache.goesByContent).toBe(true);
    cache.set(PATH, known());
    await expect(cache.save()).resolves.toBeUndefined();
  });

  it('is not wanted: nothing is written', async () => {
    const cache = await open('key', null);
    expect(cache.goesByContent).toBe(false);
    cache.set(PATH, known());
    await cache.save();
    expect(cache.get(entryOf())).toEqual(known());
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('writing', () => {
  it('is left alone when nothing is new', async () => {
    const cache = await reopened();
    const before = await readFile(join(folder, FACTS_FILE), 'utf8');
    await writeFile(join(folder, FACTS_FILE), `${before} `);
    cache.keep(PATH, known());
    await cache.save();
    expect(await readFile(join(folder, FACTS_FILE), 'utf8')).toBe(`${before} `);
  });

  it('by many runs at once leaves one whole cache and nothing else', async () => {
    const runs = await Promise.all(Array.from({ length: 8 }, () => open()));
    for (const [index, cache] of runs.entries()) cache.set(`${index}.mp4`, known());
    await Promise.all(runs.map((cache) => cache.save()));
    expect(await readdir(folder)).toEqual([FACTS_FILE]);
    const last = await open();
    const found = runs.filter((_, index) => last.get(entryOf({ path: `${index}.mp4` })) !== null);
    expect(found).toHaveLength(1);
  });

  it('takes any name', async () => {
    for (const path of ['__proto__', 'constructor', 'a\u202E"b', '\\xCE']) {
      expect((await reopened(known(), path)).get(entryOf({ path }))).toEqual(known());
    }
  });
});
