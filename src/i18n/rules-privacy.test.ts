/** What a clerk reads when data of persons are found. */
import { describe, expect, it } from 'vitest';
import type { PrivateParams } from '../model/text-params.ts';
import { privacyTextsEn } from './en/rules-privacy.ts';
import { privacyTextsZh } from './zh-CN/rules-privacy.ts';

type Told = PrivateParams['spots'][number];

const phone = (change: Partial<Told> = {}): Told => ({ found: '138****5678', label: '电话', before: '', ...change });
const params = (...spots: Told[]): PrivateParams => ({ path: '案例.docx', spots });
const inText = params(phone({ paragraph: 3 }), phone({ page: 2 }), phone({ timeMs: 62_000 }), phone({ line: 9 }));
const inName = params(phone({ part: 'name', label: null }));
const inBoth = params(phone({ part: 'name', label: null }), phone({ part: 'header', paragraph: 1 }));
const student = params({ found: '20******03', label: '学号', before: '', paragraph: 3 });
const told = params(phone({ before: '联系人张老师 ', paragraph: 3 }));

describe('zh-CN', () => {
  const { 'privacy/phone': text, 'privacy/student-number': labelled, 'privacy/name': name } = privacyTextsZh;

  it.each([
    [inText, '「案例.docx」疑似有手机号：第 3 段「138****5678」、第 2 页「138****5678」、01:02「138****5678」等 4 处'],
    [inName, '文件名里疑似有手机号「138****5678」'],
    [inBoth, '「案例.docx」疑似有手机号：文件名「138****5678」、页眉第 1 段「138****5678」'],
  ])('tells the place and the mask', (given, message) => {
    expect(text.message(given)).toBe(message);
  });

  it('tells the word that gave it away where there is no other sign', () => {
    expect(labelled.message(student)).toBe('「案例.docx」疑似有学号（证号、工号）：第 3 段「学号 20******03」');
  });

  it('tells the words before it, to look for', () => {
    expect(text.message(told)).toBe('「案例.docx」疑似有手机号：第 3 段「…联系人张老师 138****5678」');
  });

  it('tells how to write down that it is none', () => {
    expect(text.mend).toContain('写法见 sizheng rules privacy/phone。');
    expect([text.fix?.(inText), text.fix?.(inName)]).toEqual(
      Array(2).fill(expect.stringContaining('写法见 sizheng rules privacy。')),
    );
  });

  it('advises the same on every kind but names, to be told once of a place with several', () => {
    const { 'privacy/name': _name, 'privacy/author': _author, ...kinds } = privacyTextsZh;
    expect(new Set(Object.values(kinds).map(({ fix }) => fix?.(inText))).size).toBe(1);
  });

  it('asks to rename what is in a name, and to hand in again what is in a text', () => {
    expect(text.fix?.(inName)).toContain('重命名');
    expect(text.fix?.(inText)).toContain('隐去后重报');
    expect(name.fix?.(inName)).toContain('重命名');
    expect(name.fix?.(inText)).toContain('化名');
  });

  it('tells whose name a document carries', () => {
    const people = [
      { field: 'author', masked: '张*' },
      { field: 'last-saved-by', masked: '李**' },
    ] as const;
    expect(privacyTextsZh['privacy/author'].message({ path: '案例.docx', people })).toBe(
      '「案例.docx」的文档属性里有作者「张*」、最后保存者「李**」',
    );
  });
});

describe('en', () => {
  const { 'privacy/phone': text, 'privacy/student-number': labelled } = privacyTextsEn;

  it.each([
    [
      inText,
      '"案例.docx" seems to contain a mobile number: paragraph 3 "138****5678"; page 2 "138****5678"; 01:02 "138****5678" and 1 more',
    ],
    [inName, 'The file name seems to contain a mobile number: "138****5678"'],
  ])('tells the place and the mask', (given, message) => {
    expect(text.message(given)).toBe(message);
  });

  it('tells the word that gave it away', () => {
    expect(labelled.message(student)).toBe(
      '"案例.docx" seems to contain a student or staff number: paragraph 3 "学号 20******03"',
    );
  });

  it('tells the words before it, and how to waive', () => {
    expect(text.message(told)).toContain('paragraph 3 "…联系人张老师 138****5678"');
    expect(text.mend).toContain('sizheng rules privacy/phone');
  });

  it('asks to rename what is in a name', () => {
    expect(text.fix?.(inName)).toContain('Rename');
    expect(text.fix?.(inBoth)).toContain('hand in again');
  });
});
