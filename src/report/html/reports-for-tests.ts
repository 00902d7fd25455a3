/** Builders for tests: a report in which everything that the page tells of is there once, in words that can be chosen. */
import type { Language } from '../../i18n/catalogue.ts';
import { messagesIn } from '../../i18n/messages-for-tests.ts';
import type { FactsSummary, VideoSummary } from '../../model/facts.ts';
import type { Frame } from '../../model/frame.ts';
import type { LedgerRow } from '../../model/ledger.ts';
import type { PlannedAsset } from '../../model/pack-plan.ts';
import {
  type Finding,
  REPORT_SCHEMA,
  type Report,
  type ReportAsset,
  type ReportCategory,
  type ReportItem,
  type Verdict,
} from '../../model/report.ts';
import type { RuleId } from '../../model/rule-params.ts';
import type { SubtitleSummary } from '../../model/subtitle-facts.ts';
import { loadSpec } from '../../spec/load.ts';
import type { HtmlOptions, PackedPage } from './options.ts';
import { renderHtml } from './page.ts';

const SPEC = await loadSpec('moe-2022', { from: '/', language: 'en', rules: async () => [] });

/** What stands for a stranger's words. */
export type Say = (text: string) => string;
const asItIs: Say = (text) => text;

export const LESSON = '心理微课/01-情绪管理';
export const VIDEO = `${LESSON}/微课.mp4`;
export const SUBTITLE = `${LESSON}/字幕.srt`;
const RESERVE = '心理微课/02-睡眠调整';
const CASE = '活动典型案例/03-寝室文化建设';
const GONE = '活动典型案例/04-撤下';

/** A pixel. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

export function frameAt(timeMs: number, dataUri = PIXEL): Frame {
  return { timeMs, dataUri, width: 320, height: 180 };
}

/** The selected works of a report as a package holds them: under a folder of their own, named as the workspace has them. */
export function packedOf({ items }: Report, change: Partial<PackedPage> = {}): PackedPage {
  const works = items.filter(({ status }) => status === 'selected');
  return {
    ...{ layout: 'bag', draft: false, assets: [] },
    items: works.map((item, index) => ({
      ...{ id: item.id, category: item.category, categoryName: '', title: item.title, institution: item.institution },
      ...{ number: `0${index + 1}`, people: [], topic: null, intro: null, subtitles: null, folder: `data/${item.id}` },
      assets: item.assets.map(({ slot, path }) => plannedAsset(slot ?? '', `data/${path}`, path)),
    })),
    ...change,
  };
}

export function plannedAsset(slot: string, path: string, originalPath: string | null): PlannedAsset {
  return { slot, slotName: slot, kind: null, path, originalPath, sizeBytes: 14_000, facts: null };
}

export function optionsOf(language: Language = 'zh-CN', change: Partial<HtmlOptions> = {}): HtmlOptions {
  const { rules, report: screen, html } = messagesIn(language);
  return {
    ...{ language, words: html, screen, rules, framesMissing: null, packed: null, target: null },
    frames: new Map([[VIDEO, [frameAt(60_000), frameAt(600_000)]]]),
    ...change,
  };
}

/** As it lies in a package. */
export function inPackage(report: Report, packed: Partial<PackedPage> = {}, language: Language = 'zh-CN'): string {
  const there = { packed: packedOf(report, packed), target: undefined, frames: new Map() };
  return renderHtml(report, optionsOf(language, there));
}

/** Which of the words are not there: a page is too long to be printed where a test fails. */
export function missing(text: string, ...words: readonly string[]): string[] {
  return words.filter((word) => !text.includes(word));
}

function videoFacts(durationMs: number): VideoSummary {
  return {
    ...{ kind: 'video', container: 'mp4', sizeBytes: 71_425, durationMs, faststart: true, truncated: false },
    ...{ missingBytes: null, video: null, audio: [], subtitles: [], readings: [], origins: {} },
    extra: { videoStreams: 0, audioStreams: 0, dataStreams: 0, attachedPictures: 0 },
  };
}

