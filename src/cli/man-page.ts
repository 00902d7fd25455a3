/** The manual page, in roff with the macros of man(7): read by groff and mandoc alike. */
import type { CliTexts } from '../i18n/cli.ts';
import type { ManHeading } from '../i18n/man.ts';
import { mayBreakBetween } from '../util/display-width.ts';
import type { CommandSpec, OptionSpec } from './command.ts';
import { COMMANDS, GLOBAL_OPTIONS, HELP_COMMAND, HELP_FLAGS } from './command-table.ts';
import { readFlags } from './completion/completions.ts';

/** @param date of the page, ISO 8601 */
export function manPage(texts: CliTexts, version: string, date: string): string {
  const { man } = texts;
  const section = (heading: ManHeading, lines: readonly string[]) => [
    `.SH ${argument(man.headings[heading])}`,
    ...lines,
  ];
  const lines = [
    `.TH SIZHENG 1 "${date}" ${argument(`sizheng ${version}`)} ${argument(man.manual)}`,
    // Chinese lines are not stretched, words of options are not hyphenated.
    '.ad l',
    '.nh',
    ...section('name', [`sizheng \\- ${text(texts.tagline)}`]),
    ...section('synopsis', synopsis(texts)),
    ...section('description', paragraphs(man.description)),
    ...section(
      'commands',
      COMMANDS.flatMap((command) => commandLines(command, texts)),
    ),
    ...section('options', [
      ...GLOBAL_OPTIONS.flatMap((option) => optionLines(option, texts[option.text], texts)),
      ...optionLines({ flags: HELP_FLAGS }, texts.help, texts),
    ]),
    ...section('exitStatus', [text(texts.exitCodes)]),
    ...section('environment', definitions(man.environment)),
    ...section('files', definitions(man.files)),
    ...section(
      'examples',
      man.examples.flatMap((one) => entry(bold(one.command), one.text)),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function synopsis({ man }: CliTexts): string[] {
  const globals = GLOBAL_OPTIONS.map(({ flags }) => `[${optionHead(flags, ' | ')}]`).join(' ');
  return [
    `${bold('sizheng')} ${globals} ${italic(man.anyCommand)}`,
    '.br',
    `${bold(`sizheng ${HELP_COMMAND.name}`)} [${italic(HELP_COMMAND.arguments[0].slice(1, -1))}]`,
  ];
}

function commandLines({ name, arguments: places, options }: CommandSpec, texts: CliTexts): string[] {
  const shown = places.map((place) =>
    place.startsWith('[') ? `[${italic(place.slice(1, -1))}]` : italic(place.slice(1, -1)),
  );
  const more = options.length > 0 ? [`[${italic('options')}]`] : [];
  return [
    `.SS ${argument(name)}`,
    [bold(`sizheng ${name}`), ...more, ...shown].join(' '),
    '.PP',
    text(texts.commands[name]),
    ...options.flatMap((option) => optionLines(option, texts.options[option.name], texts)),
  ];
}

function optionLines(
  { flags, choices }: Pick<OptionSpec, 'flags' | 'choices'>,
  description: string,
  { withChoices }: CliTexts,
): string[] {
  const isTold = choices === undefined || description.includes(choices[0] ?? '');
  return entry(optionHead(flags, ', '), isTold ? description : withChoices(description, choices));
}

function optionHead(flags: string, between: string): string {
  const { names, place } = readFlags(flags);
  return names.map(bold).join(between) + (place === null ? '' : ` ${italic(place)}`);
}

function definitions(texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).flatMap(([name, description]) => entry(bold(name), description));
}

function entry(head: string, description: string): string[] {
  return ['.TP', head, text(description)];
}

function paragraphs(texts: readonly string[]): string[] {
  return texts.flatMap((one, index) => (index === 0 ? [text(one)] : ['.PP', text(one)]));
}

function bold(words: string): string {
  return `\\fB${escapeText(words)}\\fR`;
}

function italic(words: string): string {
  return `\\fI${escapeText(words)}\\fR`;
}

/** Of a macro, in quotes. */
function argument(words: string): string {
  return `"${escapeText(words).replaceAll('"', '\\(dq')}"`;
}

/** A line of running text: no request by accident, and breaks allowed between Chinese characters. */
function text(words: string): string {
  const characters = [...words];
  const broken = characters.map((character, index) => {
    const next = characters[index + 1];
    return escapeText(character) + (next !== undefined && mayBreakBetween(character, next) ? '\\:' : '');
  });
  return broken.join('').replace(/^(?=[.'])/, '\\&');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\e',
  '-': '\\-',
  "'": '\\(aq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
};

/** The characters that roff would make something typographic of. */
function escapeText(words: string): string {
  return words.replace(/[\\\-'`^~]/g, (character) => ESCAPES[character] ?? character);
}
