import { expect, it } from 'vitest';
import { displayWidth } from '../../util/display-width.ts';
import { measureLine } from './measure-line.ts';

it.each([
  ['情绪管理', 8, 4, 'han'],
  ['情绪，“管理”！', 14, 4, 'han'],
  ['今天讲 CBT 疗法 3 次', 20, 10, 'han'],
  ['优の美', 6, 3, 'other'],
  ['心理学の优美的课程', 18, 9, 'han'],
  ['Today, we talk.', 15, 11, 'other'],
  ['ｗｉｄｅ １２', 13, 6, 'other'],
  ['がんばって', 10, 5, 'other'],
  ['안녕 하세요', 11, 5, 'other'],
  ['𠮷野', 4, 2, 'han'],
  ['〇々', 4, 2, 'han'],
  ['— … ①', 5, 1, 'other'],
  ['', 0, 0, 'other'],
] as const)('%j takes %i columns, has %i characters to read, in %s', (text, columns, characters, script) => {
  expect(measureLine(text)).toMatchObject({ columns, characters, script });
});

it('is as wide as on a terminal', () => {
  for (let code = 0x20; code < 0x30000; code += code < 0x3400 ? 1 : 97) {
    const character = String.fromCodePoint(code);
    if (/[\p{Cc}\p{Surrogate}]/u.test(character)) continue;
    expect([code, measureLine(character).columns]).toEqual([code, displayWidth(character)]);
  }
});