export const SUBTITLE_FACTS: SubtitleSummary = {
  ...{ kind: 'subtitle', format: 'srt', encoding: 'utf-8', hadBom: false, languages: ['zh'], cueCount: 206 },
  ...{ firstMs: 2_000, lastMs: 1_250_000, coveredMs: 900_000 },
  spans: [
    [2_000, 400_000],
    [700_000, 1_250_000],
  ],
};

export function assetOf(
  slot: string | null,
  path: string,
  facts: FactsSummary | null,
  change: Partial<ReportAsset> = {},
): ReportAsset {
  const kind = facts?.kind ?? null;
  return { slot, kind, path, sizeBytes: 14_000, source: 'file', facts, failure: null, ...change };
}

function documentFacts(firstLine: string): FactsSummary {
  return { kind: 'document', format: 'docx', characters: 254, wordCount: 254, pages: 2, firstLine };
}

export function itemOf(id: string, title: string, change: Partial<ReportItem> = {}): ReportItem {
  return { id, category: 'lesson', title, institution: null, status: 'selected', reason: null, assets: [], ...change };
}

export function findingOf<Id extends RuleId>(rule: Id, change: Partial<Finding<Id>>): Finding {
  const finding = { rule, severity: 'error', place: {}, params: {}, message: rule, fix: '改', blocking: false };
  return { ...finding, ...change } as unknown as Finding;
}

export function rowOf(change: Partial<LedgerRow>): LedgerRow {
  return {
    ...{ category: 'lesson', name: '心理微课', unit: '门', min: 5, max: 10, found: 1, valid: 0 },
    ...{ waived: 0, candidates: 1, withdrawn: 0, missing: 4, excess: 0 },
    ...change,
  };
}

/** @param say applied to whatever comes from the people whose works these are, and to nothing else */
export function reportOf(change: Partial<Report> = {}, say: Say = asItIs): Report {
  return {
    schema: REPORT_SCHEMA,
    tool: { name: 'sizheng', version: '1.2.0' },
    ...{ timezone: 'Asia/Shanghai', at: '2027-06-05T02:00:00.000Z', atGiven: false, partial: false, strict: false },
    ...{ verdict: 'fail', exitCode: 1, scope: 'province', batch: 'first', year: 2027, checkedAs: null },
    readers: [{ name: 'ffprobe', version: '4.0.2' }],
    spec: { id: 'moe-2022', title: say('成果报送'), sha256: '5b'.repeat(32) },
    ...{ province: say('示范省'), institution: null },
    deadline: { prudent: '2027-06-09T16:00:00.000Z', latest: '2027-06-10T16:00:00.000Z', source: say('省里的通知') },
    ledger: [rowOf({}), rowOf({ category: 'case', name: '活动典型案例', unit: '个', valid: 1, withdrawn: 1 })],
    clauses: SPEC.clauses,
    categories: SPEC.categories
      .filter(({ id }) => ['lesson', 'case'].includes(id))
      .map(({ id, name, unit, slots }) => ({ id, name, unit, slots, topics: id === 'lesson' ? topicsOf(say) : [] })),
    items: itemsOf(say),
    findings: findingsOf(say),
    verdicts: verdictsOf(say),
    attestations: [
      { id: 'original', text: say('作品为原创'), by: say('王老师') },
      { id: 'consent', text: '当事人已经同意', by: null },
    ],
    ...change,
  } as Report;
}

function topicsOf(say: Say): ReportCategory['topics'] {
  return [
    { topic: '情绪管理', items: [say(LESSON)] },
    { topic: '睡眠调整', items: [] },
  ];
}

