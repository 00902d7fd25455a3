import { describe, expect, it } from 'vitest';
import type { Finding, Report } from '../../model/report.ts';
import { findingOf, HOSTILE_NAMES, hostileReport, reportOf } from '../machine/reports-for-tests.ts';
import { renderNotice } from './notice.ts';
import {
  DEADLINE,
  ITEMS,
  manySpots,
  optionsIn,
  overQuota,
  provinceReport,
  tooShort,
  workOf,
} from './reports-for-tests.ts';

const { EMOTION, SLEEP, SPARE, NAMELESS } = ITEMS;
const zh = optionsIn();

function lines(report: Report): string[] {
  return renderNotice(report, zh).split('\n');
}

function oneOf(findings: readonly Finding[], change: Partial<Report> = {}): Report {
  return reportOf(findings, { items: [EMOTION, SLEEP], deadline: DEADLINE, ...change });
}

const TIME =
  '时间：全省须在 2027-06-09 24:00 前报出（来函「6月10日之前」，稳妥按前一天 24:00，最迟 2027-06-10 24:00）。请尽早发来，留出复核的时间。';

it('is a text for each institution that has something to mend, to be copied by itself', () => {
  expect(
    renderNotice(provinceReport(), zh),
  ).toBe(`退回通知 3 份：3 件作品，共 3 处须整改。每份在两条横线之间，可整段复制到 QQ 或邮件
依次发给：乙学院、甲大学
最后一份的作品没有写明学校，请先查明是谁的
要学校哪天重报，请自己补上：程序只知道报送的截止时间
另有 1 处须整改不属于哪所学校（名额、未归类的文件等），没有写进通知
豁免 1 条（随报送材料一起上报，上级可见）：
  心理微课 02《睡眠调整》 乙学院 文件大小，理由「嘉宾讲座」
========================================
【退回通知】乙学院
来函，浙江省 2027 年首批
检查了 2 件作品，1 件须整改，共 1 处。请按下面的办法改好，重新发来。

须整改：
心理微课 02《睡眠调整》
1. 「心理微课/02-睡眠调整/字幕.srt」有 23 条字幕不在时间的次序里：第 2 行、第 12 行、第 22 行等
位置：${manySpots(20)
    .map(({ line }) => `第 ${line} 行`)
    .join('、')}等 23 处
依据：来函「建议微课视频时长15-20分钟」（建议）
办法：请重排。

另请留意（不影响报送）：
心理微课 02《睡眠调整》
2. 微课.mp4：视频没有音轨
依据：来函「建议微课视频时长15-20分钟」（建议）
办法：请补录。
心理微课 03《备用》（候选）
3. 微课.mp4：时长 14:42，要求 15:00-20:00（来函：建议）
依据：来函「建议微课视频时长15-20分钟」（建议）
办法：请补录。

${TIME}
========================================
【退回通知】甲大学
来函，浙江省 2027 年首批
检查了 1 件作品，1 件须整改，共 1 处。请按下面的办法改好，重新发来。

须整改：
心理微课 01《情绪管理》
1. 微课.mp4：时长 14:42，要求 15:00-20:00（来函：建议）
依据：来函「建议微课视频时长15-20分钟」（建议）
办法：请补录。

${TIME}
========================================
【退回通知】（没有写明学校）
来函，浙江省 2027 年首批
检查了 1 件作品，1 件须整改，共 1 处。请按下面的办法改好，重新发来。

须整改：
心理微课 05《人际交往》
1. 没有写明学校（单位）
办法：请改名。

${TIME}
========================================
`);
});

it('tells once how findings of one work are mended in one way', () => {
  const [first, second] = ['太短', '太小'].map((message) => tooShort(EMOTION, { message, fix: '请换片。' }));
  const told = lines(oneOf([first, second, tooShort(EMOTION, { message: '太慢' })] as Finding[]));
  const basis = '依据：来函「建议微课视频时长15-20分钟」（建议）';
  expect(told.slice(told.indexOf('须整改：') + 2, told.indexOf(TIME) - 1)).toEqual([
    ...['1. 微课.mp4：太短', basis, '2. 微课.mp4：太小', basis, '以上 2 处的办法：请换片。'],
    ...['3. 微课.mp4：太慢', basis, '办法：请补录。'],
  ]);
});

