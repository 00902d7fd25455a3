import { unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { FactsSummary } from '../../model/facts.ts';
import type { Report, ReportAsset } from '../../model/report.ts';
import { cellText } from '../../util/xlsx-text.ts';
import { HOSTILE_NAMES, hostileReport, reportOf } from '../machine/reports-for-tests.ts';
import type { PeopleOptions } from './options.ts';
import { ITEMS, optionsIn, overQuota, provinceReport, tooShort, workOf } from './reports-for-tests.ts';
import { renderWorkbook } from './workbook.ts';

const { EMOTION, GOOD, WITHDRAWN } = ITEMS;
const zh = optionsIn();

type Value = string | number | null;

/** The rows of each sheet, the first of them its header. */
async function read(report: Report, options: PeopleOptions = zh): Promise<Record<string, Value[][]>> {
  const sheets = await readWorkbook(Buffer.from(await renderWorkbook(report, options)));
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data as Value[][]]));
}

/** A table as objects by header; empty cells are left out. */
function records([header = [], ...rows]: Value[][] = []): Record<string, Value>[] {
  return rows.map((row) =>
    Object.fromEntries(
      header.flatMap((name, column) => ((row[column] ?? null) === null ? [] : [[String(name), row[column] ?? null]])),
    ),
  );
}

describe('问题', () => {
  it('has a row for each finding, what blocks first', async () => {
    const rows = records((await read(provinceReport())).问题);
    expect(rows.map((row) => [row.级别, row.影响报送, row.题目, row.规则编号])).toEqual([
      ['须整改', '是', '情绪管理', 'video/duration'],
      ['须整改', '是', '睡眠调整', 'subtitle/order'],
      ['须整改', '是', '人际交往', 'item/metadata'],
      ['须整改', '是', undefined, 'quota/count'],
      ['提醒', '否', '睡眠调整', 'video/no-audio'],
      ['须整改', '否', '备用', 'video/duration'],
      ['提醒', '否', '生涯规划', 'video/rotated'],
      ['提示', '否', '情绪管理', 'video/faststart'],
      ['已豁免', '否', '睡眠调整', 'video/size'],
    ]);
    expect(rows[0]).toEqual({
      ...{
        级别: '须整改',
        影响报送: '是',
        类别: '心理微课',
        编号: '01',
        题目: '情绪管理',
        学校: '甲大学',
        状态: '入选',
      },
      ...{ 文件: '心理微课/01-情绪管理/微课.mp4', 问题: '时长 14:42，要求 15:00-20:00（来函：建议）' },
      ...{ 要求: '15:00-20:00', 测得: '14:42', 办法: '请补录。', 条款: '来函「建议微课视频时长15-20分钟」（建议）' },
      ...{ 规则: '时长', 规则编号: 'video/duration' },
    });
    expect(rows[3]).toMatchObject({ 类别: '心理微课', 问题: '缺 1 门' });
    expect(rows[8]).toMatchObject({ 豁免理由: '嘉宾讲座' });
  });

  it('lists the places of a fault that is found in many', async () => {
    const [, order] = records((await read(provinceReport())).问题);
    expect(order?.位置).toMatch(/^第 2 行、第 12 行、.*、第 192 行等 23 处$/);
  });

  it('says where two files are at odds, and which stream', async () => {
    const place = { item: EMOTION.id, category: 'lesson', path: '一.mp4', other: '二.mp4', track: 2, timeMs: 65_000 };
    const [row] = records((await read(reportOf([tooShort(EMOTION, { place })], { items: [EMOTION] }))).问题);
    expect(row?.位置).toBe('视频里的第 2 路\n01:05\n对照「二.mp4」');
  });
});

