/** `sizheng validate`: the check, and its reports. */
import { validateWith } from '../../app/validate.ts';
import { usageError } from '../../model/errors.ts';
import { REPORTERS, render } from '../../report/reporters.ts';
import { checkOptions, readShard } from '../check-options.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';
import { startProgress } from '../progress.ts';
import { refusePlaces } from '../report-places.ts';
import { BLOB, readTargets, writeReports } from '../reports.ts';
import { renderOptions, terminalOptions } from '../screen-options.ts';
import { tellVerdict } from '../show-report.ts';

export async function run(
  plain: CliContext,
  [dir]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'report', 'rules');
  const targets = readTargets([...REPORTERS, BLOB], options.reporter as string[] | undefined);
  const asks = (wanted: string) => targets.some(({ name }) => name === wanted);
  const shard = readShard(options.shard as string | undefined);
  if (shard !== undefined && !asks(BLOB))
    throw usageError('usage/shard-without-blob', { shard: `${shard.index}/${shard.count}` });
  await refusePlaces(targets, dir ?? '.');
  const startedMs = Date.now();
  const progress = startProgress(context);
  const checking = { ...checkOptions(context, options), shard, onProgress: progress.update };
  // Only a page shows pictures: for other reports none are taken.
  const extras = { frames: asks('html'), blob: asks(BLOB) };
  const { report, frames, blob } = await validateWith(extras, dir ?? '.', checking).finally(progress.clear);
  const terminal = terminalOptions(context, {
    verbose: options.verbose === true,
    quiet: options.quiet === true,
    elapsedMs: Date.now() - startedMs,
    target: dir ?? null,
  });
  await writeReports(
    targets,
    async ({ name, file }) => {
      if (name === BLOB) return blob ?? '';
      const toFile = file !== null;
      return render(name, report, { ...renderOptions(context, terminal, toFile), frames }, toFile);
    },
    context,
    dir ?? '.',
  );
  tellVerdict(report, targets, context);
  if (shard !== undefined && report.items.length === 0)
    context.writeError(`${context.messages.cli.emptyShard(shard.index, shard.count)}\n`);
  return report.exitCode;
}
