import { expect, it } from 'vitest';
import { quoteArgument } from './quote.ts';

it.each([
  ['心理微课/04', '心理微课/04'],
  ['C:/材料', 'C:/材料'],
  ['01-睡眠-甲大学.mp4', '01-睡眠-甲大学.mp4'],
  ['a b', '"a b"'],
  ['', '""'],
  ['-rf', '"-rf"'],
  ['微课 "终稿"(1)', '"微课 \\"终稿\\"(1)"'],
  ['$(rm)`x`', '"\\$(rm)\\`x\\`"'],
  ['a;b', '"a;b"'],
  ["a'b", '"a\'b"'],
])('%s is typed as %s', (argument, typed) => {
  expect(quoteArgument(argument)).toBe(typed);
});
