import { testRule } from '../builders-for-tests.ts';
import { type CueRow, fault, garbled, SUBTITLE_PATH, subtitleSubject } from './facts-for-tests.ts';

const CUES: readonly CueRow[] = [
  [1000, 3000, '先请你回想一下'],
  [4000, 6000, '刚刚过去的这一周'],
];
const clean = subtitleSubject(CUES);

testRule('subtitle/time-syntax', 'subtitle', {
  accept: [
    ['a clean file', clean],
    ['faults of another kind', subtitleSubject(CUES, { faults: [fault({ kind: 'index', detail: 'missing' })] })],
  ],
  reject: [
    [
      'all faults of its kind as one, the first in front',
      subtitleSubject(CUES, {
        faults: [
          fault({ kind: 'time-syntax', detail: 'full-width', line: 2, timeMs: 1000, found: '00：00：01,000' }),
          fault({ kind: 'tags' }),
          fault({ kind: 'time-syntax', detail: 'not-a-time', line: 6, timeMs: null, found: '' }),
        ],
      }),
      {
        at: { line: 2, timeMs: 1000 },
        actual: '2',
        expected: '0',
        params: {
          path: SUBTITLE_PATH,
          spots: [
            { line: 2, timeMs: 1000, found: '00：00：01,000', detail: 'full-width' },
            { line: 6, detail: 'not-a-time' },
          ],
        },
      },
    ],
  ],
  notApplicable: [['a track, whose times are numbers', subtitleSubject(CUES, { format: 'mov_text' })]],
});

testRule('subtitle/time-range', 'subtitle', {
  reject: [
    [
      'a time below zero, by its line alone',
      subtitleSubject(CUES, {
        faults: [fault({ kind: 'time-range', detail: 'negative', timeMs: -5, found: '-00:00:00,005' })],
      }),
      { at: { line: 3 }, params: { spots: [{ line: 3, found: '-00:00:00,005', detail: 'negative' }] } },
    ],
  ],
});

testRule('subtitle/index', 'subtitle', {
  accept: [['a clean file', clean]],
  reject: [
    [
      'a missing number',
      subtitleSubject(CUES, { faults: [fault({ kind: 'index', detail: 'missing', found: '' })] }),
      { grade: 'default', params: { spots: [{ line: 3, timeMs: 1000, detail: 'missing' }] } },
    ],
  ],
  notApplicable: [['WebVTT, where it may be left out', subtitleSubject(CUES, { format: 'vtt' })]],
});

const lost = (line: number) => fault({ kind: 'mojibake', detail: 'replacement', line, found: '\uFFFD' });

testRule('subtitle/mojibake', 'subtitle', {
  accept: [['a clean file', clean]],
  reject: [
    [
      'two lines of one cue as one, those of another cue and of none apart',
      subtitleSubject(
        [
          [1000, 3000, '一', '二'],
          [4000, 6000, '三'],
        ],
        { faults: [lost(1), lost(3), lost(4), lost(8)] },
      ),
      { actual: '3', params: { spots: [1, 3, 8].map((line) => ({ line, detail: 'replacement' })) } },
    ],
  ],
});

testRule('subtitle/tags', 'subtitle', {
  accept: [
    ['a clean track', subtitleSubject(CUES, { format: 'mov_text' })],
    ['a tag in a garbled cue, which is another rule’s', garbled(CUES, { faults: [fault({ line: 3 })] })],
  ],
  reject: [
    ['a tag in another cue than the garbled one', garbled(CUES, { faults: [fault({ line: 7 })] }), { at: { line: 7 } }],
    [
      'a tag of a track, by its time',
      subtitleSubject(CUES, { format: 'mov_text', faults: [fault({ line: 1 })] }),
      { at: { timeMs: 1000 }, params: { spots: [{ timeMs: 1000, found: '<i>', detail: 'unbalanced' }] } },
    ],
  ],
});
