import { expect, it } from 'vitest';
import { countUnexpected } from './readable.ts';

it.each([
  ['心理健康：“好”——CO₂ 25℃ ①★→ α Москва アイ 한국 ＡＢ 𠮷', 0],
  ['\u0001\u0002\u001f', 3],
  ['\uf06c列表', 1],
  ['\u1a2b\u0d3f', 2],
  [' \n\t', 0],
])('%j', (text, unexpected) => {
  expect(countUnexpected(text)).toEqual({ all: [...text].filter((one) => one.trim() !== '').length, unexpected });
});
