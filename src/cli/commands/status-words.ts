/** What `exclude` and `include` share. */
import type { Messages } from '../../i18n/messages.ts';
import { quoteArgument } from '../../util/quote.ts';

export function nextCommand({ screens }: Messages, dir: string): string {
  return screens.change.next(['sizheng validate', ...(dir === '.' ? [] : [quoteArgument(dir)])].join(' '));
}

/** Asked only of a person at a terminal. */
export async function askReason({ cli }: Messages): Promise<string> {
  const { default: inquirer } = await import('inquirer');
  const { reason } = await inquirer.prompt([{ type: 'input', name: 'reason', message: cli.options.reason }]);
  return String(reason);
}
