import { expect, it } from 'vitest';
import { messagesIn } from '../i18n/messages-for-tests.ts';
import type { Report, ReportAsset, ReportItem } from '../model/report.ts';
import { PLAIN } from './style.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { renderTexts } from './terminal-texts.ts';

const { report: screen, rules } = messagesIn('zh-CN');

function asset(
  change: Partial<ReportAsset>,
  words: readonly [wordCount: number | null, firstLine: string | null],
): ReportAsset {
  const [wordCount, firstLine] = words;
  const facts = { kind: 'document', format: 'docx', characters: wordCount, wordCount, pages: null, firstLine } as const;
  return {
    ...{ slot: 'intro', kind: 'document', path: 'a/简介.docx', sizeBytes: 1, source: 'file', facts, failure: null },
    ...change,
  };
}

function render(assets: readonly ReportAsset[], change: Partial<ReportItem> = {}): string[] {
  const item = {
    id: '心理微课/01-情绪管理',
    title: '情绪管理',
    institution: null,
    status: 'selected',
    assets,
    ...change,
  };
  const options = { screen, rules, width: 46, style: PLAIN } as Partial<TerminalOptions> as TerminalOptions;
  return renderTexts({ items: [item], ledger: [] } as unknown as Report, options);
}

it('tells how long each text is and how it begins, wherever it stands', () => {
  expect(
    render([
      asset({}, [312, '情绪是身体送来的一封信，读懂它']),
      asset({ source: 'text', path: '作品信息.xlsx' }, [12, '三个方法']),
      asset({ source: 'section', path: '简介汇总.docx' }, [0, null]),
      asset({ source: 'declared', slot: 'subtitle', kind: 'subtitle', facts: null }, [0, null]),
    ]),
  ).toEqual([
    '作品的文字材料（字数，第一行）',
    '心理微课 01《情绪管理》',
    '  简介.docx 312 字：「情绪是身体送来的一封信..',
    '  简介（作品信息.xlsx） 12 字：「三个方法」',
    '  简介（简介汇总.docx） 0 字',
    '  字幕：申报为压制字幕，未检查',
  ]);
});

it('shows what would move the cursor, and no more', () => {
  expect(render([asset({}, [2, '甲\u001B[2J'])])[2]).not.toContain('\u001B');
});

it.each([
  ['is not there', [], {}],
  ['fits no slot', [asset({ slot: null }, [3, '甲'])], {}],
  ['nobody can read', [asset({}, [null, null])], {}],
  ['was withdrawn', [asset({}, [3, '甲'])], { status: 'withdrawn' as const }],
])('says nothing of a text that %s', (_, assets, change) => {
  expect(render(assets, change)).toEqual([]);
});
