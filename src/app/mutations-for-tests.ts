/** For each rule one change of the good submission that breaks it, and nothing else. Used by tests only. */
import { symlink } from 'node:fs/promises';
import { zipSync } from 'fflate';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { SHEET_NAME } from '../model/file-names.ts';
import type { PackageRuleId } from '../model/package-params.ts';
import type { RuleId } from '../model/rule-params.ts';
import type { Severity } from '../model/spec.ts';
import type { Mutation } from './mutation-for-tests.ts';
import { DOCUMENT } from './mutations-document-for-tests.ts';
import { LIKENESS } from './mutations-likeness-for-tests.ts';
import { PRIVACY } from './mutations-privacy-for-tests.ts';
import { SUBTITLE } from './mutations-subtitle-for-tests.ts';
import { LESSON, LESSON_INTRO, LESSON_SUBTITLES, LESSON_VIDEO, PLAN, PLAN_TEXT } from './sample-for-tests.ts';

const inLesson = { item: LESSON, category: 'lesson' };
const atVideo = { path: LESSON_VIDEO, ...inLesson };
const nothing = async () => undefined;

/** Swaps in the lesson of `fixtures/media` that is named after the fault. */
function swapped(fixture: string, severity: Severity): Mutation {
  return { mutate: (sample) => sample.swapVideo(fixture), severity, place: atVideo };
}

/** A requirement that none of the lessons meets, asked of one of them: the `group` in its item.yaml says which. */
function demanded(requirement: string): Mutation {
  const item = '心理微课/04-生涯规划-丁职业技术学院';
  return {
    async mutate(sample) {
      const when = '{ group: 评奖 }';
      const slot = `{ id: video, requirements: [{ ${requirement}, clause: video-format, when: ${when} }] }`;
      await sample.useSpec(`categories: [{ id: lesson, slots: [${slot}] }]`);
      await sample.patch(`${item}/item.yaml`, (text) => Buffer.concat([text, Buffer.from('group: 评奖\n')]));
    },
    severity: 'error',
    place: { path: `${item}/微课.mp4`, item, category: 'lesson' },
  };
}

/** A box that readers pass over: other bytes, the same film. */
export function withFreeBox(video: Buffer): Buffer {
  const size = Buffer.from([0, 0, 0, 16]);
  return Buffer.concat([video, size, Buffer.from('free'), Buffer.alloc(8)]);
}

/** Neither a header (version 0) nor a table says how long anything lasts. */
function withoutTimes(bytes: Buffer): Buffer {
  const patched = Buffer.from(bytes);
  const each = (name: string, change: (at: number) => void) => {
    for (let at = patched.indexOf(name); at >= 0; at = patched.indexOf(name, at + 4)) change(at);
  };
  each('mvhd', (at) => patched.writeUInt32BE(0, at + 20));
  each('mdhd', (at) => patched.writeUInt32BE(0, at + 20));
  each('tkhd', (at) => patched.writeUInt32BE(0, at + 24));
  for (const name of ['stts', 'elst']) each(name, (at) => patched.write('free', at, 'latin1'));
  return patched;
}

/** The movie's header (`mvhd`) claims half its length: one reader believes it, the other counts the frames. */
function withHalfTheLength(video: Buffer): Buffer {
  const patched = Buffer.from(video);
  const at = patched.indexOf('mvhd') + 20;
  patched.writeUInt32BE(patched.readUInt32BE(at) / 2, at);
  return patched;
}

