/** The command table as a commander program. */
import { Argument, Command, CommanderError, Option } from 'commander';
import type { CliTexts } from '../i18n/cli.ts';
import { usageError } from '../model/errors.ts';
import { displayWidth, wrapText } from '../util/display-width.ts';
import { nearest } from '../util/order.ts';
import type { CommandSpec, OptionSpec, Options } from './command.ts';
import { COMMANDS, GLOBAL_OPTIONS, HELP_COMMAND, HELP_FLAGS } from './command-table.ts';

export interface Invocation {
  readonly command: CommandSpec;
  readonly args: readonly (string | undefined)[];
  readonly options: Options;
}

export type Parsed =
  | { readonly type: 'run'; readonly invocation: Invocation }
  | { readonly type: 'help'; readonly text: string }
  | { readonly type: 'version' }
  | { readonly type: 'none' };

/** Reads the command line; help comes back as text, a fault is thrown as usageError. */
export function parseCommandLine(argv: readonly string[], texts: CliTexts, width: number): Parsed {
  let parsed: Parsed = { type: 'none' };
  let help = '';
  const program = makeProgram(texts, width, (invocation) => {
    parsed = { type: 'run', invocation };
  });
  for (const command of [program, ...program.commands]) {
    command.exitOverride();
    command.configureOutput({ writeOut: (text) => (help += text), writeErr: () => undefined });
  }
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (help !== '') return { type: 'help', text: help };
    throw usageError('usage/command-line', { detail: faultOf(error, wordsOf(argv), texts) }, error);
  }
  return program.opts().version === true ? { type: 'version' } : parsed;
}

export function helpText(texts: CliTexts, width: number): string {
  const parsed = parseCommandLine(['--help'], texts, width);
  return parsed.type === 'help' ? parsed.text : '';
}

function makeProgram(texts: CliTexts, width: number, onRun: (invocation: Invocation) => void): Command {
  const program = new Command('sizheng').description(texts.tagline);
  configure(program, texts, width);
  for (const option of GLOBAL_OPTIONS) program.addOption(toOption(option, texts[option.text]));
  program
    .helpCommand([HELP_COMMAND.name, ...HELP_COMMAND.arguments].join(' '), texts.helpCommand)
    .addHelpText('after', `\n${wrapText(texts.exitCodes, width).join('\n')}`)
    .action(() => undefined);
  for (const spec of COMMANDS) addCommand(program, spec, texts, width, onRun);
  return program;
}

function addCommand(
  program: Command,
  spec: CommandSpec,
  texts: CliTexts,
  width: number,
  onRun: (invocation: Invocation) => void,
): void {
  const command = program.command(spec.name).description(texts.commands[spec.name]);
  configure(command, texts, width);
  for (const argument of spec.arguments) command.addArgument(new Argument(argument));
  for (const option of spec.options) command.addOption(toOption(option, texts.options[option.name]));
  command.action((...received: unknown[]) => {
    const args = received.slice(0, spec.arguments.length).flat() as (string | undefined)[];
    onRun({ command: spec, args, options: command.optsWithGlobals() });
  });
}

function toOption({ flags, choices, repeatable }: Omit<OptionSpec, 'name'>, description: string): Option {
  const option = new Option(flags, description);
  if (choices !== undefined) option.choices(choices);
  if (repeatable) option.argParser((value: string, previous: string[] | undefined) => [...(previous ?? []), value]);
  return option;
}

function configure(command: Command, texts: CliTexts, width: number): void {
  command.helpOption(HELP_FLAGS, texts.help);
  command.configureHelp({
    helpWidth: width,
    showGlobalOptions: command.name() !== 'sizheng',
    displayWidth,
    boxWrap: (text, columns) => wrapText(text, columns).join('\n'),
    styleTitle: (title) => texts.headings[title as keyof CliTexts['headings']] ?? title,
    optionDescription: ({ description, argChoices }) =>
      argChoices === undefined || description.includes(argChoices[0] ?? '')
        ? description
        : texts.withChoices(description, argChoices),
  });
}

/** Commander's fault in our own words: by its code, with the words of the command line that it names. */
function faultOf({ code, message }: CommanderError, args: readonly string[], { parse }: CliTexts): string {
  const [first = '', second = ''] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1] as string);
  switch (code) {
    case 'commander.unknownCommand':
      return parse.unknownCommand(first, nearestCommands(first));
    case 'commander.unknownOption':
      return parse.unknownOption(first);
    case 'commander.missingArgument':
      return parse.missingArgument(first);
    case 'commander.optionMissingArgument':
      return parse.missingOptionArgument(first);
    case 'commander.excessArguments':
      return excessOf(args, parse);
    case 'commander.invalidArgument':
      return parse.invalidArgument(first, second, /Allowed choices are (.*)\.$/.exec(message)?.[1]?.split(', ') ?? []);
    case 'commander.help':
      // `help` for a command that there is not.
      return parse.unknownCommand(args[1] ?? '', nearestCommands(args[1] ?? ''));
    default:
      return message;
  }
}

/** What is neither an option nor the value of a global one. */
function wordsOf(argv: readonly string[]): string[] {
  return argv.filter((word, index) => !word.startsWith('-') && argv[index - 1] !== '--lang');
}

/** A word that is no command is an argument too many of the program itself. */
function excessOf([word = '']: readonly string[], parse: CliTexts['parse']): string {
  const known = COMMANDS.some(({ name }) => name === word);
  return known ? parse.excessArguments() : parse.unknownCommand(word, nearestCommands(word));
}

function nearestCommands(word: string): string[] {
  return nearest(
    word,
    COMMANDS.map(({ name }) => name),
  );
}
