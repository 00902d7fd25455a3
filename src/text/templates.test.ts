import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../util/package-root.ts';
import { templateKey, templateTexts } from './templates.ts';

function read(folder: string, names: RegExp): [name: string, text: string][] {
  const path = join(packageRoot(), folder);
  return readdirSync(path)
    .filter((name) => names.test(name))
    .map((name) => [name, readFileSync(join(path, name), 'utf8')]);
}

const TEMPLATES = read('templates/workspace', /\.md$/);
const KNOWN = templateTexts(TEMPLATES.map(([, text]) => text));

describe('the templates that init hands out', () => {
  it('are five', () => expect(TEMPLATES).toHaveLength(5));

  it.each(TEMPLATES)('%s: each blank and each line is known', (_, text) => {
    const blanks = (text.match(/【请填写：[^】]+】/g) ?? []).map(templateKey);
    expect(blanks.filter((blank) => !KNOWN.blanks.has(blank))).toEqual([]);
    const lines = text.split('\n').map(templateKey);
    expect(lines.filter((line) => line !== '' && !KNOWN.lines.has(line))).toEqual([]);
  });

  it.each(TEMPLATES)('%s: what is neither blank nor label nor heading tells the writer what to do', (name, text) => {
    const rest = text.split('\n').filter((line) => !/^#|【请填写：/.test(line) && line.trim() !== '');
    expect(rest.length).toBeGreaterThan(name === '填写须知.md' ? 15 : 0);
    expect(rest.map(templateKey).filter((line) => !KNOWN.instructions.has(line))).toEqual([]);
  });

  it('tell of nothing that a form keeps when it is filled in', () => {
    expect([...KNOWN.instructions].filter((line) => line.includes('【请'))).toEqual([]);
    expect(KNOWN.instructions.has('一、背景')).toBe(false);
    expect(KNOWN.instructions.has('四、怎么检查')).toBe(false);
    expect(KNOWN.blanks.has('【】')).toBe(false);
  });

  it.each(read('fixtures/texts', /\.(?:md|txt)$/))('%s keeps nothing of them but headings', (_, text) => {
    const keys = text.split('\n').map(templateKey);
    expect(keys.filter((key) => KNOWN.instructions.has(key) || /【请/.test(key))).toEqual([]);
  });
});

it.each([
  ['## 一、背景', '一、背景'],
  ['1. **面向全体学生：**宣传教育', '面向全体学生：宣传教育'],
  ['> - 学生　一律使用化名', '学生一律使用化名'],
  ['2022 年 6 月', '2022年6月'],
  ['-5 度', '-5度'],
  ['  \t', ''],
])('%j is compared as %j', (line, key) => expect(templateKey(line)).toBe(key));

describe("a province's own form", () => {
  const FORM = [
    '某省典型案例申报书',
    '填表说明：',
    '1、所有栏目如实填写。',
    '',
    '（2）字数不超过三千。',
    '一、基本情况',
    '【关键词】',
    '【此处填写 关键词】【请另起一行】',
    '# 填报要求',
    '全文用仿宋三号字。',
    '## 附',
    '附件另行打包。',
    '# 二、正文',
    '正文在此。',
  ];
  const { blanks, instructions } = templateTexts([FORM.join('\r\n'), '注意']);

  it('has blanks that say so', () => expect([...blanks]).toEqual(['【此处填写关键词】', '【请另起一行】']));

  it('has notes: a list below a label, and all below a heading', () =>
    expect([...instructions]).toEqual([
      '填表说明：',
      '1、所有栏目如实填写。',
      '（2）字数不超过三千。',
      '全文用仿宋三号字。',
      '附件另行打包。',
    ]));
});

it('takes no longer than a line has characters', () => {
  const start = performance.now();
  for (const piece of ['- ', '> ', '【请', '1.', '#', '填写提醒', ' ', '**']) templateTexts([piece.repeat(100_000)]);
  expect(performance.now() - start).toBeLessThan(10_000);
});
