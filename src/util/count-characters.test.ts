import { expect, it } from 'vitest';
import { countCharacters } from './count-characters.ts';

it.each([
  ['', 0],
  ['心理 健康\r\n', 4],
  ['a\u3000b\u00a0c\u2003d\ufeff', 4],
  ['𠮷😀', 2],
  ['，。！', 3],
])('%j has %i', (text, expected) => {
  expect(countCharacters(text)).toBe(expected);
});
