/** The texts of all works, held against one another. */
import type { AnyRule } from '../model/rule.ts';
import { limitsOf } from '../model/rule-limits.ts';
import type { LikenessParams } from '../model/text-params.ts';
import { textBlocks } from '../text/blocks.ts';
import { type ComparableText, findLikenesses } from '../text/likeness/find-likenesses.ts';
import { templateKey } from '../text/templates.ts';
import type { JudgeInput } from './context.ts';
import { isActive } from './run-rules.ts';
import { isText } from './targets.ts';
import type { Work } from './works.ts';

interface Consulted extends Pick<JudgeInput, 'spec' | 'templates' | 'digests'> {
  readonly rules: readonly AnyRule[];
}

/** By `TextSubject.name`; empty where no rule asks for it. */
export function likenessesAmong(
  works: readonly Work[],
  { spec, templates, digests, rules }: Consulted,
): ReadonlyMap<string, readonly LikenessParams[]> {
  const rule = rules.find(({ id }) => id === 'duplicate/text');
  if (rule === undefined || !isActive(rule, spec)) return new Map();
  const { infoPercent = 0 } = limitsOf(rule.id, rule.limits ?? {}, spec);
  const texts = works.flatMap((work) => textsOf(work, digests));
  // Everybody quotes the call.
  const call = spec.clauses.map(({ text }) => templateKey(text));
  return findLikenesses(texts, { lines: new Set([...templates.lines, ...call]) }, { infoPercent });
}

function textsOf({ item, materials, isAsked }: Work, digests: JudgeInput['digests']): ComparableText[] {
  return materials.flatMap(({ asset: { path }, name, facts }) =>
    isText(facts) && isAsked(path)
      ? [{ name, path, item, blocks: () => textBlocks(facts), sha256: name === path ? digests.get(path) : undefined }]
      : [],
  );
}
