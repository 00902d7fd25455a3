import { expect, it } from 'vitest';
import { stripCopyNumber, stripRevision, stripVersion } from './version-marks.ts';

it.each([
  '睡眠终稿',
  '睡眠-终稿',
  '睡眠（终稿）',
  '睡眠_定稿',
  '睡眠最终版2',
  '睡眠最终',
  '睡眠 修改稿',
  '睡眠-改2',
  '睡眠第二版',
  '睡眠（第3稿）',
  '睡眠-最新',
  '睡眠v2',
  '睡眠_V2.1',
  '睡眠 - 副本',
  '睡眠 - 副本 (2)',
  '睡眠 - Copy (3)',
  '睡眠(1)',
  '睡眠（2）',
  '睡眠 final',
  '睡眠终稿(1)',
  '睡眠(1)终稿v3',
])('%s is 睡眠 once more', (stem) => {
  expect(stripVersion(stem)).toBe('睡眠');
});

it.each([
  '最终的告别',
  '人生副本',
  '最新研究',
  '改变',
  '修改人生',
  '睡眠（上）',
  '（4）生涯规划',
  '情绪(2022)',
  'TV2频道',
  'finale',
  '终',
  '最终版',
  'v2',
  '(1)',
  '',
])('%j is a name of its own', (stem) => {
  expect(stripVersion(stem)).toBe(stem);
});

it('takes a mark out of the middle where a separator follows', () => {
  expect(stripVersion('01-睡眠-终稿-甲大学')).toBe('01-睡眠-甲大学');
  expect(stripVersion('01-睡眠终稿-甲大学')).toBe('01-睡眠-甲大学');
});

it('tells a revision from a number that may count a series', () => {
  expect(stripRevision('贴士(1)')).toBe('贴士(1)');
  expect(stripRevision('睡眠终稿(1)')).toBe('睡眠(1)');
  expect(stripCopyNumber('贴士 (1)')).toBe('贴士');
  expect(stripCopyNumber('贴士终稿')).toBe('贴士终稿');
});
