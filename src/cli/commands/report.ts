/** `sizheng report`: a saved report, written in any other form. */
import { readReport } from '../../app/saved-report.ts';
import { REPORTERS } from '../../report/reporters.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';
import { readTargets } from '../reports.ts';
import { showReport } from '../show-report.ts';

export async function run(
  plain: CliContext,
  [file]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'report', 'rules');
  const targets = readTargets(REPORTERS, options.reporter as string[] | undefined);
  return showReport(await readReport(file ?? '', context.language), targets, context, options);
}
