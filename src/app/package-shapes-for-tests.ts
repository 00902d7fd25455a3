/** Workspaces of all the kinds that are packed: each the good submission, or a university's one lesson, changed a little. Used by tests only. */
import writeExcelFile from 'write-excel-file/node';
import { CONFIG_NAME, SHEET_NAME } from '../model/file-names.ts';
import { withFreeBox } from './mutations-for-tests.ts';
import { GOOD_NAME, SMALL_NAME } from './package-room-for-tests.ts';
import type { PackOptions } from './prepare-pack.ts';
import {
  LESSON,
  LESSON_INTRO,
  LESSON_SUBTITLES,
  LESSON_VIDEO,
  type Sample,
  spokenSubtitles,
} from './sample-for-tests.ts';

export interface Shape {
  readonly of: 'province' | 'university';
  change(sample: Sample): Promise<unknown>;
  readonly options?: PackOptions;
  /** What the package is called. */
  readonly name: string;
  /** Files of the workspace that are in it; all but `sizheng.yaml` and `item.yaml`, when absent. */
  readonly packed?: readonly string[];
  /** Some of what `sizheng.json` says. */
  readonly holds?: object;
  /** Tags of `bag-info.txt`; `undefined` for those that must not be there. */
  readonly tags?: Readonly<Record<string, string | undefined>>;
}

const nothing = async () => undefined;
const ALL_OF_LESSON = [LESSON_VIDEO, LESSON_SUBTITLES, LESSON_INTRO];

