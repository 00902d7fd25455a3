/** Rules over how long a text is: 字数 that a spec asks for; and, where it asks for none, that there is something to read. */
import type { DocumentFacts } from '../../model/document-facts.ts';
import type { AssetSubject, Breach, Check, Rule, RuleContext } from '../../model/rule.ts';
import { limitsOf } from '../../model/rule-limits.ts';
import type { Limit } from '../../model/spec.ts';
import { bindingOf, judged, judgedIf, NOT_APPLICABLE, SKIPPED } from '../define.ts';
import { limitWords, neutralLimit, requirementsIn, requirementsOn } from '../limits.ts';

type LengthId = 'document/short' | 'document/long';

/** The fewest and the most 字 that keep a limit; between values of a list lies none that does. */
function boundsOf(limit: Limit, words: number): { min: number | null; max: number | null } {
  if (limit.type !== 'number') return { min: null, max: null };
  if (limit.oneOf === null || limit.oneOf.includes(words)) return { min: limit.min, max: limit.max };
  const next = limit.oneOf.filter((one) => one > words);
  return next.length > 0 ? { min: Math.min(...next), max: null } : { min: null, max: Math.max(...limit.oneOf) };
}

const isShort = (words: number, limit: Limit) => words < (boundsOf(limit, words).min ?? 0);
const isLong = (words: number, limit: Limit) => words > (boundsOf(limit, words).max ?? Number.POSITIVE_INFINITY);

/** A title with 「见附件」 behind it has so many, the shortest intro that says something has more. */
const FEW = { fewWords: 10 };

const asked = lengthRule('document/short', isShort);
export const documentShort: Rule<'document/short', 'document'> = {
  ...asked,
  severities: { ...asked.severities, few: 'warning' },
  limits: FEW,
  check: (subject, context) => (asksForSome(subject) ? asked.check(subject, context) : checkFew(subject, context)),
};
export const documentLong = lengthRule('document/long', isLong);

function asksForSome(subject: AssetSubject<DocumentFacts>): boolean {
  return requirementsOn('wordCount', subject).some(
    ({ limit }) => limit.type === 'number' && (limit.min !== null || limit.oneOf !== null),
  );
}

/** Of material that a work owes; a page that is scanned says what it says in a picture. */
function checkFew({ facts, asset, slot }: AssetSubject<DocumentFacts>, { spec }: RuleContext): Check<'document/short'> {
  const { wordCount } = facts;
  if (slot === null || slot.scan === 'expected' || wordCount === null || wordCount === 0) return NOT_APPLICABLE;
  const { fewWords } = limitsOf('document/short', FEW, spec);
  const actual = String(wordCount);
  const limit = { min: String(fewWords + 1), max: null, oneOf: null };
  const params = { path: asset.path, actual, limit, binding: null, few: true } as const;
  return judgedIf(wordCount <= fewWords, { grade: 'few', actual, expected: neutralLimit(limit), params }, actual);
}

function lengthRule<Id extends LengthId>(
  id: Id,
  isBroken: (words: number, limit: Limit) => boolean,
): Rule<Id, 'document'> {
  return {
    id,
    on: 'document',
    severities: { default: 'warning', clause: 'clause' },
    source: 'spec',
    waivable: true,
    clausesOf: (spec) => requirementsIn(spec, 'wordCount').map(({ clause }) => clause),
    check: (subject, context) => checkLength(isBroken, subject, context),
  };
}

function checkLength<Id extends LengthId>(
  isBroken: (words: number, limit: Limit) => boolean,
  subject: AssetSubject<DocumentFacts>,
  { spec }: RuleContext,
): Check<Id> {
  const requirements = requirementsOn('wordCount', subject);
  const { wordCount } = subject.facts;
  // That there is no text at all is another rule's.
  if (requirements.length === 0 || wordCount === 0) return NOT_APPLICABLE;
  if (wordCount === null) return SKIPPED;
  const actual = String(wordCount);
  const broken = requirements.filter(({ limit }) => isBroken(wordCount, limit));
  const breaches = broken.map(({ limit, clause }): Breach<LengthId> => {
    const words = limitWords(limit);
    const params = { path: subject.asset.path, actual, limit: words, binding: bindingOf(spec, clause) };
    return { grade: clause === null ? 'default' : 'clause', clause, actual, expected: neutralLimit(words), params };
  });
  return judged(breaches as Breach<Id>[], actual);
}
