/** `sizheng include`: takes in a candidate, or a work that was withdrawn. */
import { changeStatus } from '../../app/change-status.ts';
import { EXIT } from '../../model/errors.ts';
import type { Options } from '../command.ts';
import { type CliContext, withWords } from '../context.ts';
import { tellChange } from './status-words.ts';

export async function run(
  plain: CliContext,
  [query = '']: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const context = await withWords(plain, 'change', 'report');
  const { messages, language } = context;
  const dir = (options.dir as string | undefined) ?? '.';
  const outcome = await changeStatus(dir, query, 'selected', null, language);
  const { change } = messages;
  await tellChange(outcome, change.included, dir, context);
  return EXIT.ok;
}
