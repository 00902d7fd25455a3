/** The main use case: a folder or a file, and its report. What is shown and where it is written is the caller's business. */
import { stat } from 'node:fs/promises';
import { usageError } from '../model/errors.ts';
import { type CollectedFrames, NO_FRAMES } from '../model/frame.ts';
import type { Report } from '../model/report.ts';
import {
  type CacheChoice,
  type Checked,
  type CheckOptions,
  checkWorkspace,
  folderOf,
  openOptions,
  type ValidateOptions,
} from './check.ts';
import { openWorkspace } from './open-workspace.ts';
import { WHOLE } from './shards.ts';
import { openSingleFile, type SingleFile } from './single-file.ts';

export type { CacheChoice, ValidateOptions };

/**
 * Checks a folder, or one file against the slot it would fill.
 * @throws SizhengError with exit code 2 (usage, spec, settings) or 3 (the machine); the signal's reason when aborted
 */
export async function validate(target: string, options: ValidateOptions = {}): Promise<Report> {
  const { checked } = await check(target, options);
  return checked.report;
}

/** What is wanted beside the report. */
export interface Extras {
  /** Pictures of the videos. */
  readonly frames?: boolean;
  /** What was found, for another machine to put together with what others found of the same folder. */
  readonly blob?: boolean;
}

export interface Outcome {
  readonly report: Report;
  readonly frames: CollectedFrames;
  /** `null` where none was wanted. */
  readonly blob: Uint8Array | null;
}

/**
 * As `validate`, with more than the report.
 * @throws like `validate`; usageError for a blob of what is not the whole folder; machineError when SIZHENG_FFMPEG names what does
 *   not run
 */
export async function validateWith(
  { frames = false, blob = false }: Extras,
  target: string,
  options: CheckOptions = {},
): Promise<Outcome> {
  if (blob) await refusePart(target, options);
  // Before the check: it may take minutes.
  const takesFrames = frames ? await import('./frames.ts') : null;
  const tool = takesFrames === null ? null : await takesFrames.openFfmpeg(options.env ?? process.env);
  const { checked, cacheFolder } = await check(target, options);
  const { signal = new AbortController().signal, onProgress } = options;
  const collecting = { tool, cacheFolder, signal, ...(onProgress === undefined ? {} : { onProgress }) };
  return {
    report: checked.report,
    frames: takesFrames === null ? NO_FRAMES : await takesFrames.framesOfCheck(checked, collecting),
    blob: blob ? await (await import('./blob.ts')).makeBlob(checked, options.shard ?? WHOLE, signal) : null,
  };
}

async function refusePart(target: string, { only = [] }: ValidateOptions): Promise<void> {
  if (only.length > 0) throw usageError('usage/blob-of-part', { part: 'only' });
  if (await isFile(target)) throw usageError('usage/blob-of-part', { part: 'file' });
}

interface Check {
  readonly checked: Checked;
  /** Where what was found is kept; `null` keeps nothing. */
  readonly cacheFolder: string | null;
}

async function check(target: string, options: CheckOptions): Promise<Check> {
  const open = openOptions(options);
  if (await isFile(target)) return checkFile(await openSingleFile(target, open), options);
  const checked = await checkWorkspace(await openWorkspace(target, open), null, options);
  return { checked, cacheFolder: await cacheFolderOf(checked, options) };
}

async function isFile(target: string): Promise<boolean> {
  return stat(target).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

async function checkFile({ workspace, path, known }: SingleFile, options: ValidateOptions): Promise<Check> {
  // A file in a workspace is checked where it stands; any other stands alone, and leaves nothing behind.
  const own: ValidateOptions = known ? options : { ...options, cache: { type: 'none' } };
  const checked = await checkWorkspace(workspace, path, own);
  return { checked, cacheFolder: await cacheFolderOf(checked, own) };
}

function cacheFolderOf({ workspace }: Checked, { cache = { type: 'workspace' } }: ValidateOptions) {
  return folderOf(cache, workspace.root);
}
