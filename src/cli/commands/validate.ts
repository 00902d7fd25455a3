/** `sizheng validate`: the check, and its reports. */
import { validate } from '../../app/validate.ts';
import { render } from '../../report/reporters.ts';
import { PLAIN } from '../../report/style.ts';
import { checkOptions } from '../check-options.ts';
import type { Options } from '../command.ts';
import type { CliContext } from '../context.ts';
import { startProgress } from '../progress.ts';
import { FILE_WIDTH, readTargets, writeReports } from '../reports.ts';
import { terminalOptions } from '../screen-options.ts';

export async function run(
  context: CliContext,
  [dir]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const targets = readTargets(options.reporter as string[] | undefined);
  const startedMs = Date.now();
  const progress = startProgress(context);
  const report = await validate(dir ?? '.', {
    ...checkOptions(context, options),
    onProgress: progress.update,
  }).finally(progress.clear);
  const terminal = terminalOptions(context, {
    verbose: options.verbose === true,
    quiet: options.quiet === true,
    elapsedMs: Date.now() - startedMs,
    target: dir ?? null,
  });
  const inFile = { ...terminal, style: PLAIN, width: FILE_WIDTH };
  await writeReports(
    targets,
    ({ name, file }) => render(name, report, file === null ? terminal : inFile, file !== null),
    context,
  );
  if (targets.every(({ file }) => file !== null)) {
    // Nothing on stdout: a person still wants to know how it went.
    const verdict = render('terminal', report, { ...terminal, quiet: true, style: PLAIN }, false);
    context.writeError(verdict);
  }
  return report.exitCode;
}
