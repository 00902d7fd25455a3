/** Who says what of a work, and what fills a slot without being a file. */
import { describe, expect, it } from 'vitest';
import type { FileFacts, VideoFacts } from '../model/facts.ts';
import { arrangePaths, loadLetterSpec } from './trees-for-tests.ts';

const spec = await loadLetterSpec();
const FOLDER = '心理微课/01-情绪管理-甲大学';
const VIDEO = `${FOLDER}/视频.mp4`;

/** What a reader says of a video, as far as it matters where files go. */
function videoFacts(subtitles: VideoFacts['subtitles']): FileFacts {
  const facts = { kind: 'video', subtitles } as Partial<VideoFacts> as VideoFacts;
  return { type: { kind: 'video', format: 'mp4' }, content: { ok: true, value: facts } };
}

function textFacts(kind: 'subtitle' | 'document', format: string): FileFacts {
  return { type: { kind, format }, content: null };
}

describe('fields', () => {
  it('item.yaml wins over the sheet, the sheet over the name, and the difference is said', () => {
    const [item] = arrangePaths(spec, [VIDEO], {
      itemFiles: { [`${FOLDER}/item.yaml`]: { title: '好情绪', people: ['张三'] } },
      rows: [
        { category: '心理微课', number: '1', title: '情绪管理', institution: '甲大学（南校区）', topic: '情绪管理' },
      ],
    }).items;
    expect(item).toMatchObject({
      title: '好情绪',
      institution: '甲大学（南校区）',
      people: ['张三'],
      topic: '情绪管理',
      sheetLine: 2,
      fields: { number: '1' },
    });
    expect(item?.conflicts).toEqual([
      { field: 'title', used: { source: 'item.yaml', value: '好情绪' }, other: { source: 'sheet', value: '情绪管理' } },
      { field: 'title', used: { source: 'item.yaml', value: '好情绪' }, other: { source: 'name', value: '情绪管理' } },
      {
        field: 'institution',
        used: { source: 'sheet', value: '甲大学（南校区）' },
        other: { source: 'name', value: '甲大学' },
      },
    ]);
  });

  it('is no difference: 01 and 1, other marks, other width, nothing said', () => {
    const rows = [{ number: '1', title: '《情绪 管理》', institution: '甲大学 ' }];
    expect(arrangePaths(spec, [VIDEO], { rows }).items[0]?.conflicts).toEqual([]);
  });

  it("of a flat group are read from the stem's item file, the institution from sizheng.yaml where nobody says it", () => {
    const [item] = arrangePaths(spec, ['心理微课/02-睡眠.mp4'], {
      config: { institution: '甲大学' },
      itemFiles: { '心理微课/02-睡眠.item.yaml': { status: 'withdrawn', reason: '超时' } },
    }).items;
    expect(item).toMatchObject({
      institution: '甲大学',
      status: 'withdrawn',
      fields: { reason: '超时' },
      folder: null,
      itemFile: '心理微课/02-睡眠.item.yaml',
    });
  });
});

describe('other sources', () => {
  it('text tracks of the video are subtitles', () => {
    const facts = new Map([[VIDEO, videoFacts([{ index: 2, codec: 'mov_text', language: 'zho', content: null }])]]);
    expect(arrangePaths(spec, [VIDEO], { facts }).items[0]?.assets[1]).toEqual({
      slot: 'subtitle',
      kind: 'subtitle',
      path: VIDEO,
      sizeBytes: 0,
      source: { type: 'track', index: 2 },
    });
  });

  it('an intro may stand in the sheet, and subtitles may be declared part of the picture', () => {
    const rows = [{ title: '情绪管理', intro: '三个 方法。', subtitles: 'burned-in' as const }];
    const [, ...others] = arrangePaths(spec, [VIDEO], { rows }).items[0]?.assets ?? [];
    expect(others.map(({ slot, path, source }) => ({ slot, path, source }))).toEqual([
      { slot: 'subtitle', path: '作品信息.xlsx', source: { type: 'declared', from: 'sheet' } },
      { slot: 'intro', path: '作品信息.xlsx', source: { type: 'text', from: 'sheet', characters: 5 } },
    ]);
  });
});

describe('slots', () => {
  const slotsOf = (names: readonly string[], facts: ReadonlyMap<string, FileFacts> = new Map()) =>
    Object.fromEntries(
      arrangePaths(
        spec,
        names.map((name) => `${FOLDER}/${name}`),
        { facts },
      ).items[0]?.assets.map(({ slot, path }) => [path.slice(FOLDER.length + 1), slot]) ?? [],
    );

  it.each<[string, Record<string, string | null>]>([
    ['a document for nothing else is the intro', { 'a.mp4': 'video', 'a.docx': 'intro' }],
    ['a named intro leaves other texts over', { '简介.docx': 'intro', '逐字稿.docx': null, '课件.pdf': 'slides' }],
    ['two texts, neither named', { 'a.docx': 'intro', 'b.docx': 'intro' }],
    ['subtitles in Word are no intro', { '字幕.docx': null, 'a.mp4': 'video' }],
    ['slides in Word are no intro', { '课件.docx': null, 'b.docx': 'intro' }],
    ['a folder says what the name does not', { '字幕/a.txt': 'subtitle', '简介/a.txt': 'intro' }],
    ['a folder does not make a text a video', { '视频/a.mp4': 'video', '视频/a.srt': 'subtitle' }],
    ['a film about introductions', { '自我介绍.mp4': 'video', '自我介绍.srt': 'subtitle', '自我介绍.docx': 'intro' }],
    ['formats that nobody asked for', { 'a.gif': null, 'a.mp3': null, 'a.zip': null, a: null }],
  ])('%s', (_, expected) => {
    const facts = new Map([[`${FOLDER}/字幕/a.txt`, textFacts('subtitle', 'srt')]]);
    expect(slotsOf(Object.keys(expected), facts)).toEqual(expected);
  });

  it('plain text is what it reads as; a wrong content stays where its name belongs', () => {
    const facts = new Map([
      [`${FOLDER}/a.txt`, textFacts('subtitle', 'srt')],
      [`${FOLDER}/视频.mp4`, textFacts('document', 'txt')],
      [`${FOLDER}/无名`, textFacts('document', 'docx')],
    ]);
    expect(slotsOf(['a.txt', '视频.mp4', '无名'], facts)).toEqual({
      'a.txt': 'subtitle',
      '视频.mp4': 'video',
      无名: 'intro',
    });
  });
});
