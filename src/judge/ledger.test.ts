import { describe, expect, it } from 'vitest';
import type { Quota } from '../model/spec.ts';
import { brokenTitles, CONFIG, itemOf, judgeCase, lessons, SPEC } from './cases-for-tests.ts';
import { quotaBounds } from './ledger.ts';

const lessonRow = (report: ReturnType<typeof judgeCase>) => report.ledger.find(({ category }) => category === 'lesson');
const [lesson] = SPEC.categories;

describe('the ledger', () => {
  it('has a row for each category, in the order of the spec, whatever came', () => {
    expect(judgeCase({}).ledger.map(({ name, found, missing }) => `${name} ${found} ${missing}`)).toEqual([
      '心理微课 0 5',
      '心理暖心贴士 0 5',
      '活动典型案例 0 10',
      '会商指导方案 0 5',
    ]);
  });

  it('counts what was found, what holds, what was waived, and what stands aside', () => {
    const report = judgeCase({
      items: [...lessons(8, 1), itemOf('09-撤', 'withdrawn')],
      rules: [brokenTitles(['01-课', '02-课', '08-课', '09-撤'])],
      config: { waivers: [{ rule: 'item/title', subject: '心理微课/02', reason: '因故' }] },
    });
    expect(lessonRow(report)).toEqual({
      category: 'lesson',
      name: '心理微课',
      unit: '门',
      min: 5,
      max: 10,
      found: 7,
      valid: 6,
      waived: 1,
      candidates: 1,
      withdrawn: 1,
      missing: 0,
      excess: 0,
    });
  });

  it.each([
    [4, 1, 0],
    [5, 0, 0],
    [10, 0, 0],
    [11, 0, 1],
  ])('%i lessons: %i missing, %i too many', (count, missing, excess) => {
    expect(lessonRow(judgeCase({ items: lessons(count) }))).toMatchObject({ found: count, missing, excess });
  });

  it('counts warnings as valid, unless they block', () => {
    const rules = [brokenTitles(['01-课'], { severities: { default: 'warning' } })];
    expect(lessonRow(judgeCase({ items: lessons(5), rules }))).toMatchObject({ valid: 5 });
    expect(lessonRow(judgeCase({ items: lessons(5), rules, options: { strict: true } }))).toMatchObject({ valid: 4 });
  });

  it('asks for nothing in a regular batch or of an institution', () => {
    for (const config of [{ batch: 'regular' }, { scope: 'institution' }] as const) {
      expect(lessonRow(judgeCase({ items: lessons(1), config }))).toMatchObject({ min: null, max: null, missing: 0 });
    }
  });

  it('is left out of a partial report', () => {
    const only = { includesItem: () => true, includesPath: () => true };
    expect(judgeCase({ items: lessons(1), options: { only } }).ledger).toEqual([]);
  });
});

it('takes the narrowest of the quotas in force', () => {
  const quota = (bounds: Partial<Quota>): Quota => ({
    scope: null,
    batch: null,
    per: 'submission',
    clause: null,
    min: null,
    max: null,
    ...bounds,
  });
  const quotas = [quota({ min: 3 }), quota({ min: 5, max: 12 }), quota({ max: 10 }), quota({ per: 'person', max: 1 })];
  const category = { ...(lesson as NonNullable<typeof lesson>), quotas };
  expect(quotaBounds(category, CONFIG)).toEqual({ min: 5, max: 10 });
  expect(quotaBounds({ ...category, quotas: [] }, CONFIG)).toEqual({ min: null, max: null });
});

describe('leaving a faulty work out', () => {
  const spareOf = (given: Parameters<typeof judgeCase>[0]) =>
    judgeCase({ rules: [brokenTitles(['01-课', '06-课'])], ...given }).findings.map(({ spare }) => spare);

  it('is offered where the quota keeps without it', () => {
    expect(spareOf({ items: lessons(6).slice(1).concat(itemOf('07-课')) })).toEqual([
      { item: '心理微课/06', left: 5, unit: '门' },
    ]);
  });

  it.each<[string, Parameters<typeof judgeCase>[0]]>([
    ['where it would be missed', { items: lessons(5) }],
    [
      'of a candidate',
      { items: [...lessons(6).slice(1), itemOf('01-课', 'candidate')].filter(({ title }) => title !== '06-课') },
    ],
    ['where no quota says how many', { items: lessons(5), config: { batch: 'regular' } }],
    [
      'for what was waived',
      { items: lessons(5), config: { waivers: [{ rule: 'item/title', subject: '心理微课/01', reason: 'x' }] } },
    ],
    [
      'for what does not block',
      { items: lessons(5), rules: [brokenTitles(['01-课'], { severities: { default: 'warning' } })] },
    ],
  ])('is not offered %s', (_, given) => {
    expect(spareOf(given)).toEqual([undefined]);
  });

  it('names the work in full where its number is not its own', () => {
    const items = [...lessons(5), itemOf('06-课'), itemOf('06-另一课')];
    expect(spareOf({ items }).at(-1)).toMatchObject({ item: '心理微课/06-课' });
  });
});
