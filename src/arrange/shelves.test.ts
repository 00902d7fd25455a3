/** Flat files that share a folder, and the works they make up. */
import { describe, expect, it } from 'vitest';
import { arrangePaths, loadLetterSpec, outline } from './trees-for-tests.ts';

const spec = await loadLetterSpec();

interface Shelf {
  /** Names in 心理微课/, or in the folder that is named. */
  readonly files: string;
  readonly folder?: string;
  /** In the words of `outline`, without the category. */
  readonly works: readonly string[];
  readonly strays?: string;
}

function expectWorks({ files, folder = '心理微课', works, strays = '' }: Shelf): void {
  const paths = files.split(' ').map((name) => `${folder}/${name.replaceAll('␣', ' ')}`);
  const arranged = arrangePaths(spec, paths);
  expect(outline(arranged).map((line) => line.slice(line.indexOf('/') + 1))).toEqual(works);
  expect(arranged.strays.map((path) => path.slice(path.lastIndexOf('/') + 1)).join(' ')).toBe(strays);
}

describe('stems', () => {
  it.each<[string, Shelf]>([
    [
      'slot words, languages, course slides',
      {
        files:
          '02-睡眠-甲大学.mp4 02-睡眠-甲大学.zh.srt 02-睡眠-甲大学简介.docx 02-睡眠-甲大学课件.pptx 03-压力-乙大学.mp4 03-压力-乙大学_字幕.srt',
        works: [
          '02-睡眠-甲大学 | 02 | 睡眠 | 甲大学 | video=02-睡眠-甲大学.mp4 subtitle=02-睡眠-甲大学.zh.srt intro=02-睡眠-甲大学简介.docx slides=02-睡眠-甲大学课件.pptx',
          '03-压力-乙大学 | 03 | 压力 | 乙大学 | video=03-压力-乙大学.mp4 subtitle=03-压力-乙大学_字幕.srt',
        ],
      },
    ],
    [
      'folders for each kind of file',
      {
        files: '视频/01-睡眠.mp4 2.字幕/01-睡眠.srt 简介/01-睡眠.docx 视频/02-压力.mp4',
        works: [
          '01-睡眠 | 01 | 睡眠 | - | video=01-睡眠.mp4 subtitle=01-睡眠.srt intro=01-睡眠.docx',
          '02-压力 | 02 | 压力 | - | video=02-压力.mp4',
        ],
      },
    ],
    [
      'nothing but slot words in a school',
      {
        folder: '心理微课/甲大学',
        files: '视频.mp4 字幕.srt 简介.docx',
        works: ['甲大学 | - | 甲大学 | 甲大学 | video=视频.mp4 subtitle=字幕.srt intro=简介.docx'],
      },
    ],
    [
      'several works of a school',
      {
        folder: '心理微课/甲大学',
        files: '睡眠.mp4 睡眠.srt 睡眠简介.docx 压力.mp4 压力字幕.srt 《压力》简介.docx',
        works: [
          '压力 | - | 压力 | 甲大学 | video=压力.mp4 subtitle=压力字幕.srt intro=《压力》简介.docx',
          '睡眠 | - | 睡眠 | 甲大学 | video=睡眠.mp4 subtitle=睡眠.srt intro=睡眠简介.docx',
        ],
      },
    ],
    [
      'numbers and nothing else',
      {
        files: '1.mp4 1.srt 1简介.docx 2.mp4 2.srt 2.docx',
        works: [
          '1 | 1 | 1 | - | video=1.mp4 subtitle=1.srt intro=1简介.docx',
          '2 | 2 | 2 | - | video=2.mp4 subtitle=2.srt intro=2.docx',
        ],
      },
    ],
    [
      'slot words with numbers',
      {
        files: '视频1.mp4 字幕1.srt 简介1.docx 视频2.mp4 字幕2.srt 简介2.docx',
        works: [
          '视频1 | - | 视频1 | - | video=视频1.mp4 subtitle=字幕1.srt intro=简介1.docx',
          '视频2 | - | 视频2 | - | video=视频2.mp4 subtitle=字幕2.srt intro=简介2.docx',
        ],
      },
    ],
    [
      'the video called a video',
      {
        files:
          '压力视频.mp4 压力字幕.srt 压力简介.docx 01-睡眠-甲大学视频.mp4 01-睡眠-甲大学.srt 认识短视频.mp4 认识短视频.srt',
        works: [
          '01-睡眠-甲大学 | 01 | 睡眠 | 甲大学 | video=01-睡眠-甲大学视频.mp4 subtitle=01-睡眠-甲大学.srt',
          '压力 | - | 压力 | - | video=压力视频.mp4 subtitle=压力字幕.srt intro=压力简介.docx',
          '认识短视频 | - | 认识短视频 | - | video=认识短视频.mp4 subtitle=认识短视频.srt',
        ],
      },
    ],
    [
      'titles that end in a slot word',
      {
        files: '自我介绍.mp4 自我介绍.srt 自我介绍简介.docx 最终的告别.mp4 最终的告别.srt',
        works: [
          '最终的告别 | - | 最终的告别 | - | video=最终的告别.mp4 subtitle=最终的告别.srt',
          '自我介绍 | - | 自我介绍 | - | video=自我介绍.mp4 subtitle=自我介绍.srt intro=自我介绍简介.docx',
        ],
      },
    ],
    [
      'cases are named by what they are about',
      {
        folder: '活动典型案例',
        files: '03-寝室文化案例.docx 04-团辅-案例.docx 案例一：体育-甲大学.docx 5.25心理健康日-乙大学.docx',
        works: [
          '03-寝室文化案例 | 03 | 寝室文化案例 | - | text=03-寝室文化案例.docx',
          '04-团辅 | 04 | 团辅 | - | text=04-团辅-案例.docx',
          '5.25心理健康日-乙大学 | - | 5.25心理健康日 | 乙大学 | text=5.25心理健康日-乙大学.docx',
          '案例一：体育-甲大学 | 1 | 体育 | 甲大学 | text=案例一：体育-甲大学.docx',
        ],
      },
    ],
    [
      'extensions written twice',
      {
        files: '睡眠.mp4.mp4 睡眠.srt.srt 睡眠简介.docx.docx',
        works: ['睡眠 | - | 睡眠 | - | video=睡眠.mp4.mp4 subtitle=睡眠.srt.srt intro=睡眠简介.docx.docx'],
      },
    ],
    [
      'a video still coming in',
      {
        files: '02-y-甲大学.mp4.baiduyun.p.downloading 02-y-甲大学.srt',
        works: [
          '02-y-甲大学 | 02 | y | 甲大学 | video=02-y-甲大学.mp4.baiduyun.p.downloading subtitle=02-y-甲大学.srt',
        ],
      },
    ],
    [
      'pictures of a text',
      {
        folder: '心理暖心贴士/甲大学',
        files: '贴士.docx 图片/1.jpg 图片/2.jpg 海报.png',
        works: ['甲大学 | - | 甲大学 | 甲大学 | text=贴士.docx image=1.jpg image=2.jpg image=海报.png'],
      },
    ],
  ])('%s', (_, shelf) => {
    expectWorks(shelf);
  });
});

