/** The main use case: a folder or a file, and its report. What is shown and where it is written is the caller's business. */
import { stat } from 'node:fs/promises';
import type { Report } from '../model/report.ts';
import {
  type CacheChoice,
  type Checked,
  checkWorkspace,
  folderOf,
  openOptions,
  type ValidateOptions,
} from './check.ts';
import { type CollectedFrames, collectFrames, openFfmpeg } from './frames.ts';
import { openWorkspace } from './open-workspace.ts';
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

export interface ReportWithFrames extends CollectedFrames {
  readonly report: Report;
}

/**
 * The same, with pictures of the videos.
 * @throws like `validate`; machineError when SIZHENG_FFMPEG names what does not run
 */
export async function validateWithFrames(target: string, options: ValidateOptions = {}): Promise<ReportWithFrames> {
  // Before the check: it may take minutes.
  const tool = await openFfmpeg(options.env ?? process.env);
  const { checked, cacheFolder } = await check(target, options);
  const { signal = new AbortController().signal, onProgress } = options;
  const collecting = { tool, cacheFolder, signal, ...(onProgress === undefined ? {} : { onProgress }) };
  return { report: checked.report, ...(await collectFrames(checked, collecting)) };
}

interface Check {
  readonly checked: Checked;
  /** Where what was found is kept; `null` keeps nothing. */
  readonly cacheFolder: string | null;
}

async function check(target: string, options: ValidateOptions): Promise<Check> {
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
