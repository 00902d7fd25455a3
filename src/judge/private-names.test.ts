import { describe, expect, it } from 'vitest';
import type { Entry, Item } from '../model/submission.ts';
import { CONFIG, itemOf, judgeCase, ruleOf } from './cases-for-tests.ts';
import { findPrivateNames, maskNames } from './private-names.ts';

const entry = (path: string) => ({ path, type: 'file' }) as Entry;

describe('private data in names', () => {
  const named = (paths: readonly string[], items: readonly Item[] = []) =>
    findPrivateNames({ entries: paths.map(entry), items, config: CONFIG });
  const names = named([
    '活动典型案例/01-王老师 13912345678/案例.docx',
    '活动典型案例/02/附件 33010619990815102X.docx',
    '心理微课/2027-06-09 第 1 讲.mp4',
  ]);
  const data = new Map([...names.values()].flatMap((each) => [...each]));

  it('are found part by part of a path', () => {
    expect([...data.keys()].toSorted()).toEqual(['13912345678', '33010619990815102X']);
    expect([...data].every(([datum, mask]) => mask.length === datum.length && mask !== datum)).toBe(true);
  });

  it('are masked wherever plain data tell of them, and nothing else is changed', () => {
    const told = {
      place: { path: '活动典型案例/01-王老师 13912345678/案例.docx' },
      sizes: [1, null],
      other: '13912345678 13912345678',
    };
    const masked = maskNames(told, names);
    expect(JSON.stringify(masked)).not.toContain('13912345678');
    expect(masked).toEqual({
      place: { path: `活动典型案例/01-王老师 ${data.get('13912345678')}/案例.docx` },
      sizes: [1, null],
      other: `${data.get('13912345678')} ${data.get('13912345678')}`,
    });
  });

  it('cost nothing where there are none', () => {
    const told = { path: '心理微课/01.mp4' };
    expect(maskNames(told, new Map())).toBe(told);
  });

  it('are found in what is said of works and waivers too', () => {
    const item = { ...itemOf('01-睡眠'), title: '睡眠 13912345678', institution: '甲大学 13812345678' };
    const told = named([], [item]);
    expect([...(told.get(11)?.keys() ?? [])]).toEqual(['13912345678', '13812345678']);
    const waivers = [{ rule: 'video/size', subject: 'submission', reason: '问过 13712345678' }];
    const source = '打 13612345678 问的';
    const config = { ...CONFIG, waivers, deadline: { year: 2027, month: 6, day: 1, source } };
    const said = findPrivateNames({ entries: [], items: [], config });
    expect([...(said.get(11)?.keys() ?? [])]).toEqual(['13712345678', '13612345678']);
  });

  it('take no longer for being many', () => {
    const paths = Array.from({ length: 3000 }, (_, index) => `题${13_000_000_000 + index}`);
    const many = named(paths);
    const masked = maskNames(Array.from({ length: 20 }, () => paths).flat(), many);
    expect(masked.every((path) => /^题130\*{4}\d{4}$/.test(path))).toBe(true);
  });

  it('do not leave in a report, not in its verdicts either', () => {
    const item = itemOf('01-晨跑 13912345678');
    const report = judgeCase({
      items: [item],
      rules: [ruleOf('item/title', 'item', ({ item: { title } }) => [{ params: { name: title }, actual: title }])],
      options: { entries: [{ ...entry(`${item.folder}`), type: 'directory' }] },
    });
    expect(report.findings).toHaveLength(1);
    expect(JSON.stringify(report)).not.toContain('13912345678');
  });
});
