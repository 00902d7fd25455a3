import { expect, it } from 'vitest';
import type { RuleId, RuleParams } from '../model/rule-params.ts';
import { SUBTITLE_FAULT_DETAILS } from '../model/subtitle-facts.ts';
import type { Language } from './catalogue.ts';
import { messagesIn } from './messages-for-tests.ts';

const path = '字幕.srt';

function say<Id extends RuleId>(language: Language, id: Id, params: RuleParams[Id]): { message: string; fix: string } {
  const text = messagesIn(language).rules[id];
  return { message: text.message(params), fix: text.fix?.(params) ?? text.mend };
}

const wide = { found: '00：00：01,000 --> 00:00:02,000', detail: 'full-width' } as const;
const times = (...lines: number[]) => ({ path, spots: lines.map((line) => ({ line, timeMs: 1000, ...wide })) });

it('tells of the first three places and counts all', () => {
  expect(say('zh-CN', 'subtitle/time-syntax', times(2, 6, 10, 14)).message).toBe(
    '「字幕.srt」有 4 处时间码写法不对（用了全角符号）：第 2 行「00：00：01,000 --> 00:00:02,000」、第 6 行「00：00：01,000 --> 00:00:02,000」、第 10 行「00：00：01,000 --> 00:00:02,000」等',
  );
  expect(say('en', 'subtitle/time-syntax', times(2)).message).toBe(
    '"字幕.srt" has 1 malformed time (full-width signs): line 2 "00：00：01,000 --> 00:00:02,000"',
  );
});

it('says of each place what is wrong where that differs', () => {
  const spots = [
    { line: 2, ...wide, found: '00：00' },
    { line: 6, detail: 'not-a-time' as const },
  ];
  expect(say('zh-CN', 'subtitle/time-syntax', { path, spots }).message).toBe(
    '「字幕.srt」有 2 处时间码写法不对：第 2 行「00：00」（用了全角符号）、第 6 行（认不出是什么时间）',
  );
});

it('sends to fix what fix can mend, and only that', () => {
  expect(say('zh-CN', 'subtitle/time-syntax', times(2)).fix).toMatch(/^可以运行 sizheng fix/);
  const doubtful = { path, spots: [{ line: 2, detail: 'not-a-time' as const }] };
  expect(say('zh-CN', 'subtitle/time-syntax', doubtful).fix).toContain('Subtitle Edit');
});

it('names the cues of a track by their time, and mends them in the project', () => {
  const params = { path: '微课.mp4', spots: [{ timeMs: 61_000, value: 600, found: '0.6 s' }], limit: 833 };
  const { message, fix } = say('zh-CN', 'subtitle/min-duration', params);
  expect(message).toBe('「微课.mp4」有 1 条字幕一闪而过：01:01 0.6 秒（不少于约 0.8 秒）');
  expect(fix).toContain('封装在视频里');
});

it('gives each language its own limit', () => {
  const params = {
    path,
    spots: [
      { line: 2, value: 47, script: 'han' as const },
      { line: 6, value: 60, script: 'other' as const },
    ],
    limits: { han: 40, other: 42 },
  };
  expect(say('zh-CN', 'subtitle/line-length', params).message).toBe(
    '「字幕.srt」有 2 条字幕一行太长：第 2 行 23.5 字、第 6 行 外文 60 个字符（不超过 20 字，外文不超过 42 个字符）',
  );
  expect(say('en', 'subtitle/reading-speed', { ...params, spots: params.spots.slice(0, 1) }).message).toBe(
    '"字幕.srt" has 1 cue too fast to read: line 2, 47 Chinese characters a second (at most 40 Chinese characters a second)',
  );
});

it('names an encoding as the clerk knows it', () => {
  expect(say('zh-CN', 'subtitle/encoding', { path, encoding: 'gbk' }).message).toBe(
    '「字幕.srt」是 GBK（国标）编码，也就是记事本里的「ANSI」，要求 UTF-8',
  );
  expect(say('zh-CN', 'subtitle/encoding', { path, encoding: null }).message).toContain('认不出来');
});

