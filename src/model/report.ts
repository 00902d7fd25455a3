/** The outcome of a check: versioned, sorted, the same bytes for the same input but for `at`. */
import type { FactsSummary, Failure } from './facts.ts';
import type { LedgerRow } from './ledger.ts';
import type { Place } from './rule.ts';
import type { RuleId, RuleParams } from './rule-params.ts';
import type { AssetKind, Batch, Clause, Scope, Severity, Slot } from './spec.ts';
import type { ItemStatus } from './submission.ts';

export const REPORT_SCHEMA = 'sizheng-report/1';

export type Outcome = 'pass' | 'fail' | 'skipped' | 'not-applicable';

export interface Verdict {
  readonly rule: RuleId;
  /** An item's id, a path, a category's id, a package's path or `submission`. */
  readonly subject: string;
  readonly outcome: Outcome;
  /** The measured value. */
  readonly actual?: string;
  /** What was asked, where a limit can be put into a few words. */
  readonly expected?: string;
  /** The clause that asks it. */
  readonly clause?: string;
}

/** A category that stays within its quota without this work. */
export interface Spare {
  /** What to name in `sizheng exclude`. */
  readonly item: string;
  /** Selected works left without it. */
  readonly left: number;
  readonly unit: string;
}

export interface Finding<Id extends RuleId = RuleId> {
  readonly rule: Id;
  readonly severity: Severity;
  readonly clause?: string;
  readonly institution?: string;
  readonly place: Place;
  readonly params: RuleParams[Id];
  readonly message: string;
  readonly actual?: string;
  readonly expected?: string;
  readonly fix: string;
  /** Leaving the work out keeps the quota: a way out that is offered. */
  readonly spare?: Spare;
  /** What to name in a waiver, where the letter only recommends what was not kept. */
  readonly waiverSubject?: string;
  readonly waived?: { readonly reason: string };
  /** Keeps the batch from being handed in: an error (with `--strict` a warning too), not waived, not of a candidate. */
  readonly blocking: boolean;
}

export interface ReportAsset {
  readonly slot: string | null;
  readonly kind: AssetKind | null;
  readonly path: string;
  readonly sizeBytes: number;
  /** `file`, `track`, `text`, `section` or `declared`. */
  readonly source: string;
  readonly facts: FactsSummary | null;
  readonly failure: Failure | null;
}

export interface ReportItem {
  readonly id: string;
  readonly category: string;
  readonly title: string;
  readonly institution: string | null;
  readonly status: ItemStatus;
  readonly reason: string | null;
  readonly assets: readonly ReportAsset[];
}

/** A category as a reader of the report needs it. */
export interface ReportCategory {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly slots: readonly Pick<Slot, 'id' | 'name'>[];
  /** In the spec's order, each with the ids of the selected works that speak of it. */
  readonly topics: readonly { readonly topic: string; readonly items: readonly string[] }[];
}

/** The two readings of the call's 「之前」, ISO 8601 in UTC. */
export interface ReportDeadline {
  readonly prudent: string;
  readonly latest: string;
  readonly source: string | null;
}

/** What every judgement tells, whatever was judged. */
export interface Judgement {
  readonly schema: string;
  readonly tool: { readonly name: 'sizheng'; readonly version: string };
  readonly timezone: string;
  /** When the check was made, ISO 8601 in UTC. */
  readonly at: string;
  /** The clock was set by hand (`--at`). */
  readonly atGiven: boolean;
  /** Only a part was checked; rules over the whole were skipped. */
  readonly partial: boolean;
  readonly strict: boolean;
  readonly verdict: 'pass' | 'fail';
  readonly exitCode: 0 | 1;
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
}

export interface Report extends Judgement {
  readonly schema: typeof REPORT_SCHEMA;
  readonly readers: readonly { readonly name: string; readonly version: string }[];
  readonly spec: { readonly id: string; readonly title: string; readonly sha256: string };
  readonly scope: Scope;
  readonly batch: Batch;
  readonly province: string | null;
  readonly institution: string | null;
  readonly year: number;
  readonly deadline: ReportDeadline | null;
  /** One file was checked, as this: its path, the category's name and the slot's. */
  readonly checkedAs: { readonly path: string; readonly category: string; readonly slot: string } | null;
  readonly ledger: readonly LedgerRow[];
  readonly items: readonly ReportItem[];
  /** Of the spec, so that a report can be written from this alone. */
  readonly clauses: readonly Clause[];
  readonly categories: readonly ReportCategory[];
  readonly attestations: readonly { readonly id: string; readonly text: string; readonly by: string | null }[];
}
