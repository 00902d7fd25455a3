import type { RuleContext } from '../../model/rule.ts';
import { context, spec, testRule } from '../builders-for-tests.ts';
import { type CueRow, garbled, subtitleSubject } from './facts-for-tests.ts';

const HAN = '心'.repeat(100);
const LATIN = 'm'.repeat(100);
const han = (count: number) => HAN.slice(0, count);
const latin = (count: number) => LATIN.slice(0, count);
const one = (...text: string[]) => subtitleSubject([[1000, 3000, ...text]]);

function strict(rule: string, limits: Record<string, number>): RuleContext {
  return context({ spec: spec({ rules: { [rule]: { severity: null, off: null, limits } } }) });
}

testRule('subtitle/line-length', 'subtitle', {
  accept: [
    ['20 characters', one(han(20))],
    ['20, two half-width ones as one', one(`${han(19)}AB`)],
    ['two lines of 20', one(han(20), han(20))],
    ['42 Latin letters', one(latin(42))],
    [
      'a garbled cue, which is another rule’s',
      garbled([
        [1000, 3000, han(26)],
        [4000, 6000, '一'],
      ]),
    ],
  ],
  reject: [
    [
      '21 characters',
      one(han(21)),
      {
        grade: 'info',
        at: { line: 3, timeMs: 1000 },
        actual: '21',
        expected: '<= 20',
        params: { limits: { han: 40, other: 42 }, spots: [{ line: 3, value: 42, script: 'han', found: '21' }] },
      },
    ],
    ['half a character more', one(`${han(20)}A`), { actual: '20.5' }],
    ['26 characters', one(han(26)), { grade: 'warning', actual: '26', expected: '<= 25' }],
    ['43 Latin letters', one(latin(43)), { grade: 'info', actual: '43', expected: '<= 42' }],
    ['more Latin letters than two lines hold', one(latin(85)), { grade: 'warning', expected: '<= 84' }],
    [
      'the Chinese line of two languages, and it alone',
      one(han(21), latin(42)),
      { params: { spots: [{ value: 42, script: 'han' }] } },
    ],
    ['the line that is long', one('一', han(21)), { at: { line: 4 } }],
    [
      'in a track, by its time',
      subtitleSubject([[1000, 3000, han(21)]], { format: 'mov_text' }),
      { at: { timeMs: 1000 } },
    ],
    [
      'the grades apart',
      subtitleSubject([
        [1000, 3000, han(26)],
        [4000, 6000, han(22)],
        [7000, 9000, han(24)],
      ]),
      [
        { grade: 'warning', actual: '26', at: { line: 3 } },
        {
          grade: 'info',
          actual: '24',
          at: { line: 7 },
          params: {
            besides: true,
            spots: [
              { line: 7, value: 44, script: 'han' },
              { line: 11, value: 48, script: 'han' },
            ],
          },
        },
      ],
    ],
    [
      '17 characters where a spec has 16',
      one(han(17)),
      { grade: 'warning', expected: '<= 16' },
      strict('subtitle/line-length', { infoColumns: 32, warningColumns: 32 }),
    ],
  ],
  skip: [
    ['a file without a cue that can be read', subtitleSubject([])],
    ['one whose every cue is garbled', garbled([[1000, 3000, han(26)]])],
  ],
});

testRule('subtitle/lines', 'subtitle', {
  accept: [
    ['one line', one('一')],
    ['one line of each language', one('一', 'one')],
    ['two lines of another script', one('one', 'two')],
    ['two speakers', one('- 你好吗', '- 还好')],
    ['no line at all, which is another rule’s', one()],
  ],
  reject: [
    [
      'two lines of one language',
      one('一', '二'),
      { grade: 'info', at: { line: 4 }, actual: '2', expected: '<= 1', params: { per: 'chinese' } },
    ],
    ['one speaker over two lines', one('- 你好吗', '最近'), { grade: 'info' }],
    [
      'three lines',
      one('一', 'one', 'two'),
      { grade: 'warning', at: { line: 5 }, actual: '3', expected: '<= 2', params: { per: 'cue' } },
    ],
    ['three speakers', one('-一', '-二', '-三'), { grade: 'warning' }],
  ],
});

/** A cue that is read at this speed. */
const read = (perSecond: number, letter = '心'): readonly CueRow[] => [[0, 1000, letter.repeat(perSecond)]];

testRule('subtitle/reading-speed', 'subtitle', {
  accept: [
    ['9 characters a second', subtitleSubject(read(9))],
    ['what is 9 when rounded', subtitleSubject([[0, 2990, han(27)]])],
    ['20 Latin letters a second', subtitleSubject(read(20, 'm'))],
    ['9 of one language and 20 of the other', subtitleSubject([[0, 1000, han(9), latin(20)]])],
    [
      'a cue too short for anything, which is another rule’s',
      subtitleSubject([
        [0, 800, han(20)],
        [1000, 3000, '一'],
      ]),
    ],
  ],
  reject: [
    [
      '10 characters a second',
      subtitleSubject(read(10)),
      {
        grade: 'info',
        at: { line: 3 },
        actual: '10 cps',
        expected: '<= 9 cps',
        params: { spots: [{ value: 10, script: 'han' }] },
      },
    ],
    ['12', subtitleSubject(read(12)), { grade: 'warning', expected: '<= 11 cps' }],
    ['one language over two lines', subtitleSubject([[0, 1000, han(6), han(6)]]), { actual: '12 cps' }],
    ['21 Latin letters', subtitleSubject(read(21, 'm')), { grade: 'info', expected: '<= 20 cps' }],
    [
      '26 Latin letters',
      subtitleSubject(read(26, 'm')),
      { grade: 'warning', params: { limits: { han: 11, other: 25 } } },
    ],
    [
      'the worse of two languages, by its own limit',
      subtitleSubject([[0, 1000, han(10), latin(24)]]),
      {
        actual: '24 cps',
        expected: '<= 20 cps',
        params: {
          spots: [
            { value: 10, script: 'han' },
            { value: 24, script: 'other' },
          ],
        },
      },
    ],
  ],
  skip: [
    ['cues whose times nobody can tell', subtitleSubject([[0, null, '一']])],
    ['cues that are garbled', garbled(read(12))],
  ],
  notApplicable: [['LRC', subtitleSubject([[0, null, '一']], { format: 'lrc' })]],
});