describe('versions', () => {
  it.each<[string, Shelf]>([
    [
      'of one work come together',
      {
        files: '02-压力-乙大学.mp4 02-压力-乙大学(1).mp4 02-压力-乙大学最终版2.srt 02-压力-乙大学␣-␣副本.docx',
        works: [
          '02-压力-乙大学 | 02 | 压力 | 乙大学 | video=02-压力-乙大学(1).mp4 video=02-压力-乙大学.mp4 subtitle=02-压力-乙大学最终版2.srt intro=02-压力-乙大学 - 副本.docx',
        ],
      },
    ],
    [
      'in brackets and in the middle',
      {
        files: '01-x-甲大学（终稿）.mp4 01-x-甲大学.srt 01-x-甲大学简介_定稿.docx',
        works: [
          '01-x-甲大学 | 01 | x | 甲大学 | video=01-x-甲大学（终稿）.mp4 subtitle=01-x-甲大学.srt intro=01-x-甲大学简介_定稿.docx',
        ],
      },
    ],
    [
      'are not meant by the numbers of a series',
      {
        folder: '心理暖心贴士',
        files: '贴士␣(1).docx 贴士␣(2).docx 贴士␣(3).docx',
        works: [1, 2, 3].map((n) => `贴士 (${n}) | - | 贴士 (${n}) | - | text=贴士 (${n}).docx`),
      },
    ],
    [
      'are not meant by two parts',
      {
        files: '睡眠（1）.mp4 睡眠（1）.srt 睡眠（2）.mp4 睡眠（2）.srt',
        works: [1, 2].map(
          (n) => `睡眠（${n}） | - | 睡眠（${n}） | - | video=睡眠（${n}）.mp4 subtitle=睡眠（${n}）.srt`,
        ),
      },
    ],
  ])('%s', (_, shelf) => {
    expectWorks(shelf);
  });
});

