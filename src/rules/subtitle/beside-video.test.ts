import { testRule, video } from '../builders-for-tests.ts';
import { type CueRow, subtitleSubject } from './facts-for-tests.ts';

/** The video of `subtitleSubject`. */
const END = 1_000_000;
const untold = [video({ durationMs: null })];
const broken = subtitleSubject([[1000, null, '一']]);

/** Cues of two seconds, half a second apart. */
function row(from: number, until: number): CueRow[] {
  const count = Math.floor((until - from) / 2500);
  return Array.from({ length: count }, (_, at) => [from + at * 2500, from + at * 2500 + 2000, `第${at}句`]);
}
const whole = row(2000, END - 5000);

testRule('subtitle/past-end', 'subtitle', {
  accept: [
    ['a subtitle within its video', subtitleSubject(whole)],
    ['half a second over', subtitleSubject([...whole, [END - 2000, END + 500, '再见']])],
    ['one cue out of order, which is another rule’s', subtitleSubject([[END + 60_000, END + 62_000, '一'], ...whole])],
    ['one whose end lies before its start, which is another rule’s', subtitleSubject([...whole, [END + 9, 1, '一']])],
    ['LRC within the video', subtitleSubject([[1000, null, '一']], { format: 'lrc' })],
  ],
  reject: [
    [
      'more',
      subtitleSubject([...whole, [END - 2000, END + 501, '再见']]),
      {
        grade: 'default',
        at: { timeMs: END - 2000 },
        actual: '16:40.5',
        expected: '<= 16:40',
        params: { pastMs: 501, cuesAfterEnd: 0, videoMs: END, lastMs: END + 501 },
      },
    ],
    [
      'half of the cues',
      subtitleSubject([
        [1000, 3000, '一'],
        [END, END + 2000, '二'],
      ]),
      { grade: 'default', at: { line: 6 }, params: { cuesAfterEnd: 1, cues: 2 } },
    ],
    [
      'most of the cues: the subtitle of another video',
      subtitleSubject([[1000, 3000, '一'], ...row(END, END + 20_000)]),
      { grade: 'error', params: { cuesAfterEnd: 8, cues: 9 } },
    ],
    ['a start of LRC', subtitleSubject([[END + 501, null, '一']], { format: 'lrc' }), { grade: 'error' }],
  ],
  skip: [
    ['a video of unknown length', subtitleSubject(whole, {}, untold)],
    ['cues whose times nobody can tell', broken],
  ],
});

testRule('subtitle/tail', 'subtitle', {
  accept: [
    ['a subtitle up to the end', subtitleSubject(whole)],
    ['a minute of credits', subtitleSubject([[1000, END - 60_000, '一']])],
    ['one that goes past the end, which is another rule’s', subtitleSubject([[1000, END + 9000, '一']])],
  ],
  reject: [
    [
      'more than a minute',
      subtitleSubject([
        [1000, 3000, '一'],
        [4000, END - 60_001, '二'],
      ]),
      {
        at: { line: 6, timeMs: 4000 },
        actual: '15:39',
        expected: '>= 15:40',
        params: { lastMs: END - 60_001, videoMs: END, limitMs: 60_000, largePercent: null },
      },
    ],
    ['30 per cent of the video', subtitleSubject([[1000, END - 300_000, '一']]), { params: { largePercent: null } }],
    ['more', subtitleSubject([[1000, END - 310_000, '一']]), { params: { largePercent: 31 } }],
  ],
  skip: [
    ['a video of unknown length', subtitleSubject(whole, {}, untold)],
    ['cues whose times nobody can tell', broken],
  ],
  notApplicable: [['LRC', subtitleSubject([[1000, null, '一']], { format: 'lrc' })]],
});

testRule('subtitle/coverage', 'subtitle', {
  accept: [
    ['cues with pauses between', subtitleSubject(whole)],
    [
      '60 per cent',
      subtitleSubject([
        [0, 3000, '一'],
        [7000, 10_000, '二'],
      ]),
    ],
    ['a single cue', subtitleSubject([[5000, 7000, '一']])],
    ['what lies after the end of the video left out', subtitleSubject([...whole, [END * 9, END * 9 + 1000, '一']])],
    ['a cue out of order left out', subtitleSubject([[END - 9000, END - 8000, '一'], ...row(0, 20_000)])],
    ['a file whose video is not known', subtitleSubject(whole, {}, [])],
  ],
  reject: [
    [
      'less',
      subtitleSubject([
        [0, 2900, '一'],
        [7000, 10_000, '二'],
      ]),
      { actual: '59 %', expected: '>= 60 %', params: { percent: 59, limitPercent: 60 } },
    ],
    [
      'time under two cues counted once',
      subtitleSubject([
        [0, 3000, '一'],
        [0, 3000, '二'],
        [9000, 10_000, '三'],
      ]),
      { actual: '40 %' },
    ],
  ],
  skip: [['cues whose times nobody can tell', broken]],
  notApplicable: [['LRC', subtitleSubject([[1000, null, '一']], { format: 'lrc' })]],
});
