import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDocumentReader } from '../measure/document/reader.ts';
import type { FileFacts } from '../model/facts.ts';
import { entry } from '../rules/builders-for-tests.ts';
import { documentFacts } from '../text/document/facts.ts';
import { templateKey } from '../text/templates.ts';
import { packageRoot } from '../util/package-root.ts';
import { loadTemplates, templateEntries } from './templates.ts';

const HANDED_OUT = join(packageRoot(), 'templates', 'workspace');

/** A line that begins with `#` is a heading. */
function facts(lines: readonly string[]): FileFacts {
  const blocks = lines.map((text, index) => ({
    text: text.replace('#', ''),
    at: { paragraph: index + 1 },
    ...(text.startsWith('#') ? { heading: 1 } : {}),
  }));
  return {
    type: { kind: 'document', format: 'docx' },
    content: { ok: true, value: documentFacts({ format: 'docx', blocks }) },
  };
}

describe('the templates that are handed out', async () => {
  const known = await loadTemplates(new Map());
  const reader = createDocumentReader({ worker: null });
  const names = (await readdir(HANDED_OUT)).filter((name) => name.endsWith('.docx'));

  it('are known without a workspace', () => {
    expect(known.blanks.has('【请填写：学校或单位全称】')).toBe(true);
    expect(known.instructions.size).toBeGreaterThan(20);
  });

  it('have a .docx each', () => expect(names).toHaveLength(5));

  it.each(names)('%s says nothing that its .md does not say', async (name) => {
    const location = join(HANDED_OUT, name);
    const read = await reader.read({ location, sizeBytes: (await stat(location)).size }, 'docx');
    const blocks = read.ok ? read.value.blocks : [];
    expect(blocks.length).toBeGreaterThan(10);
    expect(blocks.map(({ text }) => templateKey(text)).filter((key) => !known.lines.has(key))).toEqual([]);
  });
});

describe("a province's own", () => {
  it('are the documents in its folder', () => {
    const big = { sizeBytes: 9 << 20 };
    const entries = [
      entry('模板/申报书.docx'),
      entry('模板/旧/说明.TXT'),
      entry('模板/作品信息.xlsx'),
      entry('模板/全书.pdf', big),
      entry('模板/链接.docx', { type: 'link' }),
      entry('模板/坏.docx', { error: 'EACCES' }),
      entry('会商指导方案/模板/方案.docx'),
    ];
    expect(templateEntries(entries).map(({ path }) => path)).toEqual(['模板/申报书.docx', '模板/旧/说明.TXT']);
  });

  it('are known beside those that are handed out', async () => {
    const unreadable: FileFacts = {
      type: { kind: 'document', format: 'docx' },
      content: { ok: false, failure: { reason: 'damaged', detail: null } },
    };
    const known = await loadTemplates(
      new Map([
        [
          '模板/申报书.docx',
          facts(['作品 名称', '【请填写：全称】', '填表说明：', '1. 一式三份。', '#填写要求', '用仿宋体。', '#正文']),
        ],
        ['模板/坏.docx', unreadable],
      ]),
    );
    expect(known.lines.has('作品名称')).toBe(true);
    expect(known.blanks.has('【请填写：全称】')).toBe(true);
    expect(known.blanks.has('【请填写：学校或单位全称】')).toBe(true);
    for (const line of ['一式三份。', '用仿宋体。']) expect(known.instructions.has(line)).toBe(true);
    for (const line of ['填写要求', '正文']) expect(known.instructions.has(line)).toBe(false);
  });
});
