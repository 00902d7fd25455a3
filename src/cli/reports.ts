/** `--reporter name[=file]`: what is asked for, and the writing of it. */
import { realpath, stat, writeFile as writeDirectly } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { unwritable, usageError } from '../model/errors.ts';
import { liesIn } from '../util/lies-in.ts';
import { makeFolders } from '../util/make-folders.ts';
import { safeText } from '../util/safe-text.ts';
import { writeAtomically } from '../util/write-atomically.ts';
import type { CliContext } from './context.ts';

export interface Target<Name extends string> {
  readonly name: Name;
  /** `null` is stdout. */
  readonly file: string | null;
}

/**
 * @param known the reporters there are
 * @throws usageError for a reporter there is none of, two on stdout, two in one file, bytes on stdout
 */
export function readTargets<Name extends string>(
  known: readonly Name[],
  words: readonly string[] = ['terminal'],
): Target<Name>[] {
  const targets = words.map((word) => readTarget(word, known));
  const shown = targets.filter(({ file }) => file === null).map(({ name }) => name);
  if (shown.length > 1) throw usageError('usage/two-on-stdout', { reporters: shown });
  const files = targets.flatMap(({ file }) => (file === null ? [] : [resolve(file)]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw usageError('usage/same-file', { path: twice });
  return targets;
}

function readTarget<Name extends string>(word: string, known: readonly Name[]): Target<Name> {
  const cut = word.indexOf('=');
  const [name, file] = cut < 0 ? [word, null] : [word.slice(0, cut), word.slice(cut + 1)];
  const found = known.find((one) => one === name);
  if (found === undefined || file === '' || (file === null && BYTES.has(found)))
    throw usageError('usage/bad-value', {
      option: '--reporter',
      value: word,
      expected: known.flatMap((one) => (BYTES.has(one) ? [`${one}=<file>`] : [one, `${one}=<file>`])).join(', '),
    });
  return { name: found, file };
}

/** What a shard found, for `merge-reports`: no report, and asked for like one. */
export const BLOB = 'blob';

/** What no screen shows. */
const BYTES: ReadonlySet<string> = new Set(['xlsx', BLOB]);

/** Columns of a text in a file. */
export const FILE_WIDTH = 80;

/**
 * Files first: when one cannot be written, stdout stays empty. Which were written is told last.
 * @param workspace the folder that the reports are of, as it was given; `null` where it is not known
 */
export async function writeReports<Name extends string>(
  targets: readonly Target<Name>[],
  render: (target: Target<Name>) => Promise<string | Uint8Array>,
  { write, writeError, messages }: CliContext,
  workspace: string | null,
): Promise<void> {
  const written: string[] = [];
  for (const target of targets) {
    if (target.file !== null && (await writeFile(target.file, await render(target)))) written.push(target.file);
  }
  for (const target of targets) {
    if (target.file === null) await write((await render(target)).toString());
  }
  for (const file of written) {
    const inWorkspace = workspace !== null && (await liesIn(file, workspace));
    writeError(`${messages.cli.written(safeText(file), inWorkspace)}\n`);
  }
}

/** @returns whether it is a file now, and not a pipe or a device */
async function writeFile(file: string, text: string | Uint8Array): Promise<boolean> {
  try {
    // A pipe or a device is written to; only a file can be put in another's place, and a link leads to the file it means.
    const target = await realpath(file).catch(() => file);
    const kind = await stat(target).catch(() => null);
    const toFile = kind === null || kind.isFile();
    if (toFile) {
      await makeParent(target);
      await writeAtomically(target, text);
    } else await writeDirectly(target, text);
    return toFile;
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

/** Not tried where it is there: some systems answer that a disk's root must not be made. */
async function makeParent(file: string): Promise<void> {
  const folder = dirname(resolve(file));
  if ((await stat(folder).catch(() => null)) === null) await makeFolders(folder);
}
