/** Names that options, filters, shells and terminals could take for something else: checked rightly, shown safely. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../model/report.ts';
import { AT, ended, FIXTURES, Room, type Run, start } from './run-for-tests.ts';

const FILM = readFileSync(`${FIXTURES}/media/rotated.mp4`);

/** As they lie on the disk; the last is 文稿 in GBK. */
const NAMES: readonly (readonly [shown: string, name: string | Buffer])[] = [
  ['-rf.mp4', '-rf.mp4'],
  ['--help.mp4', '--help.mp4'],
  ['a:b.mp4', 'a:b.mp4'],
  ['concat:x.mp4', 'concat:x.mp4'],
  ['file:x.mp4', 'file:x.mp4'],
  ['%d.mp4', '%d.mp4'],
  ['$(id).mp4', '$(id).mp4'],
  ['微课 "终稿"(1).mp4', '微课 "终稿"(1).mp4'],
  ['x\\u{1B}[31mred\\u{1B}]0;t\\u{7}.mp4', 'x\u001B[31mred\u001B]0;t\u0007.mp4'],
  ['left\\u{202E}gnp.mp4', 'left\u202Egnp.mp4'],
  ['line\\u{A}break.mp4', 'line\nbreak.mp4'],
  ['\\xCE\\xC4\\xB8\\xE5.mp4', Buffer.from([0xce, 0xc4, 0xb8, 0xe5, ...Buffer.from('.mp4')])],
];

// Control characters (but for the line feed), and what turns the direction of the text around it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const UNSAFE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFD]/;

function expectSafe({ stdout, stderr }: Run): void {
  expect(UNSAFE.exec(stdout)).toBeNull();
  expect(UNSAFE.exec(stderr)).toBeNull();
}

// Other systems refuse some of these names themselves.
describe.skipIf(process.platform !== 'linux')('as names of lessons', () => {
  const room = new Room();
  afterAll(() => room.close());

  /** Each a film of its own: a box that players pass over makes the bytes differ. */
  function distinct(index: number): Buffer {
    const box = Buffer.alloc(8 + index);
    box.writeUInt32BE(box.length);
    box.write('free', 4, 'latin1');
    return Buffer.concat([FILM, box]);
  }

  beforeAll(() => {
    mkdirSync(room.at('names', '心理微课'), { recursive: true });
    for (const [index, [, name]] of NAMES.entries())
      writeFileSync(
        Buffer.concat([Buffer.from(`${room.at('names', '心理微课')}/`), Buffer.from(name)]),
        distinct(index),
      );
  });

  it('every one is measured, and none is taken for anything else', async () => {
    const report = await room.report(['names', ...AT]);
    const films = report.items.flatMap(({ assets }) => assets);
    expect(films).toHaveLength(NAMES.length);
    for (const { path, facts, failure, sizeBytes } of films)
      expect([path, failure, facts], path).toEqual([
        path,
        null,
        expect.objectContaining({ container: 'mp4', sizeBytes, video: expect.objectContaining({ rotation: 90 }) }),
      ]);
    const rules = new Set(report.findings.map(({ rule }) => rule));
    for (const rule of ['file/unreadable', 'file/type', 'duplicate/file', 'file/stray'])
      expect(rules).not.toContain(rule);
  });

  it('those that other systems refuse, or that deceive, are named', async () => {
    const { findings } = await room.report(['names', ...AT]);
    const faults = findings
      .filter(({ rule }) => rule === 'file/name')
      .map(({ params, severity }) => `${(params as { fault: string }).fault} ${severity}`);
    expect(faults.sort()).toEqual([
      ...['bidi warning', 'forbidden error', 'forbidden error', 'forbidden error', 'forbidden error'],
      ...['forbidden error', 'forbidden error', 'not-utf8 warning'],
    ]);
  });

  it.each([
    ['the screen', ['validate', 'names', '--verbose', ...AT]],
    ['the screen in English', ['validate', 'names', '--verbose', '--lang', 'en', ...AT]],
    ['JSON', ['validate', 'names', '--reporter', 'json', ...AT]],
    ['status', ['status', 'names', ...AT]],
  ])('%s shows them all, and no raw control or direction character', async (_, args) => {
    const run = await room.run(args);
    expectSafe(run);
    if (args[0] === 'status') return;
    for (const [shown] of NAMES) {
      const wanted = args.includes('json') ? JSON.stringify(shown).slice(1, -1) : shown;
      if (!args.includes('json') || !shown.includes('\\u')) expect(run.stdout.replace(/\n\s*/g, '')).toContain(wanted);
    }
  });

  it('JSON gives the names back as they are', async () => {
    const report = await room.report(['names', ...AT]);
    const paths = report.items.flatMap(({ assets }) => assets.map(({ path }) => path));
    expect(paths).toContain('心理微课/left\u202Egnp.mp4');
    expect(paths).toContain('心理微课/x\u001B[31mred\u001B]0;t\u0007.mp4');
  });

  it('as arguments: each is probed as a file, and nothing is done that a name says', async () => {
    const names = NAMES.map(([, name]) => name).filter((name) => typeof name === 'string');
    const cwd = room.at('names', '心理微课');
    const probed = await ended(start(['probe', '--json', '--', ...names], { cwd }));
    expectSafe(probed);
    const files = JSON.parse(probed.stdout) as { path: string; content: { ok: boolean } }[];
    expect(files.map(({ path, content }) => [path, content.ok])).toEqual(names.map((name) => [name, true]));
    const table = await ended(start(['probe', '--', ...names], { cwd }));
    expectSafe(table);
    for (const [shown, name] of NAMES) if (typeof name === 'string') expect(table.stdout).toContain(`${shown}\n`);
  });

  it.concurrent.each(['-rf.mp4', 'concat:x.mp4', '%d.mp4', 'left\u202Egnp.mp4', 'x\u001B[31mred\u001B]0;t\u0007.mp4'])(
    '%j as the one file that is checked',
    async (name) => {
      const cwd = room.at('names', '心理微课');
      const [report, screen] = await Promise.all([
        ended(start(['validate', ...AT, '--reporter', 'json', '--', name], { cwd })),
        ended(start(['validate', ...AT, '--', name], { cwd })),
      ]);
      expectSafe(report);
      expectSafe(screen);
      const assets = (JSON.parse(report.stdout) as Report).items.flatMap((item) => item.assets);
      expect(assets.map(({ path, failure }) => [path, failure])).toEqual([[name, null]]);
    },
  );

  it('a work of such a name can be withdrawn, by the command that is offered', async () => {
    const run = await room.run(['exclude', '心理微课/-rf', '--reason', '\u001B[31m换片', '--dir', 'names']);
    expectSafe(run);
    expect(run.code).toBe(0);
  });

  it('a fault in the command line, shown safely', async () => {
    for (const args of [
      ['\u001B[31m\u202E'],
      ['validate', '\u001B[31m\u202E'],
      ['rules', '\u001B]0;x\u0007'],
      ['validate', '--\u202E'],
    ]) {
      const run = await room.run(args);
      expectSafe(run);
      expect(run.code).toBeGreaterThan(1);
    }
  });
});
