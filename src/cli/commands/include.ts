/** `sizheng include`: takes in a candidate, or a work that was withdrawn. */
import { changeStatus } from '../../app/change-status.ts';
import { EXIT } from '../../model/errors.ts';
import { itemLabel } from '../../report/subjects.ts';
import { wrapText } from '../../util/display-width.ts';
import type { Options } from '../command.ts';
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
  const label = itemLabel(item, messages.report);
  const done = file === null ? change.unchanged(label) : change.included(label, file);
  await context.write(`${[...wrapText(done, context.width), nextCommand(messages, dir)].join('\n')}\n`);
  return EXIT.ok;
}
