import { describe, expect, it } from 'vitest';
import { scanSubtitle } from './scan.ts';

const BEFORE = '1\n00:00:01,000 --> 00:00:02,000\n上一条\n\n';
const AFTER = '\n\n3\n00:00:08,000 --> 00:00:09,000\n下一条\n';

/** `3 arrow`, and `3 arrow?` where it is not certain. */
function faultsOf(text: string): string[] {
  return scanSubtitle(text, 'srt').faults.map(({ line, detail, certain }) => `${line} ${detail}${certain ? '' : '?'}`);
}

function cuesOf(text: string) {
  return scanSubtitle(text, 'srt').cues.map(({ startMs, endMs, text: lines }) => [
    startMs,
    endMs,
    ...lines.map(({ raw }) => raw),
  ]);
}

/** The second of three cues: its times, and what is wrong. The cues around it must come out whole. */
function readAmong(second: string): { cue: unknown; faults: string[] } {
  const text = BEFORE + second + AFTER;
  const cues = cuesOf(text);
  expect(cues[0]).toEqual([1000, 2000, '上一条']);
  expect(cues.at(-1)).toEqual([8000, 9000, '下一条']);
  return { cue: cues.length === 3 ? cues[1] : cues.slice(1, -1), faults: faultsOf(text) };
}

it('reads a faultless file, and finds nothing', () => {
  const text = `${BEFORE}2\n00:00:03,000 --> 00:00:04,500 X1:10 X2:20 Y1:30 Y2:40\n第一行\n第二行${AFTER}`;
  const scan = scanSubtitle(text, 'srt');
  expect(scan.faults).toEqual([]);
  expect(scan.lineCount).toBe(12);
  expect(scan.cues[1]).toEqual({
    index: '2',
    indexLine: 5,
    timeLine: 6,
    startMs: 3000,
    endMs: 4500,
    settings: 'X1:10 X2:20 Y1:30 Y2:40',
    text: [
      { line: 7, raw: '第一行' },
      { line: 8, raw: '第二行' },
    ],
  });
});

describe('a damaged time line is read where only one reading is possible', () => {
  it.each([
    ['00：00：03，000 --> 00：00：04，500', '6 full-width'],
    ['００:00:03,000 --> 00:00:04．500', '6 full-width'],
    ['00:00:03,000　-->　00:00:04,500', '6 arrow'],
    ['00:00:03,000 -> 00:00:04,500', '6 arrow'],
    ['00:00:03,000 → 00:00:04,500', '6 arrow'],
    ['00:00:03,000 —> 00:00:04,500', '6 arrow'],
    ['00:00:03,000 --&gt; 00:00:04,500', '6 arrow'],
    ['00:00:03,000 - 00:00:04,500', '6 arrow'],
    ['00:00:03,000 00:00:04,500', '6 arrow'],
    ['00:00:03,000-->00:00:04,500', '6 arrow'],
    ['00:00:03,000\t-->\t00:00:04,500', '6 arrow'],
    ['00:00:03.000 --> 00:00:04.500', '6 separator'],
    ['00: 00: 03, 000 --> 00:00:04,500', '6 separator'],
    ['\t00:00:03,000 --> 00:00:04,500', '6 separator'],
    ['\u200e00:00:03,000 --> 00:00:04,500', '6 separator'],
    ['00:00:03:000 --> 00:00:04:500', '6 separator'],
    ['0:0:3,000 --> 0:0:4,500', '6 fields'],
    ['00:03,000 --> 00:04,500', '6 fields'],
    ['00:00:03 --> 00:00:04,500', '6 milliseconds'],
    ['00:00:03, --> 00:00:04,500', '6 separator 6 milliseconds'],
    ['00:00:03,0 --> 00:00:04,500000', '6 milliseconds'],
  ])('%j: %s', (times, faults) => {
    expect(readAmong(`2\n${times}\n你好`)).toEqual({ cue: [3000, 4500, '你好'], faults: faults.match(/\d+ [a-z-]+/g) });
  });

  it('with a space too many it is none', () => {
    expect(readAmong('2 \n00:00:03,000  -->  00:00:04,500 \n你好')).toEqual({ cue: [3000, 4500, '你好'], faults: [] });
  });
});

