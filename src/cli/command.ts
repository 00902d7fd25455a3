/** What a command is: its words on the command line, and the module that does its work. */
import type { CommandName, OptionName } from '../i18n/cli.ts';
import type { CliContext } from './context.ts';

export interface OptionSpec {
  readonly name: OptionName;
  /** As commander reads it: `--jobs <n>`, `-y, --yes`. */
  readonly flags: string;
  readonly choices?: readonly string[];
  readonly repeatable?: boolean;
}

/** An option of the program itself, with the place of its description among the texts. */
export interface GlobalOption extends Pick<OptionSpec, 'flags' | 'choices'> {
  readonly text: 'language' | 'noColor' | 'version';
}

export type Options = Readonly<Record<string, unknown>>;

export interface CommandModule {
  /** Does the work and gives the exit code. */
  run(context: CliContext, args: readonly (string | undefined)[], options: Options): Promise<number>;
}

export interface CommandSpec {
  readonly name: CommandName;
  /** As commander reads it: `[dir]`, `<file...>`. */
  readonly arguments: readonly string[];
  readonly options: readonly OptionSpec[];
}
