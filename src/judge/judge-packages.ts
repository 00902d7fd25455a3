/** Facts of packages in, verdict out. Pure. */
import type { RuleTexts } from '../i18n/catalogue.ts';
import type { PackageFacts } from '../model/package-facts.ts';
import { isDraft, ownName, payloadFiles } from '../model/package-payload.ts';
import type { AnyRule } from '../model/rule.ts';
import { VERIFICATION_SCHEMA, type Verification, type VerifiedPackage } from '../model/verification.ts';
import { isGrave, type Policy, runRules, type Target } from './run-rules.ts';
import { compareFindings, compareVerdicts } from './sorting.ts';

export interface JudgePackagesOptions {
  /** Each under a path of its own. */
  readonly packages: readonly PackageFacts[];
  readonly rules: readonly AnyRule[];
  readonly texts: RuleTexts;
  readonly toolVersion: string;
  /** IANA name, for the times on screens. */
  readonly timezone: string;
  readonly atMs: number;
  readonly atGiven: boolean;
  readonly strict: boolean;
  /** Digests were left out. */
  readonly fast: boolean;
}

/** A package is held against standards and its own word; no spec has a say. */
const NO_SPEC: Policy = { rules: {}, clauses: [], recommended: 'error' };

export function judgePackages(options: JudgePackagesOptions): Verification {
  const { packages, rules, texts, strict } = options;
  const { findings, verdicts } = runRules(rules, packages.map(targetOf), { context: null, policy: NO_SPEC, texts });
  const judged = findings.map((finding) => ({ ...finding, blocking: isGrave(finding, strict) }));
  const failed = judged.some(({ blocking }) => blocking);
  return {
    schema: VERIFICATION_SCHEMA,
    tool: { name: 'sizheng', version: options.toolVersion },
    timezone: options.timezone,
    at: new Date(options.atMs).toISOString(),
    atGiven: options.atGiven,
    partial: options.fast,
    strict,
    fast: options.fast,
    verdict: failed ? 'fail' : 'pass',
    exitCode: failed ? 1 : 0,
    packages: packages.map(summarize),
    findings: judged.toSorted(compareFindings),
    verdicts: verdicts.toSorted(compareVerdicts),
  };
}

function targetOf(facts: PackageFacts): Target<'package'> {
  return { on: 'package', subject: facts, name: facts.path, item: null, place: { package: facts.path } };
}

function summarize(facts: PackageFacts): VerifiedPackage {
  const { path, form, kind, sizeBytes, sha256, manifest, receipt, source } = facts;
  const payload = payloadFiles(facts);
  return {
    ...{ path, form, kind, name: ownName(facts), draft: isDraft(facts), sizeBytes },
    fileCount: payload.length,
    payloadBytes: payload.reduce((sum, file) => sum + file.sizeBytes, 0),
    itemCount: manifest?.ok ? manifest.value.items.length : null,
    sha256,
    receipt: receipt?.path ?? null,
    against: source?.folder ?? null,
  };
}
