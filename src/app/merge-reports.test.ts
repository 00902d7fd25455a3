import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding, Report } from '../model/report.ts';
import { renderJson } from '../report/json.ts';
import { fillBatch } from './batch-for-tests.ts';
import { blobOfLines, linesOfBlob } from './blobs-for-tests.ts';
import { mergeReports } from './merge-reports.ts';
import { type Sample, SampleRoom } from './sample-for-tests.ts';
import { type Outcome, validate, validateWith } from './validate.ts';

const COUNT = 3;
const PLAN = '会商指导方案/04-网络沉迷与学业预警学生跨校会商-己理工大学/方案.txt';
const AT = '2027-05-20T10:00';

let room: SampleRoom;
let batch: Sample;
let single: Report;
const shards: Outcome[] = [];
const folder = mkdtempSync(join(tmpdir(), 'blobs-'));
const blobs = Array.from({ length: COUNT }, (_, index) => join(folder, `${index + 1}.blob`));

beforeAll(async () => {
  room = await SampleRoom.open();
  batch = await room.copyGood();
  await fillBatch(batch);
  single = await validate(batch.root, { cache: { type: 'none' }, at: AT });
  for (const [index, path] of blobs.entries()) {
    const shard = { index: index + 1, count: COUNT };
    const outcome = await validateWith({ blob: true }, batch.root, { cache: { type: 'none' }, shard });
    shards.push(outcome);
    writeFileSync(path, outcome.blob ?? '');
  }
}, 120_000);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await room.close();
});

function placesOf({ findings }: Report): string[] {
  return findings.map(({ rule, place }: Finding) => `${rule} ${place.path ?? place.item ?? place.category}`);
}

describe('three shards of three hundred works', () => {
  it('are each a part, with nothing found that is not found in the whole', () => {
    const parts = shards.map(({ report }) => report);
    expect(parts.map(({ partial, ledger }) => [partial, ledger])).toEqual(Array(COUNT).fill([true, []]));
    expect(parts.flatMap(({ items }) => items.map(({ id }) => id)).toSorted()).toEqual(
      single.items.map(({ id }) => id),
    );
    expect(single.items).toHaveLength(300);
    expect(placesOf(single)).toEqual(expect.arrayContaining(parts.flatMap(placesOf)));
  });

  it.each(['duplicate/file', 'duplicate/text', 'quota/count', 'item/sheet-row', 'file/stray', 'privacy/phone'])(
    'have %s for the merge to find',
    (rule) => {
      const inShards = shards.flatMap(({ report }) => placesOf(report));
      const found = placesOf(single).filter((place) => place.startsWith(rule));
      expect(found).not.toEqual([]);
      if (/duplicate|quota|sheet/.test(rule)) expect(found.some((place) => !inShards.includes(place))).toBe(true);
    },
  );

  it('merged give the bytes of the single run, in whatever order, from a folder too', async () => {
    const expected = renderJson(single);
    expect(renderJson(await mergeReports(blobs.toReversed(), { at: AT }))).toBe(expected);
    expect(renderJson(await mergeReports([folder], { at: AT }))).toBe(expected);
  });

  it('hold names as they are, and texts without what is private in them', () => {
    const told = blobs.map((path) => JSON.stringify(linesOfBlob(path)));
    expect(told.map((text) => ['13987654321', '13611112222'].map((phone) => text.includes(phone)))).toEqual(
      Array(COUNT).fill([true, false]),
    );
    expect(renderJson(single)).not.toMatch(/13987654321|13611112222|13912345678/);
  });

  it('are judged by the latest of their clocks', async () => {
    const times = ['2027-05-20T02:00:00.000Z', '2027-05-19T00:00:00.000Z', '2027-05-20T01:59:59.999Z'];
    const changed = withLines('clocks', (lines, index) => [
      { ...(lines[0] as object), at: times[index] },
      ...lines.slice(1),
    ]);
    expect(renderJson(await mergeReports(changed, {}))).toBe(renderJson({ ...single, atGiven: false }));
  });
});

it('one shard of one is whole, and merges to itself', async () => {
  const sample = await room.copyGood();
  const { report, blob } = await validateWith({ blob: true }, sample.root, { cache: { type: 'none' }, at: AT });
  const path = join(folder, 'whole');
  writeFileSync(path, blob ?? '');
  expect(report.partial).toBe(false);
  expect(renderJson(await mergeReports([path], {}))).toBe(renderJson(report));
});

