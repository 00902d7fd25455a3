import { expect, it } from 'vitest';
import type { DocumentFacts } from '../../model/document-facts.ts';
import { documentFacts } from './facts.ts';
import { sectionFacts } from './section.ts';

const DOCUMENT = documentFacts({
  format: 'docx',
  pages: 2,
  blocks: [
    { text: '01 情绪管理', at: { paragraph: 1 }, heading: 1 },
    { text: '三个 方法。', at: { paragraph: 2 } },
    { text: '02 睡眠', at: { paragraph: 3 }, heading: 1 },
    { text: '联系 13812345678', at: { paragraph: 4 } },
    { text: '手机 13912345678', at: { part: 'footer' } },
  ],
});

it('is told in lines: of a page, of a paragraph with line breaks', () => {
  const page = documentFacts({
    format: 'pdf',
    blocks: [
      { text: '01 情绪管理\n三个方法。\n \n02 睡眠', at: { page: 1 } },
      { text: '大家\n小结', at: { page: 2 }, heading: 1 },
    ],
  });
  expect(sectionFacts(page, 1, 3).blocks).toEqual([
    { text: '三个方法。', at: { page: 1 } },
    { text: '02 睡眠', at: { page: 1 } },
    { text: '大家', at: { page: 2 }, heading: 1 },
  ]);
  expect(sectionFacts(page, 4, 9).blocks).toEqual([{ text: '小结', at: { page: 2 } }]);
});

it('is counted by itself, and has no pages', () => {
  expect(sectionFacts(DOCUMENT, 1, 1)).toMatchObject({
    ...{ kind: 'document', format: 'docx', characters: 5, pages: null, firstLine: '三个 方法。' },
    blocks: [{ text: '三个 方法。', at: { paragraph: 2 } }],
  });
});

it('has the private data that stand in it, and no others', () => {
  expect(DOCUMENT.privateData).toHaveLength(2);
  expect(sectionFacts(DOCUMENT, 1, 1).privateData).toEqual([]);
  expect(sectionFacts(DOCUMENT, 3, 3).privateData).toEqual([DOCUMENT.privateData[0]]);
});

it('tells apart what stands in one place of the file, as on a page', () => {
  const page: DocumentFacts = {
    ...DOCUMENT,
    blocks: DOCUMENT.blocks.map((block) => ({ ...block, at: { page: 1 } })),
    privateData: DOCUMENT.privateData.map((datum) => ({ ...datum, at: { page: 1 } })),
  };
  expect(sectionFacts(page, 0, 2).privateData).toEqual([]);
  expect(sectionFacts(page, 3, 3).privateData.map(({ masked }) => masked)).toEqual([DOCUMENT.privateData[0]?.masked]);
});

it('of no blocks is an empty text', () => {
  expect(sectionFacts(DOCUMENT, 3, 2)).toMatchObject({ characters: 0, wordCount: 0, firstLine: null, blocks: [] });
});
