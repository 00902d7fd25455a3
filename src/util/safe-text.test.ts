import { expect, it } from 'vitest';
import { safeDeep, safeText } from './safe-text.ts';

it.each([
  ['心理微课 01.mp4', '心理微课 01.mp4'],
  ['\u001B[31mred', '\\u{1B}[31mred'],
  ['a\r\nb\tc', 'a\\u{D}\\u{A}b\\u{9}c'],
  ['\u0085\u009B', '\\u{85}\\u{9B}'],
  ['gpj.\u202Emp4', 'gpj.\\u{202E}mp4'],
  ['\u2066x\u2069', '\\u{2066}x\\u{2069}'],
  ['a\u200Bb\u200Dc\uFEFF', 'a\\u{200B}b\\u{200D}c\\u{FEFF}'],
  ['a\u2028b', 'a\\u{2028}b'],
  ['\uD800', '\\u{D800}'],
  ['\u{E0041}', '\\u{E0041}'],
  ['e\u0301 𠮷 😀 \\xCE', 'e\u0301 𠮷 😀 \\xCE'],
])('%j is shown as %s', (text, shown) => {
  expect(safeText(text)).toBe(shown);
});

it('makes every string in plain data safe, and nothing else', () => {
  const value = { a: '\u202E', b: [1, null, { c: ['\u0007'] }], d: true, '\u202E': undefined };
  expect(safeDeep(value)).toEqual({ a: '\\u{202E}', b: [1, null, { c: ['\\u{7}'] }], d: true, '\u202E': undefined });
});
