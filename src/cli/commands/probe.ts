/** `sizheng probe`: the facts of any file. */
import { probeFiles } from '../../app/probe.ts';
import { EXIT } from '../../model/errors.ts';
import { renderProbe } from '../../report/probe.ts';
import { toJsonText } from '../../util/json-text.ts';
import { readJobs } from '../check-options.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';

const JOBS = 3;

export async function run(
  plain: CliContext,
  paths: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'probe');
  const { env, signal, messages } = context;
  const given = paths.filter((path) => path !== undefined);
  const files = await probeFiles(given, { env, signal, jobs: readJobs(options.jobs as string | undefined) ?? JOBS });
  const text = options.json ? toJsonText(files) : files.map((file) => renderProbe(file, messages.probe)).join('\n\n');
  await context.write(`${text}\n`);
  return EXIT.ok;
}
