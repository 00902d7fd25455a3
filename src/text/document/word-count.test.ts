import { describe, expect, it } from 'vitest';
import { countWords } from './word-count.ts';

describe('字数, as Word and WPS count', () => {
  it.each([
    ['', 0],
    [' \t\n\u3000\u00a0', 0],
    ['心理健康', 4],
    ['你好，世界！', 6],
    ['“好”——他说……', 9], // each half of a dash and of an ellipsis
    ['Hello world', 2],
    ['hello,world', 1],
    ['it’s “fine”', 4],
    ['2027年6月10日', 6],
    ['共3.5学时', 4],
    ['GB/T 33190', 2],
    ['010-62510000', 1],
    ['用MP4（H.264）格式', 7],
    ['a - b', 3],
    ['ＡＢ１２', 4],
    ['①保持作息②', 6],
    ['アイウ 한국어 낱말', 5],
    ['𠮷野家', 3],
    ['好\u200b的\ufeff', 2],
    ['a\u00adb', 1],
    ['阿依古丽·买买提', 8],
    ['好😀', 2],
  ])('%s', (text, expected) => {
    expect(countWords(text)).toBe(expected);
  });

  it('takes time in proportion to the text', () => {
    const start = performance.now();
    expect(countWords('心理a '.repeat(500_000))).toBe(1_500_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
