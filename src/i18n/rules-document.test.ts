import { expect, it } from 'vitest';
import type { RuleId, RuleParams } from '../model/rule-params.ts';
import type { Language } from './catalogue.ts';
import { messagesIn } from './messages-for-tests.ts';

const path = '案例.docx';

function say<Id extends RuleId>(language: Language, id: Id, params: RuleParams[Id]): string {
  return messagesIn(language).rules[id].message(params);
}

it('says how long a text is, what was asked, and how binding that is', () => {
  const params = { path, actual: '120', limit: { min: '200', max: null, oneOf: null }, binding: 'must' } as const;
  expect(say('zh-CN', 'document/short', params)).toBe('「案例.docx」共 120 字，要求不低于 200 字（来函：请）');
  expect(say('en', 'document/short', params)).toBe(
    '"案例.docx" has 120 words (字数), expected at least 200 (letter: must)',
  );
});

it('tells of hardly any text in words of its own', () => {
  const limit = { min: '11', max: null, oneOf: null };
  const params = { path, actual: '3', limit, binding: null, few: true } as const;
  expect(say('zh-CN', 'document/short', params)).toBe('「案例.docx」只有 3 字，几乎没有内容');
  expect(say('en', 'document/short', params)).toBe('"案例.docx" has only 3 words (字数): hardly any content');
  expect(messagesIn('zh-CN').rules['document/short'].fix?.(params)).toContain('写进来');
});

it('tells why a PDF cannot be read', () => {
  const scan = { path: '方案.pdf', pages: 3, why: 'pictures' } as const;
  expect(say('zh-CN', 'document/no-text-layer', scan)).toBe(
    '「方案.pdf」共 3 页，没有一个能读出的字，多半是扫描件或截图',
  );
  expect(say('zh-CN', 'document/no-text-layer', { ...scan, pages: null, why: 'unmapped' })).toContain('看得见字');
  expect(say('en', 'document/no-text-layer', { ...scan, pages: 1 })).toMatch(/^"方案.pdf" \(1 page\) has not one/);
});

it('tells of the first place, where there is one', () => {
  const params = { path, count: 12, first: { part: 'header', paragraph: 3 } } as const;
  expect(say('zh-CN', 'document/tracked-changes', params)).toBe(
    '「案例.docx」里有 12 处修订没有接受或拒绝（第一处在页眉第 3 段）',
  );
  expect(say('en', 'document/comments', params)).toBe('"案例.docx" has 12 comments (the first: header, paragraph 3)');
  expect(say('en', 'document/comments', { ...params, count: 1, first: null })).toBe('"案例.docx" has 1 comment');
});

it('names three and counts the rest', () => {
  expect(say('zh-CN', 'document/macro', { path, parts: ['a', 'b', 'c', 'd'] })).toBe(
    '「案例.docx」里有会运行的代码：「a」、「b」、「c」等 4 个',
  );
  expect(say('en', 'document/macro', { path, parts: ['a', 'b', 'c', 'd'] })).toContain('"a", "b", "c" and 1 more');
});

it('tells links from objects', () => {
  const params = { path, externals: ['C:/…/图1.png'], embedded: ['成绩.xlsx'] };
  expect(say('zh-CN', 'document/external', params)).toBe(
    '「案例.docx」用到文件以外的内容：「C:/…/图1.png」；嵌有别的文件：「成绩.xlsx」',
  );
  expect(say('zh-CN', 'document/external', { ...params, externals: [] })).toBe(
    '「案例.docx」嵌有别的文件：「成绩.xlsx」',
  );
  expect(say('en', 'document/external', params)).toBe(
    '"案例.docx" takes content from elsewhere: "C:/…/图1.png"; has other files embedded: "成绩.xlsx"',
  );
});

it('tells a format from a text that is hidden in one', () => {
  expect(say('zh-CN', 'document/unsupported', { path: '方案.wps', format: 'wps' })).toContain('是 wps 格式');
  expect(say('zh-CN', 'document/unsupported', { path, format: 'docx' })).toContain('网页');
});
