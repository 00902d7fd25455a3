import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SizhengError } from '../model/errors.ts';
import { parseConfig } from '../workspace/config.ts';
import { readSheet } from '../workspace/sheet.ts';
import { type InitAnswers, initWorkspace, planInit } from './init.ts';

const ANSWERS: InitAnswers = {
  spec: 'moe-2022',
  scope: 'province',
  province: '浙江',
  institution: null,
  batch: 'first',
  year: 2027,
  categories: [
    { id: 'lesson', name: '心理微课' },
    { id: 'case', name: '活动典型案例' },
  ],
  attestations: [
    { id: 'original', text: '作品为原创\n没有侵权' },
    { id: 'consent', text: '已经同意' },
  ],
};

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'init-'));
});
afterEach(() => {
  chmodSync(dir, 0o755);
  rmSync(dir, { recursive: true });
});

async function failureOf(root: string): Promise<[string, number]> {
  const error = await initWorkspace(root, ANSWERS).catch((thrown: unknown) => thrown);
  if (error instanceof SizhengError) return [error.id, error.exitCode];
  throw error instanceof Error ? error : new Error('expected a failure');
}

describe('initWorkspace', () => {
  it('makes folders, settings, sheet, forms and schemas', async () => {
    const root = join(dir, '浙江省-2027-首批');
    const entries = await initWorkspace(root, ANSWERS);
    expect(entries.every(({ outcome }) => outcome === 'created')).toBe(true);
    expect(entries.filter(({ type }) => type === 'folder').map(({ path }) => path)).toEqual([
      '心理微课',
      '活动典型案例',
      '候选/心理微课',
      '候选/活动典型案例',
      '模板',
      '.sizheng/schemas',
    ]);
    for (const { path } of entries) expect(existsSync(join(root, path)), path).toBe(true);
    expect(entries.map(({ path }) => path)).toEqual(expect.arrayContaining(['模板/填写须知.md', '模板/简介模板.docx']));
  });

  it('writes settings that read back as answered, comments kept', async () => {
    await initWorkspace(dir, ANSWERS);
    const text = readFileSync(join(dir, 'sizheng.yaml'), 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.sizheng\/schemas\/workspace\.schema\.json\n/);
    expect(text).toContain('# 报送年份');
    expect(parseConfig(text, 'x')).toMatchObject({
      spec: 'moe-2022',
      scope: 'province',
      province: '浙江省',
      institution: null,
      batch: 'first',
      year: 2027,
      waivers: [],
    });
    expect(await readSheet(readFileSync(join(dir, '作品信息.xlsx')), 'x')).toEqual([]);
  });

  it('writes commented examples that hold when they are taken up', async () => {
    await initWorkspace(dir, ANSWERS);
    const text = readFileSync(join(dir, 'sizheng.yaml'), 'utf8').replace(
      /^# (deadline:|waivers:|attestations:| {2}.*)$/gm,
      '$1',
    );
    expect(parseConfig(text, 'x')).toMatchObject({
      deadline: { year: 2027, month: 6, day: 5 },
      waivers: [{ rule: 'video/duration' }],
    });
  });

  it('has the spec’s own ids to sign, and nothing that is signed already', async () => {
    await initWorkspace(dir, ANSWERS);
    const text = readFileSync(join(dir, 'sizheng.yaml'), 'utf8').replace(
      /^# (attestations:| {2}(?:original|consent):.*)$/gm,
      '$1',
    );
    expect(text).toContain('\nattestations:\n  original:  # 作品为原创 没有侵权\n  consent:  # 已经同意\n');
    expect(parseConfig(text, 'x').attestations).toEqual({});
    expect(parseConfig(text.replace('original:', 'original: 张三'), 'x').attestations).toEqual({ original: '张三' });
  });

  it('keeps what is there', async () => {
    writeFileSync(join(dir, 'sizheng.yaml'), 'scope: institution\n');
    mkdirSync(join(dir, '心理微课'));
    const entries = await initWorkspace(dir, ANSWERS);
    expect(entries.filter(({ outcome }) => outcome === 'kept').map(({ path }) => path)).toEqual([
      '心理微课',
      'sizheng.yaml',
    ]);
    expect(readFileSync(join(dir, 'sizheng.yaml'), 'utf8')).toBe('scope: institution\n');
    expect((await initWorkspace(dir, ANSWERS)).every(({ outcome }) => outcome === 'kept')).toBe(true);
  });

  it('writes nothing through a dangling link', async () => {
    symlinkSync(join(dir, 'elsewhere'), join(dir, 'sizheng.yaml'));
    await initWorkspace(dir, ANSWERS);
    expect(existsSync(join(dir, 'elsewhere'))).toBe(false);
  });

  it('says when a file is in the way', async () => {
    writeFileSync(join(dir, 'file'), '');
    expect(await failureOf(join(dir, 'file'))).toEqual(['usage/not-a-folder', 2]);
    expect(await failureOf(join(dir, 'file', 'inside'))).toEqual(['usage/not-a-folder', 2]);
    writeFileSync(join(dir, '候选'), '');
    expect(await failureOf(dir)).toEqual(['usage/not-a-folder', 2]);
  });

  it('follows no link that stands for one of its folders', async () => {
    symlinkSync(tmpdir(), join(dir, '模板'));
    expect(await failureOf(dir)).toEqual(['usage/not-a-folder', 2]);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says when nothing can be written', async () => {
    chmodSync(dir, 0o555);
    expect(await failureOf(dir)).toEqual(['machine/output-unwritable', 3]);
  });
});

describe('initWorkspace where nothing can be made', () => {
  it.skipIf(process.platform !== 'linux')('says so', async () => {
    expect(await failureOf('/proc/workspace')).toEqual(['machine/output-unwritable', 3]);
  });
});

describe('planInit', () => {
  it('gives the same plan for the same answers', async () => {
    expect(await planInit(ANSWERS)).toEqual(await planInit(ANSWERS));
  });

  it.each([
    ['../../outside', '-..-outside'],
    ['a/b:c', 'a-b-c'],
    ['..', '-'],
  ])('keeps the category %j inside the workspace', async (name, folder) => {
    const plan = await planInit({ ...ANSWERS, categories: [{ id: 'x', name }] });
    expect(plan.folders[0]).toBe(folder);
  });
});
