/** `sizheng merge-reports`: one report of what several machines found. */
import { mergeReports } from '../../app/merge-reports.ts';
import { commandAgain } from '../../report/commands.ts';
import { REPORTERS } from '../../report/reporters.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';
import { keptWords } from '../kept-words.ts';
import { refusePlaces } from '../report-places.ts';
import { readTargets } from '../reports.ts';
import { showReport, tellVerdict } from '../show-report.ts';

export async function run(
  plain: CliContext,
  given: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'report', 'rules');
  const targets = readTargets(REPORTERS, options.reporter as string[] | undefined);
  await refusePlaces(targets, null);
  const paths = given.filter((path) => path !== undefined);
  const report = await mergeReports(paths, { language: context.language, at: options.at as string | undefined });
  const command = commandAgain('merge-reports', ...paths, ...keptWords(options, { dir: '--dir', at: '--at' }));
  const exitCode = await showReport(report, targets, context, options, command);
  tellVerdict(report, targets, context);
  return exitCode;
}
