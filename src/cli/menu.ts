/** `sizheng` alone at a terminal: the commands as a menu. */
import { EXIT } from '../model/errors.ts';
import { COMMAND_MODULES } from './command-modules.ts';
import { COMMANDS } from './command-table.ts';
import type { CliContext } from './context.ts';

/** Those that need no more than the folder one stands in, and answer in words for people. */
const OFFERED = COMMANDS.filter(
  (command) => command.name !== 'man' && !command.arguments.some((argument) => argument.startsWith('<')),
);
const QUIT = 'quit';

export async function runMenu(context: CliContext): Promise<number> {
  const { default: inquirer } = await import('inquirer');
  const { cli } = context.messages;
  const choices = [
    ...OFFERED.map(({ name }) => ({ value: name as string, name: `${name.padEnd(10)}${cli.commands[name]}` })),
    { value: QUIT, name: cli.menu.quit },
  ];
  const { chosen } = await inquirer.prompt([
    { type: 'select', name: 'chosen', message: cli.menu.question, choices, pageSize: choices.length },
  ]);
  const command = OFFERED.find(({ name }) => name === chosen);
  if (command === undefined) return EXIT.ok;
  const { run } = await COMMAND_MODULES[command.name]();
  return run(context, [], {});
}
