/** Builders for tests: a province's report with several institutions, and what it is rendered with. */
import type { Language } from '../../i18n/catalogue.ts';
import { messagesIn } from '../../i18n/messages-for-tests.ts';
import type { Finding, Report, ReportItem } from '../../model/report.ts';
import type { Clause } from '../../model/spec.ts';
import { findingOf, itemOf, reportOf } from '../machine/reports-for-tests.ts';
import type { PeopleOptions } from './options.ts';

const CLAUSES: readonly Clause[] = [
  { id: 'video-duration', binding: 'should', text: '建议微课视频时长15-20分钟' },
  { id: 'lesson-subtitles', binding: 'must', text: '请配字幕' },
];

export function optionsIn(language: Language = 'zh-CN'): PeopleOptions {
  const { rules, report: screen, people } = messagesIn(language);
  return { rules, screen, people, clauses: CLAUSES };
}

/** The letter's own date, both ways to read it. */
export const DEADLINE = { prudent: '2027-06-09T16:00:00.000Z', latest: '2027-06-10T16:00:00.000Z', source: null };

/** `01-情绪管理` of 甲大学: the number and the title are the name's. */
export function workOf(
  name: string,
  institution: string | null = '甲大学',
  change: Partial<ReportItem> = {},
): ReportItem {
  const id = `心理微课/${name}`;
  const title = name.replace(/^\d+-/, '');
  return { ...itemOf(id, [`${id}/微课.mp4`, `${id}/字幕.srt`]), title, institution, ...change };
}

/** A video of the work is too short. */
export function tooShort({ id, institution }: ReportItem, change: Partial<Finding> = {}): Finding {
  return findingOf({
    ...(institution === null ? {} : { institution }),
    place: { item: id, category: 'lesson', path: `${id}/微课.mp4` },
    clause: 'video-duration',
    actual: '14:42',
    expected: '15:00-20:00',
    message: '时长 14:42，要求 15:00-20:00（来函：建议）',
    fix: '请补录。',
    ...(change as Partial<Finding<'video/duration'>>),
  });
}

const EMOTION = workOf('01-情绪管理');
const SLEEP = workOf('02-睡眠调整', '乙学院');
const SPARE = workOf('03-备用', '乙学院', { status: 'candidate' });
const GOOD = workOf('04-生涯规划', '丙大学');
const NAMELESS = workOf('05-人际交往', null);
const WITHDRAWN = workOf('06-撤下的', '丙大学', { status: 'withdrawn', reason: '重复' });

export const ITEMS = { EMOTION, SLEEP, SPARE, GOOD, NAMELESS, WITHDRAWN };

/** More works than an institution may send. */
export function overQuota(owner: string): Finding {
  return findingOf<'quota/institution'>({
    rule: 'quota/institution',
    place: { category: 'lesson' },
    params: { owner, per: 'institution', category: '心理微课', unit: '门', found: 3, min: null, max: 2, binding: null },
    message: `${owner}：多 1 门`,
  });
}

/** Lines 2, 12 and so on. */
export function manySpots(count: number): { line: number; found: string }[] {
  return Array.from({ length: count }, (_, index) => ({ line: index * 10 + 2, found: '1：00' }));
}

/** Everything at once: what blocks, warnings, notes, a waiver, a candidate, a work of nobody, a quota. */
export function provinceReport(change: Partial<Report> = {}): Report {
  const subtitle = `${SLEEP.id}/字幕.srt`;
  const findings = [
    tooShort(EMOTION),
    tooShort(EMOTION, { rule: 'video/faststart', severity: 'info', blocking: false, message: '慢' }),
    tooShort(SLEEP, {
      rule: 'subtitle/order',
      place: { item: SLEEP.id, category: 'lesson', path: subtitle, line: 2 },
      params: { path: subtitle, spots: manySpots(23) },
      message: `「${subtitle}」有 23 条字幕不在时间的次序里：第 2 行、第 12 行、第 22 行等`,
      fix: '请重排。',
    }),
    tooShort(SLEEP, { rule: 'video/no-audio', severity: 'warning', blocking: false, message: '视频没有音轨' }),
    tooShort(SLEEP, { rule: 'video/size', blocking: false, waived: { reason: '嘉宾讲座' } }),
    tooShort(SPARE, { blocking: false }),
    tooShort(GOOD, { rule: 'video/rotated', severity: 'warning', blocking: false, message: '转' }),
    findingOf({
      rule: 'item/metadata',
      place: { item: NAMELESS.id, category: 'lesson' },
      message: '没有写明学校（单位）',
      fix: '请改名。',
    }),
    findingOf({ rule: 'quota/count', place: { category: 'lesson' }, message: '缺 1 门', fix: '请再选 1 门。' }),
  ];
  return reportOf(findings, { items: Object.values(ITEMS), deadline: DEADLINE, ...change });
}