function itemsOf(say: Say): ReportItem[] {
  const intro = assetOf('intro', say(`${LESSON}/简介.docx`), documentFacts(say('情绪是身体送来的一封信')));
  const failure = { reason: 'damaged', detail: say('no moov') } as const;
  return [
    itemOf(say(LESSON), say('情绪管理'), {
      institution: say('甲大学'),
      assets: [
        assetOf('video', say(VIDEO), videoFacts(1_200_000)),
        assetOf('subtitle', say(SUBTITLE), SUBTITLE_FACTS),
        intro,
        assetOf(null, say(`${LESSON}/花絮.mp4`), null, { failure }),
      ],
    }),
    itemOf(say(RESERVE), say('睡眠调整'), {
      status: 'candidate',
      institution: say('乙大学'),
      assets: [assetOf('subtitle', say(`${RESERVE}/item.yaml`), null, { source: 'declared' })],
    }),
    itemOf(say(CASE), say('寝室文化建设'), { category: 'case' }),
    itemOf(say(GONE), say('撤下的案例'), { category: 'case', status: 'withdrawn', reason: say('主讲人不同意') }),
  ];
}

function findingsOf(say: Say): Finding[] {
  const lesson = { item: say(LESSON), category: 'lesson' };
  const spots = [2_000, 3_000, 700_000, 1_220_000].map((timeMs, index) => ({
    line: index + 1,
    timeMs,
    found: say('太长的一行'),
  }));
  const words = { message: say('查出的问题'), fix: say('改的办法') };
  const found: readonly Finding[] = [
    findingOf('video/duration', {
      ...{ place: { ...lesson, path: say(VIDEO) }, clause: 'video-duration', expected: '15:00-20:00', actual: '20:30' },
      ...{
        blocking: true,
        spare: { item: say('心理微课/01'), left: 5, unit: '门' },
        waiverSubject: say('心理微课/01'),
      },
    }),
    findingOf('subtitle/line-length', {
      severity: 'warning',
      place: { ...lesson, path: say(SUBTITLE), line: 1, timeMs: 2_000 },
      params: { path: say(SUBTITLE), spots } as never,
    }),
    findingOf('video/faststart', { severity: 'info', place: { ...lesson, path: say(VIDEO) } }),
    findingOf('video/resolution', {
      place: { ...lesson, path: say(VIDEO) },
      clause: 'video-resolution',
      waived: { reason: say('嘉宾讲座') },
    }),
    findingOf('item/missing-asset', { place: { item: say(RESERVE), category: 'lesson' }, clause: 'lesson-intro' }),
    findingOf('quota/count', { place: { category: 'lesson' }, clause: 'quota-lesson', blocking: true }),
    findingOf('file/stray', { severity: 'warning', place: { path: say('说明.bak') } }),
    findingOf('deadline/near', { severity: 'info' }),
  ];
  return found.map((finding) => ({ ...finding, ...words }));
}

function verdictsOf(say: Say): Verdict[] {
  const verdict = (
    rule: RuleId,
    subject: string,
    outcome: Verdict['outcome'],
    more: Partial<Verdict> = {},
  ): Verdict => ({
    ...{ rule, subject, outcome },
    ...more,
  });
  return [
    verdict('video/codec', say(VIDEO), 'pass', { actual: say('h264'), expected: 'h264', clause: 'video-format' }),
    verdict('video/duration', say(VIDEO), 'fail', { actual: say('20:30') }),
    verdict('video/resolution', say(VIDEO), 'fail', {
      actual: '1280x720',
      expected: '1920x1080',
      clause: 'video-resolution',
    }),
    verdict('video/faststart', say(VIDEO), 'fail'),
    verdict('video/no-audio', say(VIDEO), 'pass', { actual: say('1') }),
    verdict('video/rotated', say(VIDEO), 'pass'),
    verdict('video/bit-depth', say(VIDEO), 'not-applicable'),
    verdict('subtitle/coverage', say(SUBTITLE), 'skipped'),
    verdict('document/short', `${say(LESSON)}#intro`, 'pass', { actual: '254', expected: '>= 200' }),
    verdict('item/title', say(LESSON), 'pass'),
  ];
}
