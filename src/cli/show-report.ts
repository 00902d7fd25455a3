/** What the commands share that show a report. */
import { type CollectedFrames, NO_FRAMES } from '../model/frame.ts';
import type { Report } from '../model/report.ts';
import { type ReporterName, render, renderScreen } from '../report/reporters.ts';
import { PLAIN } from '../report/style.ts';
import type { Options } from './command.ts';
import type { CliContext } from './context.ts';
import { startProgress } from './progress.ts';
import { type Target, writeReports } from './reports.ts';
import { renderOptions, terminalOptions } from './screen-options.ts';

/**
 * A report that was made without reading its folder now, in any form.
 * @param command what was typed, without the ways it is shown
 * @returns the exit code
 */
export async function showReport(
  report: Report,
  targets: readonly Target<ReporterName>[],
  context: CliContext<'report' | 'rules'>,
  options: Options,
  command: string,
): Promise<number> {
  const dir = (options.dir as string | undefined) ?? null;
  const frames = targets.some(({ name }) => name === 'html') ? await framesIn(dir, report, context) : NO_FRAMES;
  const terminal = terminalOptions(context, {
    verbose: options.verbose === true,
    quiet: options.quiet === true,
    elapsedMs: null,
    ...{ target: dir, command },
  });
  await writeReports(
    targets,
    ({ name, file }) => {
      const toFile = file !== null;
      return render(name, report, { ...renderOptions(context, terminal, toFile), frames }, toFile);
    },
    context,
    dir,
  );
  return report.exitCode;
}

/** Where nothing goes to stdout, a person still wants to know how it went. */
export function tellVerdict(
  report: Report,
  targets: readonly Target<string>[],
  context: CliContext<'report' | 'rules'>,
): void {
  if (targets.some(({ file }) => file === null)) return;
  context.writeError(renderScreen(report, { ...terminalOptions(context, { quiet: true }), style: PLAIN }));
}

async function framesIn(dir: string | null, report: Report, context: CliContext): Promise<CollectedFrames> {
  const { collectFrames, noFrames } = await import('../app/frames.ts');
  if (dir === null) return noFrames(report);
  const { env, signal } = context;
  const progress = startProgress(context);
  return collectFrames(report, dir, { env, signal, onProgress: progress.update }).finally(progress.clear);
}
