/** The main use case: a folder or a file, and its report. What is shown and where it is written is the caller's business. */
import { stat } from 'node:fs/promises';
import type { Report } from '../model/report.ts';
import { type CacheChoice, checkWorkspace, openOptions, type ValidateOptions } from './check.ts';
import { openWorkspace } from './open-workspace.ts';
import { openSingleFile, type SingleFile } from './single-file.ts';

export type { CacheChoice, ValidateOptions };

/**
 * Checks a folder, or one file against the slot it would fill.
 * @throws SizhengError with exit code 2 (usage, spec, settings) or 3 (the machine); the signal's reason when aborted
 */
export async function validate(target: string, options: ValidateOptions = {}): Promise<Report> {
  const open = openOptions(options);
  if (await isFile(target)) return validateFile(await openSingleFile(target, open), options);
  const { report } = await checkWorkspace(await openWorkspace(target, open), null, options);
  return report;
}

async function isFile(target: string): Promise<boolean> {
  return stat(target).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

async function validateFile({ workspace, path, known }: SingleFile, options: ValidateOptions): Promise<Report> {
  // A file in a workspace is checked where it stands; any other stands alone, and leaves nothing behind.
  const own: ValidateOptions = known ? options : { ...options, cache: { type: 'none' } };
  const { report } = await checkWorkspace(workspace, path, own);
  return report;
}
