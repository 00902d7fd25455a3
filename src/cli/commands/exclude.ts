/** `sizheng exclude`: withdraws a work, with the reason. */
import { changeStatus } from '../../app/change-status.ts';
import { EXIT, usageError } from '../../model/errors.ts';
import { safeText } from '../../util/safe-text.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';
import { askReason, tellChange } from './status-words.ts';

export async function run(
  plain: CliContext,
  [query = '']: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'change', 'report');
  const { messages, language } = context;
  const dir = (options.dir as string | undefined) ?? '.';
  const reason = (
    (options.reason as string | undefined) ?? (context.interactive ? await askReason(messages) : '')
  ).trim();
  if (reason === '') throw usageError('usage/command-line', { detail: messages.cli.parse.missingOption('--reason') });
  const outcome = await changeStatus(dir, query, 'withdrawn', reason, language);
  const { change } = messages;
  await tellChange(outcome, (label, file) => change.excluded(label, safeText(reason), file), dir, context);
  return EXIT.ok;
}
