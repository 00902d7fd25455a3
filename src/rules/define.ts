/** How a rule is written down. */
import type { Breach, Check, Rule, SubjectKind } from '../model/rule.ts';
import type { RuleId } from '../model/rule-params.ts';
import type { Binding, Spec } from '../model/spec.ts';

export function defineRule<Id extends RuleId, On extends SubjectKind>(rule: Rule<Id, On>): Rule<Id, On> {
  return rule;
}

export const NOT_APPLICABLE = { outcome: 'not-applicable' } as const;
/** The fact that is asked for is not known. */
export const SKIPPED = { outcome: 'skipped' } as const;

export function judged<Id extends RuleId>(breaches: readonly Breach<Id>[], actual?: string): Check<Id> {
  return actual === undefined ? { outcome: 'judged', breaches } : { outcome: 'judged', breaches, actual };
}

/** One breach where `broken`, none else. */
export function judgedIf<Id extends RuleId>(broken: boolean, breach: Breach<Id>, actual?: string): Check<Id> {
  return judged(broken ? [breach] : [], actual);
}

export function bindingOf(spec: Spec, clause: string | null): Binding | null {
  return spec.clauses.find(({ id }) => id === clause)?.binding ?? null;
}
