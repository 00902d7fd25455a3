/** What the rules may consult, made once from the facts. */
import type { DocumentFacts } from '../model/document-facts.ts';
import type { FileFacts } from '../model/facts.ts';
import { baseName, parentPath } from '../model/file-names.ts';
import { letterDeadline } from '../model/letter-deadline.ts';
import type { DeadlineMoments, RuleContext, TemplateTexts } from '../model/rule.ts';
import type { Spec } from '../model/spec.ts';
import type { Entry, Submission, WorkspaceConfig } from '../model/submission.ts';
import { byCodeUnit, groupBy } from '../util/order.ts';
import { localTime, startOfDayMs } from '../util/zone.ts';

export interface JudgeInput {
  readonly spec: Spec;
  readonly config: WorkspaceConfig;
  readonly submission: Submission;
  readonly entries: readonly Entry[];
  readonly facts: ReadonlyMap<string, FileFacts>;
  /** Texts that stand in item.yaml or in the sheet, by `ownTextKey`. */
  readonly fieldTexts: ReadonlyMap<string, DocumentFacts>;
  readonly templates: TemplateTexts;
  /** SHA-256 by path, of files that share their size with another. */
  readonly digests: ReadonlyMap<string, string>;
  readonly atMs: number;
}

export function makeContext(input: JudgeInput): RuleContext {
  const { spec, config, submission, entries, facts, fieldTexts, templates, atMs } = input;
  return {
    spec,
    config,
    submission,
    atMs,
    deadline: deadlineMoments(spec, config, atMs),
    entries: new Map(entries.map((entry) => [entry.path, entry])),
    facts,
    fieldTexts,
    templates,
    sameBytes: findSameBytes(input),
    likenesses: new Map(),
    clashes: findClashes(entries),
    unusedWaivers: [],
  };
}

/** The year that is checked for: the workspace's, or the clock's in the spec's zone. */
export function yearOf(spec: Spec, config: WorkspaceConfig, atMs: number): number {
  return config.year ?? localTime(atMs, spec.timezone).year;
}

/** Both readings of 「之前」 for a first batch; regular batches have no deadline. The workspace's own date stands over the spec's. */
export function deadlineMoments(spec: Spec, config: WorkspaceConfig, atMs: number): DeadlineMoments | null {
  const date = config.deadline ?? letterDeadline(spec, config);
  if (config.batch !== 'first' || date === null) return null;
  const { month, day } = date;
  const year = config.deadline?.year ?? yearOf(spec, config, atMs);
  return {
    prudentMs: startOfDayMs(year, month, day, spec.timezone),
    latestMs: startOfDayMs(year, month, day + 1, spec.timezone),
    source: config.deadline === null ? null : (config.deadline.source ?? 'sizheng.yaml'),
  };
}

/** For each file that repeats one of another work, the first path with those bytes; a selected work comes before a candidate. */
function findSameBytes({ submission, digests }: JudgeInput): Map<string, string> {
  const files = submission.items
    .filter(({ status }) => status !== 'withdrawn')
    .flatMap((item) =>
      item.assets
        .filter(({ source }) => source.type === 'file')
        .map(({ path }) => ({ path, item: item.id, rank: item.status === 'selected' ? 0 : 1 })),
    );
  const known = files.filter(({ path }) => digests.has(path));
  const found = new Map<string, string>();
  for (const group of groupBy(known, ({ path }) => digests.get(path) as string).values()) {
    const [first, ...others] = group.toSorted((a, b) => a.rank - b.rank || byCodeUnit(a.path, b.path));
    for (const other of others) {
      if (first !== undefined && other.item !== first.item) found.set(other.path, first.path);
    }
  }
  return found;
}

/** Names in one folder that a file system without regard to case or composition would take for one. */
function findClashes(entries: readonly Entry[]): Map<string, string> {
  const alike = groupBy(entries, ({ path }) => `${parentPath(path)}/${baseName(path).normalize('NFC').toLowerCase()}`);
  const found = new Map<string, string>();
  for (const group of alike.values()) {
    const [first, ...others] = group.map(({ path }) => path).toSorted(byCodeUnit);
    for (const other of others) found.set(other, first as string);
  }
  return found;
}
