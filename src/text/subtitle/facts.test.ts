import { describe, expect, it } from 'vitest';
import { subtitleText } from './cue-columns.ts';
import { MAX_FAULTS_OF_KIND, subtitleFacts } from './facts.ts';
import type { SubtitleFormat } from './formats.ts';
import { scanSubtitle } from './scan.ts';
import { trackFacts } from './track.ts';

function factsOf(text: string, format: SubtitleFormat = 'srt') {
  return subtitleText(subtitleFacts(scanSubtitle(text, format), { encoding: 'utf-8', hadBom: true }));
}

const cue = (times: string, text: string) => `${times}\n${text}\n\n`;

it('says what is seen, how much, and when', () => {
  const text = [
    '1\n00:00:01,000 --> 00:00:02,500\n<i>大家好</i>\n  Hello, all \n',
    '2\n00:00:02,000 --> 00:00:04,000\n再见\n',
    '3\n00:00:05,999 --> 00:00:06,000\n嗯\n',
    '4\n00:00:08,000 --> 00:00:09,000\n',
  ].join('\n');
  expect(factsOf(text)).toEqual({
    kind: 'subtitle',
    format: 'srt',
    encoding: 'utf-8',
    hadBom: true,
    languages: ['zh', 'en'],
    cueCount: 4,
    firstMs: 1000,
    lastMs: 9000,
    coveredMs: 4001,
    spans: [
      [1000, 6000],
      [8000, 9000],
    ],
    cues: [
      {
        line: 2,
        startMs: 1000,
        endMs: 2500,
        lines: [
          { line: 3, text: '大家好', columns: 6, characters: 3, script: 'han' },
          { line: 4, text: 'Hello, all', columns: 10, characters: 8, script: 'other' },
        ],
      },
      {
        line: 7,
        startMs: 2000,
        endMs: 4000,
        lines: [{ line: 8, text: '再见', columns: 4, characters: 2, script: 'han' }],
      },
      {
        line: 11,
        startMs: 5999,
        endMs: 6000,
        lines: [{ line: 12, text: '嗯', columns: 2, characters: 1, script: 'han' }],
      },
      { line: 15, startMs: 8000, endMs: 9000, lines: [] },
    ],
    faults: [{ kind: 'empty-cue', detail: 'no-text', line: 15, timeMs: 8000, found: '' }],
    privateData: [],
  });
});

describe('the time line', () => {
  it('knows no end where the format has none', () => {
    const { firstMs, lastMs, coveredMs, spans } = factsOf('[00:02.00]二\n[00:01.00]一', 'lrc');
    expect({ firstMs, lastMs, coveredMs, spans }).toEqual({ firstMs: 1000, lastMs: null, coveredMs: null, spans: [] });
  });

  it('takes cues in any order, overlapping, and ends that do not follow their start', () => {
    const text = [
      cue('00:00:20,000 --> 00:00:30,000', '乙'),
      cue('00:00:05,000 --> 00:00:25,000', '甲'),
      cue('00:00:50,000 --> 00:00:40,000', '丙'),
      cue('00:00:32,000 --> 00:00:33,000', '丁'),
    ].join('');
    expect(factsOf(text)).toMatchObject({
      firstMs: 5000,
      lastMs: 33_000,
      coveredMs: 26_000,
      spans: [
        [5000, 30_000],
        [32_000, 33_000],
      ],
    });
  });
});

describe('private data', () => {
  const TEXT =
    '1\n00:00:01,000 --> 00:00:02,000\n我的手机是 13812345678\n\n2\n00:00:03,000 --> 00:00:04,000\n<b>138<i>1234</i>5678</b>\u202E锟斤拷';

  it('is masked in lines and faults, and told of with its place', () => {
    const facts = factsOf(TEXT);
    expect(JSON.stringify(facts)).not.toContain('1234');
    expect(facts.cues[0]?.lines[0]).toMatchObject({ text: '我的手机是 138****5678', columns: 22 });
    expect(facts.privateData).toEqual([
      {
        kind: 'phone',
        masked: '138****5678',
        label: expect.anything(),
        before: '我的手机是 ',
        at: { line: 3, timeMs: 1000 },
      },
      { kind: 'phone', masked: '138****5678', label: null, before: '', at: { line: 7, timeMs: 3000 } },
    ]);
    expect(facts.faults).toMatchObject([{ detail: 'kun-jin-kao', found: '138****5678\\u{202E}锟斤拷' }]);
  });
});

