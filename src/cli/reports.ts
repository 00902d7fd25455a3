/** `--reporter name[=file]`: what is asked for, and the writing of it. */
import { realpath, stat, writeFile as writeDirectly } from 'node:fs/promises';
import { resolve } from 'node:path';
import { unwritable, usageError } from '../model/errors.ts';
import { REPORTERS, type ReporterName } from '../report/reporters.ts';
import { writeAtomically } from '../util/write-atomically.ts';
import type { CliContext } from './context.ts';

export interface Target {
  readonly name: ReporterName;
  /** `null` is stdout. */
  readonly file: string | null;
}

/** @throws usageError for a reporter there is none of, two on stdout, two in one file */
export function readTargets(words: readonly string[] = ['terminal']): Target[] {
  const targets = words.map(readTarget);
  const shown = targets.filter(({ file }) => file === null).map(({ name }) => name);
  if (shown.length > 1) throw usageError('usage/two-on-stdout', { reporters: shown });
  const files = targets.flatMap(({ file }) => (file === null ? [] : [resolve(file)]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw usageError('usage/same-file', { path: twice });
  return targets;
}

function readTarget(word: string): Target {
  const cut = word.indexOf('=');
  const [name, file] = cut < 0 ? [word, null] : [word.slice(0, cut), word.slice(cut + 1)];
  const known = REPORTERS.find((one) => one === name);
  if (known === undefined || file === '')
    throw usageError('usage/bad-value', {
      option: '--reporter',
      value: word,
      expected: REPORTERS.flatMap((one) => [one, `${one}=<file>`]).join(', '),
    });
  return { name: known, file };
}

/** Columns of a text in a file. */
export const FILE_WIDTH = 80;

/** Files first: when one cannot be written, stdout stays empty. */
export async function writeReports(
  targets: readonly Target[],
  render: (target: Target) => string,
  { write }: CliContext,
): Promise<void> {
  for (const target of targets) {
    if (target.file !== null) await writeFile(target.file, render(target));
  }
  for (const target of targets) {
    if (target.file === null) await write(render(target));
  }
}

async function writeFile(file: string, text: string): Promise<void> {
  try {
    // A pipe or a device is written to; only a file can be put in another's place, and a link leads to the file it means.
    const target = await realpath(file).catch(() => file);
    const kind = await stat(target).catch(() => null);
    if (kind === null || kind.isFile()) await writeAtomically(target, text);
    else await writeDirectly(target, text);
  } catch (cause) {
    throw unwritable(file, cause);
  }
}
