import { describe, expect, it } from 'vitest';
import type { RuleParams } from '../model/rule-params.ts';
import type { Waiver } from '../model/submission.ts';
import { brokenTitles, itemOf, judgeCase, lessons, ruleOf } from './cases-for-tests.ts';

const WAIVED = { reason: '嘉宾讲座' };
const waiver = (rule: string, subject: string): Waiver => ({ rule, subject, ...WAIVED });

const wordless = ruleOf('waiver/unused', 'submission', () => []);
const unusedRule = {
  ...wordless,
  severities: { default: 'warning' },
  waivable: false,
  check: (_: unknown, { unusedWaivers }: { unusedWaivers: readonly RuleParams['waiver/unused'][] }) => ({
    outcome: 'judged',
    breaches: unusedWaivers.map((params) => ({ params })),
  }),
} as unknown as typeof wordless;

const quotaBroken = ruleOf('quota/count', 'category', ({ id, name, unit }) =>
  id === 'plan' ? [{ params: { category: name, unit, found: 4, min: 5, max: 5, binding: 'must' } }] : [],
);
const allBroken = ruleOf('submission/empty', 'submission', () => [{ params: { categories: [] } }]);
const cafe = '05-Café';

describe('a waiver names', () => {
  it.each([
    ['a work in full', 'item/title', '心理微课/04-课'],
    ['a work in short', 'item/title', '心理微课/04'],
    ['a category by its id', 'quota/count', 'plan'],
    ['a category by its name', 'quota/count', '会商指导方案'],
    ['the whole', 'submission/empty', 'submission'],
  ])('%s', (_, rule, subject) => {
    const report = judgeCase({
      items: lessons(5),
      rules: [brokenTitles(['04-课']), quotaBroken, allBroken, unusedRule],
      config: { waivers: [waiver(rule, subject)] },
    });
    const [waived, ...others] = report.findings.filter((finding) => finding.waived !== undefined);
    expect(waived).toMatchObject({ rule, waived: WAIVED, blocking: false });
    expect(others).toEqual([]);
    expect(report.findings.filter(({ blocking }) => blocking)).toHaveLength(2);
    expect(report.findings.map((finding) => finding.rule)).not.toContain('waiver/unused');
  });

  it('a work however its letters were composed', () => {
    const { findings } = judgeCase({
      items: [itemOf(cafe)],
      rules: [brokenTitles([cafe])],
      config: { waivers: [waiver('item/title', `心理微课/${cafe}`.normalize('NFD'))] },
    });
    expect(findings).toMatchObject([{ waived: WAIVED, blocking: false }]);
  });
});

describe('a waiver that meets nothing is said', () => {
  it.each<[RuleParams['waiver/unused']['why'], string, string]>([
    ['unknown-rule', 'item/nothing', '心理微课/04'],
    ['unknown-subject', 'item/title', '心理微课/99'],
    ['unknown-subject', 'item/title', '04'],
    ['not-waivable', 'file/stray', 'submission'],
    ['no-finding', 'item/title', '心理微课/01'],
    ['no-finding', 'item/title', '心理微课'],
  ])('%s: %s of %s', (why, rule, subject) => {
    const strays = ruleOf('file/stray', 'submission', () => [{ params: { path: 'a' } }], { waivable: false });
    const { findings } = judgeCase({
      items: lessons(5),
      rules: [brokenTitles(['04-课']), strays, unusedRule],
      config: { waivers: [waiver(rule, subject)] },
    });
    const unused = findings.filter((finding) => finding.rule === 'waiver/unused');
    expect(unused).toMatchObject([{ severity: 'warning', params: { rule, subject, why } }]);
    expect(findings.filter(({ waived }) => waived !== undefined)).toEqual([]);
  });
});

it('a short name that two works share names neither', () => {
  const { findings } = judgeCase({
    items: [itemOf('04-甲'), itemOf('04-乙')],
    rules: [brokenTitles(['04-甲', '04-乙']), unusedRule],
    config: { waivers: [waiver('item/title', '心理微课/04'), waiver('item/title', '心理微课/04-乙')] },
  });
  expect(findings.map(({ place, waived }) => [place.item, waived?.reason])).toEqual([
    [undefined, undefined],
    ['心理微课/04-乙', WAIVED.reason],
    ['心理微课/04-甲', undefined],
  ]);
});

it('the first of two waivers for one finding counts, and the second is said', () => {
  const { findings } = judgeCase({
    items: lessons(5),
    rules: [brokenTitles(['04-课']), unusedRule],
    config: {
      waivers: [waiver('item/title', '心理微课/04'), { ...waiver('item/title', '心理微课/04-课'), reason: '又' }],
    },
  });
  expect(findings.map(({ rule, waived }) => [rule, waived?.reason])).toEqual([
    ['waiver/unused', undefined],
    ['item/title', WAIVED.reason],
  ]);
});
