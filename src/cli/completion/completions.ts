/** The command table as a shell needs it to complete a line: the one thing that all four scripts are made from. */
import type { CliTexts } from '../../i18n/cli.ts';
import type { OptionSpec } from '../command.ts';
import { COMMANDS, GLOBAL_OPTIONS, HELP_COMMAND, HELP_FLAGS } from '../command-table.ts';
import { type Candidates, candidatesAt, candidatesByPlace, type KnownWords, oneOf } from './candidates.ts';

export interface Completions {
  readonly version: string;
  readonly commands: readonly CompletedCommand[];
  /** Understood beside every command, and before it. */
  readonly options: readonly CompletedOption[];
}

export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  readonly arguments: readonly CompletedArgument[];
}

export interface CompletedOption {
  /** As they are typed: `-o`, `--output`; the long one last. */
  readonly names: readonly string[];
  readonly description: string;
  /** `null` for a flag that takes no value. */
  readonly value: Completed | null;
  readonly repeatable: boolean;
}

export interface Completed extends Candidates {
  /** As help names it: `dir`, `name[=file]`. */
  readonly place: string;
}

export interface CompletedArgument extends Completed {
  readonly required: boolean;
  /** Takes the place of all that follow, too. */
  readonly variadic: boolean;
}

export function completionsOf(texts: CliTexts, known: Omit<KnownWords, 'commands'>, version: string): Completions {
  const names = [...COMMANDS.map(({ name }) => name), HELP_COMMAND.name];
  const table = candidatesByPlace({ ...known, commands: names });
  const complete = (name: string, description: string, places: readonly string[], options: readonly OptionSpec[]) => ({
    name,
    description,
    options: options.map((option) => completedOption(name, option, texts.options[option.name], table)),
    arguments: places.map((place) => completedArgument(name, place, table)),
  });
  return {
    version,
    commands: [
      ...COMMANDS.map((command) =>
        complete(command.name, texts.commands[command.name], command.arguments, command.options),
      ),
      complete(HELP_COMMAND.name, texts.helpCommand, HELP_COMMAND.arguments, []),
    ],
    options: [
      ...GLOBAL_OPTIONS.map((option) => completedOption('', option, texts[option.text], table)),
      completedOption('', { flags: HELP_FLAGS }, texts.help, table),
    ],
  };
}

type Table = ReturnType<typeof candidatesByPlace>;

function completedOption(
  command: string,
  { flags, choices, repeatable = false }: Omit<OptionSpec, 'name'>,
  description: string,
  table: Table,
): CompletedOption {
  const { names, place } = readFlags(flags);
  if (place === null) return { names, description, repeatable, value: null };
  const candidates = choices === undefined ? candidatesAt(command, flags, place, table) : oneOf(choices);
  return { names, description, repeatable, value: { place, ...candidates } };
}

function completedArgument(command: string, written: string, table: Table): CompletedArgument {
  const place = written.slice(1, -1).replace('...', '');
  return {
    place,
    required: written.startsWith('<'),
    variadic: written.includes('...'),
    ...candidatesAt(command, written, place, table),
  };
}

/** `-o, --output <path>` in its parts. */
export function readFlags(flags: string): { readonly names: readonly string[]; readonly place: string | null } {
  const { named = '', place = null } = /^(?<named>[^<]*?)(?: <(?<place>.*)>)?$/.exec(flags)?.groups ?? {};
  return { names: named.split(', '), place };
}
