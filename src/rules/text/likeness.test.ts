import type { TextSubject } from '../../model/rule.ts';
import type { LikenessParams } from '../../model/text-params.ts';
import { category, context, item, spec, testRule } from '../builders-for-tests.ts';

const PATH = '会商指导方案/05-返校适应-甲大学/方案.docx';
const OTHER = '会商指导方案/01-考研失利-乙大学/方案.docx';

function subject(change: Partial<TextSubject> = {}): TextSubject {
  return {
    item: item(),
    category: category(),
    slot: null,
    name: PATH,
    path: PATH,
    privateData: [],
    ...change,
  };
}

function likeness(percent: number, characters: number, other = OTHER): LikenessParams {
  const run = { text: '先处理情绪', characters, at: { paragraph: 3 }, otherAt: { paragraph: 4 } };
  return { path: PATH, other, otherItem: other, percent, runs: [run], untold: 0 };
}

/** With what was found for the subject's text. */
function withLikenesses(likenesses: readonly LikenessParams[], limits: Readonly<Record<string, number>> = {}) {
  const rules = { 'duplicate/text': { severity: null, off: null, limits } };
  return context({ spec: spec({ rules }), likenesses: new Map([[PATH, likenesses]]) });
}

const at = { paragraph: 3, other: OTHER };

testRule('duplicate/text', 'text', {
  accept: [['a text that is like no other', subject(), withLikenesses([])]],
  reject: [
    ['8 %', subject(), { grade: 'info', at, actual: '8 %', expected: '< 8 %' }, withLikenesses([likeness(8, 90)])],
    ['14 %', subject(), { grade: 'info' }, withLikenesses([likeness(14, 90)])],
    ['15 %', subject(), { grade: 'warning' }, withLikenesses([likeness(15, 40)])],
    ['39 %', subject(), { grade: 'warning' }, withLikenesses([likeness(39, 90)])],
    ['40 %', subject(), { grade: 'error', params: { percent: 40 } }, withLikenesses([likeness(40, 40)])],
    ['short phrases only', subject(), { grade: 'info' }, withLikenesses([likeness(70, 39)])],
    [
      'each pair for itself',
      subject(),
      [
        { grade: 'error', at },
        { grade: 'info', at: { paragraph: 3, other: 'b' } },
      ],
      withLikenesses([likeness(50, 90), likeness(9, 50, 'b')]),
    ],
    [
      "what passes the spec's own limits",
      subject(),
      { grade: 'error', expected: '< 3 %' },
      withLikenesses([likeness(5, 12)], { infoPercent: 3, warningPercent: 4, errorPercent: 5, minRunCharacters: 10 }),
    ],
  ],
  notApplicable: [['a text too short to be compared', subject(), context()]],
});
