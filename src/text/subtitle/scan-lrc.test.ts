import { describe, expect, it } from 'vitest';
import { scanSubtitle } from './scan.ts';

function read(text: string) {
  const { cues, faults } = scanSubtitle(text, 'lrc');
  return {
    cues: cues.map(({ timeLine, startMs, endMs, text: lines }) => [timeLine, startMs, endMs, lines[0]?.raw]),
    faults: faults.map(({ line, detail, certain }) => `${line} ${detail}${certain ? '' : '?'}`),
  };
}

describe('LRC', () => {
  it.each<[string, string, unknown[]]>([
    [
      'hundredths, thousandths, or none',
      '[00:01.20]一\n[00:02.345]二\n[00:03]三',
      [
        [1, 1200, null, '一'],
        [2, 2345, null, '二'],
        [3, 3000, null, '三'],
      ],
    ],
    ['tags', '[ti:课]\n[ar:某]\n[by: x]\n[#:注]\n[00:01.00]一', [[5, 1000, null, '一']]],
    [
      'several stamps a line, in order of time',
      '[00:01.00][00:05.00]一\n[00:03.00]二',
      [
        [1, 1000, null, '一'],
        [2, 3000, null, '二'],
        [1, 5000, null, '一'],
      ],
    ],
    ['a stamp without words, which clears the screen', '[00:01.00]一\n[00:02.00]\n', [[1, 1000, null, '一']]],
    [
      'an offset, which brings the words forward',
      '[offset:+500]\n[00:01.00]一\n[00:00.20]二',
      [
        [3, 0, null, '二'],
        [2, 500, null, '一'],
      ],
    ],
    ['an offset that holds them back, at the end', '[00:01.00]一\n[offset: -500]', [[1, 1500, null, '一']]],
    [
      'minutes over an hour',
      '[75:01.00]一\n[100:01.00]二',
      [
        [1, 4_501_000, null, '一'],
        [2, 6_001_000, null, '二'],
      ],
    ],
    ['words that quote a stamp', '[00:01.00]见 [12:30] 处', [[1, 1000, null, '见 [12:30] 处']]],
    ['blank lines', '\n[00:01.00]一\n\n', [[2, 1000, null, '一']]],
  ])('%s', (_, text, cues) => {
    expect(read(text)).toEqual({ cues, faults: [] });
  });

  it.each<[string, string, unknown[], string[]]>([
    ['full-width signs', '[00：01．20]一', [[1, 1200, null, '一']], ['1 full-width']],
    ['other brackets', '【00:01.20】一', [[1, 1200, null, '一']], ['1 full-width']],
    ['colons, which may mean hours', '[00:01:20]一', [[1, 1200, null, '一']], ['1 separator?']],
    ['one digit', '[0:01.5]一', [[1, 1500, null, '一']], ['1 fields', '1 milliseconds?']],
    ['hours', '[01:00:01.20]一', [[1, 3_601_200, null, '一']], ['1 fields']],
    ['75 seconds', '[00:75.00]一', [[1, 75_000, null, '一']], ['1 minutes-or-seconds?']],
    ['a time before zero', '[-00:01.00]一', [[1, 0, null, '一']], ['1 negative?']],
    ['a stamp that is none', '[0x:01.00]一\n[00:02.00]二', [[2, 2000, null, '二']], ['1 not-a-time?']],
    ['one of two that is none', '[00:01.00][0x:02.00]一', [[1, 1000, null, '一']], ['1 not-a-time?']],
    ['words without a stamp', '[00:01.00]一\n二', [[1, 1000, null, '一']], ['2 time-missing?']],
  ])('%s', (_, text, cues, faults) => {
    expect(read(text)).toEqual({ cues, faults });
  });
});
