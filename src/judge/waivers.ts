/** Written reasons that let a work through. */

import { shortItemId } from '../model/item-ids.ts';
import type { Finding } from '../model/report.ts';
import type { Rule, UnusedWaiver } from '../model/rule.ts';
import type { Category } from '../model/spec.ts';
import type { Item, Waiver } from '../model/submission.ts';

interface Known {
  readonly rules: readonly Pick<Rule, 'id' | 'waivable'>[];
  readonly items: readonly Item[];
  readonly categories: readonly Category[];
}

/** The same findings with what was waived marked, and the waivers that met nothing. */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  known: Known,
): { findings: Finding[]; unused: UnusedWaiver[] } {
  const used = new Set<Waiver>();
  const marked = findings.map((finding) => {
    const waiver = waivers.find((one) => matches(one, finding, known));
    if (waiver === undefined) return finding;
    used.add(waiver);
    return { ...finding, waived: { reason: waiver.reason } };
  });
  const unused = waivers
    .filter((waiver) => !used.has(waiver))
    .map((waiver) => ({ rule: waiver.rule, subject: waiver.subject, why: whyUnused(waiver, known) }));
  return { findings: marked, unused };
}

function matches({ rule, subject }: Waiver, finding: Finding, { rules, items, categories }: Known): boolean {
  if (rule !== finding.rule || !isWaivable(rule, rules)) return false;
  return subjectNames(finding, items, categories).includes(subject.normalize('NFC'));
}

function isWaivable(rule: string, rules: Known['rules']): boolean {
  return rules.some(({ id, waivable }) => id === rule && waivable);
}

/** Every way to name what a finding is about: the item in full or short; the category by id or name; `submission`. */
function subjectNames({ place }: Finding, items: readonly Item[], categories: readonly Category[]): string[] {
  if (place.item !== undefined) {
    const item = items.find(({ id }) => id === place.item);
    return item === undefined ? [place.item] : [item.id, shortItemId(item, items)];
  }
  const category = categories.find(({ id }) => id === place.category);
  return category === undefined ? ['submission'] : [category.id, category.name];
}

function whyUnused({ rule, subject }: Waiver, { rules, items, categories }: Known): UnusedWaiver['why'] {
  if (!rules.some(({ id }) => id === rule)) return 'unknown-rule';
  if (!isWaivable(rule, rules)) return 'not-waivable';
  const names = [
    'submission',
    ...categories.flatMap(({ id, name }) => [id, name]),
    ...items.flatMap((item) => [item.id, shortItemId(item, items)]),
  ];
  return names.includes(subject.normalize('NFC')) ? 'no-finding' : 'unknown-subject';
}