const LFS_POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 71425\n`;

const LONG_STEM = '长'.repeat(61);

const STRUCTURE = {
  'submission/empty': {
    async mutate(sample) {
      for (const folder of ['心理微课', '心理暖心贴士', '活动典型案例', '会商指导方案']) await sample.remove(folder);
    },
    severity: 'error',
    place: {},
  },
  'quota/count': {
    mutate: (sample) => sample.remove(PLAN),
    severity: 'error',
    place: { category: 'plan' },
  },
  'quota/institution': {
    async mutate(sample) {
      await sample.useSpec('categories: [{ id: plan, quota: [{ per: institution, max: 1, clause: quota-plan }] }]');
      await sample.move(PLAN, '会商指导方案/05-返校初期适应困难学生支持-示范大学');
    },
    severity: 'error',
    place: { category: 'plan' },
  },
  'quota/person': {
    async mutate(sample) {
      await sample.useSpec('categories: [{ id: plan, quota: [{ per: person, max: 1, clause: quota-plan }] }]');
      for (const folder of [PLAN, '会商指导方案/01-考研失利学生集中疏导-示范大学'])
        await sample.write(`${folder}/item.yaml`, 'people: 示例教师乙\n');
    },
    severity: 'error',
    place: { category: 'plan' },
  },
  'deadline/passed': { mutate: nothing, options: { at: '2027-06-11' }, severity: 'error', place: {} },
  'deadline/prudent': { mutate: nothing, options: { at: '2027-06-10T08:00' }, severity: 'warning', place: {} },
  'deadline/near': { mutate: nothing, options: { at: '2027-06-05' }, severity: 'info', place: {} },
  'topic/coverage': {
    mutate: (sample) => sample.move('心理微课/02-睡眠调整-甲大学', '心理微课/02-一夜好眠-甲大学'),
    severity: 'info',
    place: { category: 'lesson' },
  },
  'waiver/unused': {
    mutate: (sample) => sample.configure('waivers: [{ rule: video/size, subject: 心理微课/01, reason: 高清 }]'),
    severity: 'warning',
    place: {},
  },
  'item/missing-asset': {
    mutate: (sample) => sample.remove(LESSON_SUBTITLES),
    severity: 'error',
    place: { path: LESSON, ...inLesson },
  },
  'item/ambiguous': {
    mutate: async (sample) => sample.write(`${LESSON}/花絮.mp4`, withFreeBox(await sample.read(LESSON_VIDEO))),
    severity: 'error',
    place: { path: LESSON_VIDEO, other: `${LESSON}/花絮.mp4`, ...inLesson },
  },
  'item/versions': {
    mutate: async (sample) => sample.write(`${LESSON}/微课最终版2.mp4`, withFreeBox(await sample.read(LESSON_VIDEO))),
    severity: 'error',
    place: { path: LESSON_VIDEO, other: `${LESSON}/微课最终版2.mp4`, ...inLesson },
  },
  'item/metadata': {
    mutate: (sample) => sample.move(PLAN, '会商指导方案/05-返校初期适应困难学生支持'),
    severity: 'error',
    place: { item: '会商指导方案/05-返校初期适应困难学生支持', category: 'plan' },
  },
  'item/title': {
    mutate: (sample) => sample.move(PLAN, '会商指导方案/05-新建文件夹-甲大学'),
    severity: 'warning',
    place: { item: '会商指导方案/05-新建文件夹-甲大学', category: 'plan' },
  },
  'item/sheet-row': {
    async mutate(sample) {
      const rows: SheetData = [
        ['序号', '类别', '题目'],
        ['06', '会商指导方案', '没有交来的方案'],
      ];
      await sample.write(SHEET_NAME, await writeExcelFile(rows).toBuffer());
    },
    severity: 'warning',
    place: { path: SHEET_NAME, line: 2 },
  },
} as const satisfies Partial<Record<RuleId, Mutation>>;

const FILES = {
  'file/stray': {
    mutate: (sample) => sample.write('其他材料/通知.txt', '请各校抓紧报送。\n'),
    severity: 'warning',
    place: { path: '其他材料/通知.txt' },
  },
  'file/extra': {
    mutate: (sample) => sample.write(`${LESSON}/录音.mp3`, Buffer.from('ID3\x03\0\0\0\0\0\0')),
    severity: 'info',
    place: { path: `${LESSON}/录音.mp3`, ...inLesson },
  },
  'file/junk': {
    mutate: (sample) => sample.write(`${LESSON}/Thumbs.db`, 'x'),
    severity: 'info',
    place: {},
  },
  'file/empty': {
    mutate: (sample) => sample.write(LESSON_INTRO, ''),
    severity: 'error',
    place: { path: LESSON_INTRO, ...inLesson },
  },
  'file/unreadable': {
    mutate: (sample) => sample.patch(LESSON_VIDEO, (video) => video.subarray(0, 100)),
    severity: 'error',
    place: atVideo,
  },
  'file/archive': {
    mutate: (sample) => sample.write(`${LESSON}/课件.zip`, zipSync({ '课件.txt': Buffer.from('一') })),
    severity: 'error',
    place: { path: `${LESSON}/课件.zip`, ...inLesson },
  },
  'file/partial-download': {
    mutate: (sample) => sample.move(LESSON_VIDEO, `${LESSON_VIDEO}.crdownload`),
    severity: 'error',
    place: { path: `${LESSON_VIDEO}.crdownload`, ...inLesson },
  },
  'file/lfs-pointer': {
    mutate: (sample) => sample.write(LESSON_VIDEO, LFS_POINTER),
    severity: 'error',
    place: atVideo,
  },
  'file/open-in-office': {
    mutate: (sample) => sample.write(`${LESSON}/~$简介.docx`, Buffer.alloc(162)),
    severity: 'warning',
    place: { path: LESSON_INTRO, ...inLesson },
  },
  'file/name': {
    mutate: (sample) => sample.move(PLAN_TEXT, `${PLAN}/${LONG_STEM}.docx`),
    severity: 'warning',
    place: { path: `${PLAN}/${LONG_STEM}.docx`, item: PLAN, category: 'plan' },
  },
  'file/type': {
    mutate: (sample) => sample.write(LESSON_VIDEO, '#EXTM3U\nhttp://example.invalid/a.ts\n'),
    severity: 'error',
    place: atVideo,
  },
  'file/link': {
    async mutate(sample) {
      await sample.move(LESSON_VIDEO, '.sizheng/elsewhere.mp4');
      await symlink('../../.sizheng/elsewhere.mp4', sample.path(LESSON_VIDEO));
    },
    notOnWindows: true,
    severity: 'error',
    place: atVideo,
  },
  'duplicate/file': {
    mutate: (sample) => sample.copy('会商指导方案/01-考研失利学生集中疏导-示范大学/方案.docx', PLAN_TEXT),
    severity: 'error',
    place: {
      path: PLAN_TEXT,
      other: '会商指导方案/01-考研失利学生集中疏导-示范大学/方案.docx',
      item: PLAN,
      category: 'plan',
    },
  },
} as const satisfies Partial<Record<RuleId, Mutation>>;

const VIDEO = {
  'video/container': swapped('container-mov.mp4', 'error'),
  'video/codec': swapped('codec-hevc.mp4', 'error'),
  'video/resolution': swapped('resolution-1280x720.mp4', 'error'),
  'video/duration': {
    async mutate(sample) {
      await sample.swapVideo('duration-short.mp4');
      await sample.patch(LESSON_SUBTITLES, (text) => text.subarray(0, text.indexOf('\n\n196\n') + 1));
    },
    severity: 'error',
    place: atVideo,
  },
  'video/size': demanded('field: size, max: 50KB'),
  'video/profile': demanded('field: profile, equals: Main'),
  'video/level': demanded('field: level, max: 3.1'),
  'video/frame-rate': demanded('field: frameRate, min: 25'),
  'video/bit-rate': demanded('field: bitRate, min: 2Mbps'),
  'video/bit-depth': demanded('field: bitDepth, equals: 10'),
  'video/aspect-ratio': demanded("field: aspectRatio, equals: '4:3'"),
  'video/audio-codec': demanded('field: audioCodec, equals: mp3'),
  'video/audio-sample-rate': demanded('field: sampleRate, min: 44100'),
  'video/audio-channels': demanded('field: channels, equals: 2'),
  'video/audio-bit-rate': demanded('field: audioBitRate, min: 128kbps'),
  'video/audio-bit-rate-mode': demanded('field: audioBitRateMode, equals: variable'),
  'video/unmeasured': {
    mutate: (sample) => sample.patch(LESSON_VIDEO, withoutTimes),
    severity: 'error',
    place: atVideo,
  },
  'video/truncated': swapped('truncated.mp4', 'error'),
  'video/no-audio': swapped('no-audio.mp4', 'error'),
  'video/pixel-format': swapped('pixel-format-10bit.mp4', 'warning'),
  'video/interlaced': swapped('interlaced.mp4', 'warning'),
  'video/variable-frame-rate': swapped('variable-frame-rate.mp4', 'warning'),
  'video/rotated': swapped('rotated.mp4', 'warning'),
  'video/anamorphic': swapped('anamorphic.mp4', 'warning'),
  'video/faststart': swapped('not-faststart.mp4', 'info'),
  'video/av-length': swapped('av-length.mp4', 'warning'),
  'video/extra-streams': swapped('extra-streams.mp4', 'info'),
  'video/readers-disagree': {
    mutate: (sample) => sample.patch(LESSON_VIDEO, withHalfTheLength),
    severity: 'warning',
    place: atVideo,
  },
} as const satisfies Partial<Record<RuleId, Mutation>>;

/** A rule over works without a mutation does not compile. */
export const MUTATIONS = {
  ...STRUCTURE,
  ...FILES,
  ...VIDEO,
  ...SUBTITLE,
  ...DOCUMENT,
  ...PRIVACY,
  ...LIKENESS,
} as const satisfies Record<Exclude<RuleId, PackageRuleId>, Mutation>;
