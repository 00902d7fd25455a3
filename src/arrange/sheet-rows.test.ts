import { describe, expect, it } from 'vitest';
import type { ItemFields } from '../model/submission.ts';
import { arrangePaths, loadLetterSpec } from './trees-for-tests.ts';

const spec = await loadLetterSpec();
const LESSON = '心理微课';

type Row = { readonly category?: string } & Partial<ItemFields>;

/** For each work in order its line in the sheet, and the lines that nobody answers to. */
function pair(
  names: readonly string[],
  rows: readonly Row[],
): { lines: Record<string, number | null>; over: number[] } {
  const paths = names.map((name) => (/\.\w+$/.test(name) ? name : `${name}/视频.mp4`));
  const { items, unmatchedRows } = arrangePaths(spec, paths, { rows });
  return {
    lines: Object.fromEntries(items.map(({ id, sheetLine }) => [id, sheetLine])),
    over: unmatchedRows.map(({ line }) => line),
  };
}

describe('a row speaks of the work', () => {
  it.each<[string, string, Row]>([
    ['of its title', '01-睡眠-甲大学', { title: '睡眠' }],
    ['of its title, marks and width apart', '01-睡眠（上）-甲大学', { title: '《睡眠(上)》' }],
    ['of its number', '04-甲-甲大学', { number: '4', title: '好好睡觉' }],
    ['of its institution, where the name gives no title', '甲大学', { title: '睡眠', institution: '甲大学' }],
    ['of its number, where that is the whole name', '3', { number: '03', title: '睡眠' }],
    ['whatever the category is called', '01-睡眠-甲大学', { category: '一、心理微课（5门）', title: '睡眠' }],
  ])('%s', (_, name, row) => {
    expect(pair([`${LESSON}/${name}`], [row])).toEqual({ lines: { [`${LESSON}/${name}`]: 2 }, over: [] });
  });
});

it('pairs by the surest sign first, in any order of rows', () => {
  const names = [`${LESSON}/01-睡眠-甲大学`, `${LESSON}/02-睡眠-乙大学`, `${LESSON}/03-压力-甲大学`];
  const rows = [
    { number: '3', title: '压力' },
    { title: '睡眠', institution: '乙大学' },
    { title: '睡眠', institution: '甲大学' },
  ];
  const [first = '', second = '', third = ''] = names;
  expect(pair(names, rows)).toEqual({ lines: { [first]: 4, [second]: 3, [third]: 2 }, over: [] });
  expect(pair(names, rows.toReversed())).toEqual({ lines: { [first]: 2, [second]: 3, [third]: 4 }, over: [] });
});

describe('pairs nothing', () => {
  const nothing = (names: readonly string[], rows: readonly Row[]) => {
    const { lines, over } = pair(names, rows);
    return { lines: Object.values(lines).filter((line) => line !== null), over };
  };

  it.each<[string, string[], Row[]]>([
    ['where a row fits two works', [`${LESSON}/01-睡眠-甲大学`, `${LESSON}/02-睡眠-乙大学`], [{ title: '睡眠' }]],
    ['where two rows fit a work', [`${LESSON}/01-睡眠-甲大学`], [{ title: '睡眠' }, { title: '睡眠' }]],
    ['across categories that the row leaves open', [`${LESSON}/睡眠`, '活动典型案例/睡眠.docx'], [{ title: '睡眠' }]],
    ['where the category is another', [`${LESSON}/01-睡眠-甲大学`], [{ category: '活动典型案例', title: '睡眠' }]],
    ['where the category is none of the spec', [`${LESSON}/01-睡眠-甲大学`], [{ category: '其他', title: '睡眠' }]],
    [
      'by the institution of a work with a title of its own',
      [`${LESSON}/睡眠-甲大学`],
      [{ title: '压力', institution: '甲大学' }],
    ],
  ])('%s', (_, names, rows) => {
    expect(nothing(names, rows)).toEqual({ lines: [], over: rows.map((_row, index) => index + 2) });
  });
});

it('does not miss the row of a withdrawn work that was taken away', () => {
  expect(pair([], [{ title: '睡眠', status: 'withdrawn' }]).over).toEqual([]);
});
