/** Rules over time left. Of the three at most one is broken at a time. */
import type { Check, RuleContext } from '../../model/rule.ts';
import type { DeadlineParams } from '../../model/rule-params.ts';
import type { Spec } from '../../model/spec.ts';
import { formatEndOfDay } from '../../util/zone.ts';
import { defineRule, judgedIf, NOT_APPLICABLE } from '../define.ts';

const HOUR_MS = 3_600_000;
/** Less than this and there is hardly time to send a work back. */
const NEAR_MS = 7 * 24 * HOUR_MS;

type DeadlineRuleId = 'deadline/passed' | 'deadline/prudent' | 'deadline/near';

function checkTime<Id extends DeadlineRuleId>(
  context: RuleContext,
  isBroken: (atMs: number, prudentMs: number, latestMs: number) => boolean,
): Check<Id> {
  const { deadline, atMs, spec } = context;
  if (deadline === null) return NOT_APPLICABLE;
  const { prudentMs, latestMs, source } = deadline;
  const params: DeadlineParams = {
    prudent: formatEndOfDay(prudentMs, spec.timezone),
    latest: formatEndOfDay(latestMs, spec.timezone),
    hoursLeft: (prudentMs - atMs) / HOUR_MS,
    source,
  };
  const clause = source === null ? (spec.deadline?.clause ?? null) : null;
  return judgedIf(isBroken(atMs, prudentMs, latestMs), { clause, expected: params.prudent, params });
}

function clauseOfDeadline({ deadline }: Spec): (string | null)[] {
  return [deadline?.clause ?? null];
}

export const deadlinePassed = defineRule({
  id: 'deadline/passed',
  on: 'submission',
  severities: { default: 'error' },
  source: 'spec',
  clausesOf: clauseOfDeadline,
  waivable: true,
  check: (_, context) => checkTime<'deadline/passed'>(context, (at, _prudent, latest) => at >= latest),
});

export const deadlinePrudent = defineRule({
  id: 'deadline/prudent',
  on: 'submission',
  severities: { default: 'warning' },
  source: 'spec',
  clausesOf: clauseOfDeadline,
  waivable: true,
  check: (_, context) => checkTime<'deadline/prudent'>(context, (at, prudent, latest) => at >= prudent && at < latest),
});

export const deadlineNear = defineRule({
  id: 'deadline/near',
  on: 'submission',
  severities: { default: 'info' },
  source: 'practice',
  waivable: true,
  check: (_, context) => checkTime<'deadline/near'>(context, (at, prudent) => at < prudent && prudent - at < NEAR_MS),
});
