/** The same fault in other clothes is still one finding; and what is allowed is none. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RuleId } from '../model/rule-params.ts';
import { withFreeBox } from './mutations-for-tests.ts';
import {
  LESSON,
  LESSON_INTRO,
  LESSON_SUBTITLES,
  LESSON_VIDEO,
  PLAN,
  PLAN_TEXT,
  type Sample,
  SampleRoom,
  spokenSubtitles,
} from './sample-for-tests.ts';

type Change = (sample: Sample) => Promise<unknown>;

const ZIP = zipSync({ '方案.txt': Buffer.from('一') });
const RAR = Buffer.from('Rar!\x1a\x07\x01\0rest of it', 'latin1');
const HTML = '<!DOCTYPE html>\n<html><body>链接已失效</body></html>\n';
const PLAN_OF_ANOTHER = '会商指导方案/02-突发事件后班级心理支持-丙师范大学';
const POSTER = '心理暖心贴士/01-考试周的心理小锦囊-示范大学/海报.png';

const CLOTHES: [string, RuleId, Change][] = [
  ['an archive at the root', 'file/archive', (sample) => sample.write('全部材料.rar', RAR)],
  [
    'an archive in place of a work',
    'file/archive',
    async (sample) => {
      await sample.remove(PLAN);
      await sample.write(`${PLAN}.zip`, ZIP);
    },
  ],
  [
    'an archive in place of all of a lesson',
    'file/archive',
    async (sample) => {
      await sample.remove(LESSON);
      await sample.write(`${LESSON}/材料.zip`, ZIP);
    },
  ],
  ['an archive called .docx', 'file/type', (sample) => sample.write(LESSON_INTRO, ZIP)],
  ['a web page called .docx', 'file/type', (sample) => sample.write(LESSON_INTRO, HTML)],
  ['a text called .docx', 'file/type', (sample) => sample.write(LESSON_INTRO, '讲怎样照顾自己的情绪。\n')],
  ['a web page called .srt', 'file/type', (sample) => sample.write(LESSON_SUBTITLES, HTML)],
  ['a PDF called .mp4', 'file/type', (sample) => sample.write(LESSON_VIDEO, '%PDF-1.4\n')],
  ['noise called .mp4', 'file/type', (sample) => sample.write(LESSON_VIDEO, Buffer.alloc(5000, 7))],
  ['a recording called .mp4', 'file/type', (sample) => sample.patch(LESSON_VIDEO, soundOnly)],
  ['a damaged document', 'file/unreadable', (sample) => sample.patch(LESSON_INTRO, (bytes) => bytes.subarray(0, 1500))],
  ['subtitles without a cue', 'file/unreadable', (sample) => sample.write(LESSON_SUBTITLES, '没有时间的一行\n')],
  ['a folder for a work with nothing in it', 'file/empty', (sample) => mkdir(sample.path('心理微课/06-空的-甲大学'))],
  [
    'the same plan once more, in a folder of its own',
    'item/versions',
    (sample) => sample.move(PLAN_OF_ANOTHER, `${PLAN} 最终版`),
  ],
  [
    'a video with the name of another container',
    'file/type',
    (sample) => sample.move(LESSON_VIDEO, LESSON_VIDEO.replace('.mp4', '.mov')),
  ],
  ['an empty video', 'file/empty', (sample) => sample.write(LESSON_VIDEO, '')],
  ['empty subtitles', 'file/empty', (sample) => sample.write(LESSON_SUBTITLES, '')],
  [
    'a download that broke off',
    'file/partial-download',
    async (sample) => {
      await sample.remove(LESSON_VIDEO);
      await sample.swapVideo('truncated.mp4', `${LESSON_VIDEO}.crdownload`);
    },
  ],
  [
    'a download that hardly began',
    'file/partial-download',
    async (sample) => {
      await sample.patch(LESSON_VIDEO, (video) => video.subarray(0, 100));
      await sample.move(LESSON_VIDEO, `${LESSON_VIDEO}.crdownload`);
    },
  ],
  ['a document on its way', 'file/partial-download', (sample) => sample.move(PLAN_TEXT, `${PLAN_TEXT}.part`)],
  [
    'a download beside what it becomes',
    'file/partial-download',
    (sample) => sample.copy(LESSON_VIDEO, `${LESSON_VIDEO}.baiduyun.p.downloading`),
  ],
  ['a lock of LibreOffice', 'file/open-in-office', (sample) => sample.write(`${LESSON}/.~lock.简介.docx#`, ',a;')],
  ['a QuickTime film with its own name', 'video/container', renamedToMov],
  ['two sources that differ', 'item/metadata', (sample) => sample.write(`${PLAN}/item.yaml`, 'institution: 乙学院\n')],
  ['the same picture in two works', 'duplicate/file', (sample) => sample.copy(POSTER, `${PLAN}/图片.png`)],
  ['a folder of litter', 'file/junk', (sample) => sample.write(`__MACOSX/${LESSON}/._微课.mp4`, 'x')],
];

function soundOnly(video: Buffer): Buffer {
  const patched = Buffer.from(video);
  patched.write('soun', patched.indexOf('vide'), 'latin1');
  return patched;
}

async function renamedToMov(sample: Sample): Promise<void> {
  await sample.swapVideo('container-mov.mp4');
  await sample.move(LESSON_VIDEO, `${LESSON}/微课.mov`);
}

/** Names that this system can make; `findNameFaults` has the whole table. */
const NAMES: [string, string, boolean][] = [
  ['forbidden by Windows', '方案?.docx', process.platform !== 'win32'],
  ['with an escape sequence', '方案\x1b[31m.docx', process.platform !== 'win32'],
  ['reserved by Windows', 'con.docx', process.platform !== 'win32'],
  ['ending in a space', '方案.docx ', process.platform !== 'win32'],
  ['turned round for the eye', '方案\u202Excod.docx', true],
  ['not composed', 'e\u0301.docx', process.platform !== 'darwin'],
];

