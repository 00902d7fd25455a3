/** Rules over numbers: how many works there are, and how many of each owner. */

import { quotasInForce } from '../../model/quotas.ts';
import type { Breach, RuleContext } from '../../model/rule.ts';
import type { QuotaParams } from '../../model/rule-params.ts';
import type { Category, Quota, QuotaUnit, Spec } from '../../model/spec.ts';
import type { Item, Submission } from '../../model/submission.ts';
import { byCodeUnit, groupBy } from '../../util/order.ts';
import { bindingOf, defineRule, judged, judgedIf, NOT_APPLICABLE } from '../define.ts';

export function selectedIn({ id }: Category, { submission }: Pick<RuleContext, 'submission'>): Item[] {
  return submission.items.filter(({ category, status }) => category === id && status === 'selected');
}

function isOutside(found: number, { min, max }: Quota): boolean {
  return found < (min ?? 0) || found > (max ?? Number.POSITIVE_INFINITY);
}

function expectedOf({ min, max }: Quota): string {
  if (min === null) return `<= ${max}`;
  if (max === null) return `>= ${min}`;
  return min === max ? String(min) : `${min}-${max}`;
}

function quotaParams(category: Category, quota: Quota, found: number, { spec }: RuleContext): QuotaParams {
  const { min, max, clause } = quota;
  return { category: category.name, unit: category.unit, found, min, max, binding: bindingOf(spec, clause) };
}

function clausesOfQuotas({ categories }: Spec, per: QuotaUnit): (string | null)[] {
  return categories.flatMap(({ quotas }) => quotas.filter((quota) => quota.per === per).map(({ clause }) => clause));
}

export const quotaCount = defineRule({
  id: 'quota/count',
  on: 'category',
  severities: { default: 'clause' },
  source: 'spec',
  clausesOf: (spec) => clausesOfQuotas(spec, 'submission'),
  waivable: true,
  check(category, context) {
    const quotas = quotasInForce(category, context.config, 'submission');
    // A folder without any work is one fault, not one for each category.
    if (quotas.length === 0 || isEmpty(context.submission)) return NOT_APPLICABLE;
    const found = selectedIn(category, context).length;
    const broken = quotas.filter((quota) => isOutside(found, quota));
    return judged(
      broken.map((quota) => ({
        clause: quota.clause,
        actual: String(found),
        expected: expectedOf(quota),
        params: quotaParams(category, quota, found, context),
      })),
      String(found),
    );
  },
});

export const quotaInstitution = defineRule({
  id: 'quota/institution',
  on: 'category',
  severities: { default: 'clause' },
  source: 'spec',
  clausesOf: (spec) => clausesOfQuotas(spec, 'institution'),
  waivable: true,
  check: (category, context) =>
    checkOwners<'quota/institution'>(category, context, 'institution', ({ institution }) =>
      institution === null ? [] : [institution],
    ),
});

export const quotaPerson = defineRule({
  id: 'quota/person',
  on: 'category',
  severities: { default: 'clause' },
  source: 'spec',
  clausesOf: (spec) => clausesOfQuotas(spec, 'person'),
  waivable: true,
  check: (category, context) => checkOwners<'quota/person'>(category, context, 'person', ({ people }) => people),
});

function checkOwners<Id extends 'quota/institution' | 'quota/person'>(
  category: Category,
  context: RuleContext,
  per: 'institution' | 'person',
  ownersOf: (item: Item) => readonly string[],
) {
  const quotas = quotasInForce(category, context.config, per);
  if (quotas.length === 0) return NOT_APPLICABLE;
  const pairs = selectedIn(category, context).flatMap((item) => ownersOf(item).map((owner) => ({ owner, item })));
  const owners = [...groupBy(pairs, ({ owner }) => owner)].toSorted(([a], [b]) => byCodeUnit(a, b));
  const breaches = owners.flatMap(([owner, items]) =>
    quotas
      .filter((quota) => isOutside(items.length, quota))
      .map((quota) => ({
        clause: quota.clause,
        actual: String(items.length),
        expected: expectedOf(quota),
        params: { ...quotaParams(category, quota, items.length, context), owner, per },
      })),
  );
  return judged<Id>(breaches as Breach<Id>[]);
}

/** Not one work is to be handed in: then that is what is said, and not of each category. */
function isEmpty({ items }: Pick<Submission, 'items'>): boolean {
  return !items.some(({ status }) => status === 'selected');
}

export const submissionEmpty = defineRule({
  id: 'submission/empty',
  on: 'submission',
  severities: { default: 'error' },
  source: 'practice',
  waivable: false,
  check: ({ items }, { spec }) =>
    judgedIf(
      isEmpty({ items }),
      { params: { categories: spec.categories.map(({ name }) => name) } },
      String(items.length),
    ),
});
