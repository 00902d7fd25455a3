/** A finding's words in one language; made again for another from the same parameters. */
import type { RuleId, RuleParams } from '../model/rule-params.ts';
import type { RuleTexts } from './catalogue.ts';

export function renderFinding<Id extends RuleId>(
  texts: RuleTexts,
  id: Id,
  params: RuleParams[Id],
): { message: string; fix: string } {
  const text = texts[id];
  return { message: text.message(params), fix: text.fix?.(params) ?? text.mend };
}
