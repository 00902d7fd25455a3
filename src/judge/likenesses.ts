/** The texts of all works, held against one another. */
import type { AnyRule, TextSubject } from '../model/rule.ts';
import type { LikenessParams } from '../model/text-params.ts';
import { findLikenesses } from '../text/likeness/find-likenesses.ts';
import { templateKey } from '../text/templates.ts';
import type { JudgeInput } from './context.ts';
import { isActive, type Target } from './run-rules.ts';

/** By `TextSubject.name`; empty where no rule asks for it. */
export function likenessesAmong(
  targets: readonly Target[],
  { spec, templates, digests }: Pick<JudgeInput, 'spec' | 'templates' | 'digests'>,
  rules: readonly AnyRule[],
): ReadonlyMap<string, readonly LikenessParams[]> {
  const rule = rules.find(({ id }) => id === 'duplicate/text');
  if (rule === undefined || !isActive(rule, spec)) return new Map();
  const infoPercent = spec.rules[rule.id]?.limits.infoPercent ?? rule.limits?.infoPercent ?? 0;
  const texts = targets
    .filter((target): target is Target<'text'> => target.on === 'text')
    .flatMap(({ subject }) => (subject?.blocks.length ? [toText(subject, digests)] : []));
  // Everybody quotes the call.
  const call = spec.clauses.map(({ text }) => templateKey(text));
  return findLikenesses(texts, { lines: new Set([...templates.lines, ...call]) }, { infoPercent });
}

function toText({ name, path, item, blocks }: TextSubject, digests: JudgeInput['digests']) {
  return { name, path, item, blocks, sha256: name === path ? digests.get(path) : undefined };
}
