/** Where a batch stands, from names alone: no media is opened. */
import { deadlineMoments, yearOf } from '../judge/context.ts';
import { makeLedger } from '../judge/ledger.ts';
import type { LedgerRow } from '../model/ledger.ts';
import type { DeadlineMoments } from '../model/rule.ts';
import type { WorkspaceConfig } from '../model/submission.ts';
import { maskWord } from '../text/privacy/mask.ts';
import { clockMs } from './clock.ts';
import { changedSince, type LastCheck, readLastCheck } from './last-check.ts';
import { type OpenOptions, openWorkspace } from './open-workspace.ts';

export interface Status {
  readonly config: WorkspaceConfig;
  readonly year: number;
  readonly timezone: string;
  readonly atMs: number;
  readonly deadline: DeadlineMoments | null;
  /** What was found; `valid` says nothing here. */
  readonly ledger: readonly LedgerRow[];
  readonly last: LastCheck | null;
  /** Paths that changed since the last check. */
  readonly changed: readonly string[];
}

/** @throws SizhengError as `validate` does */
export async function readStatus(
  folder: string,
  options: OpenOptions & { readonly at?: string | undefined },
): Promise<Status> {
  const workspace = await openWorkspace(folder, options);
  const { root, spec, config, entries } = workspace;
  const atMs = clockMs(options.at, spec.timezone);
  const submission = workspace.arrange(new Map());
  const last = await readLastCheck(root);
  return {
    config,
    year: yearOf(spec, config, atMs),
    timezone: spec.timezone,
    atMs,
    deadline: tellable(deadlineMoments(spec, config, atMs)),
    ledger: makeLedger(spec, config, submission, []),
    last,
    changed: last === null ? [] : changedSince(last, entries),
  };
}

/** Where the date was set is told in people's own words. */
function tellable(deadline: DeadlineMoments | null): DeadlineMoments | null {
  return deadline?.source ? { ...deadline, source: maskWord(deadline.source) } : deadline;
}
