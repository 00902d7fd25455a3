/** The program: reads the command line, runs one command, and turns its outcome into an exit code. */
import { toolVersion } from '../app/version.ts';
import { LANGUAGES, type Language } from '../i18n/catalogue.ts';
import { errorText } from '../i18n/error-text.ts';
import { loadMessages, type Messages } from '../i18n/messages.ts';
import { EXIT, Interrupted, SizhengError } from '../model/errors.ts';
import { PLAIN } from '../report/style.ts';
import { safeScreen, safeText } from '../util/safe-text.ts';
import { COMMAND_MODULES } from './command-modules.ts';
import type { CliContext } from './context.ts';
import { writeTo } from './output.ts';
import { helpText, parseCommandLine } from './program.ts';

const DEFAULT_WIDTH = 80;

export async function runProgram(argv: readonly string[]): Promise<void> {
  const signal = watchInterrupt();
  const language = chooseLanguage(argv, process.env);
  // An error may be that no more files can be opened: its words are at hand before.
  const messages = await loadMessages(language, 'cli', 'errors');
  try {
    process.exitCode = await runCommand(argv, await makeContext(argv, language, messages, signal));
  } catch (error) {
    process.exitCode = report(error, messages, signal);
  }
}

async function runCommand(argv: readonly string[], context: CliContext): Promise<number> {
  const { cli } = context.messages;
  const parsed = parseCommandLine(argv, cli, context.width);
  if (parsed.type === 'version') return context.write(`${toolVersion()}\n`).then(() => EXIT.ok);
  if (parsed.type === 'help') return context.write(parsed.text).then(() => EXIT.ok);
  if (parsed.type === 'run') {
    const { command, args, options } = parsed.invocation;
    const { run } = await COMMAND_MODULES[command.name]();
    return run(context, args, options);
  }
  if (!context.interactive) return context.write(helpText(cli, context.width)).then(() => EXIT.ok);
  const { runMenu } = await import('./menu.ts');
  return runMenu(context);
}

/** `--lang` before anything is parsed, so that faults of the command line are told in it too; then SIZHENG_LANG; then Chinese. */
function chooseLanguage(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const place = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const asked = place < 0 ? env.SIZHENG_LANG : (argv[place]?.split('=')[1] ?? argv[place + 1]);
  return LANGUAGES.find((language) => language === asked || language.split('-')[0] === asked) ?? 'zh-CN';
}

async function makeContext(
  argv: readonly string[],
  language: Language,
  messages: Pick<Messages, 'cli'>,
  signal: AbortSignal,
): Promise<CliContext> {
  const { stdin, stdout, stderr, env } = process;
  const coloured = stdout.isTTY && !argv.includes('--no-color') && !env.NO_COLOR && env.TERM !== 'dumb';
  return {
    language,
    messages,
    env,
    signal,
    style: coloured ? await import('./colours.ts').then(({ COLOURS }) => COLOURS) : PLAIN,
    width: Math.max(40, Math.min(stdout.columns ?? DEFAULT_WIDTH, 120)),
    interactive: Boolean(stdin.isTTY && stdout.isTTY),
    showsProgress: stderr.isTTY,
    pipe: stdout.isTTY ? null : stdout,
    write: (text) => {
      signal.throwIfAborted();
      return writeTo(stdout, safeScreen(text, coloured));
    },
    writeError: (text) => void stderr.write(text),
  };
}

/** The first Ctrl-C, or the closing of the terminal, stops the work and its children; a second one ends the process on the spot. */
function watchInterrupt(): AbortSignal {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort(new Interrupted('interrupted'));
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('SIGHUP', onSignal);
  return controller.signal;
}

/** The one place where errors end: a typed one in words, an interruption in one, anything else as a line to send on. */
function report(error: unknown, { errors, cli }: Pick<Messages, 'errors' | 'cli'>, signal: AbortSignal): number {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  if (signal.aborted || isPromptExit(error)) {
    say(cli.interrupted);
    return EXIT.interrupted;
  }
  if (error instanceof SizhengError) {
    const { message, fix } = errorText(error, errors);
    say(`${cli.errorLabel}${safeLines(message)}\n${cli.fixLabel}${safeLines(fix)}`);
    return error.exitCode;
  }
  const { name, message, stack } = error as Error;
  say(
    `${cli.errorLabel}${cli.internal}\nsizheng ${toolVersion()}: ${safeText(`${name}: ${message} ${firstFrame(stack)}`)}`,
  );
  return EXIT.machine;
}

function isPromptExit(error: unknown): boolean {
  return error instanceof Error && error.name === 'ExitPromptError';
}

function safeLines(text: string): string {
  return text.split('\n').map(safeText).join('\n');
}

function firstFrame(stack = ''): string {
  return /\n\s*(at [^\n]*)/.exec(stack)?.[1] ?? '';
}
