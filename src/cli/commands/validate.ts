/** `sizheng validate`: the check, and its reports. */
import { realpath, stat, writeFile as writeDirectly } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type CacheChoice, type ValidateOptions, validate } from '../../app/validate.ts';
import { unwritable, usageError } from '../../model/errors.ts';
import type { Report } from '../../model/report.ts';
import type { Scope } from '../../model/spec.ts';
import { REPORTERS, type ReporterName, render } from '../../report/reporters.ts';
import { PLAIN } from '../../report/style.ts';
import type { TerminalOptions } from '../../report/terminal-options.ts';
import { writeAtomically } from '../../util/write-atomically.ts';
import type { Options } from '../command.ts';
import type { CliContext } from '../context.ts';
import { startProgress } from '../progress.ts';

interface Target {
  readonly name: ReporterName;
  /** `null` is stdout. */
  readonly file: string | null;
}

export async function run(
  context: CliContext,
  [dir]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const targets = readTargets((options.reporter as string[] | undefined) ?? ['terminal']);
  const startedMs = Date.now();
  const progress = startProgress(context);
  const report = await validate(dir ?? '.', {
    ...validateOptions(context, options),
    onProgress: progress.update,
  }).finally(progress.clear);
  const terminal = terminalOptions(context, dir, options, Date.now() - startedMs);
  await writeReports(report, targets, terminal, context);
  if (targets.every(({ file }) => file !== null)) {
    // Nothing on stdout: a person still wants to know how it went.
    const verdict = render('terminal', report, { ...terminal, quiet: true, style: PLAIN }, false);
    context.writeError(verdict);
  }
  return report.exitCode;
}

function readTargets(words: readonly string[]): Target[] {
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

function validateOptions({ language, signal, env }: CliContext, options: Options): ValidateOptions {
  return {
    language,
    signal,
    env,
    spec: options.spec as string | undefined,
    scope: options.scope as Scope | undefined,
    only: (options.only as string[] | undefined) ?? [],
    strict: options.strict === true,
    at: options.at as string | undefined,
    jobs: readJobs(options.jobs as string | undefined),
    cache: readCacheChoice(options),
  };
}

const MAX_JOBS = 64;

export function readJobs(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MAX_JOBS)
    throw usageError('usage/bad-value', { option: '--jobs', value: text, expected: `1-${MAX_JOBS}` });
  return jobs;
}

function readCacheChoice({ cache, cacheDir }: Options): CacheChoice {
  if (cache === false) return { type: 'none' };
  return typeof cacheDir === 'string' ? { type: 'folder', path: resolve(cacheDir) } : { type: 'workspace' };
}

function terminalOptions(
  context: CliContext,
  dir: string | undefined,
  options: Options,
  elapsedMs: number,
): TerminalOptions {
  const { messages, width, style } = context;
  return {
    width,
    style,
    elapsedMs,
    screen: messages.report,
    rules: messages.rules,
    verbose: options.verbose === true,
    quiet: options.quiet === true,
    target: dir ?? null,
  };
}

const FILE_WIDTH = 80;

/** Files first: when one cannot be written, stdout stays empty. */
async function writeReports(
  report: Report,
  targets: readonly Target[],
  options: TerminalOptions,
  context: CliContext,
): Promise<void> {
  for (const { name, file } of targets) {
    if (file !== null)
      await writeFile(file, render(name, report, { ...options, style: PLAIN, width: FILE_WIDTH }, true));
  }
  for (const { name, file } of targets) {
    if (file === null) await context.write(render(name, report, options, false));
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
