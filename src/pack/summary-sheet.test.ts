import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BATCH, CASE, cellsOf, INTRO, LESSON, VIDEO } from './sheets-for-tests.ts';
import type { Summary } from './summary.ts';
import { makeSummary } from './summary-sheet.ts';

async function summary(change: Partial<Summary> = {}) {
  return cellsOf(await makeSummary({ ...BATCH, ...change }));
}

/** The only row of works. */
async function lesson(change: Partial<typeof LESSON> = {}) {
  return (await summary({ items: [{ ...LESSON, ...change }] })).心理微课?.[3] ?? [];
}

/** In the order of the tabs. */
async function footers(): Promise<(string | undefined)[]> {
  const parts = unzipSync(await makeSummary(BATCH));
  const sheets = [1, 2, 3].map((id) => new TextDecoder().decode(parts[`xl/worksheets/sheet${id}.xml`]));
  return sheets.map((xml) => /<oddFooter>(.*)<\/oddFooter>/.exec(xml)?.[1]);
}

const SIGNATURES = '填报人：________   联系电话：____________   日期：      年    月    日';

describe('a sheet to be stamped', () => {
  it('has a title, a line for the seal with the number of works, and a row a work', async () => {
    expect((await summary()).心理微课).toEqual([
      ['浙江省 2027 年首批 心理微课 报送汇总表', null, null, null, null, null, null, null],
      [
        ...['填报单位（盖章）：浙江省__________________', null, null],
        ...[`合计：1 门   ${SIGNATURES}`, null, null, null, null],
      ],
      ['序号', '题目', '学校（单位）', '主讲人', '主题', '时长', '简介', '备注'],
      [
        ...['01', '睡个好觉', '甲大学', '王老师、李老师', '睡眠调整', '17:02'],
        ...['三个入睡小方法。 适合晚自习后练习。', null],
      ],
    ]);
  });

  it.each([
    [{ province: null }, '________________________'],
    [{ scope: 'institution', institution: '甲大学' }, '甲大学__________________'],
    [{ province: '很'.repeat(13) }, '很'.repeat(13)],
  ] as const)('of %j leaves %s for the seal', async (change, unit) => {
    expect((await summary(change)).心理微课?.[1]?.[0]).toBe(`填报单位（盖章）：${unit}`);
  });

  it('numbers its pages, and not those that are not printed', async () => {
    expect(await footers()).toEqual([
      '&amp;C&amp;A 第 &amp;P 页',
      '&amp;C&amp;A 第 &amp;P 页',
      '&amp;C技术信息（不必打印）',
    ]);
  });

  it('has no duration and no lecturer where there is no video', async () => {
    expect((await summary()).活动典型案例?.slice(2)).toEqual([
      ['序号', '题目', '学校（单位）', '负责人', '主题', '简介', '备注'],
      ['01', '睡个好觉', '甲大学', null, null, null, null],
    ]);
  });

  it.each([
    [{ draft: true }, '浙江省 2027 年首批 心理微课 报送汇总表（草稿）'],
    [{ batch: 'regular' }, '浙江省 2027 年常态化 心理微课 报送汇总表'],
    [{ scope: 'institution', institution: '甲大学' }, '甲大学 2027 年首批 心理微课 报送汇总表'],
    [{ province: null }, '2027 年首批 心理微课 报送汇总表'],
  ] as const)('of %j is called %s', async (change, title) => {
    expect((await summary(change)).心理微课?.[0]?.[0]).toBe(title);
  });

  it('names the length of each video, and none that could not be measured', async () => {
    const unmeasured = { ...VIDEO, facts: null };
    expect((await lesson({ assets: [VIDEO, VIDEO, unmeasured] }))[5]).toBe('17:02\n17:02');
    expect((await lesson({ assets: [unmeasured] }))[5]).toBeNull();
  });

  it.each([
    ['too long for a row', '字'.repeat(2_000), `${'字'.repeat(269)}……（下略）`],
    ['of too many lines for a row', '行\n'.repeat(40).trim(), Array(40).fill('行').join(' ')],
    ['that fits', '字'.repeat(200), '字'.repeat(200)],
  ])('cuts a text %s where it can be seen', async (_, title, printed) => {
    expect((await lesson({ title }))[1]).toBe(printed);
  });

  it.each([
    ['a short intro as it is, on one line', '一。\n\n二。', LESSON.assets, '一。 二。'],
    ['120 characters', '字'.repeat(120), LESSON.assets, '字'.repeat(120)],
    ['the beginning of a longer one', '字'.repeat(121), LESSON.assets, `${'字'.repeat(119)}……（全文见包内简介）`],
    ['the same where no file holds the rest', '字'.repeat(121), [VIDEO], `${'字'.repeat(119)}……（下略）`],
    ['the file that holds it', null, [VIDEO, { ...INTRO, path: 'data/a/简介.docx' }], '见 简介.docx'],
    ['its files', null, [VIDEO, INTRO, { ...INTRO, slotName: '介绍', path: 'data/a/b.pdf' }], '见 简介.txt、b.pdf'],
    ['nothing where there is nothing', null, [VIDEO], null],
  ])('prints of an intro %s', async (_, intro, assets, printed) => {
    expect((await lesson({ intro, assets }))[6]).toBe(printed);
  });

  it('names the document of all intros where a work has none of its own', async () => {
    const among = { assets: [VIDEO], introIn: 'data/整批材料/简介汇总.docx' };
    expect((await lesson({ ...among, intro: null }))[6]).toBe('见 简介汇总.docx');
    expect((await lesson({ ...among, intro: '字'.repeat(121) }))[6]).toBe(`${'字'.repeat(119)}……（全文见包内简介）`);
    expect((await lesson({ ...among, intro: null, assets: [VIDEO, INTRO] }))[6]).toBe('见 简介.txt');
  });

  it('is one for each category that has works, in their order', async () => {
    expect(Object.keys(await summary())).toEqual(['心理微课', '活动典型案例', '技术信息']);
    expect(Object.keys(await summary({ items: [CASE, LESSON] }))).toEqual(['活动典型案例', '心理微课', '技术信息']);
    expect(Object.keys(await summary({ items: [] }))).toEqual(['技术信息']);
  });
});