describe('files named otherwise than their work', () => {
  it.each<[string, Shelf]>([
    [
      'the same number',
      {
        files: '01-睡眠-甲大学.mp4 01字幕.srt 1-好眠简介.docx 02-压力-乙大学.mp4',
        works: [
          '01-睡眠-甲大学 | 01 | 睡眠 | 甲大学 | video=01-睡眠-甲大学.mp4 subtitle=01字幕.srt intro=1-好眠简介.docx',
          '02-压力-乙大学 | 02 | 压力 | 乙大学 | video=02-压力-乙大学.mp4',
        ],
      },
    ],
    [
      'a name inside the other, the longest first',
      {
        files: '睡眠.mp4 睡眠障碍.mp4 睡眠.zh-Hans.srt 睡眠障碍-双语字幕.chs.srt 《睡眠障碍》简介.docx',
        works: [
          '睡眠 | - | 睡眠 | - | video=睡眠.mp4 subtitle=睡眠.zh-Hans.srt',
          '睡眠障碍 | - | 睡眠障碍 | - | video=睡眠障碍.mp4 subtitle=睡眠障碍-双语字幕.chs.srt intro=《睡眠障碍》简介.docx',
        ],
      },
    ],
    [
      'the parts in another order',
      {
        files: '甲大学-睡眠.mp4 睡眠-甲大学字幕.srt 简介-睡眠.docx 乙大学-压力.mp4',
        works: [
          '乙大学-压力 | - | 压力 | 乙大学 | video=乙大学-压力.mp4',
          '甲大学-睡眠 | - | 睡眠 | 甲大学 | video=甲大学-睡眠.mp4 subtitle=睡眠-甲大学字幕.srt intro=简介-睡眠.docx',
        ],
      },
    ],
    [
      'the same title from two schools',
      {
        files: '睡眠-甲大学.mp4 睡眠-乙大学.mp4 乙大学-睡眠简介.docx',
        works: [
          '睡眠-乙大学 | - | 睡眠 | 乙大学 | video=睡眠-乙大学.mp4 intro=乙大学-睡眠简介.docx',
          '睡眠-甲大学 | - | 睡眠 | 甲大学 | video=睡眠-甲大学.mp4',
        ],
      },
    ],
    [
      'a camera named the only video there',
      {
        folder: '心理微课/甲大学',
        files: 'MVI_0032.mp4 睡眠.srt 睡眠简介.docx',
        works: ['MVI_0032 | - | MVI_0032 | 甲大学 | video=MVI_0032.mp4 subtitle=睡眠.srt intro=睡眠简介.docx'],
      },
    ],
  ])('%s', (_, shelf) => {
    expectWorks(shelf);
  });
});

describe('files without a work', () => {
  it.each<[string, Shelf]>([
    [
      'a work whose video is missing, by its number',
      {
        files: '04-睡眠-甲大学.srt 04-睡眠-甲大学简介.docx 05-压力-乙大学.mp4',
        works: [
          '04-睡眠-甲大学 | 04 | 睡眠 | 甲大学 | subtitle=04-睡眠-甲大学.srt intro=04-睡眠-甲大学简介.docx',
          '05-压力-乙大学 | 05 | 压力 | 乙大学 | video=05-压力-乙大学.mp4',
        ],
      },
    ],
    [
      'a work whose video is missing, by two files of one name',
      {
        files: '压力.mp4 压力.srt 压力简介.docx 睡眠.srt 睡眠简介.docx 焦虑.srt',
        works: [
          '压力 | - | 压力 | - | video=压力.mp4 subtitle=压力.srt intro=压力简介.docx',
          '睡眠 | - | 睡眠 | - | subtitle=睡眠.srt intro=睡眠简介.docx',
        ],
        strays: '焦虑.srt',
      },
    ],
    [
      'which of two works, nobody can say',
      {
        files: '压力.mp4 睡眠.mp4 介绍.docx 心理.srt',
        works: ['压力 | - | 压力 | - | video=压力.mp4', '睡眠 | - | 睡眠 | - | video=睡眠.mp4'],
        strays: '介绍.docx 心理.srt',
      },
    ],
    [
      'a letter among the material of one work',
      {
        folder: '心理微课/甲大学',
        files: '睡眠.mp4 睡眠.srt 报送函.pdf',
        works: ['睡眠 | - | 睡眠 | 甲大学 | video=睡眠.mp4 subtitle=睡眠.srt'],
        strays: '报送函.pdf',
      },
    ],
    [
      'an archive in the place of a work',
      {
        files: '01-睡眠-甲大学.zip 材料.rar',
        works: ['01-睡眠-甲大学 | 01 | 睡眠 | 甲大学 | extra=01-睡眠-甲大学.zip'],
        strays: '材料.rar',
      },
    ],
  ])('%s', (_, shelf) => {
    expectWorks(shelf);
  });
});