type Lines = readonly unknown[];

/** Copies of the blobs with their lines changed. Gives their paths. */
function withLines(name: string, change: (lines: Lines, index: number) => Lines): string[] {
  mkdirSync(join(folder, name), { recursive: true });
  return blobs.map((path, index) => {
    const copy = join(folder, name, `${index + 1}.blob`);
    const lines = linesOfBlob(path);
    const changed = change(lines, index);
    if (changed === lines) copyFileSync(path, copy);
    else writeFileSync(copy, blobOfLines(changed));
    return copy;
  });
}

/** What tests touch of the first two lines. */
interface Line {
  readonly prints: readonly (readonly [path: string, sha256: string])[];
  readonly spec: object;
  readonly config: object;
  readonly templates: object;
  readonly entries: readonly { readonly path: string }[];
}
/** Gives the keys that are changed. */
type Change = (line: Line) => object;

/** Changes a line of the second blob. */
function inSecond(line: 0 | 1, change: Change): string[] {
  return withLines('changed', (lines, index) => {
    const value = lines[line] as Line;
    return index === 1 ? lines.with(line, { ...value, ...change(value) }) : lines;
  });
}

function withEntry({ entries }: Line, change: object, of = '合影.jpg'): object {
  return { entries: entries.map((entry) => (entry.path === of ? { ...entry, ...change } : entry)) };
}

function withPrint({ prints }: Line, of: string): object {
  return { prints: prints.map(([path, print]) => [path, path === of ? '0'.repeat(64) : print]) };
}

