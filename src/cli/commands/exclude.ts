/** `sizheng exclude`: withdraws a work, with the reason. */
import { changeStatus } from '../../app/change-status.ts';
import { EXIT, usageError } from '../../model/errors.ts';
import { itemLabel } from '../../report/subjects.ts';
import { wrapText } from '../../util/display-width.ts';
import { safeText } from '../../util/safe-text.ts';
import type { Options } from '../command.ts';
import type { CliContext } from '../context.ts';
import { askReason, nextCommand } from './status-words.ts';

export async function run(
  context: CliContext,
  [query = '']: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const { messages, language } = context;
  const dir = (options.dir as string | undefined) ?? '.';
  const reason = (
    (options.reason as string | undefined) ?? (context.interactive ? await askReason(messages) : '')
  ).trim();
  if (reason === '') throw usageError('usage/command-line', { detail: messages.cli.parse.missingOption('--reason') });
  const { item, file } = await changeStatus(dir, query, 'withdrawn', reason, language);
  const { change } = messages.screens;
  const label = itemLabel(item, messages.report);
  const done = file === null ? change.unchanged(label) : change.excluded(label, safeText(reason), file);
  await context.write(`${[...wrapText(done, context.width), nextCommand(messages, dir)].join('\n')}\n`);
  return EXIT.ok;
}
