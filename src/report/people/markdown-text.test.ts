import { describe, expect, it } from 'vitest';
import { clipText, codeSpan, escapeMarkdown } from './markdown-text.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['心理微课 01《情绪管理》 15:00-20:00，00:00:07,049', '心理微课 01《情绪管理》 15:00-20:00，00:00:07,049'],
    ['a|b', 'a&#124;b'],
    ['`x` *y* _z_ ~~s~~', '\\`x\\` \\*y\\* \\_z\\_ \\~\\~s\\~\\~'],
    ['[a](b) ![c](d) \\', '\\[a\\](b) !\\[c\\](d) \\\\'],
    ['<b>R&D</b> &lt;', '&lt;b&gt;R&amp;D&lt;/b&gt; &amp;lt;'],
    ['@user a@b.cn', '@&#8203;user a@&#8203;b.cn'],
    ['#12 GH-12 o/r#3', '#&#8203;12 GH-&#8203;12 o/r#&#8203;3'],
    ['https://a.cn www.a.cn', 'https:&#8203;//a.cn www&#8203;.a.cn'],
    [':tada:', ':&#8203;tada:'],
    ['$x$', '<span>$</span>x<span>$</span>'],
    ['a\nb\u202Ec', 'a\\\\u{A}b\\\\u{202E}c'],
  ])('%j is written %j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it('takes no longer for what almost is an emoji', () => {
    const startedMs = performance.now();
    expect(escapeMarkdown(`:${'a'.repeat(100_000)}`)).toHaveLength(100_001);
    expect(escapeMarkdown(':a'.repeat(50_000))).toContain(':&#8203;a:&#8203;a');
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });
});

describe('codeSpan', () => {
  it.each([
    ['心理微课/01|@a #1.mp4', '`心理微课/01|@a #1.mp4`'],
    ['a`b', '``a`b``'],
    ['``', '``` `` ```'],
    [' a', '`  a `'],
    ['a\nb', '`a\\u{A}b`'],
  ])('%j is written %j', (text, expected) => {
    expect(codeSpan(text)).toBe(expected);
  });
});

it.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'abc [...]'],
  ['ab😀', 3, 'ab [...]'],
])('clipText(%j, %i) is %j', (text, max, expected) => {
  expect(clipText(text, max)).toBe(expected);
});
