import { context, picture, spec, testRule } from '../builders-for-tests.ts';
import { type CueRow, fault, garbled, subtitleSubject } from './facts-for-tests.ts';

/** One cue after another, a second apart. */
const CALM: readonly CueRow[] = [
  [1000, 3000, '先请你回想一下'],
  [4000, 6000, '刚刚过去的这一周'],
  [7000, 9000, '有没有哪一刻'],
  [10_000, 12_000, '你忽然很想发火'],
];
const ENDLESS: readonly CueRow[] = [
  [1000, null, '深呼吸'],
  [3000, null, '慢慢呼出来'],
];
const lrc = subtitleSubject(ENDLESS, { format: 'lrc' });
const broken = subtitleSubject(ENDLESS);
const calm = subtitleSubject(CALM);
const LANGUAGES = { languages: ['zh', 'en'] } as const;
const BLOCKS: readonly CueRow[] = [...CALM, [1000, 3000, 'Think back'], [4000, 6000, 'to the week behind you']];

function withCue(cue: CueRow): readonly CueRow[] {
  return [...CALM, cue];
}

testRule('subtitle/order', 'subtitle', {
  accept: [
    ['cues in order', calm],
    ['two at the same time', subtitleSubject(withCue([10_000, 11_000, '（笑）']))],
    ['a second language in a block of its own', subtitleSubject(BLOCKS, LANGUAGES)],
    ['one cue more than once, which is another rule’s', subtitleSubject([...CALM, ...CALM])],
    ['an empty cue, which is another rule’s', subtitleSubject(withCue([2000, 3000]))],
    ['an end before its start, which is another rule’s', subtitleSubject(withCue([2000, 1000, '可是']))],
  ],
  reject: [
    [
      'a cue that comes too late',
      subtitleSubject(withCue([6100, 6900, '可是'])),
      { at: { line: 18, timeMs: 6100 }, actual: '1', params: { spots: [{ line: 18, found: '00:06.1' }] } },
    ],
    [
      'a cue with a time far ahead: that one, and not all behind it',
      subtitleSubject([[600_000, 602_000, '可是'], ...CALM]),
      { params: { spots: [{ line: 2 }] } },
    ],
    ['a second block in the same language', subtitleSubject(BLOCKS), { actual: '2' }],
    [
      'one beside a cue without an end',
      subtitleSubject([...withCue([6100, 6900, '可是']), [20_000, null, '一']]),
      { params: { doubtful: true } },
    ],
    [
      'one beside a time that cannot be read',
      subtitleSubject(withCue([6100, 6900, '可是']), {
        faults: [fault({ kind: 'time-syntax', detail: 'not-a-time', timeMs: null })],
      }),
      { params: { doubtful: true } },
    ],
    [
      'a cue of a track, by its time',
      subtitleSubject(withCue([6100, 6900, '可是']), { format: 'mov_text' }),
      { at: { timeMs: 6100 }, params: { spots: [{ timeMs: 6100, found: '00:06.1' }] } },
    ],
  ],
  skip: [['cues whose times nobody can tell', broken]],
  notApplicable: [
    ['LRC', lrc],
    ['ASS, which is sorted when it is played', subtitleSubject(withCue([6100, 6900, '可是']), { format: 'ass' })],
  ],
});

testRule('subtitle/duplicate-cue', 'subtitle', {
  accept: [
    ['the same word at another time', subtitleSubject(withCue([13_000, 14_000, '有没有哪一刻']))],
    ['the same word right behind', subtitleSubject(withCue([12_000, 14_000, '你忽然很想发火']))],
    ['another word at the same time', subtitleSubject(withCue([10_000, 12_000, '（音乐）']))],
    [
      'garbled words, which are another rule’s',
      garbled([
        [1000, 3000, '\uFFFD'],
        [500, 2000, '\uFFFD'],
      ]),
    ],
  ],
  reject: [
    [
      'the same word at the same time',
      subtitleSubject(withCue([10_000, 12_000, '你忽然很想发火'])),
      { grade: 'default', at: { line: 18 }, params: { spots: [{ found: '你忽然很想发火' }] } },
    ],
    ['the same word before it has gone', subtitleSubject(withCue([11_000, 13_000, '你忽然很想发火'])), { actual: '1' }],
    ['a whole file twice', subtitleSubject([...CALM, ...CALM]), { actual: '4' }],
    [
      'what ASS may mean so',
      subtitleSubject(withCue([10_000, 12_000, '你忽然很想发火']), { format: 'ass' }),
      { grade: 'info' },
    ],
    [
      'a line of LRC twice',
      subtitleSubject([...ENDLESS, [3000, null, '慢慢呼出来']], { format: 'lrc' }),
      { actual: '1' },
    ],
  ],
  skip: [['cues whose times nobody can tell', broken]],
});

const overlapping = (startMs: number) => withCue([startMs, 14_000, '（笑）']);

