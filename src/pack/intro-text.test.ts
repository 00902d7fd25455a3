/** The text that is pasted for a work, and when only its document should be read. */
import { describe, expect, it } from 'vitest';
import type { DocumentFacts } from '../model/document-facts.ts';
import type { FileFacts } from '../model/facts.ts';
import type { Category } from '../model/spec.ts';
import type { Asset, AssetSource, Item } from '../model/submission.ts';
import type { TextBlock } from '../model/text-facts.ts';
import { documentFacts } from '../text/document/facts.ts';
import { introText } from './intro-text.ts';

const CATEGORY = { slots: [{ id: 'intro', textField: 'intro' }] } as unknown as Category;
const PATH = '心理微课/01/简介.docx';

function asset(source: AssetSource = { type: 'file' }, path = PATH): Asset {
  return { slot: 'intro', kind: 'document', path, sizeBytes: 7, source };
}

function work(assets: readonly Asset[], intro: string | null = null): Item {
  return { fields: { intro }, assets } as unknown as Item;
}

function read(lines: readonly string[], item: Item = work([asset()])): string | undefined {
  const blocks = lines.map((text, index): TextBlock => ({ text, at: { paragraph: index + 1 } }));
  return introText(item, CATEGORY, measured(documentFacts({ format: 'docx', blocks })))?.text;
}

function measured(value: DocumentFacts): ReadonlyMap<string, FileFacts> {
  return new Map([[PATH, { type: { kind: 'document', format: value.format }, content: { ok: true, value } }]]);
}

describe('an intro to paste', () => {
  it('is the body of the document, a line a paragraph', () => {
    expect(read(['情绪是一封信。', '学会读它。'])).toBe('情绪是一封信。\n学会读它。');
  });

  it('does not begin with the title', () => {
    const blocks: TextBlock[] = [
      { text: '情绪管理', at: { paragraph: 1 }, heading: 1 },
      { text: '情绪是一封信。', at: { paragraph: 2 } },
    ];
    const textOf = (own: TextBlock[]) =>
      introText(work([asset()]), CATEGORY, measured(documentFacts({ format: 'docx', blocks: own })))?.text;
    expect(textOf(blocks)).toBe('情绪是一封信。');
    expect(textOf(blocks.slice(0, 1))).toBe('情绪管理');
  });

  it('is the work’s own section of a document of many', () => {
    const section = work([asset({ type: 'section', first: 1, last: 2 })]);
    expect(read(['甲', '乙', '丙', '丁'], section)).toBe('乙\n丙');
    expect(read(['甲', '乙', '丙', '手机13812345678'], section)).toBe('乙\n丙');
    expect(read(['甲', '乙', '手机13812345678'], section)).toBeUndefined();
  });

  it('is what item.yaml or the sheet says, before any document', () => {
    const text = asset({ type: 'text', from: 'sheet', characters: 2 }, '作品信息.xlsx');
    expect(introText(work([asset(), text], '两字'), CATEGORY, new Map())).toEqual({ text: '两字', asset: null });
  });

  it('leaves out what stands beside the body', () => {
    const blocks: TextBlock[] = [
      { text: '正文', at: {} },
      { text: '第 1 页', at: { part: 'footer' } },
    ];
    const facts = measured(documentFacts({ format: 'docx', blocks }));
    expect(introText(work([asset()]), CATEGORY, facts)?.text).toBe('正文');
  });

  it.each([
    ['holds private data, which are masked', ['联系电话：13812345678']],
    ['is longer than an intro', ['字'.repeat(2_001)]],
    ['says nothing', []],
  ])('is not there where the document %s', (_, lines) => {
    expect(read(lines)).toBeUndefined();
  });

  it('is not there where nobody can say which document it is, or what stands in it', () => {
    expect(read(['甲'], work([asset(), asset()]))).toBeUndefined();
    expect(read(['甲'], work([]))).toBeUndefined();
    const failed: FileFacts = {
      type: { kind: 'document', format: 'docx' },
      content: { ok: false, failure: { reason: 'encrypted', detail: null } },
    };
    expect(introText(work([asset()]), CATEGORY, new Map([[PATH, failed]]))).toBeNull();
  });
});
