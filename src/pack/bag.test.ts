import { expect, it } from 'vitest';
import { bagInfo, DECLARATION, digestList, encodePath } from './bag.ts';

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

it('declares BagIt 1.0 in two lines', () => {
  expect(text(DECLARATION.bytes)).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
});

it.each([
  ['data/100%.txt', 'data/100%25.txt'],
  ['data/%0A', 'data/%250A'],
  ['data/两\r\n行', 'data/两%0D%0A行'],
  ['data/心理 微课/a+b.mp4', 'data/心理 微课/a+b.mp4'],
])('%j is written %j', (path, written) => {
  expect(encodePath(path)).toBe(written);
});

it('lists in the order of the paths, whatever that of the files', () => {
  const digests = new Map([
    ['data/b', 'bb'],
    ['data/a', 'aa'],
  ]);
  expect(text(digestList('manifest-sha256.txt', digests).bytes)).toBe('aa  data/a\nbb  data/b\n');
});

it('leaves out tags without a value, and keeps a value on its line and fit to show', () => {
  const info = bagInfo([
    ['Source-Organization', '某某\n大学\u2028伪造: 值\u001B[2J '],
    ['Contact-Name', null],
    ['Contact-Phone', ' '],
  ]);
  expect(text(info.bytes)).toBe('Source-Organization: 某某 大学 伪造: 值\\u{1B}[2J\n');
});
