/** How reports look on this screen. */
import type { TerminalOptions, VerificationOptions } from '../report/terminal-options.ts';
import type { CliContext } from './context.ts';

export interface ScreenChoices {
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly elapsedMs?: number | null;
  /** As it was given; `null` for the folder one stands in. */
  readonly target?: string | null;
  /** Of the command line, to be kept in a command that is offered. */
  readonly commandOptions?: readonly string[];
}

export function terminalOptions(
  { messages, width, style }: CliContext,
  { verbose = false, quiet = false, elapsedMs = null, target = null }: ScreenChoices,
): TerminalOptions {
  return { width, style, elapsedMs, screen: messages.report, rules: messages.rules, verbose, quiet, target };
}

export function verificationOptions(context: CliContext, choices: ScreenChoices): VerificationOptions {
  const { commandOptions = [] } = choices;
  return { ...terminalOptions(context, choices), verify: context.messages.screens.verify, commandOptions };
}
