import { describe, expect, it } from 'vitest';
import { type MarkupFormat, readMarkup } from './markup.ts';

function read(text: string, format: MarkupFormat) {
  const { lines, faults } = readMarkup(
    text.split('\n').map((raw, at) => ({ line: at + 1, raw })),
    format,
  );
  return [
    lines.map((line) => line.text).join('|'),
    ...faults.map(({ line, detail, found }) => `${line} ${detail} ${found}`),
  ];
}

describe.each<MarkupFormat>(['srt', 'vtt'])('tags in %s', (format) => {
  it.each([
    ['<i>一</i> <B>二</B>', '一 二'],
    ['<i>一\n二</i>', '一|二'],
    ['<i></i>\n一', '一'],
    ['3 <3 a < b, a<b & c>d', '3 <3 a < b, a<b & c>d'],
    ['<焦虑自评量表>', '<焦虑自评量表>'],
    ['<a@b.com>', '<a@b.com>'],
    ['{括号}', '{括号}'],
  ])('%j is seen as %j', (text, seen) => {
    expect(read(text, format)).toEqual([seen]);
  });

  it.each([
    ['<i>一', '一', '1 unbalanced <i>'],
    ['一</i>', '一', '1 unbalanced </i>'],
    ['<b><i>一</b></i>', '一', '1 unbalanced <i>'],
    ['<i>一<i>', '一', '1 unbalanced <i>', '1 unbalanced <i>'],
    ['一<br/>', '一', '1 unknown <br/>'],
    ['一</i', '一</i', '1 unbalanced </i'],
    ['{\\an8}一{\\pos(1,2)}', '一', '1 ass-codes {\\an8}', '1 ass-codes {\\pos(1,2)}'],
  ])('%j is seen as %j: %s', (text, ...wanted) => {
    expect(read(text, format)).toEqual(wanted);
  });
});

describe('what one knows and the other does not', () => {
  it.each<[MarkupFormat, string, string[]]>([
    ['srt', '<font color="#fff">一</font>', ['一']],
    ['srt', '<font color="#fff"一', ['<font color="#fff"一', '1 unbalanced <font color="#fff"一']],
    ['vtt', '<font color="#fff">一</font>', ['一', '1 unknown <font color="#fff">', '1 unknown </font>']],
    ['vtt', '<v.loud 张 三>一', ['一']],
    ['vtt', '<c.red.big>一</c> <lang en>two</lang>', ['一 two']],
    ['vtt', '<ruby>汉<rt>hàn<ruby></ruby></ruby>', ['汉hàn']],
    ['vtt', '<00:00:01.500>一&nbsp;&amp;&lt;&#20108;&unknown;', ['一\u00A0&<二&unknown;']],
    ['srt', '&amp;', ['&amp;']],
    ['srt', '<c>一</c>', ['一', '1 unknown <c>', '1 unknown </c>']],
    ['lrc', '<00:01.20>一<00:01.50>二', ['一二']],
    ['mov_text', '<i>一</i>\n\n{\\an8}', ['<i>一</i>|{\\an8}']],
  ])('%s: %j', (format, text, wanted) => {
    expect(read(text, format)).toEqual(wanted);
  });
});
