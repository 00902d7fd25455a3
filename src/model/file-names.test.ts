import { describe, expect, it } from 'vitest';
import { baseName, isJunkName, isLitterName, kindOfExtension, parentPath, splitName } from './file-names.ts';

describe('splitName', () => {
  it.each<[string, string, string, boolean]>([
    ['视频.mp4', '视频', 'mp4', false],
    ['视频.MP4', '视频', 'mp4', false],
    ['睡眠.zh.srt', '睡眠.zh', 'srt', false],
    ['视频', '视频', '', false],
    ['.gitignore', '.gitignore', '', false],
    ['结尾.', '结尾.', '', false],
    ['v1.0 终稿', 'v1.0 终稿', '', false],
    ['视频.mp4.crdownload', '视频', 'mp4', true],
    ['视频.mp4.baiduyun.p.downloading', '视频', 'mp4', true],
    ['视频.mp4.td', '视频', 'mp4', true],
    ['视频.part', '视频', '', true],
    ['', '', '', false],
  ])('%s', (name, stem, extension, partial) => {
    expect(splitName(name)).toEqual({ stem, extension, partial });
  });
});

it.each([
  'Thumbs.db',
  'THUMBS.DB',
  'ehthumbs_vista.db',
  'desktop.ini',
  'Icon\r',
  '$RECYCLE.BIN',
  '@Recycle',
  '#recycle',
  'System Volume Information',
  '__MACOSX',
  '@eaDir',
  '.DS_Store',
  '._视频.mp4',
  '.~lock.简介.docx#',
  '~$简介.docx',
  '~WRL0001.tmp',
  '~WRD0000.tmp',
])('%j is litter', (name) => {
  expect(isJunkName(name)).toBe(true);
});

it.each(['视频.mp4', 'Thumbs.db.docx', '~睡眠.docx', '$睡眠', 'icon.png', '回收站', 'recycle', ''])(
  '%j is not',
  (name) => {
    expect(isJunkName(name)).toBe(false);
  },
);

it('knows kinds by extension, in any case', () => {
  expect(['mp4', 'SRT', 'docx', 'jpeg', 'pptx', 'rar', 'htm', 'm3u8', 'prproj', ''].map(kindOfExtension)).toEqual([
    'video',
    'subtitle',
    'document',
    'image',
    'slides',
    'archive',
    'html',
    'playlist',
    null,
    null,
  ]);
});

it('takes paths apart', () => {
  expect([baseName('a/b/c.mp4'), baseName('c.mp4'), parentPath('a/b/c.mp4'), parentPath('c.mp4')]).toEqual([
    'c.mp4',
    'c.mp4',
    'a/b',
    '',
  ]);
});

describe('isLitterName', () => {
  it.each(['Thumbs.db', 'desktop.ini', '__MACOSX', '.DS_Store', '._视频.mp4', '.~lock.简介.docx#', '~$简介.docx'])(
    '%j is left behind by itself',
    (name) => expect(isLitterName(name)).toBe(true),
  );

  it.each(['.git', '.sizheng', '.env', 'node_modules', '视频.mp4', ''])('%j is not', (name) =>
    expect(isLitterName(name)).toBe(false),
  );
});
