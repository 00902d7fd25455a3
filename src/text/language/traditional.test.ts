import { expect, it } from 'vitest';
import { traditionalCharacters } from './traditional.ts';

it.each([
  ['各位同學大家好，今天我們來談一談情緒', '學們來談緒'],
  ['他們後來爲什麼說「沒關係」', '們後來爲麼說沒關係'],
  ['說說說', '說'],
  ['佈置、週末、慾望', '佈週慾'],
])('%s: %s', (text, found) => {
  expect(traditionalCharacters(text).join('')).toBe(found);
});

it.each([
  '各位同学大家好，今天我们来谈一谈如何调整自己的情绪和睡眠',
  // Names that standards took in after GB2312.
  '陶喆、吴玥、李昇、刘堃、张珪、王璟',
  // In use in both scripts.
  '乾坤、瞭望、慰藉、著作、徵羽、夥颐',
  '鼋鼍、饕餮、魑魅魍魉、抑郁、焦虑、癔症、咨询、共情',
  'ABC 123 ，。《》♪',
])('none in %s', (text) => {
  expect(traditionalCharacters(text)).toEqual([]);
});
