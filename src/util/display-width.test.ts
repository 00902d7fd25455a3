import { eastAsianWidth } from 'get-east-asian-width';
import { describe, expect, it } from 'vitest';
import { displayWidth, formatTable, padEndTo, padStartTo, truncateTo, wrapText } from './display-width.ts';

it.each([
  ['', 0],
  ['abc', 3],
  ['心理微课', 8],
  ['《睡眠》', 8],
  ['ＡＢ', 4],
  ['e\u0301', 1],
  ['a\u200Bb', 2],
  ['\u001B[31m红\u001B[0m', 2],
  ['\u001B[1;38;5;9mx', 1],
  ['𠮷', 2],
  ['😀', 2],
  ['\u007F', 0],
])('%j takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

it('what is wide without a look into tables is wide by them', () => {
  const among = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const codes = [...among(0x3001, 0x3029), ...among(0x4e00, 0x9fff), ...among(0xff01, 0xff60)];
  expect(
    codes.filter((code) => eastAsianWidth(code) !== 2 || /\p{Mark}|\p{C}/u.test(String.fromCodePoint(code))),
  ).toEqual([]);
});

it('pads and cuts to columns, not characters', () => {
  expect(padEndTo('微课', 6)).toBe('微课  ');
  expect(padStartTo('微课', 6)).toBe('  微课');
  expect(padEndTo('心理微课', 6)).toBe('心理微课');
  expect(truncateTo('心理微课', 8)).toBe('心理微课');
  expect(truncateTo('心理微课程', 8)).toBe('心理微..');
  expect(truncateTo('abcdefgh', 5)).toBe('abc..');
});

it('lines columns up, with Chinese in them', () => {
  const rows = [
    ['心理微课', '5-10', '门'],
    ['a', '10', '个'],
    ['\u001B[1m案例\u001B[0m', '5'],
  ];
  expect(formatTable(rows, [{ align: 'left' }, { align: 'right' }, { align: 'left' }])).toEqual([
    '心理微课  5-10  门',
    'a           10  个',
    '\u001B[1m案例\u001B[0m         5',
  ]);
  expect(formatTable([], [{ align: 'left' }])).toEqual([]);
});

describe('wrapText', () => {
  it.each<[string, number, string[]]>([
    ['心理微课', 8, ['心理微课']],
    ['心理微课', 6, ['心理微', '课']],
    ['one two three', 8, ['one two', 'three']],
    ['看提醒：sizheng validate --verbose', 16, ['看提醒：sizheng', 'validate', '--verbose']],
    ['换片；撤下，写明', 10, ['换片；撤', '下，写明']],
    ['换片；撤下此门，', 14, ['换片；撤下此', '门，']],
    ['请见《睡眠》', 6, ['请见', '《睡', '眠》']],
    ['（一）（二）', 6, ['（一）', '（二）']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['ab  ', 2, ['ab']],
    ['a\nb', 10, ['a\nb']],
    ['，，，，', 4, ['，，', '，，']],
    ['', 10, ['']],
    ['   ', 10, ['']],
    ['心理', 1, ['心', '理']],
    ['心理', 0, ['心', '理']],
  ])('%j in %i columns', (text, columns, lines) => {
    expect(wrapText(text, columns)).toEqual(lines);
  });

  it('keeps every line within its columns, and every character', () => {
    const text =
      '来函「6月10日之前」：稳妥按今晚 24:00，还有 1 小时；最迟 06-10 24:00。（见 sizheng status --at 2027-06-09T23:00）';
    for (let columns = 2; columns < 60; columns += 1) {
      const lines = wrapText(text, columns);
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }
  });
});
