/** Rules over texts of any kind, held against those of other works. */
import type { Breach } from '../../model/rule.ts';
import { limitsOf } from '../../model/rule-limits.ts';
import type { LikenessParams } from '../../model/text-params.ts';
import { defineRule, judged, NOT_APPLICABLE } from '../define.ts';

/** Shares of the shorter text; unrelated lectures have up to 4 % in common. */
const LIMITS = { infoPercent: 8, warningPercent: 15, errorPercent: 40, minRunCharacters: 40 };

export const duplicateText = defineRule({
  id: 'duplicate/text',
  on: 'text',
  severities: { info: 'info', warning: 'warning', error: 'error' },
  limits: LIMITS,
  source: 'practice',
  waivable: true,
  check({ name }, { spec, likenesses }) {
    const found = likenesses.get(name);
    // A name is no text, and one too short to tell anything is not among them.
    if (found === undefined) return NOT_APPLICABLE;
    const limits = limitsOf('duplicate/text', LIMITS, spec);
    const expected = `< ${limits.infoPercent} %`;
    return judged(
      found.map((likeness) => toBreach(likeness, limits, expected)),
      expected,
    );
  },
});

function toBreach(likeness: LikenessParams, limits: typeof LIMITS, expected: string): Breach<'duplicate/text'> {
  const { percent, other, runs } = likeness;
  return {
    grade: gradeOf(likeness, limits),
    at: { ...runs[0]?.at, other },
    actual: `${percent} %`,
    expected,
    params: likeness,
  };
}

/** Short phrases alone, however many, are no proof of copying. */
function gradeOf({ percent, runs }: LikenessParams, limits: typeof LIMITS): 'info' | 'warning' | 'error' {
  const longest = Math.max(0, ...runs.map(({ characters }) => characters));
  if (percent < limits.warningPercent || longest < limits.minRunCharacters) return 'info';
  return percent < limits.errorPercent ? 'warning' : 'error';
}
