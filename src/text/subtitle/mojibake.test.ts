import { expect, it } from 'vitest';
import { scanSubtitle } from './scan.ts';

function faultsOf(...words: string[]): string[] {
  const text = `1\n00:00:01,000 --> 00:00:02,000\n${words.join('\n')}\n`;
  return scanSubtitle(text, 'srt').faults.map(({ line, detail }) => `${line} ${detail}`);
}

it.each([
  ['characters lost', '大家\uFFFD好', ['3 replacement']],
  ['UTF-8 read as GBK, of which a byte was lost', '浠婂ぉ鎴戜滑鏉ヨ亰\uFFFD', ['3 utf8-as-gbk']],
  ['U+FFFD read as GBK, and one more', '锟斤拷\uFFFD', ['3 kun-jin-kao']],
  ['a mark before what is lost', '\uFEFF大家\uFFFD好', ['3 replacement']],
])('%s is one fault of its line', (_, words, expected) => {
  expect(faultsOf(words)).toEqual(expected);
});

it('leaves plain lines alone', () => {
  expect(faultsOf('大家好', 'Hello')).toEqual([]);
});
