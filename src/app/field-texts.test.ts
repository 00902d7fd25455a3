import { expect, it } from 'vitest';
import type { Item } from '../model/submission.ts';
import { fieldTexts } from './field-texts.ts';

function work(from: 'sheet' | 'item.yaml', intro: string): Item {
  const source = { type: 'text', from, characters: intro.length } as const;
  const assets = [{ slot: 'intro', kind: 'document', path: 'x', sizeBytes: 0, source }];
  return { id: '心理微课/01', fields: { intro }, sheetLine: 3, assets } as unknown as Item;
}

it('reads a cell of the sheet as one row, however many lines it holds', () => {
  const facts = fieldTexts({ items: [work('sheet', '三个 方法。\r\n电话13812345678')] }).get('心理微课/01#intro');
  expect(facts).toMatchObject({ format: 'text', firstLine: '三个 方法。', pages: null });
  expect(facts?.blocks.map(({ at }) => at)).toEqual([{ line: 3 }, { line: 3 }]);
  expect(facts?.privateData).toEqual([expect.objectContaining({ kind: 'phone', at: { line: 3 } })]);
  expect(JSON.stringify(facts)).not.toContain('13812345678');
});

it('gives no lines of item.yaml, which may fold them', () => {
  const facts = fieldTexts({ items: [work('item.yaml', '一\n二')] }).get('心理微课/01#intro');
  expect(facts?.blocks).toEqual([
    { text: '一', at: {} },
    { text: '二', at: {} },
  ]);
});

it('has an empty text where a field holds nothing but white space, and none where there is a file', () => {
  expect(fieldTexts({ items: [work('sheet', ' \n ')] }).get('心理微课/01#intro')).toMatchObject({ characters: 0 });
  const file = { ...work('sheet', ''), assets: [] };
  expect(fieldTexts({ items: [file] }).size).toBe(0);
});
