/** A rule's numbers: its own, or the spec's. */
import type { RuleId } from './rule-params.ts';
import type { Spec } from './spec.ts';

/** @param defaults the rule's own, which name them all */
export function limitsOf<const L extends Readonly<Record<string, number>>>(
  id: RuleId,
  defaults: L,
  { rules }: Pick<Spec, 'rules'>,
): Readonly<Record<keyof L, number>> {
  return { ...defaults, ...rules[id]?.limits };
}