describe('one line, where nobody has to be told', () => {
  const warning = tooShort(EMOTION, { severity: 'warning', blocking: false });
  it.each<[string, Report, string]>([
    ['nothing was found', oneOf([]), '没有要退回的作品，不用通知任何人'],
    ['warnings alone', oneOf([warning]), '没有要退回的作品，不用通知任何人'],
    ['notes alone', oneOf([{ ...warning, severity: 'info' }]), '没有要退回的作品，不用通知任何人'],
    [
      'waived',
      oneOf([tooShort(EMOTION, { blocking: false, waived: { reason: '嘉宾\u202E' } })]),
      `没有要退回的作品，不用通知任何人
豁免 1 条（随报送材料一起上报，上级可见）：
  心理微课 01《情绪管理》 甲大学 时长，理由「嘉宾\\u{202E}」`,
    ],
    [
      'of a candidate',
      oneOf([tooShort(SPARE, { blocking: false })], { items: [SPARE] }),
      '没有要退回的作品，不用通知任何人',
    ],
    ['a part was checked', oneOf([], { partial: true }), '检查的这部分没有要退回的作品，不用通知任何人'],
    [
      'no work at all',
      reportOf([findingOf({ rule: 'submission/empty', place: {} })], { items: [] }),
      '没有要退回的作品，不用通知任何人；另有 1 处须整改不属于哪所学校（名额、未归类的文件等）',
    ],
    [
      'an institution that passes',
      oneOf([warning], { scope: 'institution', institution: '甲大学' }),
      '没有要退回的作品，不用通知任何人',
    ],
  ])('%s', (_, report, expected) => {
    expect(renderNotice(report, zh)).toBe(`${expected}\n`);
  });
});

describe('time', () => {
  const own = { ...DEADLINE, source: '省教育厅通知' };
  it.each<[string, Partial<Report>, string | null]>([
    ['open', {}, TIME],
    [
      'past the prudent moment',
      { at: '2027-06-09T16:00:00.000Z' },
      '时间：全省稳妥的报送时间 2027-06-09 24:00 已过（来函「6月10日之前」），最迟 2027-06-10 24:00。请马上改好发来。',
    ],
    [
      'past the last',
      { at: '2027-06-10T16:00:00.000Z' },
      '时间：最迟的报送时间 2027-06-10 24:00 已过（来函「6月10日之前」）。改好后能否补报，请先联系确认。',
    ],
    [
      'a date of its own',
      { deadline: own, scope: 'institution' },
      '时间：本校须在 2027-06-09 24:00 前报出（省教育厅通知「6月10日之前」，稳妥按前一天 24:00，最迟 2027-06-10 24:00）。请尽早发来，留出复核的时间。',
    ],
    [
      'a date that nobody is named for',
      { deadline: { ...own, source: 'sizheng.yaml' } },
      TIME.replace('来函「6月', '「6月'),
    ],
    [
      'a regular batch',
      { deadline: null, batch: 'regular' },
      '时间：常态化报送，没有截止时间，改好后随时可以重新发来。',
    ],
    ['nobody said', { deadline: null }, null],
  ])('%s', (_, change, expected) => {
    const found = lines(oneOf([tooShort(EMOTION)], change)).filter((line) => line.startsWith('时间'));
    expect(found).toEqual(expected === null ? [] : [expected]);
  });
});

