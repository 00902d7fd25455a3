/** Works and files as a package lists them, for the sheets made of them. */
import readWorkbook from 'read-excel-file/node';
import type { PackagedAsset, PackagedItem, PackageManifest } from '../model/package-manifest.ts';

export const VIDEO: PackagedAsset = {
  slot: 'video',
  slotName: '视频',
  kind: 'video',
  path: 'data/心理微课/01-睡个好觉-甲大学/微课.mp4',
  originalPath: '心理微课/01-睡眠-甲大学/终稿 (2).mp4',
  sizeBytes: 734_003_200,
  sha256: 'ab'.repeat(32),
  facts: { format: 'mp4', durationMs: 1_022_400, width: 1920, height: 1080, codec: 'h264' },
};

export const INTRO: PackagedAsset = {
  slot: 'intro',
  slotName: '简介',
  kind: 'document',
  path: 'data/心理微课/01-睡个好觉-甲大学/简介.txt',
  originalPath: null,
  sizeBytes: 64,
  sha256: 'cd'.repeat(32),
  facts: null,
};

export const LESSON: PackagedItem = {
  id: '心理微课/01-睡眠-甲大学',
  category: 'lesson',
  categoryName: '心理微课',
  number: '01',
  title: '睡个好觉',
  institution: '甲大学',
  people: ['王老师', '李老师'],
  topic: '睡眠调整',
  intro: '三个入睡小方法。\n适合晚自习后练习。',
  subtitles: 'track',
  folder: 'data/心理微课/01-睡个好觉-甲大学',
  assets: [VIDEO, INTRO],
};

export const CASE: PackagedItem = {
  ...LESSON,
  category: 'case',
  categoryName: '活动典型案例',
  people: [],
  topic: null,
  intro: null,
  subtitles: null,
  folder: 'data/活动典型案例/01-睡个好觉-甲大学',
  assets: [{ ...INTRO, slot: 'text', slotName: '文稿', path: 'data/活动典型案例/01-睡个好觉-甲大学/案例.docx' }],
};

export const LETTER: PackagedAsset = {
  ...INTRO,
  slot: 'cover-letter',
  slotName: '报送函',
  path: 'data/整批材料/报送函.pdf',
};

/** What the sheets take of a manifest. */
export const BATCH: Pick<
  PackageManifest,
  'draft' | 'scope' | 'province' | 'institution' | 'year' | 'batch' | 'items' | 'assets'
> & { readonly ledger: readonly { readonly category: string; readonly unit: string }[] } = {
  draft: false,
  scope: 'province',
  province: '浙江省',
  institution: null,
  year: 2027,
  batch: 'first',
  ledger: [
    { category: 'lesson', unit: '门' },
    { category: 'case', unit: '个' },
  ],
  items: [LESSON, CASE],
  assets: [LETTER],
};

/** The cells of each sheet, by its name. */
export async function cellsOf(bytes: Uint8Array): Promise<Record<string, unknown[][]>> {
  const sheets = await readWorkbook(Buffer.from(bytes));
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]));
}