describe('a time in doubt is told of, and has no end to measure by', () => {
  it.each([
    ['00:00:03,5 --> 00:00:04,500', 3500, '6 milliseconds?'],
    ['00:00:03,50 --> 00:00:04,500', 3500, '6 milliseconds?'],
    ['00:00:03,0500 --> 00:00:04,500', 3050, '6 milliseconds?'],
    ['00:03 --> 00:04', 3000, '6 fields? 6 milliseconds'],
    ['-00:00:03,000 --> 00:00:04,500', -3000, '6 negative?'],
    ['00:00:63,000 --> 00:01:04,500', 63_000, '6 minutes-or-seconds?'],
    ['00:60:03,000 --> 01:00:04,500', 3_603_000, '6 minutes-or-seconds?'],
    ['00:703:48,877 --> 00:704:01,000', 42_228_877, '6 minutes-or-seconds?'],
    ['00:00:3,000 --> 00:00:64,000', 3000, '6 fields 6 minutes-or-seconds?'],
    ['100:00:03,000 --> 100:00:04,500', 360_003_000, '6 hours?'],
    ['00:00:03,000 -->', 3000, '6 end-missing?'],
    ['00:00:03,000', 3000, '6 end-missing?'],
    ['00:00:03,000 --> abc', 3000, '6 not-a-time?'],
    ['00:00:03,000 --> 00:00:0b,000', 3000, '6 not-a-time?'],
    ['00:00:03,000 --> 00:00:04:12', 3000, '6 not-a-time?'],
  ])('%j', (times, startMs, faults) => {
    const { cue, faults: found } = readAmong(`2\n${times}\n你好`);
    expect(cue).toEqual(expect.arrayContaining([startMs, null, '你好']));
    expect(found).toEqual(faults.match(/\d+ [a-z-]+\??/g));
  });

  it('of an end that does not follow its start the times are sure', () => {
    expect(readAmong('2\n00:00:03,000 --> 00:00:03,000\n你好')).toEqual({
      cue: [3000, 3000, '你好'],
      faults: ['6 end-before-start?'],
    });
  });
});

describe('a time line that cannot be read is no text', () => {
  it.each([
    '00:aa:03,000 --> 00:00:04,500',
    '00:0O:03,000 --> 00:00:04,500',
    '00:00:03:12 --> 00:00:04,500',
    '--> 00:00:04,500',
    'abc --> 00:00:04,500',
    'start --> end',
    '0O:0O:03 --> ',
  ])('%j', (times) => {
    expect(readAmong(`2\n${times}\n你好`)).toEqual({ cue: [], faults: ['6 not-a-time?'] });
  });

  it('without an index above it it is none either', () => {
    expect(readAmong('00:0x:03,000 --> 00:00:04,500\n你好')).toEqual({
      cue: [],
      faults: ['5 missing', '5 not-a-time?'],
    });
  });

  it('words beside the times are text of the cue', () => {
    expect(readAmong('2\n00:00:03,000 --> 00:00:04,500 你好').cue).toEqual([3000, 4500, '你好']);
    const whisper = readAmong('[00:00:03.000 --> 00:00:04.500]  你好');
    expect(whisper).toEqual({ cue: [3000, 4500, '你好'], faults: ['5 missing', '5 separator', '5 text-beside?'] });
    expect(readAmong('2 00:00:03,000 --> 00:00:04,500\n你好')).toEqual({
      cue: [3000, 4500, '你好'],
      faults: ['5 missing', '5 text-beside?'],
    });
  });
});

describe('text that looks like something else is text', () => {
  it.each([
    '今晚 8:00 --> 9:00',
    '8:00 --> 9:00 早餐',
    '8:00 → 9:00 早餐',
    '8:00-9:00',
    '8:00 -> 上课',
    'A --> B',
    '从 00:01:30 → 结束',
    '2023',
    '比分 3:2',
    '00:00:05,000',
    'NOTE 记下来',
    'STYLE',
    '第12页',
  ])('%j', (line) => {
    expect(readAmong(`2\n00:00:03,000 --> 00:00:04,500\n${line}`)).toEqual({ cue: [3000, 4500, line], faults: [] });
  });

  it.each([
    ['2023', ['9 missing']],
    ['增长到\n2023', ['10 missing']],
  ])('%j before a cue without an index', (words, faults) => {
    const text = `${BEFORE}2\n00:00:03,000 --> 00:00:04,500\n${words}${AFTER.replace('3\n', '')}`;
    expect(faultsOf(text)).toEqual(faults);
    expect(cuesOf(text)[1]).toEqual([3000, 4500, ...words.split('\n')]);
  });
});

describe('indexes', () => {
  const cue = (index: string, second: number) => `${index}\n00:00:0${second},000 --> 00:00:0${second},900\n你好\n\n`;

  it.each([
    ['missing', '1 2', ['5 missing']],
    ['repeated', '1 1 2', ['5 repeated']],
    ['out of order', '5 3 4', ['5 out-of-order']],
    ['one that is far too high', '1 999 3', ['9 out-of-order']],
    ['no number', '1 #2 3', ['5 not-a-number']],
    ['from 0, with gaps', '0 2 7', []],
    ['with zeros', '001 002', []],
  ])('%s', (name, indexes, faults) => {
    const cues = indexes.split(' ').map((index, at) => cue(index, at + 1));
    const text = name === 'missing' ? cues.join('').replace('\n2\n', '\n') : cues.join('');
    expect(faultsOf(text)).toEqual(faults);
    expect(cuesOf(text)).toHaveLength(cues.length);
  });
});

