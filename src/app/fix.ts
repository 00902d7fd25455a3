/** The use case of `fix`: what would be changed, the change itself, and the way back. */
import { resolve } from 'node:path';
import { applySteps } from '../fix/apply.ts';
import { findLastRun } from '../fix/log.ts';
import { makePlan, nameAfter } from '../fix/plan.ts';
import { undoRun } from '../fix/undo.ts';
import { fixUnwritable } from '../fix/unwritable.ts';
import { machineError } from '../model/errors.ts';
import { baseName, isLitterName, parentPath } from '../model/file-names.ts';
import type { FixPlan, LineEnd, UndoObstacle } from '../model/fix.ts';
import type { Entry, Item, Submission, WorkspaceConfig } from '../model/submission.ts';
import { systemCode } from '../util/system-error.ts';
import { planWorkspaceNames } from './fix-names.ts';
import { planSettings } from './fix-settings.ts';
import { findFixRoot, openFixTarget, PACKAGE_MARK } from './fix-target.ts';
import { mendTexts, readTextTypes, subtitlesOf } from './fix-texts.ts';
import type { OpenOptions, Workspace } from './open-workspace.ts';
import { selectOnly } from './selection.ts';
import { toolVersion } from './version.ts';

export interface FixOptions extends Pick<OpenOptions, 'language' | 'spec'> {
  /** Categories, works or paths: the rest is left alone. */
  readonly only?: readonly string[];
  /** Instead of the workspace's own. */
  readonly lineEnd?: LineEnd | undefined;
  /** Every subtitle is to be SRT. */
  readonly toSrt?: boolean;
  readonly signal?: AbortSignal;
}

export interface PreparedFix {
  /** Absolute. */
  readonly root: string;
  readonly plan: FixPlan;
  /** Where one file is meant: its last name once the plan is carried out, `null` when it is put aside. */
  readonly file: { readonly nameAfter: string | null } | null;
  /** A folder with neither a work nor subtitles. */
  readonly isEmpty: boolean;
  /** The folder of a run before that did not come to its end. */
  readonly brokenOff: string | null;
}

/** Reads, and writes nothing. @param target a folder or a file @throws SizhengError; the signal's reason */
export async function prepareFix(target: string, options: FixOptions): Promise<PreparedFix> {
  const { workspace, file } = await openFixTarget(target, options);
  const { root, entries, spec, config } = workspace;
  const signal = options.signal ?? new AbortController().signal;
  const named = workspace.arrange(new Map());
  const facts = await readTextTypes(named, entries);
  const submission = facts.size === 0 ? named : workspace.arrange(facts);
  const includes = partOf(workspace, named, file, options.only ?? []);
  const mayMove = (path: string) => includes(path) && !isSpecOrAbove(path, config) && !isWithdrawn(path, submission);
  const { names, left, renaming } = planWorkspaceNames(workspace, submission, facts, mayMove);
  const subtitles = subtitlesOf(submission, entries, spec);
  const files = subtitles.filter(({ entry }) => includes(entry.path));
  const lineEnd = options.lineEnd ?? config.eol;
  const texts = await mendTexts(files, { lineEnd, toSrt: options.toSrt ?? false, names, entries, signal });
  const plan = makePlan({
    ...{ root, entries, names, texts: texts.texts },
    settings: await planSettings(workspace, renaming),
    removals: litterOf(submission, entries).filter(({ path }) => includes(path)),
    left: [...texts.left, ...left],
  });
  const last = await findLastRun(root);
  return {
    ...{ root, plan },
    file: file === null ? null : { nameAfter: nameAfter(file, plan) },
    isEmpty: file === null && submission.items.length === 0 && subtitles.length === 0,
    brokenOff: last?.log?.state === 'begun' ? below(root, last.folder) : null,
  };
}

/** What was asked for, and no package in it. */
function partOf(
  { entries, spec }: Workspace,
  named: Submission,
  file: string | null,
  only: readonly string[],
): (path: string) => boolean {
  if (file !== null) return (path) => path === file;
  const packages = entries.filter(({ path }) => baseName(path) === PACKAGE_MARK).map(({ path }) => parentPath(path));
  const asked = only.length === 0 ? () => true : selectOnly(only, named, entries, spec).includesPath;
  return (path) => asked(path) && !packages.some((folder) => `${path}/`.startsWith(`${folder}/`));
}

/** `sizheng.yaml` names it. */
function isSpecOrAbove(path: string, { spec }: WorkspaceConfig): boolean {
  return `${spec.replace(/^\.\//, '')}/`.startsWith(`${path}/`);
}

function isWithdrawn(path: string, { items }: Submission): boolean {
  return items.some((item) => item.status === 'withdrawn' && holds(item, path));
}

function holds({ folder, assets, itemFile }: Item, path: string): boolean {
  if (folder !== null) return path === folder || path.startsWith(`${folder}/`);
  return path === itemFile || assets.some((asset) => asset.path === path);
}

/** What systems leave behind. What begins with a tilde belongs to a document that may be open; a link is somebody's. */
function litterOf({ junk }: Submission, entries: readonly Entry[]): Entry[] {
  const litter = new Set(junk.filter((path) => isLitterName(baseName(path)) && !/^\.?~/.test(baseName(path))));
  return entries.filter(
    ({ path, type, error }) => litter.has(path) && (type === 'file' || type === 'directory') && error === null,
  );
}

export interface AppliedFix {
  /** Where the originals are, relative to the root. */
  readonly backup: string;
}

/** Carries out what was prepared. @throws machineError, and then everything is as it was; the signal's reason */
export async function applyFix({ root, plan }: PreparedFix, signal: AbortSignal): Promise<AppliedFix> {
  const tool = { name: 'sizheng', version: toolVersion() } as const;
  const { folder } = await applySteps(root, plan.steps, { nowMs: Date.now(), tool, signal });
  return { backup: below(root, folder) };
}

export type UndoneFix =
  | { readonly type: 'nothing' }
  | { readonly type: 'undone'; readonly backup: string; readonly steps: number }
  | { readonly type: 'refused'; readonly backup: string; readonly obstacles: readonly UndoObstacle[] };

/** Takes the last run back, whole or not at all. @throws machineError */
export async function undoFix(target: string): Promise<UndoneFix> {
  const root = await findFixRoot(target);
  const last = await findLastRun(root);
  if (last === null) return { type: 'nothing' };
  const backup = below(root, last.folder);
  if (last.log === null) throw machineError('machine/fix-log', { path: backup });
  if (last.log.state === 'undone') return { type: 'nothing' };
  const { log, folder } = last;
  const obstacles = await undoRun({ root, folder, log }).catch((error: unknown) => {
    throw systemCode(error) === null ? error : fixUnwritable(backup, 'undo', error);
  });
  if (obstacles.length > 0) return { type: 'refused', backup, obstacles };
  return { type: 'undone', backup, steps: log.steps.length };
}

function below(root: string, folder: string): string {
  return folder.slice(resolve(root).length + 1).replaceAll('\\', '/');
}
