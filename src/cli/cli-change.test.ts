/** `exclude` and `include`: one word is written, and everything else is left as it was. */
import { existsSync, readFileSync } from 'node:fs';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { SHEET_NAME } from '../model/file-names.ts';
import { AT, LESSON_2, LESSON_4, Room } from './run-for-tests.ts';

const room = new Room();
afterAll(() => room.close());

const ITEM_FILE = `${LESSON_4}/item.yaml`;
const COMMENTED = `# 丁职业技术学院 5 月 3 日交来
title: 生涯规划   # 已与学校核对
presenter: 示例教师甲

topic: 生涯规划
`;

async function statusOf(folder: string, id: string): Promise<unknown[]> {
  const { items } = await room.report([folder, ...AT]);
  return items.filter((item) => item.id === id).map(({ status, reason }) => [status, reason]);
}

describe('a work with an item file', () => {
  it('there and back: comments, order and blank lines are kept', async () => {
    room.good('with-file');
    room.write(COMMENTED, 'with-file', ITEM_FILE);
    const out = await room.run(['exclude', '心理微课/04', '--reason', '时长不足: "18" # 秒', '--dir', 'with-file']);
    expect(out).toEqual({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^已撤下 心理微课 04《生涯规划》 丁职业技术学院，理由「时长不足: "18" # 秒」；/),
    });
    const written = readFileSync(room.at('with-file', ITEM_FILE), 'utf8');
    expect(written.startsWith(COMMENTED)).toBe(true);
    expect(await statusOf('with-file', LESSON_4)).toEqual([['withdrawn', '时长不足: "18" # 秒']]);
    expect((await room.run(['include', LESSON_4, '--dir', 'with-file'])).code).toBe(0);
    expect(readFileSync(room.at('with-file', ITEM_FILE), 'utf8')).toBe(COMMENTED);
    expect(await statusOf('with-file', LESSON_4)).toEqual([['selected', null]]);
  });

  it('a second time changes nothing, and says so', async () => {
    room.good('twice');
    const line = ['exclude', '心理微课/04', '--reason', '换片', '--dir', 'twice'];
    await room.run(line);
    const before = readFileSync(room.at('twice', ITEM_FILE), 'utf8');
    expect(await room.run(line)).toMatchObject({ code: 0, stdout: expect.stringContaining('没有改动') });
    expect(readFileSync(room.at('twice', ITEM_FILE), 'utf8')).toBe(before);
  });
});

describe.concurrent('a work without one gets one', () => {
  it.each([
    ['in its folder', LESSON_2, `${LESSON_2}/item.yaml`],
    ['beside a flat group', '心理微课/05-心理疾病预防-戊医科大学', '心理微课/05-心理疾病预防-戊医科大学.item.yaml'],
  ])('%s', async (_, id, file) => {
    const folder = room.good(`new-${file.length}`);
    expect((await room.run(['exclude', id, '--reason', '换片', '--dir', folder])).code).toBe(0);
    expect(readFileSync(room.at(folder, file), 'utf8')).toBe('status: withdrawn\nreason: 换片\n');
    expect(await statusOf(folder, id)).toEqual([['withdrawn', '换片']]);
    const { findings } = await room.report([folder, ...AT]);
    expect(findings.filter(({ rule }) => rule !== 'topic/coverage').map(({ rule }) => rule)).toEqual(['quota/count']);
  });
});

describe('a work in the sheet', () => {
  const HEAD = ['序号', '类别', '题目', '学校', '备注', '状态', '撤下理由'];
  const OTHERS = [
    ['02', '心理微课', '睡眠调整', '甲大学', '电话已核对'],
    ['03', '心理微课', '人际交往与朋辈互助', '丙师范大学', '终稿 5 月 3 日'],
  ];

  async function cells(): Promise<unknown[][]> {
    const [first] = await readWorkbook(readFileSync(room.at('sheet', SHEET_NAME)));
    return first?.data ?? [];
  }

  it('there and back: the other cells stay, and no item file is made', async () => {
    room.good('sheet');
    const bold = HEAD.map((value) => ({ value, fontWeight: 'bold' as const }));
    room.write(await writeExcelFile([bold, ...OTHERS]).toBuffer(), 'sheet', SHEET_NAME);
    const before = await cells();
    const out = await room.run(['exclude', '心理微课/02', '--reason', '换片', '--dir', 'sheet']);
    expect(out).toMatchObject({ code: 0, stdout: expect.stringContaining(`记在 ${SHEET_NAME}`) });
    expect(existsSync(room.at('sheet', LESSON_2, 'item.yaml'))).toBe(false);
    expect(await statusOf('sheet', LESSON_2)).toEqual([['withdrawn', '换片']]);
    const [head, changed, other] = await cells();
    expect([head, other]).toEqual([before[0], before[2]]);
    expect(changed?.slice(0, 5)).toEqual(OTHERS[0]);
    expect((await room.run(['include', '心理微课/02', '--dir', 'sheet'])).code).toBe(0);
    expect(await statusOf('sheet', LESSON_2)).toEqual([['selected', null]]);
    expect((await cells())[1]?.slice(0, 5)).toEqual(OTHERS[0]);
  });
});

describe.concurrent('refused: exit 2', () => {
  beforeAll(() => void room.good('plain'));
  it.each([
    ['no such number', ['exclude', '心理微课/44', '--reason', 'x'], '找不到作品「心理微课/44」'],
    ['a near miss', ['include', '心理微课/04-生涯规化-丁职业技术学院'], `是不是：${LESSON_4}`],
    ['no reason, and nobody to ask', ['exclude', '心理微课/04'], '缺少选项 --reason'],
    ['a blank reason', ['exclude', '心理微课/04', '--reason', ' '], '缺少选项 --reason'],
    ['a path that leads out', ['include', '../plain/心理微课'], '找不到作品'],
  ])('%s', async (_, line, words) => {
    const { code, stdout, stderr } = await room.run([...line, '--dir', 'plain']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });
});
