import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDoc } from './doc.ts';
import { type DocContent, makeDoc } from './doc-for-tests.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doc-'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = (content: DocContent) => readBytes(makeDoc(content));

async function readBytes(bytes: Uint8Array) {
  const location = join(folder, 'a.doc');
  await writeFile(location, bytes);
  return readDoc({ location, sizeBytes: bytes.length });
}

it('reads part by part, and leaves quotation marks as they are', async () => {
  const facts = await read({
    body: '“一”——\r\r 二\u0007格\u0007',
    footnotes: '脚注',
    endnotes: '尾注',
    textBoxes: '框一\r框二',
    comments: ['请改', '电话13800138000'],
    summary: { 2: '题目' },
  });
  if (!facts.ok) throw new Error(facts.failure.reason);
  expect(facts.value.blocks.map(({ text, at }) => `${at.part ?? 'body'} ${at.paragraph ?? '-'}: ${text}`)).toEqual([
    'body 1: “一”——',
    'body 2:  二\t格\t',
    'text-box 1: 框一',
    'text-box 2: 框二',
    'footnote 1: 脚注',
    'endnote 1: 尾注',
    'comment 1: 请改',
    'comment 2: 电话138****8000',
    'properties -: 题目',
  ]);
  expect(facts.value).toMatchObject({ format: 'doc', characters: 15, extras: { comments: 2, revisions: 0 } });
});

it('knows who wrote it and what it carries', async () => {
  const facts = await read({
    body: '一',
    summary: { 4: '张三', 8: 'Administrator' },
    documentSummary: { 14: '李四', 15: '某某大学' },
    storages: ['Macros', 'ObjectPool', 'MsoDataStore'],
  });
  expect(facts).toMatchObject({
    value: {
      extras: {
        people: [
          { field: 'author', masked: '张*' },
          { field: 'company', masked: '某***' },
          { field: 'manager', masked: '李*' },
        ],
        macros: ['Macros'],
        embedded: ['ObjectPool'],
      },
    },
  });
});

it.each([600, 2000, 6000])('says that it is cut off after %i bytes in no words of the library', async (length) => {
  const whole = makeDoc({ body: '一'.repeat(3000) });
  expect(await readBytes(whole.subarray(0, length))).toEqual({
    ok: false,
    failure: { reason: 'damaged', detail: null },
  });
});

it('needs a password', async () => {
  expect(await read({ body: '一', encrypted: true })).toMatchObject({ failure: { reason: 'encrypted' } });
});
