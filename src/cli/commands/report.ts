/** `sizheng report`: a saved report, written in any other form. */
import { readReport } from '../../app/saved-report.ts';
import { commandAgain } from '../../report/commands.ts';
import { REPORTERS } from '../../report/reporters.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';
import { keptWords } from '../kept-words.ts';
import { refusePlaces } from '../report-places.ts';
import { readTargets } from '../reports.ts';
import { showReport } from '../show-report.ts';

export async function run(
  plain: CliContext,
  [file]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'report', 'rules');
  const targets = readTargets(REPORTERS, options.reporter as string[] | undefined);
  await refusePlaces(targets, null);
  const command = commandAgain('report', file ?? '', ...keptWords(options, { dir: '--dir' }));
  return showReport(await readReport(file ?? '', context.language), targets, context, options, command);
}
