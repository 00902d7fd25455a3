import { describe, expect, it } from 'vitest';
import type { Finding } from '../../model/report.ts';
import { renderGithub } from './github.ts';
import type { AnyReport } from './options.ts';
import {
  findingOf,
  HOSTILE_NAMES,
  hostileReport,
  note,
  optionsIn,
  reportOf,
  SUBTITLE,
  spotted,
  WORK,
  waived,
  warning,
} from './reports-for-tests.ts';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** A line as the runner reads it: the name to the first space, properties to the next `::`, and the rest is the message. */
function readCommand(line: string): Command | null {
  const match = /^::(\w+)(?: ((?:(?!::).)*))?::(.*)$/.exec(line);
  if (match === null) return null;
  const [, name = '', given = '', message = ''] = match;
  const pairs = given
    .split(',')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split(/=(.*)/s));
  const properties = Object.fromEntries(pairs.map(([key = '', value = '']) => [key, decode(value)]));
  return { name, properties, message: decode(message) };
}

const CODES: Readonly<Record<string, string>> = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' };

function decode(text: string): string {
  return text.replace(/%(?:0D|0A|3A|2C|25)/g, (code) => CODES[code] ?? code);
}

function linesOf(report: AnyReport, base = ''): string[] {
  return renderGithub(report, optionsIn('zh-CN', base)).trimEnd().split('\n');
}

function commandsOf(report: AnyReport, base = ''): (Command | null)[] {
  return linesOf(report, base).map(readCommand);
}

function many(count: number, finding: Finding): Finding[] {
  return Array.from({ length: count }, () => finding);
}

it('puts what blocks first, and ends in a line for people', () => {
  expect(linesOf(reportOf([note, waived, warning, spotted]), '2027,浙江')).toEqual([
    `::error file=2027%2C浙江/${SUBTITLE},line=9,title=字幕顺序 (subtitle/order)::第 9 行、第 20 行「00:01」、第 31 行%0A办法：换片`.replace(
      '字幕顺序',
      optionsIn().rules['subtitle/order'].title,
    ),
    expect.stringMatching(/^::warning file=.*::慢%0A办法：换片$/),
    expect.stringMatching(/^::notice file=.*::转%0A/),
    expect.stringMatching(/^::notice file=.*%0A已豁免：嘉宾讲座$/),
    'sizheng：不通过。须整改 1，提醒 1，提示 2（其中已豁免 1）',
  ]);
});

it('says that it passed', () => {
  expect(linesOf(reportOf([]))).toEqual(['sizheng：通过。没有发现问题']);
});

it.each<[string, Finding['place'], object]>([
  ['a file', { path: 'a:b.mp4' }, { file: 'a:b.mp4' }],
  ['a line', { path: 'a.srt', line: 4 }, { file: 'a.srt', line: '4' }],
  ['a row of a workbook', { path: 'a.xlsx', line: 4 }, { file: 'a.xlsx' }],
  ['a work', { item: '心理微课/1', category: 'lesson' }, {}],
  ['the whole', {}, {}],
  ['a package', { package: 'C:\\a.zip', path: 'data/x', line: 1 }, { file: 'C:\\a.zip' }],
])('names %s', (_, place, expected) => {
  const [command] = commandsOf(reportOf([findingOf({ place })]));
  expect(command?.properties).toEqual({ title: '时长 (video/duration)', ...expected });
});

it('says what it is about where there is no file', () => {
  const [quota, title] = commandsOf(
    reportOf([
      findingOf({ rule: 'quota/count', place: { category: 'lesson' }, message: '缺 1 门' }),
      findingOf({ rule: 'item/title', place: { item: WORK, category: 'lesson' }, message: '「04-睡眠调整」没有题目' }),
    ]),
  );
  expect([quota?.message, title?.message]).toEqual([
    '心理微课：缺 1 门\n办法：换片',
    '「04-睡眠调整」没有题目\n办法：换片',
  ]);
});

describe('where GitHub does not show all', () => {
  const shown = (commands: readonly (Command | null)[], name: string) =>
    commands
      .filter((command) => command?.name === name)
      .slice(0, 10)
      .map((command) => command?.message ?? '');

  it.each([
    [[12, 0, 0], '须整改 2'],
    [[11, 30, 3], '须整改 1，提醒 20'],
    [[0, 0, 11], '提示 2'],
    [[0, 11, 10], '提醒 1，提示 1'],
  ])('%j: %s', ([errors = 0, warnings = 0, notes = 0], told) => {
    const commands = commandsOf(
      reportOf([...many(notes, note), ...many(warnings, warning), ...many(errors, findingOf())]),
    );
    const notices = shown(commands, 'notice');
    expect(notices.filter((message) => message.includes(`没有显示的：${told}，`))).toHaveLength(1);
    const visible = notices.length - 1 + shown(commands, 'warning').length + shown(commands, 'error').length;
    const hidden = [...told.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0);
    expect(visible + hidden).toBe(errors + warnings + notes);
  });

  it('says nothing where it does', () => {
    expect(linesOf(reportOf([...many(10, note), ...many(10, warning), ...many(10, findingOf())]))).toHaveLength(31);
  });
});

it('lets no name be a command, a property or a line of its own', () => {
  const report = hostileReport();
  const commands = commandsOf(report);
  expect(commands.length).toBe(report.findings.length + 2);
  expect(commands.filter((command) => command === null)).toHaveLength(1);
  for (const command of commands.slice(0, -1)) {
    expect(['error', 'warning', 'notice']).toContain(command?.name);
    expect(['file', 'line', 'title']).toEqual(expect.arrayContaining(Object.keys(command?.properties ?? {})));
  }
  const files = commands.map((command) => command?.properties.file);
  const plain = HOSTILE_NAMES.filter((name) => !/\p{C}/u.test(name));
  expect(plain.length).toBeGreaterThan(5);
  for (const name of plain) expect(files).toContain(name);
});
