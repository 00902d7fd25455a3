/** One check of a workspace, start to end: measure, arrange, judge, and remember. */
import { availableParallelism } from 'node:os';
import type { Language } from '../i18n/catalogue.ts';
import type { FileFacts } from '../model/facts.ts';
import type { Report } from '../model/report.ts';
import type { TemplateTexts } from '../model/rule.ts';
import type { Scope, Spec } from '../model/spec.ts';
import type { Submission } from '../model/submission.ts';
import { FactsCache } from '../workspace/cache.ts';
import { clockMs } from './clock.ts';
import { judgeEvidence } from './judge-evidence.ts';
import { saveLastCheck } from './last-check.ts';
import { digestFiles, type MeasureOptions, measureFiles, type Progress, sharingSize } from './measure-files.ts';
import type { OpenOptions, Workspace } from './open-workspace.ts';
import { cacheKey, openReaders } from './readers.ts';
import { selectOnly } from './selection.ts';
import { type Shard, shareOf, WHOLE } from './shards.ts';
import { cacheFolder } from './state-folder.ts';
import { comparable, tasksOf, templateTasks } from './tasks.ts';
import { loadTemplates } from './templates.ts';

/** Where facts are kept: in the workspace, in a folder of the user's choice, or nowhere. */
export type CacheChoice =
  | { readonly type: 'workspace' }
  | { readonly type: 'folder'; readonly path: string }
  | { readonly type: 'none' };

export interface ValidateOptions {
  readonly language?: Language;
  /** A spec's id or path, instead of the workspace's own. */
  readonly spec?: string | undefined;
  readonly scope?: Scope | undefined;
  /** Categories, works or paths: the rest is left out, and what concerns the whole is skipped. */
  readonly only?: readonly string[];
  /** Warnings block as well. */
  readonly strict?: boolean;
  /** The clock, as ISO 8601; without a zone, in the spec's. Now, when absent. */
  readonly at?: string | undefined;
  /** Files measured at once. */
  readonly jobs?: number | undefined;
  readonly cache?: CacheChoice;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  onProgress?(progress: Progress): void;
}

export interface CheckOptions extends ValidateOptions {
  /** The part of the batch that is checked here. */
  readonly shard?: Shard | undefined;
}

/** How a workspace is opened for a check. */
export function openOptions({ spec, scope, language = 'zh-CN', cache }: ValidateOptions): OpenOptions {
  return { spec, scope, language, memoFolder: memoFolder(cache) };
}

/** Beside the facts: in the workspace unless told otherwise. */
function memoFolder(cache: CacheChoice = { type: 'workspace' }): string | null | undefined {
  if (cache.type === 'folder') return cache.path;
  return cache.type === 'none' ? null : undefined;
}

/** A report, and what it was made from. */
export interface Checked {
  readonly report: Report;
  readonly workspace: Workspace;
  readonly submission: Submission;
  readonly facts: ReadonlyMap<string, FileFacts>;
  /** SHA-256 by path, of files that share their size with another. */
  readonly digests: ReadonlyMap<string, string>;
  readonly templates: TemplateTexts;
}

/** @param file the one file that is checked; `null` for all that the options ask for */
export async function checkWorkspace(
  workspace: Workspace,
  file: string | null,
  options: CheckOptions,
): Promise<Checked> {
  const { language = 'zh-CN', strict = false } = options;
  const { root, spec, config, entries } = workspace;
  const atMs = clockMs(options.at, spec.timezone);
  const keptIn = await folderOf(options.cache ?? { type: 'workspace' }, root);
  const cache = await FactsCache.open(keptIn);
  const readers = await openReaders(options.env ?? process.env, cache);
  const carried = options.cache?.type === 'folder';
  cache.use(cacheKey(readers, !carried), carried);
  try {
    const named = workspace.arrange(new Map());
    const share = shareOf(options.shard ?? WHOLE, { entries, spec, named });
    const words = file === null ? (options.only ?? []) : [file];
    const only = share?.only ?? (words.length > 0 ? selectOnly(words, named, entries, spec) : null);
    const measuring = measureOptions(readers, cache, options);
    const facts = await measureFiles(tasksOf(entries, named, spec, only), measuring);
    const templates = await loadTemplates(await measureFiles(templateTasks(entries), quietly(measuring)));
    const submission = workspace.arrange(facts);
    measuring.signal.throwIfAborted();
    const digests = await digestFiles(share?.twins ?? sharingSize(comparable(submission, entries, only)), measuring);
    const report = await judgeEvidence({
      ...{ language, spec, config, submission, entries, facts, digests, templates, atMs, only, strict },
      readers: readers.list,
      atGiven: options.at !== undefined,
      checkedAs: file === null ? null : slotOf(file, submission, spec),
    });
    measuring.signal.throwIfAborted();
    // A shard has listed the whole tree as well.
    if (only === null || share !== null) cache.prune(new Set(entries.map(({ path }) => path)));
    await cache.save();
    if (keptIn !== null) await workspace.remember();
    if (only === null && keptIn !== null) await saveLastCheck(root, report, entries);
    return { report, workspace, submission, facts, digests, templates };
  } finally {
    readers.close();
  }
}

/** The folder of a choice of cache; `null` keeps nothing. */
export async function folderOf(choice: CacheChoice, root: string): Promise<string | null> {
  if (choice.type === 'none') return null;
  if (choice.type === 'folder') return choice.path;
  return cacheFolder(root);
}

/** Half of the time a reader waits for the disk or for its process to start: two a core keep both busy. */
const MAX_JOBS = 8;

function measureOptions(
  readers: MeasureOptions['readers'],
  cache: FactsCache,
  options: ValidateOptions,
): MeasureOptions {
  const {
    jobs = Math.min(MAX_JOBS, 2 * availableParallelism()),
    signal = new AbortController().signal,
    onProgress,
  } = options;
  return { readers, cache, jobs, signal, ...(onProgress === undefined ? {} : { onProgress }) };
}

/** What is no material is no progress either. */
function quietly({ onProgress: _, ...options }: MeasureOptions): MeasureOptions {
  return options;
}

function slotOf(path: string, { items }: Submission, { categories }: Spec): Report['checkedAs'] {
  for (const item of items) {
    const asset = item.assets.find((one) => one.path === path);
    const category = categories.find(({ id }) => id === item.category);
    const slot = category?.slots.find(({ id }) => id === asset?.slot);
    if (category !== undefined && slot !== undefined) return { path, category: category.name, slot: slot.name };
  }
  return null;
}
