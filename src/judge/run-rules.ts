/** Runs rules over subjects: each pair ends in one verdict, each breach in one finding. */
import type { RuleTexts } from '../i18n/catalogue.ts';
import { renderFinding } from '../i18n/render-finding.ts';
import type { Facts } from '../model/facts.ts';
import type { Finding, Verdict } from '../model/report.ts';
import type { AnyRule, AssetSubject, Breach, Check, Place, RuleContext, SubjectKind, Subjects } from '../model/rule.ts';
import type { AssetKind, Severity, Spec } from '../model/spec.ts';
import type { Item } from '../model/submission.ts';
import { groupBy } from '../util/order.ts';
import { safeDeep } from '../util/safe-text.ts';

/** A subject with what its findings and verdicts say about it. */
export interface Target<On extends SubjectKind = SubjectKind> {
  readonly on: On;
  readonly subject: Subjects[On] | null;
  /** How the verdict names it. */
  readonly name: string;
  readonly item: Item | null;
  readonly place: Place;
}

export interface Results {
  readonly verdicts: Verdict[];
  readonly findings: Finding[];
}

/** What a spec says about rules: severities of its own, and how binding its clauses are. */
export type Policy = Pick<Spec, 'rules' | 'clauses' | 'recommended'>;

export interface RunOptions {
  /** What rules over works may consult; `null` where there are packages only. */
  readonly context: RuleContext | null;
  readonly policy: Policy;
  readonly texts: RuleTexts;
}

export function runRules(rules: readonly AnyRule[], targets: Iterable<Target>, options: RunOptions): Results {
  const results: Results = { verdicts: [], findings: [] };
  const active = groupBy(
    rules.filter((rule) => isActive(rule, options.policy)),
    ({ on }) => on,
  );
  for (const target of targets) {
    for (const rule of active.get(target.on) ?? []) runRule(rule, target, options, results);
  }
  return results;
}

/** Whether a spec has the rule run, by its own word or by the rule's. */
export function isActive(rule: AnyRule, { rules }: Pick<Policy, 'rules'>): boolean {
  return isFixed(rule) || !(rules[rule.id]?.off ?? rule.offByDefault ?? false);
}

/** What no reason can let through no spec can either: else an empty folder could be made to pass. */
function isFixed({ waivable, severities }: Pick<AnyRule, 'waivable' | 'severities'>): boolean {
  return !waivable && Object.values(severities).includes('error');
}

function runRule(rule: AnyRule, target: Target, options: RunOptions, results: Results): void {
  const check = checkTarget(rule, target, options);
  results.verdicts.push({ rule: rule.id, subject: target.name, ...verdictOf(check) });
  if (check.outcome !== 'judged') return;
  for (const breach of check.breaches) results.findings.push(toFinding(rule, breach, target, options));
}

function checkTarget(rule: AnyRule, { subject }: Target, { context }: RunOptions): Check {
  if (subject === null || lacksNeeded(rule.needs ?? [], subject)) return { outcome: 'skipped' };
  // The rule's `on` is the target's, so the subject is of the rule's own type, and the context is there if it reads one.
  return (rule.check as (subject: unknown, context: RuleContext | null) => Check)(subject, context);
}

function lacksNeeded(needs: readonly AssetKind[], subject: object): boolean {
  const known: readonly Facts[] = (subject as Partial<AssetSubject>).needed ?? [];
  return needs.some((kind) => !known.some((facts) => facts.kind === kind));
}

function verdictOf(check: Check): Omit<Verdict, 'rule' | 'subject'> {
  if (check.outcome !== 'judged') return { outcome: check.outcome };
  const [breach] = check.breaches;
  const { actual = check.actual, expected = check.expected, clause = check.clause } = breach ?? {};
  return {
    outcome: breach === undefined ? 'pass' : 'fail',
    ...(actual === undefined ? {} : { actual }),
    ...(expected === undefined ? {} : { expected }),
    ...(clause ? { clause } : {}),
  };
}

function toFinding(rule: AnyRule, breach: Breach, target: Target, { policy, texts }: RunOptions): Finding {
  const { clause, at, actual, expected } = breach;
  const params = safeDeep(breach.params);
  return {
    rule: rule.id,
    severity: severityOf(rule, breach, policy),
    ...(clause ? { clause } : {}),
    ...(target.item?.institution ? { institution: target.item.institution } : {}),
    place: { ...target.place, ...at },
    params,
    ...renderFinding(texts, rule.id, params),
    ...(actual === undefined ? {} : { actual }),
    ...(expected === undefined ? {} : { expected }),
    blocking: false,
  };
}

/** The spec's own word for the rule, else the grade's; a grade bound to a clause is as severe as the clause is binding. */
function severityOf(rule: AnyRule, { grade = 'default', clause = null }: Breach, policy: Policy): Severity {
  const graded = rule.severities[grade] ?? 'error';
  const set = isFixed(rule) ? null : (policy.rules[rule.id]?.severity ?? null);
  if (set !== null && graded !== 'info') return set;
  if (graded !== 'clause') return graded;
  const binding = policy.clauses.find((one) => one.id === clause)?.binding ?? 'must';
  return { must: 'error', should: policy.recommended, guidance: 'info' }[binding] as Severity;
}

/** An error; where the check is strict, a warning too. */
export function isGrave({ severity }: Pick<Finding, 'severity'>, strict: boolean): boolean {
  return severity === 'error' || (strict && severity === 'warning');
}
