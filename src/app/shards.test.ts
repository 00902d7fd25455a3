import { describe, expect, it } from 'vitest';
import { arrangePaths, entriesOf, loadLetterSpec } from '../arrange/trees-for-tests.ts';
import type { Entry } from '../model/submission.ts';
import { type ListedBatch, type Parcel, shareOf, shareOut } from './shards.ts';

const MIB = 2 ** 20;

describe('shareOut', () => {
  const of = (...mebibytes: number[]): Parcel[] =>
    mebibytes.map((size, index) => ({ name: String.fromCharCode(97 + index), bytes: size * MIB }));
  const shown = (parcels: readonly Parcel[], count: number) => {
    const shares = shareOut(parcels, count);
    return Array.from({ length: count }, (_, index) =>
      [...shares]
        .filter(([, shard]) => shard === index + 1)
        .map(([name]) => name)
        .join(''),
    ).join(' ');
  };

  it.each([
    ['one each', of(3, 3, 3), 3, 'a b c'],
    ['the heaviest first', of(1, 2, 3, 4), 2, 'da cb'],
    ['a heavy one alone', of(100, 1, 1, 1), 2, 'a bcd'],
    ['equal ones by name', of(1, 1, 1, 1, 1), 2, 'ace bd'],
    ['more shards than parcels', of(2, 1), 4, 'a b  '],
    ['nothing to read', of(0, 0), 2, 'ab '],
    ['one shard', of(1, 2), 1, 'ba'],
    ['none', [], 2, ' '],
  ] as const)('%s', (_, parcels, count, expected) => {
    expect(shown(parcels, count)).toBe(expected);
  });

  it('is balanced to within the heaviest parcel, and the same in any order', () => {
    const parcels = Array.from({ length: 300 }, (_, index) => ({
      name: `作品${index}`,
      bytes: ((index * 7919) % 1009) * MIB,
    }));
    const heaviest = Math.max(...parcels.map(({ bytes }) => bytes));
    for (const count of [2, 3, 7, 64]) {
      const shares = shareOut(parcels, count);
      const loads = Array.from({ length: count }, (_, index) =>
        parcels.filter(({ name }) => shares.get(name) === index + 1).reduce((sum, { bytes }) => sum + bytes, 0),
      );
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(heaviest);
      expect(shares.size).toBe(300);
      expect(shareOut(parcels.toReversed(), count)).toEqual(shares);
    }
  });
});

describe('shareOf', async () => {
  const spec = await loadLetterSpec();
  const PATHS = [
    'sizheng.yaml',
    '作品信息.xlsx',
    '简介汇总.docx',
    '合影.jpg',
    '心理微课/01-睡眠-甲大学/视频/a.mp4',
    '心理微课/01-睡眠-甲大学/字幕/a.srt',
    '心理微课/01-睡眠-甲大学/花絮/b.mp4',
    '心理微课/02-压力-甲大学.mp4',
    '心理微课/02-压力-甲大学.srt',
    '心理微课/02-压力-甲大学.item.yaml',
    '活动典型案例/01-寝室-甲大学.docx',
    '活动典型案例/02-团辅-乙大学/案例.docx',
    '活动典型案例/空的/',
  ];

  /** Sizes of files; 1 to 13 kB, each its own, unless told. */
  function batchOf(sizes: Readonly<Record<string, number>> = {}, paths = PATHS): ListedBatch {
    const entries = entriesOf(paths).map(
      (entry, index): Entry => ({ ...entry, sizeBytes: sizes[entry.path] ?? 1000 + index }),
    );
    return { entries, spec, named: arrangePaths(spec, paths) };
  }

  const sharesOf = (batch: ListedBatch, count: number) =>
    Array.from({ length: count }, (_, index) => shareOf({ index: index + 1, count }, batch));
  const pathsIn = (batch: ListedBatch, count: number) =>
    sharesOf(batch, count).map((share) =>
      batch.entries.map(({ path }) => path).filter((path) => share?.only.includesPath(path)),
    );

  it('parts nothing in one', () => {
    expect(shareOf({ index: 1, count: 1 }, batchOf())).toBeNull();
  });

  it.each([2, 3, 5, 20])('covers everything once in %i, but for what speaks of many works', (count) => {
    const batch = batchOf();
    const covered = pathsIn(batch, count).flat();
    const common = ['作品信息.xlsx', '简介汇总.docx'];
    const rest = batch.entries.map(({ path }) => path).filter((path) => !common.includes(path));
    expect(covered.toSorted()).toEqual(rest.toSorted());
    const items = sharesOf(batch, count).flatMap((share) =>
      batch.named.items.filter((item) => share?.only.includesItem(item)).map(({ id }) => id),
    );
    expect(items.toSorted()).toEqual(batch.named.items.map(({ id }) => id).toSorted());
  });

  it.each([
    ['心理微课/01-睡眠-甲大学', ['', '/视频', '/视频/a.mp4', '/字幕', '/字幕/a.srt', '/花絮', '/花絮/b.mp4']],
    ['心理微课/02-压力-甲大学', ['.mp4', '.srt', '.item.yaml']],
  ])('keeps %s together', (work, files) => {
    const own = files.map((file) => work + file);
    const holding = pathsIn(batchOf(), 5).filter((paths) => paths.some((path) => own.includes(path)));
    expect(holding).toEqual([expect.arrayContaining(own)]);
  });

  it('weighs a film by what is read of it, and a file as large as another by all of it as well', () => {
    const films = Array.from({ length: 4 }, (_, index) => `心理微课/0${index + 1}-讲-甲大学/a.mp4`);
    const texts = Array.from({ length: 2 }, (_, index) => `活动典型案例/0${index + 1}-例-甲大学/案例.docx`);
    const paths = [...films, ...texts];
    const sizes = [900, 901, 902, 903, 16, 17].map((size, index) => [paths[index], size * MIB]);
    const shown = (given: Readonly<Record<string, number>>) =>
      pathsIn(batchOf({ ...Object.fromEntries(sizes), ...given }, paths), 2).map((shard) =>
        shard.filter((path) => paths.includes(path)).map((path) => paths.indexOf(path) + 1),
      );
    // Four films of 8 MiB, texts of 16 and 17.
    expect(shown({})).toEqual([
      [2, 4, 6],
      [1, 3, 5],
    ]);
    expect(shown({ [films[1] as string]: 900 * MIB })).toEqual([
      [1, 4, 6],
      [2, 3, 5],
    ]);
  });

  it('digests files as large as another anywhere, each in its own shard; not those outside of the categories', () => {
    const [one, other, stray] = ['心理微课/01-睡眠-甲大学/花絮/b.mp4', '心理微课/02-压力-甲大学.mp4', '合影.jpg'];
    const batch = batchOf({ [one]: 5 * MIB, [other]: 5 * MIB, [stray]: 5 * MIB });
    const twins = sharesOf(batch, 2).map((share) => share?.twins.map(({ path }) => path));
    expect(twins.toSorted()).toEqual([[one], [other]].toSorted());
  });
});