const ALLOWED: [string, Change][] = [
  [
    'subtitles inside the video',
    async (sample) => {
      await sample.swapVideo('subtitle-track.mp4');
      await sample.remove(LESSON_SUBTITLES);
    },
  ],
  [
    'subtitles in the picture, declared',
    async (sample) => {
      await sample.write(`${LESSON}/item.yaml`, 'subtitles: burned-in\n');
      await sample.remove(LESSON_SUBTITLES);
    },
  ],
  [
    'an intro in item.yaml',
    async (sample) => {
      await sample.write(`${LESSON}/item.yaml`, 'intro: 讲怎样照顾自己的情绪。\n');
      await sample.remove(LESSON_INTRO);
    },
  ],
  [
    'subtitles in two languages',
    (sample) =>
      sample.write(
        `${LESSON}/微课.en.srt`,
        spokenSubtitles((cue) => `Line ${cue} of the lesson`),
      ),
  ],
  ['a cover letter', (sample) => sample.write('报送函.md', '现报送首批成果。\n')],
  ['what init hands out', (sample) => sample.write('模板/案例模板.docx', 'x')],
  ['a sixth lesson', sixthLesson],
];

async function sixthLesson(sample: Sample): Promise<void> {
  const folder = '心理微课/06-朋辈互助-甲大学';
  await sample.write(`${folder}/微课.mp4`, withFreeBox(await sample.read(LESSON_VIDEO)));
  const subtitles = spokenSubtitles((cue) => `第 ${6000 + cue} 句`).replaceAll(',', '.');
  await sample.write(`${folder}/字幕.vtt`, `WEBVTT\n\n${subtitles}`);
  await sample.write(`${folder}/简介.txt`, '讲同学之间怎样互相帮助。\n');
}

let room: SampleRoom;
beforeAll(async () => {
  room = await SampleRoom.open();
});
afterAll(() => room.close());

async function rulesBroken(change: Change): Promise<string[]> {
  const sample = await room.copyGood();
  await change(sample);
  return (await room.check(sample)).findings.map(({ rule }) => rule);
}

describe('one fault, one finding', () => {
  it.each(CLOTHES)('%s: %s', async (_, rule, change) => {
    expect(await rulesBroken(change)).toEqual([rule]);
  });

  it.skipIf(process.platform === 'win32')('a link in place of a work: file/link', async () => {
    const linked: Change = async (sample) => {
      await sample.move(PLAN, '.sizheng/elsewhere');
      await symlink('../.sizheng/elsewhere', sample.path(PLAN));
    };
    expect(await rulesBroken(linked)).toEqual(['file/link']);
  });

  it.each(NAMES.filter(([, , possible]) => possible))('a name %s: file/name', async (_, name) => {
    expect(await rulesBroken((sample) => sample.move(PLAN_TEXT, `${PLAN}/${name}`))).toEqual(['file/name']);
  });

  it.runIf(process.platform === 'linux')('a name that is not UTF-8: file/name', async () => {
    const latin: Change = async (sample) => {
      const folder = Buffer.from(`${sample.path(PLAN)}/`);
      await writeFile(
        Buffer.concat([folder, Buffer.from([0xb7, 0xbd, 0xb0, 0xb8]), Buffer.from('.txt')]),
        '方案正文，写给各班的心理委员。\n',
      );
      await sample.remove(PLAN_TEXT);
    };
    expect(await rulesBroken(latin)).toEqual(['file/name']);
  });

  it.runIf(process.platform === 'linux')('two names equal but for case: file/name', async () => {
    const twin: Change = (sample) => sample.copy(POSTER, POSTER.replace('.png', '.PNG'));
    expect(await rulesBroken(twin)).toEqual(['file/name']);
  });
});

describe('no fault, no finding', () => {
  it.each(ALLOWED)('%s', async (_, change) => {
    expect(await rulesBroken(change)).toEqual([]);
  });
});
