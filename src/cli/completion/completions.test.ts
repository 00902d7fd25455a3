/** The command table as shells complete it. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../i18n/catalogue.ts';
import { messagesIn } from '../../i18n/messages-for-tests.ts';
import { groupBy } from '../../util/order.ts';
import { COMMANDS } from '../command-table.ts';
import { parseCommandLine } from '../program.ts';
import { candidatesByPlace } from './candidates.ts';
import { readFlags } from './completions.ts';
import { completionsIn, KNOWN } from './completions-for-tests.ts';
import { COMPLETIONS, SHELLS } from './shells.ts';

const completions = completionsIn('en');
const allOptions = [...completions.options, ...completions.commands.flatMap(({ options }) => options)];

describe('readFlags', () => {
  it.each([
    ['--strict', ['--strict'], null],
    ['-o, --output <path>', ['-o', '--output'], 'path'],
    ['--reporter <name[=file]>', ['--reporter'], 'name[=file]'],
    ['--only <category|path>', ['--only'], 'category|path'],
  ])('%s', (flags, names, place) => expect(readFlags(flags)).toEqual({ names, place }));
});

it('every place in the table has candidates of its own, or is known to have none', () => {
  const table = candidatesByPlace({ ...KNOWN, commands: [] });
  const places = COMMANDS.flatMap(({ name, arguments: places, options }) => [
    ...places.map((written) => [`${name} ${written}`, written.slice(1, -1).replace('...', '')]),
    ...options
      .filter(({ choices }) => choices === undefined)
      .flatMap(({ flags }) => readFlags(flags).place ?? [])
      .map((place) => [place]),
  ]);
  expect(places.filter((keys) => !keys.some((key) => key in table))).toEqual([]);
});

it('what only one command means by a place is written as the table writes it', () => {
  const written = COMMANDS.flatMap(({ name, arguments: places, options }) =>
    [...places, ...options.map(({ flags }) => flags)].map((one) => `${name} ${one}`),
  );
  const own = Object.keys(candidatesByPlace({ ...KNOWN, commands: [] })).filter((key) => key.includes(' '));
  expect(own.filter((key) => !written.includes(key) && !key.startsWith('help '))).toEqual([]);
});

it('a name means the same wherever it stands, so that a line can be read before its command is known', () => {
  const meanings = allOptions.flatMap(({ names, value, repeatable }) =>
    names.map((name) => ({ name, meaning: `${value !== null} ${repeatable}` })),
  );
  const unsure = [...groupBy(meanings, ({ name }) => name)].filter(
    ([, alike]) => new Set(alike.map(({ meaning }) => meaning)).size > 1,
  );
  expect(unsure).toEqual([]);
});

it('words need no quoting in any shell', () => {
  const places = [...allOptions.map(({ value }) => value), ...completions.commands.flatMap((one) => one.arguments)];
  const words = [...places.flatMap((place) => place?.words ?? []), ...completions.commands.map(({ name }) => name)];
  expect(words.length).toBeGreaterThan(50);
  expect(words.filter((word) => !/^[A-Za-z0-9][\w./-]*$/.test(word))).toEqual([]);
});

it('every option that is completed is understood, with each of its values', () => {
  const { cli } = messagesIn('en');
  for (const { name, options, arguments: places } of completions.commands.filter(({ name }) => name !== 'help')) {
    const given = places.filter(({ required }) => required).map(() => 'x');
    for (const { names, value } of options) {
      const values = value === null ? [[]] : value.words.length > 0 ? value.words.map((word) => [word]) : [['1']];
      const lines = names.flatMap((option) => values.map((words) => [name, ...given, option, ...words]));
      for (const line of lines) expect(() => parseCommandLine(line, cli, 80)).not.toThrow();
    }
  }
});

describe.each(SHELLS)('%s', (shell) => {
  const script = COMPLETIONS[shell](completions);

  it('has every command and every option, and ends with a line feed', () => {
    const names = [...completions.commands.map(({ name }) => name), ...allOptions.flatMap((option) => option.names)];
    // fish writes them without their hyphens.
    const isThere = (name: string) =>
      script.includes(name) || new RegExp(` -[sl] ${name.replace(/^-+/, '')} `).test(script);
    expect(names.filter((name) => !isThere(name))).toEqual([]);
    expect(script.endsWith('\n')).toBe(true);
  });

  it('holds no character that the screen would make visible', () => {
    for (const language of LANGUAGES) expect(COMPLETIONS[shell](completionsIn(language))).not.toMatch(/[^\P{Cc}\n]/u);
  });

  if (shell !== 'bash')
    it('speaks the language asked for', () => {
      const { commands } = messagesIn('zh-CN').cli;
      const decoded = (text: string) =>
        text.replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
      expect(decoded(COMPLETIONS[shell](completionsIn('zh-CN')))).toContain(commands.summary);
      expect(decoded(script)).not.toContain(commands.summary);
    });
});