export const SHAPES: Readonly<Record<string, Shape>> = {
  'of a province': { of: 'province', change: nothing, name: GOOD_NAME, tags: { 'Source-Organization': '示范省' } },
  'of a university': {
    of: 'university',
    change: nothing,
    name: SMALL_NAME,
    tags: { 'Source-Organization': '示范大学', 'Contact-Name': undefined, 'Contact-Email': undefined },
  },
  'with a contact': {
    of: 'university',
    change: (sample) => sample.configure("contact: { name: 王老师, phone: '0571-8800', email: wang@example.edu.cn }"),
    name: SMALL_NAME,
    tags: { 'Contact-Name': '王老师', 'Contact-Phone': '0571-8800', 'Contact-Email': 'wang@example.edu.cn' },
  },
  'with a contact of many lines': {
    of: 'university',
    change: (sample) => sample.configure('contact: { name: "王老师\\nPayload-Oxum: 1.1\\r\\n\\tBag-Size: 0" }'),
    name: SMALL_NAME,
    tags: { 'Contact-Name': '王老师 Payload-Oxum: 1.1 Bag-Size: 0' },
  },
  'of a province that is not named': {
    of: 'university',
    async change(sample) {
      await withoutLine(sample, 'institution:');
      await sample.configure('scope: province');
    },
    options: { draft: true },
    name: '报送-2027-首批-20270520-草稿',
    tags: { 'Source-Organization': undefined },
  },
  'of a university that is not named': {
    of: 'university',
    change: (sample) => withoutLine(sample, 'institution:'),
    name: '报送-2027-首批-20270520',
    tags: { 'Source-Organization': undefined },
  },
  'of a later batch': {
    of: 'university',
    change: (sample) => sample.configure('batch: regular'),
    name: '示范大学-2027-常态化-20270520',
  },
  'that is a draft': {
    of: 'university',
    change: (sample) => sample.remove(LESSON_SUBTITLES),
    options: { draft: true },
    name: `${SMALL_NAME}-草稿`,
    packed: [LESSON_VIDEO, LESSON_INTRO],
  },
  'that is a draft of much that is amiss': {
    of: 'university',
    async change(sample) {
      await sample.swapVideo('truncated.mp4');
      await sample.write(LESSON_SUBTITLES, '#EXTM3U\n');
      await sample.write(LESSON_INTRO, '');
    },
    options: { draft: true },
    name: `${SMALL_NAME}-草稿`,
  },
  'with names that links and lists must encode': {
    of: 'university',
    async change(sample) {
      await sample.move(LESSON_VIDEO, `${LESSON}/100%0A #1 &amp;'+;@.mp4`);
      await sample.move(LESSON, '心理微课/01-%25情绪%管理%0D-示范大学');
    },
    name: SMALL_NAME,
    holds: { items: [{ folder: 'data/心理微课/01-%25情绪%管理%0D-示范大学' }] },
  },
  'with names that systems stumble over': {
    of: 'university',
    async change(sample) {
      await sample.write(
        `${LESSON}/item.yaml`,
        'title: "CON: e\\u200D\\u0301 \\u202Egnp.<a>|?*\\"\\\\ ../.. "\ninstitution: "示范大学. "\n',
      );
      await sample.move(LESSON_INTRO, `${LESSON}/简介 e\u0301 ${'长'.repeat(50)}.DOCX`);
    },
    name: SMALL_NAME,
  },
  'with an introduction that stands in the sheet': {
    of: 'university',
    async change(sample) {
      await sample.remove(LESSON_INTRO);
      const row = ['01', '心理微课', '情绪管理与压力释放', '示范大学', '=讲怎样照顾自己的情绪，\r\n也讲压力从哪里来。'];
      await sample.write(SHEET_NAME, await writeExcelFile([['序号', '类别', '题目', '学校', '简介'], row]).toBuffer());
    },
    name: SMALL_NAME,
    packed: [LESSON_VIDEO, LESSON_SUBTITLES],
    holds: { items: [{ intro: '=讲怎样照顾自己的情绪，\r\n也讲压力从哪里来。' }] },
  },
  'with a waiver': {
    of: 'university',
    async change(sample) {
      await sample.swapVideo('duration-long.mp4');
      await sample.configure(`waivers: [{ rule: video/duration, subject: ${LESSON}, reason: "嘉宾讲座,\\n超时" }]`);
    },
    name: SMALL_NAME,
    holds: { waivers: [{ rule: 'video/duration', subject: LESSON, reason: '嘉宾讲座,\n超时' }] },
  },
  'with works that stay at home': {
    of: 'university',
    async change(sample) {
      await another(sample, '候选/心理微课/02-睡眠调整-示范大学', 1);
      await another(sample, '心理微课/03-生涯规划-示范大学', 2);
      await sample.write('心理微课/03-生涯规划-示范大学/item.yaml', 'status: 撤下\nreason: 主讲人不同意\n');
    },
    name: SMALL_NAME,
    packed: ALL_OF_LESSON,
  },
  'with extra files, strays and litter': {
    of: 'university',
    async change(sample) {
      await sample.write(`${LESSON}/录音.mp3`, Buffer.from('ID3\x03\0\0\0\0\0\0'));
      await sample.write(`${LESSON}/Thumbs.db`, 'x');
      await sample.write(`${LESSON}/__MACOSX/._微课.mp4`, 'x');
      await sample.write('其他材料/通知.txt', '请抓紧报送。\n');
    },
    name: SMALL_NAME,
    packed: ALL_OF_LESSON,
  },
  'with two works of one name': {
    of: 'university',
    async change(sample) {
      await another(sample, '心理微课/02-情绪管理与压力释放-示范大学', 1);
      for (const folder of [LESSON, '心理微课/02-情绪管理与压力释放-示范大学'])
        await sample.write(`${folder}/item.yaml`, 'title: 一课\nnumber: 1\n');
    },
    name: SMALL_NAME,
    holds: {
      items: [
        { number: '01', title: '一课' },
        { number: '02', title: '一课' },
      ],
    },
  },
  'with a letter that goes with the whole': {
    of: 'university',
    async change(sample) {
      await sample.useSpec(
        'slots: [{ id: letter, name: 报送函, kind: document, formats: [txt], names: [报送函], max: 1 }]',
      );
      await sample.write('报送函.txt', '现将我校首批材料报上，请查收。\n');
    },
    name: SMALL_NAME,
    packed: ['报送函.txt', ...ALL_OF_LESSON],
  },
};

async function withoutLine(sample: Sample, head: string): Promise<void> {
  const lines = (await sample.read(CONFIG_NAME)).toString().split('\n');
  await sample.write(CONFIG_NAME, lines.filter((line) => !line.startsWith(head)).join('\n'));
}

/** One more lesson, no file of which is that of the first. */
export async function another(sample: Sample, folder: string, number: number): Promise<void> {
  let film = await sample.read(LESSON_VIDEO);
  for (let box = 0; box < number; box += 1) film = withFreeBox(film);
  await sample.write(`${folder}/微课.mp4`, film);
  const subtitles = spokenSubtitles((cue) => `第 ${number}讲第 ${1000 * number + cue} 句`);
  await sample.write(`${folder}/字幕.srt`, subtitles);
  await sample.write(`${folder}/简介.txt`, `第${number}讲，讲怎样照顾自己的情绪。\n`);
}
