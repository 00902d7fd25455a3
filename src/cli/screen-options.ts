/** How reports look on this screen. */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { NO_FRAMES } from '../model/frame.ts';
import type { RenderOptions } from '../report/reporters.ts';
import { PLAIN } from '../report/style.ts';
import type { TerminalOptions, VerificationOptions } from '../report/terminal-options.ts';
import { CATALOGUE } from '../rules/catalogue.ts';
import type { CliContext } from './context.ts';
import { FILE_WIDTH } from './reports.ts';

export interface ScreenChoices {
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly elapsedMs?: number | null;
  /** As it was given; `null` for the folder one stands in. */
  readonly target?: string | null;
  /** What was typed, where it was not a check of the target. */
  readonly command?: string | null;
  /** Of the command line, to be kept in a command that is offered. */
  readonly commandOptions?: readonly string[];
}

export function terminalOptions(
  { messages, width, style }: CliContext<'report' | 'rules'>,
  { verbose = false, quiet = false, elapsedMs = null, target = null, command = null }: ScreenChoices,
): TerminalOptions {
  return { width, style, elapsedMs, screen: messages.report, rules: messages.rules, verbose, quiet, target, command };
}

/** What any report is written with, on this screen or in a file. */
export function renderOptions<Screen extends TerminalOptions>(
  { language }: CliContext,
  screen: Screen,
  toFile: boolean,
): RenderOptions & { readonly screen: Screen } {
  return {
    ...{
      language,
      catalogue: CATALOGUE,
      base: baseOf(screen.target),
      frames: NO_FRAMES,
    },
    screen: toFile ? { ...screen, style: PLAIN, width: FILE_WIDTH } : screen,
  };
}

/** The folder as seen from here, which is where those start who read reports for machines; empty from elsewhere. */
function baseOf(target: string | null): string {
  const path = relative(process.cwd(), resolve(target ?? '.'));
  return path.startsWith('..') || isAbsolute(path) ? '' : path.split(sep).join('/');
}

export function verificationOptions(
  context: CliContext<'report' | 'rules' | 'verify'>,
  choices: ScreenChoices,
): VerificationOptions {
  const { commandOptions = [] } = choices;
  return { ...terminalOptions(context, choices), verify: context.messages.verify, commandOptions };
}
