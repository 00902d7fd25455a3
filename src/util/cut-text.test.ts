import { expect, it } from 'vitest';
import { cutText, cutTextFront } from './cut-text.ts';

it.each([
  ['abc', 2, 'ab', 'bc'],
  ['abc', 0, '', ''],
  ['abc', 9, 'abc', 'abc'],
  ['a𠮷b', 2, 'a', 'b'],
  ['a𠮷b', 3, 'a𠮷', '𠮷b'],
  ['𠮷', 1, '', ''],
  ['\uD842a\uDFB7', 1, '\uD842', '\uDFB7'],
])('%j cut to %i: %j, %j', (text, units, head, tail) => {
  expect([cutText(text, units), cutTextFront(text, units)]).toEqual([head, tail]);
});