describe('作品', () => {
  const video: FactsSummary = {
    ...{ kind: 'video', container: 'mp4', sizeBytes: 1_048_576, durationMs: 928_000, faststart: true },
    ...{ truncated: false, missingBytes: null, audio: [], subtitles: [], readings: [], origins: {} },
    extra: { videoStreams: 1, audioStreams: 1, dataStreams: 0, attachedPictures: 0 },
    video: {
      ...{ codec: 'h264', profile: null, level: null, width: 1440, height: 1080, displayWidth: 1920 },
      ...{ displayHeight: 1080, rotation: 0, sampleAspectRatio: '4:3', frameRate: 25, frameRateMode: 'constant' },
      ...{ scan: 'progressive', pixelFormat: 'yuv420p', bitDepth: 8, bitRate: null, durationMs: 928_000 },
    },
  };
  const subtitle: FactsSummary = {
    ...{ kind: 'subtitle', format: 'srt', encoding: 'utf-8', hadBom: false, languages: ['zh'], cueCount: 199 },
    ...{ firstMs: 0, lastMs: 900_000, coveredMs: 700_000, spans: [] },
  };
  const intro: FactsSummary = {
    ...{ kind: 'document', format: 'docx', characters: 300, wordCount: 254, pages: null, firstLine: '本课' },
  };
  const assetOf = (name: string, facts: FactsSummary | null, change: Partial<ReportAsset> = {}): ReportAsset => ({
    ...{ slot: name, kind: facts?.kind ?? 'video', path: `${EMOTION.id}/${name}`, sizeBytes: 1000, source: 'file' },
    ...{ facts, failure: null, ...change },
  });

  async function worksOf(report: Report): Promise<Record<string, Value>[]> {
    return records((await read(report)).作品);
  }

  it('tells what was measured, numbers as numbers', async () => {
    const assets = [assetOf('微课.mp4', video), assetOf('字幕.srt', subtitle), assetOf('简介.docx', intro)];
    const item = { ...EMOTION, assets };
    const [row] = await worksOf(
      reportOf([], {
        items: [item],
        verdicts: [
          { rule: 'subtitle/coverage', subject: `${EMOTION.id}/字幕.srt`, outcome: 'pass', actual: '87 %' },
          { rule: 'video/codec', subject: `${EMOTION.id}/微课.mp4`, outcome: 'skipped' },
          { rule: 'document/short', subject: `${EMOTION.id}#intro`, outcome: 'skipped' },
          { rule: 'subtitle/order', subject: `${EMOTION.id}/微课.mp4#2`, outcome: 'skipped' },
          { rule: 'video/codec', subject: '别的.mp4', outcome: 'skipped' },
        ],
      }),
    );
    expect(row).toEqual({
      ...{ 类别: '心理微课', 编号: '01', 题目: '情绪管理', 学校: '甲大学', 状态: '入选', 结论: '合格' },
      ...{ 须整改: 0, 提醒: 0, 提示: 0, 豁免: 0, 未检查: 3, 时长: '15:28', 分辨率: '1920x1080', 编码: 'h264' },
      ...{ 视频大小: '1 MiB', 字幕: 'srt', 字幕条数: 199, 有字幕的时间: '87 %', 文字材料字数: 254, 文件数: 3 },
      '总大小（字节）': 3000,
    });
  });

  it('tells of several, of what is only declared, of what could not be read', async () => {
    const failure = { reason: 'damaged', detail: null } as const;
    const assets = [
      assetOf('微课.mp4', null, { failure }),
      assetOf('一.srt', subtitle),
      assetOf('二.srt', { ...subtitle, cueCount: 12, format: 'vtt' }),
      assetOf('字幕', null, { source: 'declared' }),
      assetOf('简介.docx', intro),
      assetOf('作品信息.xlsx', { ...intro, wordCount: 90 }, { source: 'text' }),
      assetOf('多余.docx', intro, { slot: null }),
    ];
    const [row] = await worksOf(reportOf([], { items: [{ ...EMOTION, assets }] }));
    expect(row).toMatchObject({
      字幕: 'srt\nvtt\n压制在画面里（申报，未检查）',
      字幕条数: '199\n12',
      文字材料字数: '简介.docx 254 字\n简介（作品信息.xlsx） 90 字',
      备注: '读不出：微课.mp4',
      文件数: 5,
    });
    expect(Object.keys(row ?? {})).not.toContain('时长');
  });

  it.each([
    ['合格', EMOTION, [], undefined],
    ['须整改', EMOTION, [tooShort(EMOTION)], undefined],
    ['合格', EMOTION, [tooShort(EMOTION, { severity: 'warning', blocking: false })], undefined],
    ['合格（有豁免）', EMOTION, [tooShort(EMOTION, { blocking: false, waived: { reason: '嘉宾' } })], '豁免理由：嘉宾'],
    ['须整改', ITEMS.SPARE, [tooShort(ITEMS.SPARE, { blocking: false })], undefined],
    ['撤下，没有检查', WITHDRAWN, [], '撤下理由：重复'],
  ])('says %s', async (verdict, item, findings, note) => {
    const [row] = await worksOf(reportOf(findings, { items: [item] }));
    expect([row?.结论, row?.备注]).toEqual([verdict, note]);
  });
});

