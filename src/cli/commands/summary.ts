/** `sizheng summary`: the table to print and stamp. */
import { writeSummary } from '../../app/summary.ts';
import { EXIT } from '../../model/errors.ts';
import { wrapText } from '../../util/display-width.ts';
import { safeText } from '../../util/safe-text.ts';
import { checkOptions } from '../check-options.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';
import { startProgress } from '../progress.ts';

export async function run(
  plain: CliContext,
  [dir]: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'summary');
  const progress = startProgress(context);
  const { only: _, ...check } = checkOptions(context, options);
  const { path, itemCount, report } = await writeSummary(dir ?? '.', {
    ...check,
    output: options.output as string | undefined,
    force: options.force === true,
    onProgress: progress.update,
  }).finally(progress.clear);
  const { summary } = context.messages;
  const blocking = report.findings.filter((finding) => finding.blocking).length;
  const lines = [
    summary.written(path, itemCount),
    ...(blocking > 0 ? [summary.notReady(blocking)] : []),
    summary.print,
  ];
  await context.write(`${lines.flatMap((line) => wrapText(safeText(line), context.width)).join('\n')}\n`);
  return EXIT.ok;
}
