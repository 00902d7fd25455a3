import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseYaml } from './yaml-problems.ts';

const entry = z.strictObject({ name: z.string(), count: z.int().min(1).max(9).optional() });
const schema = z.strictObject({
  title: z.string().trim().min(1).optional(),
  size: z.union([z.string(), z.number()]).optional(),
  level: z.enum(['low', 'high']).optional(),
  entries: z.array(entry).default([]),
  either: z.union([z.string(), entry]).optional(),
  table: z.record(z.string(), entry).optional(),
});

function problemsOf(text: string, language: 'zh-CN' | 'en' = 'en'): string[] {
  const result = parseYaml(text, schema, { language });
  if (result.ok) throw new Error('expected problems');
  return result.problems.map(({ line, column, at, message }) => `${line}:${column} ${at}: ${message}`);
}

function readValue(text: string): unknown {
  const result = parseYaml(text, schema);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('parseYaml: what is read', () => {
  it.each([
    ['an empty file', '', { entries: [] }],
    ['comments alone', '# nothing\n', { entries: [] }],
    ['a byte order mark', '\uFEFFtitle: x\n', { title: 'x', entries: [] }],
    ['a leading zero, as text', 'size: 057188', { size: '057188', entries: [] }],
    ['a leading plus, as text', 'size: +86', { size: '+86', entries: [] }],
    ['a number past the safe ones, as text', 'size: 12345678901234567', { size: '12345678901234567', entries: [] }],
    ['a plain number', 'size: 12.5', { size: 12.5, entries: [] }],
    ['an alias', 'entries:\n  - &a {name: x}\n  - *a\n', { entries: [{ name: 'x' }, { name: 'x' }] }],
    ['CRLF', 'title: a\r\nlevel: low\r\n', { title: 'a', level: 'low', entries: [] }],
  ])('%s', (_, text, value) => {
    expect(readValue(text)).toEqual(value);
  });
});

describe('parseYaml: what is wrong, and where', () => {
  it.each([
    ['titel: x', ['1:1 titel: unknown key "titel"; did you mean title?']],
    ['entries:\n  - name: a\n    cuont: 2\n', ['3:5 entries[0].cuont: unknown key "cuont"; did you mean count?']],
    [
      'table:\n  a:\n    nmae: b\n',
      ['2:3 table.a.name: this key is missing', '3:5 table.a.nmae: unknown key "nmae"; did you mean name?'],
    ],
    ['xxxxxxxxx: 1', ['1:1 xxxxxxxxx: unknown key "xxxxxxxxx"; known: title, size, level, entries, either, table']],
    ['title: "  "', ['1:8 title: must not be empty']],
    ['title: 5\nlevel: mid\n', ['1:8 title: expected text, found a number', '2:8 level: expected one of: low, high']],
    [
      'entries:\n  - name: a\n    count: 12\n  - count: 0\n    name: b\n',
      ['3:12 entries[0].count: must be at most 9', '4:12 entries[1].count: must be at least 1'],
    ],
    ['entries:\n  - count: 1\n', ['2:5 entries[0].name: this key is missing']],
    ['entries: 3\n', ['1:10 entries: expected a list, found a number']],
    ['size: [1]\n', ['1:1 size: expected text or a number, found a list']],
    [
      'either:\n  nmae: x\n  count: 1\n',
      ['1:1 either.name: this key is missing', '2:3 either.nmae: unknown key "nmae"; did you mean name?'],
    ],
    ['just words', ['1:1 : expected a mapping, found text']],
    [
      '__proto__: {a: 1}',
      ['1:1 __proto__: unknown key "__proto__"; known: title, size, level, entries, either, table'],
    ],
  ])('%j', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it('collects every fault in the order of the file', () => {
    expect(problemsOf('leval: low\ntitle: ""\nentries: [{name: 1}]\n')).toHaveLength(3);
  });
});

describe('parseYaml: YAML that cannot be read', () => {
  it.each([
    ['title: a\ntitle: b\n', ['2:1 : 这一项重复出现，只能写一次']],
    ['title: a\nlevel：low\n', ['2:1 : 缺少符号：冒号后要有空格，引号和括号要成对；冒号要用半角（:），后面加一个空格']],
    ['title: !!js/function "x"\n', ['1:8 : 不接受类型标记（!…），请删去']],
    ['title: a\n---\ntitle: b\n', ['2:1 : 一个文件只能有一份内容，请删去 --- 分隔行']],
    ['title: "a\n', ['2:1 : 缺少符号：冒号后要有空格，引号和括号要成对']],
  ])('%j', (text, problems) => {
    expect(problemsOf(text, 'zh-CN')).toEqual(problems);
  });

  it('stops at aliases that multiply', () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) =>
        `a${n}: &a${n} [${Array(9)
          .fill(n === 0 ? 'x' : `*a${n - 1}`)
          .join(',')}]`,
    );
    expect(problemsOf(levels.join('\n'))).toEqual(['null:null : aliases (*) that grow too large']);
  });

  it.each([
    ['deep nesting', '['.repeat(50_000)],
    ['deep nesting, closed', `title: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['a file past the limit', `title: ${'x'.repeat(2_000_000)}`],
    ['a huge key', `? ${'k'.repeat(500_000)}\n: 1\n`],
  ])('survives %s', (_, text) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join('').length).toBeLessThan(2_000_000);
  });
});
