import { describe, expect, it } from 'vitest';
import { scanSubtitle } from './scan.ts';

function read(text: string) {
  const { cues, faults } = scanSubtitle(text, 'vtt');
  return {
    cues: cues.map(({ index, startMs, endMs, settings, text: lines }) =>
      [index, startMs, endMs, settings, ...lines.map(({ raw }) => raw)].filter(
        (value) => value !== null && value !== '',
      ),
    ),
    faults: faults.map(({ line, detail, certain }) => `${line} ${detail}${certain ? '' : '?'}`),
  };
}

const CUE = '00:01.000 --> 00:02.000\n你好\n';
const READ = [1000, 2000, '你好'];

describe('what WebVTT allows is no fault', () => {
  it.each<[string, string, unknown[]]>([
    ['hours left out', `WEBVTT\n\n${CUE}`, [READ]],
    ['hours', 'WEBVTT\n\n01:00:01.000 --> 01:00:02.000\n你好', [[3_601_000, 3_602_000, '你好']]],
    [
      'a title and a header',
      `WEBVTT - 第一课\nKind: captions\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n\n${CUE}`,
      [READ],
    ],
    ['comments', `WEBVTT\n\nNOTE 一行\n\nNOTE\n多行\n2023\n\n${CUE}\nNOTE 完`, [READ]],
    ['styles and regions', `WEBVTT\n\nSTYLE\n::cue {\n}\n\nREGION\nid:a\n\n${CUE}`, [READ]],
    ['a comment that quotes an arrow', `WEBVTT\n\nNOTE a --> b\n\n${CUE}`, [READ]],
    [
      'names of cues',
      `WEBVTT\n\n开头 1\n${CUE}\nNOTE\n${CUE}`,
      [
        ['开头 1', ...READ],
        ['NOTE', ...READ],
      ],
    ],
    [
      'settings',
      `WEBVTT\n\n${CUE.replace('\n', ' align:start position:10%,line-left line:-1\n')}`,
      [[1000, 2000, 'align:start position:10%,line-left line:-1', '你好']],
    ],
    ['tabs about the arrow', `WEBVTT\n\n${CUE.replace(' --> ', '\t-->\t')}`, [READ]],
    ['a text that starts with NOTE', `WEBVTT\n\n${CUE}NOTE 记下来\n`, [[...READ, 'NOTE 记下来']]],
    ['a number as text', `WEBVTT\n\n${CUE}2023\n\n${CUE}`, [[...READ, '2023'], READ]],
  ])('%s', (_, text, cues) => {
    expect(read(text)).toEqual({ cues, faults: [] });
  });
});

describe('what it does not allow is one', () => {
  it.each<[string, string, unknown[], string[]]>([
    ['a comma', `WEBVTT\n\n${CUE.replace('.', ',')}`, [READ], ['3 separator']],
    ['no milliseconds', `WEBVTT\n\n${CUE.replace('.000 ', ' ')}`, [READ], ['3 milliseconds']],
    ['one digit of minutes', `WEBVTT\n\n${CUE.replace('00:01', '0:01')}`, [READ], ['3 fields']],
    ['no blank line behind the header', `WEBVTT\n${CUE}`, [READ], ['2 missing-before']],
    ['no blank line before a cue', `WEBVTT\n\n${CUE}${CUE}`, [READ, READ], ['5 missing-before']],
    ['text behind a blank line', `WEBVTT\n\n${CUE}\n再说一句\n`, [[...READ, '再说一句']], ['5 inside?']],
    ['an arrow in the text', `WEBVTT\n\n${CUE}a --> b\n`, [READ], ['5 missing-before', '5 not-a-time?']],
    [
      'words behind the times',
      `WEBVTT\n\n${CUE.replace('\n', ' 甲\n')}`,
      [[1000, 2000, '甲', '你好']],
      ['3 text-beside?'],
    ],
    ['a time line in a comment', `WEBVTT\n\nNOTE\n旧的\n${CUE}`, [READ], ['5 missing-before']],
    ['more than 99 hours', 'WEBVTT\n\n100:00:01.000 --> 100:00:02.000\n你好', [[360_001_000, '你好']], ['3 hours?']],
  ])('%s', (_, text, cues, faults) => {
    expect(read(text)).toEqual({ cues, faults });
  });
});

it('needs no index, and takes a number above the times for one', () => {
  const { cues } = scanSubtitle(`WEBVTT\n\n7\n${CUE}\n${CUE}`, 'vtt');
  expect(cues.map(({ index, indexLine }) => [index, indexLine])).toEqual([
    ['7', 3],
    [null, null],
  ]);
});
