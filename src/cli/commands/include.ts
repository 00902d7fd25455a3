/** `sizheng include`: takes in a candidate, or a work that was withdrawn. */
import { changeStatus } from '../../app/change-status.ts';
import { EXIT } from '../../model/errors.ts';
import { itemLabel } from '../../report/subjects.ts';
import type { Options } from '../command-table.ts';
import type { CliContext } from '../context.ts';
import { nextCommand } from './status-words.ts';

export async function run(
  context: CliContext,
  [query = '']: readonly (string | undefined)[],
  options: Options,
): Promise<number> {
  const { messages, language } = context;
  const dir = (options.dir as string | undefined) ?? '.';
  const { item, file } = await changeStatus(dir, query, 'selected', null, language);
  const { change } = messages.screens;
  const done = file === null ? change.unchanged(itemLabel(item)) : change.included(itemLabel(item), file);
  await context.write(`${done}\n${nextCommand(messages, dir)}\n`);
  return EXIT.ok;
}