it('of one institution is that one block, with all that it can mend', () => {
  const findings = [
    tooShort(EMOTION),
    tooShort(SLEEP),
    findingOf({
      rule: 'file/stray',
      severity: 'warning',
      blocking: false,
      place: { path: '随手记.txt' },
      message: '多',
    }),
    findingOf({ rule: 'file/open-in-office', severity: 'warning', blocking: false, message: '正在编辑' }),
    findingOf({ rule: 'deadline/passed', place: {}, message: '已过' }),
    findingOf({ rule: 'waiver/unused', severity: 'warning', blocking: false, place: {}, message: '没有用上' }),
    tooShort(SLEEP, { rule: 'video/size', blocking: false, waived: { reason: '嘉宾讲座' } }),
  ];
  const text = renderNotice(oneOf(findings, { scope: 'institution', institution: '丁大学' }), zh);
  expect(text).toMatch(/^【退回通知】丁大学\n来函，丁大学 2027 年首批\n检查了 2 件作品，2 件须整改，共 2 处。/);
  expect(text.match(/^\d+\. .*/gm)).toEqual([
    '1. 微课.mp4：时长 14:42，要求 15:00-20:00（来函：建议）',
    '2. 微课.mp4：时长 14:42，要求 15:00-20:00（来函：建议）',
    '3. 正在编辑',
    '4. 多',
  ]);
  expect(text).not.toMatch(/={10}|已过|没有用上/);
  expect(text).toMatch(/。\n\n豁免 1 条（[^\n]*\n {2}心理微课 02《睡眠调整》 乙学院 文件大小，理由「嘉宾讲座」\n$/);
});

describe('an institution is told', () => {
  it('of its own quota', () => {
    const over = overQuota('乙学院');
    expect(lines(oneOf([over]))).toEqual(expect.arrayContaining(['【退回通知】乙学院', '心理微课']));
    expect(lines(oneOf([over]))[0]).toMatch(/^退回通知 1 份：共 1 处须整改。/);
    expect(lines(oneOf([over]))).toContain('检查了 1 件作品，有 1 处须整改。请按下面的办法改好，重新发来。');
  });

  it('nothing of the computer that the check was made on', () => {
    const open = tooShort(EMOTION, {
      rule: 'file/open-in-office',
      severity: 'warning',
      blocking: false,
      message: '正在编辑',
    });
    expect(renderNotice(oneOf([tooShort(EMOTION), open]), zh)).not.toContain('正在编辑');
  });

  it('no clause that the spec does not have', () => {
    expect(renderNotice(oneOf([tooShort(EMOTION, { clause: 'gone' })]), zh)).not.toContain('依据');
  });
});

it('says that only a part was checked, and asks for no names where there are none', () => {
  const text = renderNotice(oneOf([tooShort(NAMELESS)], { items: [NAMELESS], partial: true }), zh);
  expect(text.split('\n').slice(0, 5)).toEqual([
    '退回通知 1 份：1 件作品，共 1 处须整改。每份在两条横线之间，可整段复制到 QQ 或邮件',
    '最后一份的作品没有写明学校，请先查明是谁的',
    '要学校哪天重报，请自己补上：程序只知道报送的截止时间',
    '只检查了一部分：名额、截止时间等整批的要求没有检查',
    '========================================',
  ]);
});

it('speaks English', () => {
  const text = renderNotice(provinceReport(), optionsIn('en'));
  expect(text).toContain('3 notices: 3 works, 3 problems to mend.');
  expect(text).toContain(
    '[Returned] 甲大学\n来函, 浙江省, 2027 first batch\n1 work checked, 1 to be mended: 1 problem that',
  );
  expect(text).toContain('Basis: letter: "建议微课视频时长15-20分钟" (should)');
  expect(text).toContain('Time: the province has to submit by 2027-06-09 24:00 (letter: before 06-10; prudently');
});

describe('hostile names', () => {
  const text = renderNotice(hostileReport(), zh);

  it('stay on their lines, and in sight', () => {
    expect(text).not.toMatch(/[^\n\P{Cc}]|[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]|\p{Surrogate}/u);
    expect(text.match(/^=+$/gm)).toHaveLength(HOSTILE_NAMES.length + 1);
    expect(text.match(/^【退回通知】/gm)).toHaveLength(HOSTILE_NAMES.length);
  });

  it('cannot begin a notice of their own', () => {
    const name = `甲\n${'='.repeat(40)}\n【退回通知】乙`;
    const forged = renderNotice(oneOf([tooShort(workOf('01-x', name))], { items: [workOf('01-x', name)] }), zh);
    expect(forged.match(/^=+$/gm)).toHaveLength(2);
    expect(forged.match(/^【退回通知】/gm)).toHaveLength(1);
  });
});

it('is the same text twice', () => {
  expect(renderNotice(hostileReport(), zh)).toBe(renderNotice(hostileReport(), zh));
});