testRule('subtitle/overlap', 'subtitle', {
  accept: [
    ['cues apart', calm],
    ['cues that touch', subtitleSubject(overlapping(12_000))],
    ['the other language at the same time', subtitleSubject(BLOCKS, LANGUAGES)],
    ['a cue said twice, which is another rule’s', subtitleSubject(withCue([11_000, 13_000, '你忽然很想发火']))],
    ['a cue out of order, which is another rule’s', subtitleSubject(withCue([2000, 3500, '可是']))],
    ['a cue that does not end, which is another rule’s', subtitleSubject([[0, 15_001, '可是'], ...CALM])],
  ],
  reject: [
    [
      'half a second',
      subtitleSubject(overlapping(11_500)),
      { grade: 'info', actual: '0.5 s', expected: '<= 0 s', params: { limit: 0, spots: [{ line: 18, value: 500 }] } },
    ],
    [
      'more than half a second',
      subtitleSubject(overlapping(11_499)),
      { grade: 'warning', at: { line: 18, timeMs: 11_499 }, actual: '0.501 s', params: { limit: 500 } },
    ],
    [
      'both, each once',
      subtitleSubject([
        [1000, 3000, '一'],
        [2999, 5000, '二'],
        [4000, 6000, '三'],
      ]),
      [
        { grade: 'warning', params: { spots: [{ value: 1000 }] } },
        { grade: 'info', params: { spots: [{ value: 1 }] } },
      ],
    ],
    [
      'one language in both',
      subtitleSubject(
        [
          [1000, 3000, '一', 'one'],
          [2500, 5000, '二', 'two'],
        ],
        LANGUAGES,
      ),
      { params: { spots: [{ value: 500 }] } },
    ],
    [
      "more than the spec's own number",
      subtitleSubject(overlapping(11_700)),
      { grade: 'warning', params: { limit: 200 } },
      context({
        spec: spec({ rules: { 'subtitle/overlap': { severity: null, off: null, limits: { warningMs: 200 } } } }),
      }),
    ],
  ],
  skip: [['cues whose times nobody can tell', broken]],
  notApplicable: [
    ['LRC', lrc],
    ['ASS, whose players set one above the other', subtitleSubject(overlapping(10_500), { format: 'ass' })],
  ],
});

testRule('subtitle/min-duration', 'subtitle', {
  accept: [
    ['five sixths of a second', subtitleSubject(withCue([13_000, 13_833, '好']))],
    ['an end before its start, which is another rule’s', subtitleSubject(withCue([13_000, 12_900, '好']))],
    ['an empty cue, which is another rule’s', subtitleSubject(withCue([13_000, 13_100]))],
  ],
  reject: [
    [
      'less',
      subtitleSubject(withCue([13_000, 13_832, '好'])),
      {
        grade: 'warning',
        at: { line: 18 },
        actual: '0.832 s',
        expected: '>= 0.833 s',
        params: { limit: 833, spots: [{ value: 832 }] },
      },
    ],
    [
      'the shortest of several',
      subtitleSubject([
        [0, 500, '一'],
        [1000, 1200, '二'],
      ]),
      { actual: '0.2 s' },
    ],
  ],
  skip: [['cues whose times nobody can tell', broken]],
  notApplicable: [['LRC', lrc]],
});

testRule('subtitle/max-duration', 'subtitle', {
  accept: [['seven seconds', subtitleSubject(withCue([13_000, 20_000, '♪']))]],
  reject: [
    ['more', subtitleSubject(withCue([13_000, 20_001, '♪'])), { grade: 'info', params: { limit: 7000 } }],
    [
      'more than fifteen',
      subtitleSubject(withCue([13_000, 28_001, '♪'])),
      { grade: 'warning', actual: '15.001 s', expected: '<= 15 s', params: { limit: 15_000 } },
    ],
    ['a title in ASS', subtitleSubject(withCue([13_000, 99_000, '片名']), { format: 'ass' }), { grade: 'info' }],
  ],
  skip: [['cues whose times nobody can tell', broken]],
  notApplicable: [['LRC', lrc]],
});

const after = (ms: number): readonly CueRow[] => [
  [1000, 3000, '一'],
  [3000 + ms, 6000, '二'],
];

testRule('subtitle/gap', 'subtitle', {
  accept: [
    ['two frames of a video of 25 a second', subtitleSubject(after(80))],
    ['two frames of 29.97', subtitleSubject(after(66), {}, [picture({ frameRate: 29.97 })])],
    ['two frames where there is no video', subtitleSubject(after(80), {}, [])],
    ['two frames of 25 where the video has one a second', subtitleSubject(after(80), {}, [picture({ frameRate: 1 })])],
    ['an overlap, which is another rule’s', subtitleSubject(after(-10))],
  ],
  reject: [
    [
      'less',
      subtitleSubject(after(79)),
      { grade: 'warning', actual: '0.079 s', expected: '>= 0.08 s', params: { frames: 2, limit: 80 } },
    ],
    ['none', subtitleSubject(after(0)), { actual: '0 s' }],
    ['less than two frames of 24', subtitleSubject(after(82), {}, [picture({ frameRate: 24 })]), { actual: '0.082 s' }],
  ],
  skip: [['cues whose times nobody can tell', broken]],
  notApplicable: [['LRC', lrc]],
});