describe('shards that are not of one check', () => {
  it.each<[string, 0 | 1, Change, object]>([
    ['count', 0, () => ({ shard: { index: 2, count: 4 } }), { at: '', values: ['3', '4'] }],
    ['spec', 1, ({ spec }) => ({ spec: { ...spec, sha256: 'f'.repeat(64) } }), { at: '' }],
    ['strict', 1, () => ({ strict: true }), { at: '', values: ['', '--strict'] }],
    ['settings', 1, ({ config }) => ({ config: { ...config, year: 2028 } }), { at: 'year', values: null }],
    ['at', 0, () => ({ atGiven: true, at: '2027-05-20T02:00:00.000Z' }), { values: ['', '2027-05-20T02:00:00.000Z'] }],
    ['readers', 0, () => ({ readers: [{ name: 'ffprobe', version: '0' }] }), { at: 'ffprobe' }],
    ['templates', 1, ({ templates }) => ({ templates: { ...templates, blanks: [] } }), { values: null }],
    ['declared', 1, () => ({ itemFiles: [] }), { values: null }],
    ['content', 1, (line) => withPrint(line, '简介汇总.md'), { at: '简介汇总.md', values: null }],
    ['tree', 1, (line) => withEntry(line, { sizeBytes: 7 }), { at: '合影.jpg', values: ['11 B', '7 B'] }],
    ['tree', 1, (line) => withEntry(line, { error: 'EACCES' }), { values: ['11 B', 'EACCES'] }],
    ['tree', 1, (line) => withEntry(line, { type: 'link' }), { values: ['11 B', 'link'] }],
    [
      'tree',
      1,
      (line) => withEntry(line, { path: 'desktop.ini' }, 'Thumbs.db'),
      { at: 'Thumbs.db', values: ['1 B', ''] },
    ],
    [
      'tree',
      1,
      (line) => withEntry(line, { path: '13912345678' }, 'Thumbs.db'),
      { at: '139****5678', values: ['', '1 B'] },
    ],
  ])('%s', async (by, line, change, params) => {
    const paths = inSecond(line, change);
    await expect(mergeReports(paths, {})).rejects.toMatchObject({
      id: 'usage/shards-differ',
      exitCode: 2,
      params: { by, paths: [paths[0], paths[1]], ...params },
    });
  });

  it.each<[string, 0 | 1, Change]>([
    ['times of files', 1, (line) => withEntry(line, { mtimeNs: '1' })],
    ['sizes of folders', 1, (line) => withEntry(line, { sizeBytes: 1 }, '心理微课')],
    ['clocks, where the merge has its own', 0, () => ({ atGiven: true })],
  ])('%s may differ', async (_, line, change) => {
    expect(renderJson(await mergeReports(inSecond(line, change), { at: AT }))).toBe(renderJson(single));
  });

  it.each<[string, object, [string, string] | null]>([
    ['a day apart', { at: '2027-05-19T16:00:00.000Z' }, ['05-21 00:00', '05-20 00:00']],
    ['within a minute', { at: '2027-05-20T16:00:59.000Z' }, null],
    ['of a clock that was given', { at: '2027-05-19T16:00:00.000Z', atGiven: true }, null],
  ])('%s: when each was checked', async (_, second, checked) => {
    const paths = withLines('apart', ([head, batch, ...found], index) => {
      const own = index === 1 ? second : { at: '2027-05-20T16:00:00.000Z', atGiven: false };
      return [{ ...(head as object), atGiven: false, ...own }, { ...(batch as Line), strict: index === 1 }, ...found];
    });
    await expect(mergeReports(paths, {})).rejects.toMatchObject({ params: { by: 'strict', checked } });
  });

  it('a zone that there is not: no clock, and no other fault', async () => {
    const paths = withLines('zone', ([head, batch, ...found], index) => {
      const { spec } = batch as Line;
      return [
        { ...(head as object), atGiven: false, at: `2027-05-2${index}T16:00:00.000Z` },
        { ...(batch as Line), spec: { ...spec, timezone: 'Mars/Base' }, strict: index === 1 },
        ...found,
      ];
    });
    await expect(mergeReports(paths, {})).rejects.toMatchObject({ params: { by: 'strict', checked: null } });
  });

  it('one that is of a state of the files before, though no size has changed', async () => {
    const sample = await room.copyGood();
    const check = async (index: number, name: string) => {
      const shard = { index, count: 2 };
      const { blob } = await validateWith({ blob: true }, sample.root, { cache: { type: 'none' }, shard });
      const path = join(folder, name);
      writeFileSync(path, blob ?? '');
      return path;
    };
    const before = [await check(1, 'before-1'), await check(2, 'before-2')];
    await mergeReports(before, {});
    await sample.write(PLAN, (await sample.read(PLAN)).toString().replace('学生', '同学'));
    const after = [await check(1, 'after-1'), await check(2, 'after-2')];
    await mergeReports(after, {});
    for (const paths of [
      [before[0], after[1]],
      [after[0], before[1]],
    ] as string[][]) {
      await expect(mergeReports(paths, {})).rejects.toMatchObject({
        id: 'usage/shards-differ',
        params: { by: 'content', at: PLAN, values: null },
      });
    }
  });

  it('missing ones are named', async () => {
    const [, second] = blobs as [string, string];
    await expect(mergeReports([second], {})).rejects.toMatchObject({
      id: 'usage/shard-missing',
      params: { missing: [1, 3], count: 3 },
    });
  });

  it('one that is there twice is named', async () => {
    const [first] = blobs as [string];
    const again = join(folder, 'again');
    copyFileSync(first, again);
    await expect(mergeReports([again, ...blobs], {})).rejects.toMatchObject({
      id: 'usage/shard-doubled',
      params: { index: 1, count: 3, paths: [again, first] },
    });
  });
});

