import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { isUtf8ReadAsGbk } from './misread.ts';

const misread = (text: string) => new TextDecoder('gb18030').decode(Buffer.from(text));

describe('UTF-8 that was read as GBK', () => {
  it.each([
    '你好',
    '大家好，欢迎来到这节心理微课',
    '今天我们来聊一聊“情绪”和压力',
    '第 1 课：睡眠调整 ABC',
    '- 还好',
    '心情',
    '情緒與壓力的調整',
  ])('is known: %s', (text) => {
    expect(isUtf8ReadAsGbk(misread(text))).toBe(true);
  });

  it.each([
    '你好',
    '大家好，欢迎来到这节心理微课',
    '今天我们来聊一聊“情绪”和压力……',
    '联通、模块、鹏、鸿、镕',
    '浣熊与犀牛',
    '繁體中文，情緒與壓力',
    'こんにちは、ストレスの話です',
    '안녕하세요',
    'déjà vu',
    '锟斤拷锟斤拷',
    '→ × · — …',
  ])('is not: %s', (text) => {
    expect(isUtf8ReadAsGbk(text)).toBe(false);
  });

  it('is no run of common characters by chance', () => {
    const common = iconv.decode(
      Buffer.from(Array.from({ length: 3000 }, (_, at) => [0xb0 + (at % 40), 0xa1 + ((at * 37) % 94)]).flat()),
      'gb18030',
    );
    const shuffled = Array.from(common, (_, at) => common[(at * 1009) % common.length]).join('');
    for (const length of [3, 4, 6, 9]) {
      const lines = shuffled.match(new RegExp(`.{${length}}`, 'gu')) ?? [];
      expect(lines.filter(isUtf8ReadAsGbk)).toEqual([]);
    }
  });

  it('is not what our own Chinese looks like', () => {
    const lines = readFileSync(new URL('../../../README.zh-CN.md', import.meta.url), 'utf8').split('\n');
    expect(lines.filter(isUtf8ReadAsGbk)).toEqual([]);
    const long = lines.filter((line) => /\p{Script=Han}{4}/u.test(line));
    expect(long.length).toBeGreaterThan(20);
    expect(long.filter((line) => !isUtf8ReadAsGbk(misread(line))).length).toBeLessThan(long.length * 0.1);
  });
});
