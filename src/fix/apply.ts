/** A plan carried out: originals kept, the log written, then step by step; what goes wrong takes back what was done. */
import { lstat, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { machineError } from '../model/errors.ts';
import { FIX_LOG_SCHEMA, type FixLog, type LoggedStep, type PlannedStep } from '../model/fix.ts';
import { UniqueNames } from '../model/safe-names.ts';
import { systemCode } from '../util/system-error.ts';
import { backupPath } from './backup-path.ts';
import { locate } from './exact-path.ts';
import { makeRunFolder, type Run, removeEmptyFolders, writeLog } from './log.ts';
import { sameContent, stampOf } from './stamp.ts';
import { anyStampAt, clearStaged, makeStep, SourceChanged, setTraits, stagedPath, writeFlushed } from './steps.ts';
import { undoRun } from './undo.ts';
import { fixUnwritable } from './unwritable.ts';

export interface ApplyOptions {
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  readonly tool: FixLog['tool'];
  readonly signal: AbortSignal;
}

/**
 * @param root the workspace, absolute
 * @throws machineError when the disk is full or refuses, or a file is not the one that the plan was made from; the signal's reason. The workspace is then as it was.
 */
export async function applySteps(root: string, steps: readonly PlannedStep[], options: ApplyOptions): Promise<Run> {
  const run = await beginRun(root, steps, options);
  let made = 0;
  try {
    for (; made < steps.length; made += 1) {
      options.signal.throwIfAborted();
      await makeStep(run, made);
    }
    await clearStaged(run.folder);
    const done: Run = { ...run, log: { ...run.log, state: 'done' } };
    await writeLog(run.folder, done.log);
    return done;
  } catch (error) {
    await takeBack({ ...run, log: { ...run.log, steps: run.log.steps.slice(0, made) } }, error);
    throw typed(error, root);
  }
}

/** @param run of the steps that were made, and no others */
async function takeBack(run: Run, cause: unknown): Promise<void> {
  const { root, folder: path } = run;
  const brokenOff = (detail: string) => machineError('machine/fix-broken-off', { path, detail, root }, cause);
  const obstacles = await undoRun(run).catch((error: unknown) => {
    throw brokenOff(systemCode(error) ?? '');
  });
  if (obstacles.length > 0) throw brokenOff(obstacles[0]?.path ?? '');
  await discard(root, path);
}

/** What is at hand until the first change: copies of the originals, the new contents, the log. */
export async function beginRun(
  root: string,
  steps: readonly PlannedStep[],
  { nowMs, tool, signal }: ApplyOptions,
): Promise<Run> {
  const { folder, atMs } = await makeRunFolder(root, nowMs).catch(async (error: unknown) => {
    await removeEmptyFolders(root);
    throw typed(error, root);
  });
  try {
    const names = new UniqueNames();
    const logged: LoggedStep[] = [];
    for (const [index, step] of steps.entries()) {
      signal.throwIfAborted();
      logged.push(await prepareStep(root, folder, step, index, names));
    }
    const log: FixLog = {
      ...{ schema: FIX_LOG_SCHEMA, tool, at: new Date(atMs).toISOString() },
      ...{ state: 'begun', steps: logged },
    };
    await writeLog(folder, log);
    return { root, folder, log };
  } catch (error) {
    await discard(root, folder);
    throw typed(error, root);
  }
}

/** Its own copies, and nothing else, lie in it. */
async function discard(root: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  await removeEmptyFolders(root);
}

async function prepareStep(
  root: string,
  folder: string,
  step: PlannedStep,
  index: number,
  names: UniqueNames,
): Promise<LoggedStep> {
  if (step.type === 'rename') return step;
  const { at } = step;
  if (step.type === 'remove') {
    const before = await anyStampAt(locate(root, at));
    if (before === null || (step.before !== null && !sameContent(before, step.before))) throw new SourceChanged(at);
    return { type: 'remove', at, before, original: backupPath(at, names) };
  }
  await writeFlushed(stagedPath(folder, index), step.content);
  const after = stampOf(step.content);
  if (step.type === 'create') return { type: 'create', at, after };
  const original = backupPath(at, names);
  const location = locate(root, at);
  const { mode, mtimeMs } = await lstat(location);
  const content = await readFile(location);
  if (!sameContent(stampOf(content), step.before)) throw new SourceChanged(at);
  const traits = { mode: mode & 0o777, modifiedMs: mtimeMs };
  await writeFlushed(join(folder, original), content);
  await setTraits(join(folder, original), { modifiedMs: mtimeMs });
  await setTraits(stagedPath(folder, index), { mode: traits.mode });
  return { type: 'write', at, before: { ...step.before, ...traits }, after, original };
}

function typed(error: unknown, root: string): unknown {
  if (error instanceof SourceChanged) return machineError('machine/fix-source-changed', { path: error.path }, error);
  if (systemCode(error) === null) return error;
  const { path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  return fixUnwritable(dest ?? path ?? root, 'fix', error);
}
