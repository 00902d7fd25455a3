import { expect, it } from 'vitest';
import { UPLOAD_FILES_SHEET, UPLOAD_WORKS_SHEET } from '../model/upload-log.ts';
import { sha256Of } from './bag.ts';
import { BATCH, cellsOf, INTRO, LESSON, LETTER, VIDEO } from './sheets-for-tests.ts';
import { makeUploadLog, type UploadLogInput } from './upload-log.ts';

const PAGE = { path: '00-请先看.html', bytes: new TextEncoder().encode('<p>') };
const LOG: UploadLogInput = { ...BATCH, page: PAGE };

it('has a row a work, with columns left to fill in', async () => {
  const { [UPLOAD_WORKS_SHEET]: rows } = await cellsOf(await makeUploadLog(LOG));
  expect(rows?.slice(0, 2)).toEqual([
    '序号 类别 题目 学校 主讲人 主题 简介 文件夹 文件数 已传 上传时间 系统编号 备注'.split(' '),
    [
      ...['01', '心理微课', '睡个好觉', '甲大学', '王老师、李老师', '睡眠调整', LESSON.intro, LESSON.folder, 2],
      ...[null, null, null, null],
    ],
  ]);
  expect(rows).toHaveLength(4);
});

it('has a row for each file of the whole submission, so that it is ticked too', async () => {
  const { [UPLOAD_WORKS_SHEET]: rows } = await cellsOf(await makeUploadLog({ ...LOG, items: [] }));
  expect(rows?.slice(1)).toEqual([
    [null, '整批材料', '报送函', ...Array(4).fill(null), 'data/整批材料', 1, ...Array(4).fill(null)],
  ]);
});

it('names the file that holds an intro', async () => {
  const { [UPLOAD_WORKS_SHEET]: rows } = await cellsOf(
    await makeUploadLog({ ...LOG, items: [{ ...LESSON, intro: null }] }),
  );
  expect(rows?.[1]?.[6]).toBe('见 简介.txt');
});

it('keeps an intro whole, with its line breaks', async () => {
  const intro = '第一段。\n\n'.repeat(200).trim();
  const { [UPLOAD_WORKS_SHEET]: rows } = await cellsOf(await makeUploadLog({ ...LOG, items: [{ ...LESSON, intro }] }));
  expect(rows?.[1]?.[6]).toBe(intro);
});

it('has a row a file, by which it can be checked', async () => {
  const { [UPLOAD_FILES_SHEET]: rows } = await cellsOf(await makeUploadLog({ ...LOG, items: [LESSON] }));
  expect(rows).toEqual([
    ['类别', '作品', '文件', '来源', '大小（字节）', '大小', 'SHA-256'],
    ['心理微课', '01 睡个好觉', VIDEO.path, VIDEO.originalPath, 734_003_200, '700 MiB', VIDEO.sha256],
    ['心理微课', '01 睡个好觉', INTRO.path, null, 64, '64 B', INTRO.sha256],
    ['整批材料', null, LETTER.path, null, 64, '64 B', LETTER.sha256],
    ['先看这一页', null, PAGE.path, null, 3, '3 B', sha256Of(PAGE.bytes)],
  ]);
});

it('says how it is used, and that a draft is one', async () => {
  const { 说明: notes } = await cellsOf(await makeUploadLog(LOG));
  expect(notes).toHaveLength(5);
  expect(notes?.[0]?.[0]).toMatch(/^先看这一页：00-请先看\.html，/);
  expect(notes?.join('\n')).toContain('sizheng verify 文件夹');
  const { 说明: ofDraft } = await cellsOf(await makeUploadLog({ ...LOG, draft: true }));
  expect(ofDraft?.[0]).toEqual(['这是草稿，请勿报送。']);
});

it('gives the same bytes for the same works', async () => {
  expect(await makeUploadLog(LOG)).toEqual(await makeUploadLog(structuredClone(LOG)));
});