describe('what is no blob', () => {
  const write = (bytes: string | Uint8Array) => {
    const path = join(folder, 'no-blob');
    writeFileSync(path, bytes);
    return path;
  };
  const header = {
    schema: 'sizheng-blob/1',
    tool: '0.1.0',
    shard: { index: 1, count: 1 },
    at: '2027-05-20T02:00:00.000Z',
  };

  it.each<[string, string | Uint8Array, 'foreign' | 'damaged']>([
    ['an empty file', '', 'foreign'],
    ['a report', '{"schema":"sizheng-report/1"}', 'foreign'],
    ['another archive', blobOfLines(['x']), 'foreign'],
    ['an archive of nothing', blobOfLines([]), 'foreign'],
    ['a header alone', blobOfLines([{ ...header, atGiven: false, readers: [] }]), 'damaged'],
    ['a header without readers', blobOfLines([{ ...header, atGiven: false }]), 'damaged'],
    ['a shard past the last', blobOfLines([{ ...header, shard: { index: 2, count: 1 } }]), 'damaged'],
    ['more shards than there can be', blobOfLines([{ ...header, shard: { index: 1, count: 1e9 } }]), 'damaged'],
  ])('%s', async (_, bytes, reason) => {
    const path = write(bytes);
    await expect(mergeReports([path], {})).rejects.toMatchObject({
      id: 'usage/no-blob',
      exitCode: 2,
      params: { path, reason },
    });
  });

  it.each<[string, (lines: Lines) => Lines]>([
    ['a file without facts or digest', (lines) => [...lines, ['a.mp4']]],
    ['facts that are none', (lines) => [...lines, ['a.mp4', null, { type: 'video' }]]],
    ['a digest that is none', (lines) => [...lines, ['a.mp4', 'abc', null]]],
    ['an entry without a path', (lines) => lines.with(1, { ...(lines[1] as object), entries: [{ type: 'file' }] })],
    ['a file twice', (lines) => [...lines, lines[2]]],
    ['a file that nobody saw', (lines) => [...lines, ['a.mp4', null, null]]],
    ['no spec', (lines) => lines.with(1, { ...(lines[1] as object), spec: {} })],
  ])('%s', async (_, change) => {
    const path = write(blobOfLines(change(linesOfBlob(blobs[0] as string))));
    await expect(mergeReports([path], {})).rejects.toMatchObject({
      id: 'usage/no-blob',
      params: { reason: 'damaged' },
    });
  });

  it.each<[string, (lines: Lines) => Lines]>([
    ['nothing of what was found', (lines) => lines.slice(0, 2)],
    ['nothing of one file', (lines) => lines.slice(0, -1)],
    ['a file without its facts', (lines) => lines.with(-1, [(lines.at(-1) as unknown[])[0], null, null])],
  ])('one with %s', async (_, change) => {
    const [first, ...others] = withLines('hollow', (lines, index) => (index === 0 ? change(lines) : lines));
    await expect(mergeReports([first as string, ...others], {})).rejects.toMatchObject({
      id: 'usage/no-blob',
      params: { path: first, reason: 'damaged' },
    });
  });

  it.each<[string, Change]>([
    ['a time zone that is none', ({ spec }) => ({ spec: { ...spec, timezone: 'x' } })],
    ['clauses that are none', ({ spec }) => ({ spec: { ...spec, clauses: null } })],
    ['no settings', () => ({ config: {} })],
  ])('ones with %s', async (_, change) => {
    const paths = withLines('unsound', (lines) =>
      lines.with(1, { ...(lines[1] as Line), ...change(lines[1] as Line) }),
    );
    await expect(mergeReports(paths, {})).rejects.toMatchObject({
      id: 'usage/blobs-unsound',
      exitCode: 2,
      params: { paths },
    });
  });

  it('one of another version', async () => {
    const path = write(blobOfLines([{ schema: 'sizheng-blob/2', tool: '9.9.9' }]));
    await expect(mergeReports([path], {})).rejects.toMatchObject({
      id: 'usage/blob-version',
      params: { path, version: '9.9.9' },
    });
  });

  it('one with a byte changed, wherever it is', async () => {
    const bytes = shards[0]?.blob as Uint8Array;
    for (let at = 10; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      const path = write(Buffer.from(bytes).fill((bytes[at] as number) ^ 0x55, at, at + 1));
      await expect(mergeReports([path], {})).rejects.toMatchObject({
        id: 'usage/no-blob',
        params: { reason: 'damaged' },
      });
    }
  });

  it('one that was cut off', async () => {
    const bytes = shards[0]?.blob as Uint8Array;
    const path = write(bytes.subarray(0, -1));
    await expect(mergeReports([path], {})).rejects.toMatchObject({
      id: 'usage/no-blob',
      params: { reason: 'damaged' },
    });
  });

  it('nothing at all, and a folder without any', async () => {
    const path = join(folder, 'nowhere');
    await expect(mergeReports([path], {})).rejects.toMatchObject({
      id: 'usage/no-blob',
      params: { path, reason: 'unreadable' },
    });
    mkdirSync(path);
    await expect(mergeReports([path], {})).rejects.toMatchObject({ id: 'usage/no-blobs', params: { path } });
  });
});

describe('a blob of a part', () => {
  it.each([
    ['only', '', { only: ['心理微课'] }],
    ['file', 'sizheng.yaml', {}],
  ])('of %s is refused', async (part, file, options) => {
    const refused = validateWith({ blob: true }, join(batch.root, file), options);
    await expect(refused).rejects.toMatchObject({ id: 'usage/blob-of-part', exitCode: 2, params: { part } });
  });
});