describe('what is found at a fault', () => {
  const TIMES = '00:00:01.000 -> 00:00:02,000';
  it.each([
    ['a number behind a blank line', `${TIMES}\n我的学号是\n\n2021010101\n`, '2021010101'],
    ['a name behind a blank line', `${TIMES}\n来访者\n\n张晓明\n`, '张晓明'],
    ['an account behind a blank line', `${TIMES}\n微信号：\n\nzhangsan88\n`, 'zhangsan88'],
    [
      'words beside the times',
      `${cue('00:00:00,000 --> 00:00:01,000', '微信号：')}${TIMES} zhangsan88\n`,
      'zhangsan88',
    ],
    ['words of no cue', '我的学号是\n\n2021010101\n', '2021010101'],
    ['words of a cue without a time', '1\n00:00:0a --> 00:00:0b\n微信号：\n\nzhangsan88\n', 'zhangsan88'],
  ])('has private data masked: %s', (_, text, datum) => {
    const { faults } = factsOf(text);
    expect(faults.length).toBeGreaterThan(0);
    expect(JSON.stringify(faults)).not.toContain(datum);
  });

  it('parts no surrogate pair', () => {
    const { faults } = factsOf(cue('00:00:01,000 --> 00:00:02,000', `a${'𠮷'.repeat(300)}\uFFFD`));
    expect(faults.at(-1)?.found).toMatch(/^a𠮷+\.\.$/u);
  });

  it('is one short line that can be shown', () => {
    const text = cue('00:00:01,000 --> 00:00:02,000', `\t甲\u0007${'很长'.repeat(100)}\uFFFD`);
    const found = factsOf(text).faults.at(-1)?.found ?? '';
    expect(found).toMatch(/^甲\\u\{7\}很长.*\.\.$/);
    expect(found.length).toBeLessThanOrEqual(60);
  });

  it('is kept of each kind up to a limit', () => {
    const many = Array.from({ length: MAX_FAULTS_OF_KIND + 5 }, () => cue('00:00:01.000 --> 00:00:02,000', '甲')).join(
      '',
    );
    const kinds = factsOf(`${many}${cue('x --> 00:00:02,000', '<b>乙')}`).faults.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'time-syntax')).toHaveLength(MAX_FAULTS_OF_KIND);
    expect(kinds.filter((kind) => kind === 'index')).toHaveLength(MAX_FAULTS_OF_KIND);
  });
});

it('of a track counts cues for lines', () => {
  const facts = subtitleText(
    trackFacts(
      [
        { startMs: 1000, endMs: 2000, text: '大家好\n我的手机是 13812345678' },
        { startMs: 3000, endMs: 4000, text: '<i>锟斤拷' },
      ],
      'utf-8',
    ),
  );
  expect(facts).toMatchObject({
    format: 'mov_text',
    cueCount: 2,
    cues: [{ line: 1 }, { line: 2, lines: [{ line: 2, text: '<i>锟斤拷' }] }],
    faults: [{ kind: 'mojibake', line: 2, timeMs: 3000 }],
    privateData: [{ at: { timeMs: 1000 } }],
  });
  expect(facts.privateData[0]?.at).not.toHaveProperty('line');
});

it('takes ten thousand cues in a fraction of a second', () => {
  const clock = (second: number) => new Date(second * 1000).toISOString().slice(11, 23).replace('.', ',');
  const text = Array.from({ length: 10_000 }, (_, at) => {
    const times = `${clock(at * 3)} --> ${clock(at * 3 + 2)}`;
    return `${at + 1}\n${times}\n今天我们来聊一聊“情绪”，第 ${at} 次\nToday we talk about it\n\n`;
  }).join('');
  const start = performance.now();
  expect(factsOf(text)).toMatchObject({ cueCount: 10_000, faults: [], languages: ['zh', 'en'] });
  expect(performance.now() - start).toBeLessThan(15_000);
});
