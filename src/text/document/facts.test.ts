import { describe, expect, it } from 'vitest';
import type { TextBlock, TextPart } from '../../model/text-facts.ts';
import { MAX_KEPT_BLOCKS, MAX_KEPT_CHARACTERS } from './collect.ts';
import { documentFacts, unreadFacts } from './facts.ts';

const block = (text: string, part?: TextPart, paragraph = 1): TextBlock => ({
  text,
  at: { paragraph, ...(part === undefined ? {} : { part }) },
});
const facts = (...blocks: TextBlock[]) => documentFacts({ format: 'docx', blocks });

describe('documentFacts', () => {
  it('masks and tells of private data beyond what is kept', () => {
    const filler = block('很长的话，'.repeat(MAX_KEPT_CHARACTERS / 5 - 2));
    const { blocks, privateData } = facts(
      filler,
      block('电话13800138000。', undefined, 2),
      filler,
      block('我的学号是', undefined, 3),
      block('2021010101', undefined, 4),
    );
    expect(privateData.map(({ kind, at }) => [kind, at.paragraph])).toEqual([
      ['phone', 2],
      ['student-number', 4],
    ]);
    expect(JSON.stringify(blocks)).not.toContain('13800138000');
  });

  it('counts the body, its boxes and notes, and no other part', () => {
    const parts: TextPart[] = [
      'text-box',
      'footnote',
      'endnote',
      'header',
      'footer',
      'comment',
      'revision',
      'properties',
    ];
    const { characters, wordCount } = facts(block('正文 one'), ...parts.map((part) => block('字a', part)));
    expect({ characters, wordCount }).toEqual({ characters: 5 + 3 * 2, wordCount: 3 + 3 * 2 });
  });

  it('puts the body first and leaves out what is blank', () => {
    const { blocks } = facts(
      block('页眉', 'header'),
      block(' \u3000'),
      block('一'),
      block('注', 'footnote'),
      block('二'),
    );
    expect(blocks.map(({ text }) => text)).toEqual(['一', '二', '页眉', '注']);
  });

  it('masks private data everywhere, at the same length', () => {
    const { blocks, privateData, firstLine } = facts(block('电话13800138000。'), block('13900139000', 'comment', 3));
    expect(privateData.map(({ kind, at }) => [kind, at])).toEqual([
      ['phone', { paragraph: 1 }],
      ['phone', { paragraph: 3, part: 'comment' }],
    ]);
    expect(JSON.stringify({ blocks, privateData, firstLine })).not.toMatch(/13800138000|13900139000/);
    expect(blocks[0]?.text).toHaveLength('电话13800138000。'.length);
  });

  it.each([
    ['the first line with text', [block('\n 一 二\t三\n四')], '一 二 三'],
    ['the body before a header', [block('页眉', 'header'), block('正文')], '正文'],
    ['a box where there is no body', [block('海报', 'text-box'), block('页脚', 'footer')], '海报'],
    ['no line of another part', [block('批注', 'comment')], null],
    ['60 characters', [block('长'.repeat(61))], `${'长'.repeat(58)}..`],
    ['60 characters and no more', [block('𠮷'.repeat(60))], '𠮷'.repeat(60)],
  ])('firstLine is %s', (_, blocks, expected) => {
    expect(facts(...blocks).firstLine).toBe(expected);
  });

  it('keeps what is of use and counts the whole', () => {
    const long = facts(
      block('长'.repeat(MAX_KEPT_CHARACTERS - 1)),
      block('文字'),
      block('完'),
      block('页眉', 'header'),
    );
    expect(long.blocks.map(({ text }) => text.length)).toEqual([MAX_KEPT_CHARACTERS - 1, 2]);
    expect(long.wordCount).toBe(MAX_KEPT_CHARACTERS + 2);
    const many = facts(...Array.from({ length: MAX_KEPT_BLOCKS + 5 }, () => block('段')));
    expect([many.blocks.length, many.characters]).toEqual([MAX_KEPT_BLOCKS, MAX_KEPT_BLOCKS + 5]);
  });
});

it('knows nothing of a text that nobody reads', () => {
  expect(unreadFacts('rtf')).toMatchObject({
    format: 'rtf',
    characters: null,
    wordCount: null,
    firstLine: null,
    blocks: [],
  });
});
