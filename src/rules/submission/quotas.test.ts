import type { Category, Quota } from '../../model/spec.ts';
import type { Item, WorkspaceConfig } from '../../model/submission.ts';
import { category, config, context, item, quota, submission, testRule } from '../builders-for-tests.ts';

const works = (count: number, change: Partial<Item> = {}) => Array.from({ length: count }, () => item(change));
const given = (items: readonly Item[], change: Partial<WorkspaceConfig> = {}) =>
  context({ submission: submission(items), config: config(change) });
const asking = (...quotas: Quota[]): Category => category({ quotas });

const letter = asking(quota({ scope: 'province', batch: 'first', min: 5, max: 10 }));
const five = asking(quota({ min: 5, max: 5 }));

testRule('quota/count', 'category', {
  accept: [
    ['the least', letter, given(works(5))],
    ['the most', letter, given(works(10))],
    ['10 and a candidate', letter, given([...works(10), ...works(1, { status: 'candidate' })])],
    ['10 and one withdrawn', letter, given([...works(10), ...works(1, { status: 'withdrawn' })])],
    ['works of another category beside', letter, given([...works(10), ...works(9, { category: 'case' })])],
    ['none where only a most is set', asking(quota({ max: 2 })), given(works(1, { category: 'case' }))],
  ],
  reject: [
    [
      'one too few',
      letter,
      {
        clause: 'asked',
        actual: '4',
        expected: '5-10',
        params: { found: 4, min: 5, max: 10, unit: '门', binding: 'should' },
      },
      given(works(4)),
    ],
    ['one too many', letter, { actual: '11', expected: '5-10' }, given(works(11))],
    [
      'candidates in place of works',
      letter,
      { actual: '4' },
      given([...works(4), ...works(6, { status: 'candidate' })]),
    ],
    ['any number but one', five, { actual: '6', expected: '5' }, given(works(6))],
    ['too few of an open range', asking(quota({ min: 3 })), { expected: '>= 3' }, given(works(2))],
    ['too many of an open range', asking(quota({ max: 3 })), { expected: '<= 3' }, given(works(4))],
  ],
  notApplicable: [
    ['a regular batch', letter, given([], { batch: 'regular' })],
    ['an institution', letter, given([], { scope: 'institution' })],
    ['a category without a quota', category(), given([])],
    ['a quota of each person', asking(quota({ per: 'person', max: 1 })), given(works(3))],
  ],
});

const perSchool = asking(quota({ per: 'institution', max: 2 }));
const of = (count: number, institution: string | null) => works(count, { institution });

testRule('quota/institution', 'category', {
  accept: [
    ['two of each', perSchool, given([...of(2, '甲大学'), ...of(2, '乙学院')])],
    ['any number of nobody’s', perSchool, given(of(5, null))],
  ],
  reject: [
    [
      'three of one',
      perSchool,
      { actual: '3', expected: '<= 2', params: { owner: '甲大学', per: 'institution' } },
      given(of(3, '甲大学')),
    ],
    [
      'each of two, in order',
      perSchool,
      [{ params: { owner: '丙学院' } }, { params: { owner: '甲大学' } }],
      given([...of(3, '甲大学'), ...of(4, '丙学院')]),
    ],
  ],
  notApplicable: [['a category without such a quota', letter, given(of(9, '甲大学'))]],
});

const perPerson = asking(quota({ per: 'person', max: 2 }));
const by = (...people: string[]) => item({ people });

testRule('quota/person', 'category', {
  accept: [['two of each', perPerson, given([by('甲', '乙'), by('甲'), by('乙')])]],
  reject: [
    [
      'a third that is shared',
      perPerson,
      { actual: '3', params: { owner: '甲', per: 'person' } },
      given([by('甲'), by('甲', '乙'), by('甲')]),
    ],
  ],
  notApplicable: [['a category without such a quota', letter, given([by('甲')])]],
});

testRule('submission/empty', 'submission', {
  accept: [['one work', submission(works(1))]],
  reject: [['no work', submission([]), { params: { categories: ['心理微课'] } }]],
});
