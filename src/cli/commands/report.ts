/** `sizheng report`: a saved report, written in any other form. */
import { readReport } from '../../app/saved-report.ts';
import { REPORTERS, render } from '../../report/reporters.ts';
import type { Options } from '../command.ts';
import type { CliContext } from '../context.ts';
import { readTargets, writeReports } from '../reports.ts';
import { renderOptions, terminalOptions } from '../screen-options.ts';

export async function run(
  context: CliContext,
  [file]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const targets = readTargets(REPORTERS, options.reporter as string[] | undefined);
  const report = await readReport(file ?? '', context.language);
  const terminal = terminalOptions(context, {
    verbose: options.verbose === true,
    quiet: options.quiet === true,
    elapsedMs: null,
    target: null,
  });
  await writeReports(
    targets,
    ({ name, file: target }) =>
      render(name, report, renderOptions(context, terminal, target !== null), target !== null),
    context,
  );
  return report.exitCode;
}
