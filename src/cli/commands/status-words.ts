/** What `exclude` and `include` share. */
import type { Messages } from '../../i18n/messages.ts';
import { validateCommand } from '../../report/commands.ts';

export function nextCommand({ screens }: Messages, dir: string): string {
  return screens.change.next(validateCommand(dir === '.' ? null : dir));
}

/** Asked only of a person at a terminal. */
export async function askReason({ cli }: Messages): Promise<string> {
  const { default: inquirer } = await import('inquirer');
  const { reason } = await inquirer.prompt([{ type: 'input', name: 'reason', message: cli.options.reason }]);
  return String(reason);
}
