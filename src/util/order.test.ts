import { expect, it } from 'vitest';
import { byCodeUnit, editDistance, groupBy, nearest, runsBy } from './order.ts';

it('orders by code unit: no locale has a say', () => {
  const names = ['b', 'a', 'B', 'é', 'e\u0301', '10', '9', '\uFF01', '𠮷', '心', ''];
  expect(names.toSorted(byCodeUnit)).toEqual(names.toSorted());
  expect(byCodeUnit('a', 'a')).toBe(0);
});

it('groups in the order of first sight', () => {
  expect([...groupBy([3, 1, 4, 1, 5, 9], (value) => value % 2)]).toEqual([
    [1, [3, 1, 1, 5, 9]],
    [0, [4]],
  ]);
  expect(groupBy([], String).size).toBe(0);
});

it('keeps apart what is alike and does not stand together', () => {
  expect(runsBy([3, 1, 4, 1, 5, 9], (value) => String(value % 2))).toEqual([[3, 1], [4], [1, 5, 9]]);
  expect(runsBy([], String)).toEqual([]);
});

it.each([
  ['', '', 0],
  ['kitten', 'sitting', 3],
  ['睡眠', '睡眠障碍', 2],
  ['abc', '', 3],
])('%s and %s are %i apart', (left, right, distance) => {
  expect(editDistance(left, right)).toBe(distance);
  expect(editDistance(right, left)).toBe(distance);
});

it('names what a mistyped word may have meant, the nearest first', () => {
  const rules = ['video/duration', 'video/size', 'video/resolution', 'quota/count'];
  expect(nearest('video/duratoin', rules)).toEqual(['video/duration']);
  expect(nearest('video', rules)).toEqual(['video/size', 'video/duration', 'video/resolution']);
  expect(nearest('xyz', rules)).toEqual([]);
});
