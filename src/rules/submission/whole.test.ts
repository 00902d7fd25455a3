import type { Item } from '../../model/submission.ts';
import { category, context, item, submission, testRule } from '../builders-for-tests.ts';

const none = submission([]);
const litter = (count: number) => Array.from({ length: count }, (_, index) => `${index}/.DS_Store`);

testRule('file/junk', 'submission', {
  accept: [['a clean folder', none]],
  reject: [
    [
      'litter, with some of it named',
      submission([], { junk: litter(5) }),
      { actual: '5', params: { count: 5, examples: ['0/.DS_Store', '1/.DS_Store', '2/.DS_Store'] } },
    ],
  ],
});

const row = (line: number) => ({ path: '作品信息.xlsx', line, category: null, label: '睡个好觉' });

testRule('item/sheet-row', 'submission', {
  accept: [['a sheet whose rows all have works', none]],
  reject: [
    [
      'each row without one, at its line',
      submission([], { unmatchedRows: [row(3), row(7)] }),
      [{ at: { path: '作品信息.xlsx', line: 3 } }, { at: { line: 7 }, params: { label: '睡个好觉' } }],
    ],
  ],
});

const topical = category({ topics: ['睡眠', '情绪'], topicsClause: 'asked' });
const given = (...items: Partial<Item>[]) => context({ submission: submission(items.map((change) => item(change))) });

testRule('topic/coverage', 'category', {
  accept: [
    ['topics in titles', topical, given({ title: '好睡眠，好情绪' })],
    ['topics that are named', topical, given({ title: '一', topic: '睡眠' }, { title: '二', topic: '情绪' })],
  ],
  reject: [
    [
      'one that is missing',
      topical,
      { clause: 'asked', actual: '1/2', expected: '2/2', params: { missing: ['情绪'], covered: 1, total: 2 } },
      given({ title: '睡眠' }),
    ],
    [
      'one that only a candidate has',
      topical,
      { actual: '1/2' },
      given({ title: '睡眠' }, { title: '情绪', status: 'candidate' }),
    ],
  ],
  notApplicable: [
    ['a category without topics', category(), given({})],
    ['a category without works', topical, given()],
  ],
});

const unused = { rule: 'video/size', subject: '心理微课/01', why: 'no-finding' } as const;

testRule('waiver/unused', 'submission', {
  accept: [['waivers that all met something', none]],
  reject: [['one that met nothing', none, { params: unused }, context({ unusedWaivers: [unused] })]],
});