describe('blank lines', () => {
  const TIMES = '00:00:03,000 --> 00:00:04,500';

  it.each([
    ['none before the index', `1\n00:00:01,000 --> 00:00:02,000\n上一条\n2\n${TIMES}\n你好`, ['4 missing-before']],
    [
      'none, and no index',
      `1\n00:00:01,000 --> 00:00:02,000\n上一条\n${TIMES}\n你好`,
      ['4 missing-before', '4 missing'],
    ],
    ['between index and times', `${BEFORE}2\n\n${TIMES}\n你好`, ['6 inside']],
    ['before the text', `${BEFORE}2\n${TIMES}\n\n你好`, ['7 inside']],
    ['in the text', `${BEFORE}2\n${TIMES}\n\u3000 \n你好`, ['7 inside']],
    ['many, in the text', `${BEFORE}2\n${TIMES}\n\n\n\n你好`, ['7 inside']],
    ['many between cues', `${BEFORE}\n\n\n2\n${TIMES}\n你好\n\n\n`, []],
  ])('%s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
    expect(cuesOf(text)).toEqual([
      [1000, 2000, '上一条'],
      [3000, 4500, '你好'],
    ]);
  });

  it('a file with one behind each line is read all the same', () => {
    const text = `${BEFORE}2\n${TIMES}\n你好\n`.replace(/\n+/g, '\n\n');
    expect(cuesOf(text).map(([, , words]) => words)).toEqual(['上一条', '你好']);
    expect(faultsOf(text)).toEqual(['2 inside', '4 inside', '8 inside', '10 inside']);
  });

  it('a number under the text may be the next index, or text', () => {
    const text = (index: string) => `1\n00:00:01,000 --> 00:00:02,000\n上一条\n${index}\n${TIMES}\n你好`;
    expect(faultsOf(text('2'))).toEqual(['4 missing-before']);
    expect(faultsOf(text('2023'))).toEqual(['4 missing-before?']);
  });
});

describe('a cue without a part of it', () => {
  it('without a time line is told of, and its text is nobody’s', () => {
    expect(readAmong('2\n没有时间')).toEqual({ cue: [], faults: ['5 time-missing?'] });
    expect(readAmong('2')).toEqual({ cue: [], faults: ['5 time-missing?'] });
  });

  it('a number that cannot be the next index stays text', () => {
    const text = `${BEFORE}2023${AFTER.replace('3', '2')}`;
    expect(cuesOf(text)[0]).toEqual([1000, 2000, '上一条', '2023']);
    expect(faultsOf(text)).toEqual(['4 inside']);
  });

  it('text before the first cue belongs to none', () => {
    expect(faultsOf(`字幕：某某\n\n${BEFORE}`)).toEqual(['1 time-missing?']);
  });

  it.each(['', '\n', '<i></i>', '{\\an8}'])('without words (%j) is empty', (words) => {
    expect(
      readAmong(`2\n00:00:03,000 --> 00:00:04,500\n${words}`).faults.filter((fault) => fault.includes('no-text')),
    ).toEqual(['6 no-text?']);
  });
});

describe('characters that are not the ones that were written', () => {
  it.each([
    ['\uFFFD', '3 replacement?'],
    ['\0', '3 nul?'],
    ['锟斤拷', '3 kun-jin-kao?'],
    ['浣犲ソ', '3 utf8-as-gbk?'],
    ['\uFEFF', '3 bom-inside'],
  ])('%j', (characters, fault) => {
    expect(faultsOf(BEFORE.replace('上一条', `${characters} ok ${characters}`))).toEqual([fault]);
  });

  it('a mark before the index of a cue hides nothing of it', () => {
    const text = `${BEFORE}\uFEFF2\n00:00:03,000 --> 00:00:04,500\n你好`;
    expect(cuesOf(text)).toHaveLength(2);
    expect(faultsOf(text)).toEqual(['5 bom-inside']);
  });
});

it('counts lines as editors do, whatever ends them', () => {
  const lines = `${BEFORE}2\n00:00:03,000 -> 00:00:04,500\n你好\n`;
  for (const end of ['\n', '\r\n', '\r']) {
    const scan = scanSubtitle(lines.replaceAll('\n', end), 'srt');
    expect([scan.lineCount, scan.faults[0]?.line]).toEqual([7, 6]);
  }
  expect(scanSubtitle('', 'srt')).toMatchObject({ lineCount: 1, cues: [], faults: [] });
});

it('tells of each fault once a line, with the cue that it stands in', () => {
  const text = `${BEFORE}2\n00：00：03，000 --> 00：00：04，500\n<b>你好<b>\n\n锟斤拷${AFTER}`;
  expect(scanSubtitle(text, 'srt').faults).toEqual([
    {
      kind: 'time-syntax',
      detail: 'full-width',
      line: 6,
      timeMs: 3000,
      found: '00：00：03，000 --> 00：00：04，500',
      certain: true,
    },
    { kind: 'tags', detail: 'unbalanced', line: 7, timeMs: 3000, found: '<b>', certain: false },
    { kind: 'blank-lines', detail: 'inside', line: 8, timeMs: 3000, found: '锟斤拷', certain: true, foundLine: 9 },
    { kind: 'mojibake', detail: 'kun-jin-kao', line: 9, timeMs: 3000, found: '锟斤拷', certain: false },
  ]);
});
