/** `sizheng validate`: the check, and its reports. */
import { type ReportWithFrames, type ValidateOptions, validate, validateWithFrames } from '../../app/validate.ts';
import { REPORTERS, render, renderScreen } from '../../report/reporters.ts';
import { PLAIN } from '../../report/style.ts';
import { checkOptions } from '../check-options.ts';
import type { Options } from '../command.ts';
import type { CliContext } from '../context.ts';
import { startProgress } from '../progress.ts';
import { readTargets, writeReports } from '../reports.ts';
import { renderOptions, terminalOptions } from '../screen-options.ts';

export async function run(
  context: CliContext,
  [dir]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const targets = readTargets(REPORTERS, options.reporter as string[] | undefined);
  const startedMs = Date.now();
  const progress = startProgress(context);
  const checking = { ...checkOptions(context, options), onProgress: progress.update };
  const isIllustrated = targets.some(({ name }) => name === 'html');
  const { report, frames, missing } = await check(dir ?? '.', checking, isIllustrated).finally(progress.clear);
  const framesMissing = missing && context.messages.screens.html.noFfmpeg;
  const terminal = terminalOptions(context, {
    verbose: options.verbose === true,
    quiet: options.quiet === true,
    elapsedMs: Date.now() - startedMs,
    target: dir ?? null,
  });
  await writeReports(
    targets,
    ({ name, file }) => {
      const toFile = file !== null;
      return render(name, report, { ...renderOptions(context, terminal, toFile), frames, framesMissing }, toFile);
    },
    context,
  );
  if (targets.every(({ file }) => file !== null)) {
    // Nothing on stdout: a person still wants to know how it went.
    context.writeError(renderScreen(report, { ...terminal, quiet: true, style: PLAIN }));
  }
  return report.exitCode;
}

/** Only a page shows pictures: for other reports none are taken. */
async function check(dir: string, options: ValidateOptions, isIllustrated: boolean): Promise<ReportWithFrames> {
  if (isIllustrated) return validateWithFrames(dir, options);
  return { report: await validate(dir, options), frames: new Map(), missing: null };
}
