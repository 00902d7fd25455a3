/** The layers, read from the imports of every source file; tests may import what they like. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';
import { expect, it } from 'vitest';

const SOURCE = import.meta.dirname;
const MIDDLE = 'report pack fix judge rules arrange measure scan workspace spec'.split(' ');
/** Layers from the top; an arrow may skip some. */
const LAYERS = [['cli'], ['app', 'index.ts'], MIDDLE, ['text'], ['i18n', 'model'], ['util']];

interface Import {
  readonly from: string;
  /** A source file, relative to src; or a package or builtin as it is written. */
  readonly to: string;
}

interface Ban {
  readonly name: string;
  readonly comment: string;
  readonly hits: (one: Import) => boolean;
}

const BANS: readonly Ban[] = [
  {
    name: 'only-downwards',
    comment: 'What lies below must not know who calls it: else a rule cannot be tested without the command line.',
    hits: ({ from, to }) => isSource(to) && layerOf(to) < layerOf(from),
  },
  {
    name: 'no-siblings',
    comment: 'Steps of the way through the house meet in app alone; each can be replaced without reading another.',
    hits: ({ from, to }) => MIDDLE.includes(folderOf(to)) && layerOf(from) === layerOf(to) && !isSameFolder(from, to),
  },
  {
    name: 'model-knows-no-words',
    comment: 'i18n puts the model into words; a model that knew words would be bound to a language.',
    hits: ({ from, to }) => folderOf(from) === 'model' && folderOf(to) === 'i18n',
  },
  {
    name: 'front-door-is-for-others',
    comment: 'index.ts is the library that others import; inside the house it would make everything reach everything.',
    hits: ({ to }) => to === 'index.ts',
  },
  {
    name: 'front-door-leads-to-app',
    comment: 'The library offers use cases and their vocabulary, so that the steps behind them stay free to change.',
    hits: ({ from, to }) => from === 'index.ts' && !['app', 'model'].includes(folderOf(to)),
  },
  {
    name: 'terminal-in-cli',
    comment: 'Prompts, colours and the command line are the business of cli; all else serves a library as well.',
    hits: ({ from, to }) => folderOf(from) !== 'cli' && ['chalk', 'commander', 'inquirer'].includes(to),
  },
  {
    name: 'no-test-helpers',
    comment: 'What serves tests is not shipped.',
    hits: ({ to }) => isForTests(to),
  },
];

/** Pure by design: the same facts give the same verdict and the same text, whatever the machine. */
const PURE = ['model', 'i18n', 'text', 'arrange', 'rules', 'judge', 'report'];
const WORLD = /^node:(?:fs|child_process|worker_threads|net|https?|os|process|timers)/;

function isSource(path: string): boolean {
  return path.endsWith('.ts');
}

function isForTests(path: string): boolean {
  return /(?:\.test|-for-tests)\.ts$/.test(path);
}

function folderOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function isSameFolder(a: string, b: string): boolean {
  return folderOf(a) === folderOf(b);
}

function layerOf(path: string): number {
  return LAYERS.findIndex((folders) => folders.includes(folderOf(path)));
}

/** Static, dynamic, re-exported and in a type alike: a type is knowledge too. */
function importsOf(from: string): Import[] {
  const { program } = parseSync(from, readFileSync(posix.join(SOURCE, from), 'utf8'));
  const found = new Set<string>();
  const take = ({ source }: { source: { type: string; value?: unknown } | null }) => {
    if (typeof source?.value === 'string') found.add(source.value);
  };
  new Visitor({
    ImportDeclaration: take,
    ImportExpression: take,
    ExportNamedDeclaration: take,
    ExportAllDeclaration: take,
    TSImportType: take,
  }).visit(program);
  return [...found].map((to) => ({ from, to: to.startsWith('.') ? posix.join(posix.dirname(from), to) : to }));
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => isSource(path) && !path.endsWith('.d.ts') && !isForTests(path))
  .sort();
const imports = files.flatMap(importsOf);
const arrow = ({ from, to }: Import) => `${from} -> ${to}`;

/** The shortest way from a file to a target, as the chain of files. */
function chainTo(start: string, isTarget: (path: string) => boolean): string[] | null {
  const seen = new Set([start]);
  const open: string[][] = [[start]];
  for (let chain = open.shift(); chain !== undefined; chain = open.shift()) {
    for (const { to } of imports.filter(({ from }) => from === chain?.at(-1))) {
      if (isTarget(to)) return [...chain, to];
      if (!seen.has(to)) open.push([...chain, to]);
      seen.add(to);
    }
  }
  return null;
}

it('reads real files, each of a known layer', () => {
  expect(files).toContain('cli/main.ts');
  expect(imports.map(arrow)).toContain('cli/command-modules.ts -> cli/commands/init.ts');
  expect(files.filter((path) => layerOf(path) < 0)).toEqual([]);
  expect(imports.filter(({ to }) => isSource(to) && !files.includes(to)).map(arrow)).toEqual([]);
});

it.each([
  ['util/format.ts', 'model/facts.ts', 'only-downwards'],
  ['app/validate.ts', 'cli/output.ts', 'only-downwards'],
  ['rules/catalogue.ts', 'judge/judge.ts', 'no-siblings'],
  ['model/report.ts', 'i18n/messages.ts', 'model-knows-no-words'],
  ['cli/main.ts', 'index.ts', 'front-door-is-for-others'],
  ['index.ts', 'rules/catalogue.ts', 'front-door-leads-to-app'],
  ['report/terminal.ts', 'chalk', 'terminal-in-cli'],
  ['app/validate.ts', 'app/sample-for-tests.ts', 'no-test-helpers'],
])('%s -> %s would be caught', (from, to, name) => {
  expect(BANS.filter(({ hits }) => hits({ from, to })).map((ban) => ban.name)).toContain(name);
});

it.each(BANS)('$name: $comment', ({ hits }) => {
  expect(imports.filter(hits).map(arrow)).toEqual([]);
});

it('no-cycle: files that import one another are one file in pieces', () => {
  const cycles = files.map((file) => chainTo(file, (to) => to === file)).filter((chain) => chain !== null);
  expect(cycles.map((chain) => chain.join(' -> '))).toEqual([]);
});

it.each(PURE)('%s reaches no file, process or clock of the machine, by any way', (folder) => {
  const chains = files
    .filter((file) => folderOf(file) === folder)
    .map((file) => chainTo(file, (to) => WORLD.test(to)))
    .filter((chain) => chain !== null);
  expect(chains.map((chain) => chain.join(' -> '))).toEqual([]);
});