describe('the technical sheet', () => {
  it('has a row a file, with what was measured of it', async () => {
    const { 技术信息: rows } = await summary();
    const key = ['心理微课', '01', '睡个好觉', '三个入睡小方法。 适合晚自习后练习。'];
    const texts = (category: string, slot: string, path: string) => [category, slot, path];
    expect(rows?.slice(0, 4)).toEqual([
      ['技术信息：供核对，不必打印。', ...Array(13).fill(null)],
      '类别 序号 题目 简介全文 材料 文件 时长 分辨率 格式 编码 大小（字节） 大小 SHA-256 原文件'.split(' '),
      [
        ...[...key, '视频', VIDEO.path, '17:02.4', '1920x1080', 'mp4', 'h264'],
        ...[734_003_200, '700 MiB', VIDEO.sha256, VIDEO.originalPath],
      ],
      [...key, '简介', INTRO.path, null, null, null, null, 64, '64 B', INTRO.sha256, null],
    ]);
    expect(rows?.slice(4).map((row) => [row[0], row[4], row[5]])).toEqual([
      texts('活动典型案例', '文稿', 'data/活动典型案例/01-睡个好觉-甲大学/案例.docx'),
      texts('整批材料', '报送函', 'data/整批材料/报送函.pdf'),
    ]);
  });

  it('says so where there are no digests yet', async () => {
    const { sha256: _, ...undigested } = VIDEO;
    const { 技术信息: rows } = await summary({ items: [{ ...LESSON, assets: [undigested] }], assets: [], draft: true });
    expect(rows?.[0]?.[0]).toBe('技术信息（草稿）：供核对，不必打印。校验码（SHA-256）在打包时计算。');
    expect(rows?.[2]?.[12]).toBeNull();
  });

  it('says how many files it leaves out', async () => {
    const { 技术信息: rows } = await summary({ items: [{ ...LESSON, assets: Array(2_001).fill(INTRO) }] });
    expect(rows).toHaveLength(2 + 2_000 + 1);
    expect(rows?.at(-1)?.[0]).toBe('另有 2 个文件没有列出；报送包里的 sizheng.json 列有全部文件。');
  });
});

it('gives the same bytes for the same works', async () => {
  expect(await makeSummary(BATCH)).toEqual(await makeSummary(structuredClone(BATCH)));
});