it('tells a subtitle that is a little long from that of another video', () => {
  const past = {
    path,
    pastMs: 1200,
    cues: 200,
    cuesAfterEnd: 0,
    videoMs: 900_000,
    lastMs: 901_200,
    mostAfterEnd: false,
  };
  expect(say('zh-CN', 'subtitle/past-end', past).message).toBe(
    '「字幕.srt」的最后一条到 15:01.2，视频到 15:00 就结束了',
  );
  expect(say('zh-CN', 'subtitle/past-end', { ...past, cuesAfterEnd: 150, mostAfterEnd: true }).message).toBe(
    '「字幕.srt」像是另一个视频的字幕：视频到 15:00 就结束了，200 条字幕里有 150 条在这之后',
  );
});

it('tells a limit roughly, unless a cue would seem to keep to it', () => {
  const short = (value: number) => ({ path, spots: [{ line: 2, value, found: '' }], limit: 833 });
  expect(say('en', 'subtitle/min-duration', short(600)).message).toMatch(/\(at least about 0\.8 s\)$/);
  expect(say('zh-CN', 'subtitle/min-duration', short(820)).message).toMatch(/0\.82 秒（不少于 0\.833 秒）$/);
  expect(say('en', 'subtitle/min-duration', { ...short(500), limit: 1000 }).message).toMatch(/\(at least 1 s\)$/);
});

it('gives the advice of a rule once for a file', () => {
  const long = { path, spots: [{ line: 3, value: 47, script: 'han' as const }], limits: { han: 40, other: 42 } };
  expect(say('zh-CN', 'subtitle/line-length', long).fix).toContain('断成两条');
  expect(say('zh-CN', 'subtitle/line-length', { ...long, besides: true })).toEqual({
    message: '「字幕.srt」另有 1 条字幕一行太长：第 3 行 23.5 字（不超过 20 字）',
    fix: '改法与这份字幕同名的另一条相同。',
  });
  expect(say('en', 'subtitle/line-length', { ...long, besides: true }).message).toMatch(
    /^"字幕\.srt" has 1 more cue with/,
  );
});

it('sends cues out of order to fix once their times are sure', () => {
  const spots = [{ line: 18, timeMs: 24_100, found: '00:24.1' }];
  expect(say('zh-CN', 'subtitle/order', { path, spots }).fix).toMatch(/^时间没有写错的，运行 sizheng fix/);
  expect(say('zh-CN', 'subtitle/order', { path, spots, doubtful: true }).fix).toBe(
    '请先改好认不准的时间码，再运行 sizheng fix 按时间重排。',
  );
});

it('tells a traditional text from traditional words', () => {
  const spots = [{ line: 3, found: '後來' }];
  expect(say('zh-CN', 'subtitle/traditional', { path, spots, cues: 9, mostly: false }).message).toBe(
    '「字幕.srt」有 1 条字幕用了繁体字或异体字：第 3 行「後來」',
  );
  expect(say('zh-CN', 'subtitle/traditional', { path, spots, cues: 1, mostly: true }).message).toBe(
    '「字幕.srt」整份多为繁体：1 条中文字幕里有 1 条用了繁体字或异体字，如第 3 行「後來」',
  );
});

it('says how much of the video a long tail is', () => {
  const tail = { path, lastMs: 600_000, videoMs: 900_000, limitMs: 60_000 };
  expect(say('zh-CN', 'subtitle/tail', { ...tail, largePercent: 33 }).message).toBe(
    '「字幕.srt」到 10:00 就没有了，后面还有 05:00 没有字幕，占全片的 33%',
  );
  expect(say('zh-CN', 'subtitle/tail', { ...tail, largePercent: null })).toMatchObject({
    message: expect.stringMatching(/没有字幕$/),
    fix: expect.stringContaining('没做完的请补齐后重新导出'),
  });
});

it('says where a cue has a line too many', () => {
  const spots = [{ line: 4, value: 2, found: '2' }];
  expect(say('zh-CN', 'subtitle/lines', { path, spots, limit: 1, per: 'chinese' }).message).toBe(
    '「字幕.srt」有 1 条字幕的中文分成了几行：第 4 行（中文 2 行）',
  );
});

it.each(['zh-CN', 'en'] as const)('has words of its own for every fault in %s', (language) => {
  const told = SUBTITLE_FAULT_DETAILS.map(
    (detail) => say(language, 'subtitle/tags', { path, spots: [{ line: 1, detail }] }).message,
  );
  expect(new Set(told).size).toBe(SUBTITLE_FAULT_DETAILS.length);
});
