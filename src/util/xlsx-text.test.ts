import { describe, expect, it } from 'vitest';
import { cellText, escapeXml, escapeXstring, sheetNames } from './xlsx-text.ts';

describe('cellText', () => {
  it.each([
    ['=1+1', '=1+1'],
    ['a\r\nb\rc\td', 'a\nb\nc\td'],
    ['\u0000\u0007\u001B\u007F\u0085', '\\u{0}\\u{7}\\u{1B}\\u{7F}\\u{85}'],
    ['\uD800x\uDC00', '\\u{D800}x\\u{DC00}'],
    ['\uFFFD\uFFFE\uFFFF\uFDD0\u{1FFFF}', '\\u{FFFD}\\u{FFFE}\\u{FFFF}\\u{FDD0}\\u{1FFFF}'],
    ['gpj.\u202Emp4\u2028', 'gpj.\\u{202E}mp4\\u{2028}'],
    ['e\u0301 𠮷 👨\u200D👩 ]]>', 'e\u0301 𠮷 👨\u200D👩 ]]>'],
  ])('%j becomes %j', (text, expected) => {
    expect(cellText(text)).toBe(expected);
  });

  it.each([
    ['甲'.repeat(32_767), '甲'.repeat(32_767)],
    ['甲'.repeat(32_768), `${'甲'.repeat(32_761)} [...]`],
    ['𠮷'.repeat(20_000), `${'𠮷'.repeat(16_380)} [...]`],
    ['\r\n'.repeat(40_000), `${'\n'.repeat(32_761)} [...]`],
    ['\r\n'.repeat(32_767), '\n'.repeat(32_767)],
  ])('cuts what is too long, and never a character', (text, expected) => {
    expect(cellText(text)).toBe(expected);
  });
});

it.each([
  ['_x000D_', '_x005F_x000D_'],
  ['a_x0041__x004a_', 'a_x005F_x0041__x005F_x004a_'],
  ['_x41_ _X0041_ x0041_', '_x41_ _X0041_ x0041_'],
])('%j is written as %j', (text, expected) => {
  expect(escapeXstring(text)).toBe(expected);
});

it('escapes markup', () => {
  expect(escapeXml('<a b="R&D">]]>')).toBe('&lt;a b=&quot;R&amp;D&quot;&gt;]]&gt;');
});

describe('sheetNames', () => {
  it.each([
    [
      ['心理微课', '技术信息'],
      ['心理微课', '技术信息'],
    ],
    [
      ['a/b\\c?d*e[f]g:h', '案例：一／二'],
      ['a b c d e f g h', '案例 一 二'],
    ],
    [
      ["'quoted'", "it's"],
      ['quoted', "it's"],
    ],
    [
      ['', ' ', "'"],
      ['Sheet', 'Sheet (2)', 'Sheet (3)'],
    ],
    [
      ['History', 'HISTORY'],
      ['History (2)', 'HISTORY (3)'],
    ],
    [
      ['Case', 'cASE', 'ＣＡＳＥ', 'case (2)'],
      ['Case', 'cASE (2)', 'ＣＡＳＥ (3)', 'case (2) (2)'],
    ],
    [
      ['甲'.repeat(40), '甲'.repeat(31)],
      ['甲'.repeat(31), `${'甲'.repeat(27)} (2)`],
    ],
    [
      [`${'a'.repeat(30)}😀`, `${'b'.repeat(30)}'c`],
      ['a'.repeat(30), 'b'.repeat(30)],
    ],
    [['a\u0007\n\uD800b'], ['a b']],
  ])('%j become %j', (wanted, expected) => {
    expect(sheetNames(wanted)).toEqual(expected);
  });
});