describe('学校×类别', () => {
  it('counts what came, what holds and what is to be mended, and says what', async () => {
    const sheet = (await read(provinceReport()))['学校×类别'] ?? [];
    expect(sheet.slice(0, 7).map((row) => row.slice(0, 9))).toEqual([
      [null, '心理微课', null, null, '合计', null, null, null, null],
      ['学校', '收到', '合格', '须整改', '收到', '合格', '须整改', '候选', '还要改什么'],
      ['丙大学', 1, 1, null, 1, 1, 0, 0, null],
      ['乙学院', 1, null, 1, 1, 0, 1, 1, '心理微课 02《睡眠调整》：字幕没有按时间排'],
      ['甲大学', 1, null, 1, 1, 0, 1, 0, '心理微课 01《情绪管理》：时长'],
      ['（没有写明学校）', 1, null, 1, 1, 0, 1, 0, '心理微课 05《人际交往》：作品信息不全或不一致'],
      ['合计', 4, 1, 3, 4, 1, 3, 1, null],
    ]);
  });

  it('has the quotas below, and what was checked', async () => {
    const sheet = (await read(provinceReport({ partial: true })))['学校×类别'] ?? [];
    expect(sheet.slice(7).map((row) => row.filter((value) => value !== null))).toEqual([
      [],
      ['各类别名额'],
      ['类别', '要求', '收到', '合格', '豁免', '候选', '缺', '多', '说明'],
      ['心理微课', '5-10 门', 5, 5, 0, 0, 0, 0, '已达标'],
      [],
      ['浙江省 2027 年首批  检查于 06-09 22:58（北京时间）'],
      ['结论：4 处须整改，另有 2 条提醒（不影响报送）'],
      ['只检查了一部分：名额、截止时间等整批的要求没有检查'],
      ['由 sizheng 1.2.0 按规范 moe-2022 检查'],
    ]);
  });

  it('tells an institution of its own quota', async () => {
    const over = overQuota('丙大学');
    const sheet = (await read(reportOf([over], { items: [GOOD] })))['学校×类别'] ?? [];
    expect(sheet[2]?.[8]).toBe('丙大学：多 1 门');
  });

  it('knows the categories of a part by its works', async () => {
    const sheet = (await read(reportOf([], { items: [GOOD], ledger: [], partial: true })))['学校×类别'] ?? [];
    expect(sheet[0]?.[1]).toBe('心理微课');
    expect(sheet.flat()).not.toContain('各类别名额');
  });
});

it('without works and findings says so', async () => {
  const sheets = await read(reportOf([], { items: [] }));
  expect(sheets.问题?.[1]?.[0]).toBe('没有发现问题');
  expect(sheets.作品?.[1]?.[0]).toBe('没有作品');
  expect(sheets['学校×类别']?.[2]?.slice(0, 8)).toEqual(['合计', null, null, null, 0, 0, 0, 0]);
});

it('speaks English', async () => {
  const sheets = await read(provinceReport(), optionsIn('en'));
  expect(Object.keys(sheets)).toEqual(['Problems', 'Works', 'Institutions']);
  expect(records(sheets.Problems)[0]).toMatchObject({ Severity: 'must fix', Blocking: 'yes', Rule: 'Duration' });
});

it('keeps the headers in view and filters the rows below them', async () => {
  const parts = unzipSync(await renderWorkbook(provinceReport(), zh));
  const sheets = [1, 2, 3].map((number) => new TextDecoder().decode(parts[`xl/worksheets/sheet${number}.xml`]));
  expect(sheets.map((xml) => /<autoFilter ref="([^"]*)"/.exec(xml)?.[1])).toEqual(['A1:Q10', 'A1:V7', 'A2:I6']);
  expect(sheets.map((xml) => /<pane ySplit="(\d)"/.exec(xml)?.[1])).toEqual(['1', '1', '2']);
});

describe('hostile names', () => {
  it('are texts, as they are or made visible', async () => {
    const names = [...HOSTILE_NAMES, '=1+1', '+86', '-1', '@SUM(A1)', '01', 'constructor'];
    const works = names.map((name) => workOf('01-课', name, { title: name }));
    const rows = records((await read(reportOf([], { items: works }))).作品);
    expect(rows.map(({ 题目: title }) => title)).toEqual(names.map((name) => cellText(name).trim()));
    expect(rows.map(({ 学校: institution }) => institution)).toEqual(names.map((name) => cellText(name).trim()));
  });

  it('make no formula, and a row for each finding', async () => {
    const parts = unzipSync(await renderWorkbook(hostileReport(), zh));
    const xml = [1, 2, 3].map((number) => new TextDecoder().decode(parts[`xl/worksheets/sheet${number}.xml`])).join('');
    expect(xml).not.toContain('<f');
    expect(records((await read(hostileReport())).问题)).toHaveLength(6 * HOSTILE_NAMES.length);
  });
});

it('has the same bytes twice', async () => {
  expect(await renderWorkbook(hostileReport(), zh)).toEqual(await renderWorkbook(hostileReport(), zh));
});
