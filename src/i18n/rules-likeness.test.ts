import { expect, it } from 'vitest';
import type { LikenessParams } from '../model/text-params.ts';
import type { Language } from './catalogue.ts';
import { messagesIn } from './messages-for-tests.ts';

const ITEM = '会商指导方案/01-考研失利-乙大学';
const RUN = { text: '先处理情绪，再处理事情', characters: 86, at: { paragraph: 3 }, otherAt: { page: 2 } };
const LIKENESS: LikenessParams = {
  path: '会商指导方案/05-返校适应-甲大学/方案.docx',
  other: `${ITEM}/方案.pdf`,
  otherItem: ITEM,
  percent: 31,
  runs: [RUN],
  untold: 0,
};
const IN_SHEET = { ...LIKENESS, path: '作品信息.xlsx', other: '作品信息.xlsx' };
const NOWHERE = { ...RUN, at: {}, otherAt: {} };

it.each<[Language, LikenessParams, string]>([
  [
    'zh-CN',
    LIKENESS,
    '「会商指导方案/05-返校适应-甲大学/方案.docx」与「会商指导方案/01-考研失利-乙大学/方案.pdf」疑似雷同：相同文字占较短一篇的 31%，最长一处 86 字「先处理情绪，再处理事情」（本篇第 3 段，对方第 2 页）',
  ],
  [
    'zh-CN',
    { ...IN_SHEET, runs: [NOWHERE], untold: 4 },
    '「作品信息.xlsx」与「作品信息.xlsx」里的「会商指导方案/01-考研失利-乙大学」疑似雷同：相同文字占较短一篇的 31%，最长一处 86 字「先处理情绪，再处理事情」；另有 4 篇与本篇也有相同，未逐一列出',
  ],
  [
    'en',
    LIKENESS,
    '"会商指导方案/05-返校适应-甲大学/方案.docx" and "会商指导方案/01-考研失利-乙大学/方案.pdf" look alike: 31% of the shorter text is the same; longest passage in common (86 characters): "先处理情绪，再处理事情" (here paragraph 3, there page 2)',
  ],
  [
    'en',
    { ...IN_SHEET, runs: [{ ...NOWHERE, otherAt: { line: 7 } }], untold: 1 },
    '"作品信息.xlsx" and "会商指导方案/01-考研失利-乙大学" in "作品信息.xlsx" look alike: 31% of the shorter text is the same; longest passage in common (86 characters): "先处理情绪，再处理事情" (there line 7); 1 more text with text in common not listed',
  ],
])('in %s', (language, params, message) => {
  expect(messagesIn(language).rules['duplicate/text'].message(params)).toBe(message);
});
