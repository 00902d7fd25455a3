/** Facts in, verdict out: item rules, duplicates, waivers, ledger, then what concerns the whole. Pure. */
import type { RuleTexts } from '../i18n/catalogue.ts';
import { shortItemId } from '../model/item-ids.ts';
import type { LedgerRow } from '../model/ledger.ts';
import type { Finding, Report, Verdict } from '../model/report.ts';
import { REPORT_SCHEMA } from '../model/report.ts';
import type { AnyRule, RuleContext } from '../model/rule.ts';
import { type JudgeInput, makeContext, yearOf } from './context.ts';
import { makeLedger, spareWithout } from './ledger.ts';
import { likenessesAmong } from './likenesses.ts';
import type { Only } from './only.ts';
import { findPrivateNames, maskNames } from './private-names.ts';
import { reportCategories, reportItems } from './report-parts.ts';
import { isGrave, type Results, runRules, type Target } from './run-rules.ts';
import { compareFindings, compareVerdicts } from './sorting.ts';
import { categoryTarget, entryTargets, submissionTarget } from './targets.ts';
import { applyWaivers } from './waivers.ts';
import { type Work, worksOf, workTargets } from './works.ts';

export interface JudgeOptions extends JudgeInput {
  readonly rules: readonly AnyRule[];
  readonly texts: RuleTexts;
  readonly toolVersion: string;
  readonly readers: Report['readers'];
  readonly atGiven: boolean;
  readonly strict: boolean;
  /** What is checked when only a part is; `null` checks all. */
  readonly only: Only | null;
  readonly checkedAs: Report['checkedAs'];
}

export function judge(options: JudgeOptions): Report {
  const { spec, config, submission, rules, only } = options;
  const context = makeContext(options);
  const results = judgeAll(options, context);
  const waivable = { rules, items: submission.items, categories: spec.categories };
  const { findings, unused } = applyWaivers(results.findings, config.waivers, waivable);
  const last = judgeWaivers(options, { ...context, unusedWaivers: unused });
  const ledger = only === null ? makeLedger(spec, config, submission, findings, options.strict) : [];
  const finished = [...findings, ...last.findings].map((finding) => finish(finding, options, ledger));
  const report = assemble(options, context, ledger, finished, [...results.verdicts, ...last.verdicts]);
  return maskNames(report, findPrivateNames({ ...options, items: submission.items }));
}

const LAST_RULE = 'waiver/unused';

function judgeAll(options: JudgeOptions, context: RuleContext): Results {
  const { spec, rules, texts } = options;
  const works = worksOf(options, context);
  return runRules(
    rules.filter(({ id }) => id !== LAST_RULE),
    targetsOf(works, options, context),
    { context: { ...context, likenesses: likenessesAmong(works, options) }, policy: spec, texts },
  );
}

/** Work after work, each forgotten before the next: what rules read of a subtitle is much larger than what is kept of it. */
function* targetsOf(works: readonly Work[], { spec, only }: JudgeOptions, context: RuleContext): Iterable<Target> {
  yield* entryTargets(context, ({ path }) => only?.includesPath(path) ?? true);
  for (const work of works) yield* workTargets(work);
  for (const category of spec.categories) yield categoryTarget(category, only !== null);
  yield submissionTarget(context, only !== null);
}

function judgeWaivers({ spec, rules, texts, only }: JudgeOptions, context: RuleContext): Results {
  return runRules(
    rules.filter(({ id }) => id === LAST_RULE),
    [submissionTarget(context, only !== null)],
    { context, policy: spec, texts },
  );
}

/** Adds what depends on more than the breach: whether it blocks, and the ways out that are open. */
function finish(finding: Finding, options: JudgeOptions, ledger: readonly LedgerRow[]): Finding {
  const { submission, strict } = options;
  const item = submission.items.find(({ id }) => id === finding.place.item);
  const blocking = isGrave(finding, strict) && finding.waived === undefined && item?.status !== 'candidate';
  if (!blocking || item === undefined) return { ...finding, blocking };
  const spare = spareWithout(item, ledger, submission.items);
  const waivable = isRecommended(finding, options);
  return {
    ...finding,
    blocking,
    ...(spare === null ? {} : { spare }),
    ...(waivable ? { waiverSubject: shortItemId(item, submission.items) } : {}),
  };
}

/** The letter only recommends what was not kept, and the rule lets a reason through. */
function isRecommended({ rule, clause }: Finding, { spec, rules }: JudgeOptions): boolean {
  const binding = spec.clauses.find(({ id }) => id === clause)?.binding;
  return binding === 'should' && rules.some(({ id, waivable }) => id === rule && waivable);
}

function assemble(
  options: JudgeOptions,
  context: RuleContext,
  ledger: readonly LedgerRow[],
  findings: readonly Finding[],
  verdicts: readonly Verdict[],
): Report {
  const { spec, config, atMs, only } = options;
  const failed = findings.some(({ blocking }) => blocking);
  const { deadline } = context;
  return {
    schema: REPORT_SCHEMA,
    tool: { name: 'sizheng', version: options.toolVersion },
    readers: options.readers,
    spec: { id: spec.id, title: spec.title, sha256: spec.sha256 },
    scope: config.scope,
    batch: config.batch,
    province: config.province,
    institution: config.institution,
    year: yearOf(spec, config, atMs),
    timezone: spec.timezone,
    deadline:
      deadline === null
        ? null
        : {
            prudent: new Date(deadline.prudentMs).toISOString(),
            latest: new Date(deadline.latestMs).toISOString(),
            source: deadline.source,
          },
    at: new Date(atMs).toISOString(),
    atGiven: options.atGiven,
    checkedAs: options.checkedAs,
    partial: only !== null,
    strict: options.strict,
    verdict: failed ? 'fail' : 'pass',
    exitCode: failed ? 1 : 0,
    ledger,
    items: reportItems(options),
    clauses: spec.clauses,
    categories: reportCategories(options),
    findings: findings.toSorted(compareFindings),
    verdicts: verdicts.toSorted(compareVerdicts),
    attestations: spec.attestations.map(({ id, text }) => ({
      id,
      text,
      by: Object.hasOwn(config.attestations, id) ? (config.attestations[id] ?? null) : null,
    })),
  };
}
