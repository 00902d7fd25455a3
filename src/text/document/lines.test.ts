import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../model/text-facts.ts';
import { markdownBlocks, plainBlocks } from './lines.ts';

/** `line heading|part: text`. */
function told(blocks: Iterable<TextBlock>): string[] {
  return [...blocks].map(
    ({ text, at, heading }) => `${at.line}${heading ? ` h${heading}` : ''}${at.part ?? ''}: ${text}`,
  );
}

it('a plain text has a block for each line that is not empty', () => {
  expect(told(plainBlocks('一\r\n\r\n# 二\n\r三'))).toEqual(['1: 一', '3: # 二', '5: 三']);
  expect(told(plainBlocks(''))).toEqual([]);
});

describe('Markdown', () => {
  it.each([
    [
      'headings',
      '# 一\n### 二 ##\n#三\n####### 四\n# #',
      ['1 h1: 一', '2 h3: 二', '3: #三', '4: ####### 四', '5 h1: '],
    ],
    ['a heading that ends in a mark', '## C#\n## F #\n', ['1 h2: C#', '2 h2: F']],
    ['emphasis', '**学号：**2021 __重点__', ['1: 学号：2021 重点']],
    ['code', '```sh\n# 不是标题\n~~~\n```\n# 标题', ['2: # 不是标题', '3: ~~~', '5 h1: 标题']],
    ['front matter', '---\ntitle: 题目\n---\n正文', ['2properties: title: 题目', '4: 正文']],
    ['a rule that is no front matter', '---\n正文一段\n---\n正文', ['1: ---', '2: 正文一段', '3: ---', '4: 正文']],
    ['front matter without an end', '---\ntitle: 题目\n正文', ['1: ---', '2: title: 题目', '3: 正文']],
    ['a key that is no front matter', '\ntitle: 题目\n---\n正文', ['2: title: 题目', '3: ---', '4: 正文']],
  ])('%s', (_, text, expected) => {
    expect(told(markdownBlocks(text))).toEqual(expected);
  });

  it('takes time in proportion to the text', () => {
    const start = performance.now();
    for (const line of [
      `# ${' #'.repeat(500_000)}x`,
      `#${' '.repeat(1_000_000)}x`,
      '*'.repeat(1_000_000),
      '`'.repeat(1_000_000),
    ]) {
      expect([...markdownBlocks(`${line}\n${line}`)].length).toBeLessThan(3);
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
