/** What `exclude` and `include` share. */
import type { StatusChanged } from '../../app/change-status.ts';
import { validateCommand } from '../../report/commands.ts';
import { itemLabel } from '../../report/subjects.ts';
import { wrapText } from '../../util/display-width.ts';
import type { CliContext } from '../context.ts';

/** Says what was changed, or that nothing had to be, and what to type next. */
export async function tellChange(
  { item, file }: StatusChanged,
  changed: (label: string, file: string) => string,
  dir: string,
  { messages: { change, report }, width, write }: CliContext<'change' | 'report'>,
): Promise<void> {
  const label = itemLabel(item, report);
  const done = file === null ? change.unchanged(label) : changed(label, file);
  const next = change.next(validateCommand(dir === '.' ? null : dir));
  await write(`${[...wrapText(done, width), next].join('\n')}\n`);
}

/** Asked only of a person at a terminal. */
export async function askReason({ cli }: CliContext['messages']): Promise<string> {
  const { default: inquirer } = await import('inquirer');
  const { reason } = await inquirer.prompt([{ type: 'input', name: 'reason', message: cli.options.reason }]);
  return String(reason);
}
