/** Packages of works whose intros stand together in one document. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LAYOUTS, type Layout, PACKAGE_FILES } from '../model/package-manifest.ts';
import { UPLOAD_WORKS_SHEET } from '../model/upload-log.ts';
import { openFolderBag } from './bag-reader-for-tests.ts';
import { FAULTLESS, type MadePackage, outcomeAt, PackageRoom } from './package-room-for-tests.ts';
import { another } from './package-shapes-for-tests.ts';
import { LESSON, LESSON_INTRO, type Sample } from './sample-for-tests.ts';

const SECOND = '心理微课/02-睡眠调整-示范大学';
const INTROS = ['# 一、情绪管理与压力释放', '情绪是一封信。', '学会读它。', '# 二、睡眠调整', '三个方法。'];

let room: PackageRoom;
beforeAll(async () => {
  room = await PackageRoom.open();
});
afterAll(() => room.close());

async function copyOf(intros: readonly string[]): Promise<Sample> {
  const sample = await room.copySmall();
  await another(sample, SECOND, 1);
  await sample.remove(LESSON_INTRO);
  await sample.remove(`${SECOND}/简介.txt`);
  await sample.write('简介汇总.md', intros.join('\n\n'));
  return sample;
}

async function upload(intros: readonly string[]): Promise<{ made: MadePackage; names: string[]; cells: unknown[] }> {
  const made = await room.pack(await copyOf(intros), { layout: 'upload' });
  const { files } = await openFolderBag(made.path);
  const sheets = await readWorkbook(Buffer.from(files.get(PACKAGE_FILES.uploadLog) ?? []));
  const rows = sheets.find(({ sheet }) => sheet === UPLOAD_WORKS_SHEET)?.data ?? [];
  const names = [...files.keys()].filter((name) => name.includes('简介'));
  return { made, names: names.toSorted(), cells: rows.slice(1, 3).map((row) => row[6]) };
}

it.each<Layout>([...LAYOUTS])('are faultless as %s, and the same as the workspace', async (layout) => {
  const sample = await copyOf(INTROS);
  const { path } = await room.pack(sample, { layout });
  expect(await outcomeAt(path, { against: sample.root })).toEqual(FAULTLESS);
});

it('have the document once, and as plain folders the text of each work to paste', async () => {
  const { made, names, cells } = await upload(INTROS);
  expect(names).toEqual([`${LESSON}/简介.txt`, `${SECOND}/简介.txt`, '整批材料/简介汇总.md'].toSorted());
  expect(cells).toEqual(['情绪是一封信。\n学会读它。', '三个方法。']);
  expect(await readFile(join(made.path, SECOND, '简介.txt'), 'utf8')).toBe('\uFEFF三个方法。\n');
});

it('point to the document where a text holds private data', async () => {
  const { names, cells } = await upload([...INTROS, '联系 zhangsan@example.edu.cn']);
  expect(names).not.toContain(`${SECOND}/简介.txt`);
  expect(cells).toEqual(['情绪是一封信。\n学会读它。', '见 简介汇总.md']);
});
