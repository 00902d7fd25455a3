/** The same material gives the same bytes, whatever the machine's settings and habits. */
import { cpSync, mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT, ended, Room, type RunOptions, start } from './run-for-tests.ts';

const room = new Room();
afterAll(() => room.close());

async function json(args: readonly string[], options: Partial<RunOptions> = {}): Promise<string> {
  const { stdout, stderr } = await ended(
    start(['validate', ...args, '--reporter', 'json'], { cwd: room.path, ...options }),
  );
  expect(stderr).toBe('');
  return stdout;
}

let first: string;
beforeAll(async () => {
  // Faults of several kinds: their order is what could change.
  room.short('batch');
  room.media('truncated.mp4', 'batch', '心理微课', '06-新片-甲大学.mp4');
  room.write('x', 'batch', '心理微课', '~$简介.docx');
  room.write('x', 'batch', '说明.txt');
  first = await json(['batch', ...AT]);
});

describe.concurrent('no byte of the JSON changes with', () => {
  it.each([
    ['a second run, from the cache', ['batch', ...AT], {}],
    ['no cache', ['batch', ...AT, '--no-cache'], {}],
    ['one file at a time', ['batch', ...AT, '--no-cache', '--jobs', '1'], {}],
    ['many at a time', ['batch', ...AT, '--no-cache', '--jobs', '8'], {}],
    ['another time zone', ['batch', ...AT, '--no-cache'], { TZ: 'America/Los_Angeles' }],
    ['another locale', ['batch', ...AT, '--no-cache'], { LANG: 'zh_CN.GBK', LC_ALL: 'zh_CN.GBK' }],
    ['a Turkish one', ['batch', ...AT, '--no-cache'], { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['a colourful terminal', ['batch', ...AT, '--no-cache'], { FORCE_COLOR: '3', TERM: 'xterm-256color' }],
  ])('%s', async (_, args, env) => {
    expect((await json(args, { env })) === first).toBe(true);
  });

  it.each([
    ['inside it', 'batch', '.'],
    ['below it', 'batch/心理微课', '..'],
    ['by an absolute path', '.', null],
  ])('the folder one stands in: %s', async (_, cwd, target) => {
    expect((await json([target ?? room.at('batch'), ...AT], { cwd: room.at(cwd) })) === first).toBe(true);
  });

  it('the order in which files were made, and their times', async () => {
    const paths = readdirSync(room.at('batch'), { recursive: true, encoding: 'utf8' }).filter(
      (path) => !path.startsWith('.sizheng') && statSync(room.at('batch', path)).isFile(),
    );
    for (const [index, path] of paths.toReversed().entries()) {
      mkdirSync(dirname(room.at('reversed', path)), { recursive: true });
      cpSync(room.at('batch', path), room.at('reversed', path));
      utimesSync(room.at('reversed', path), index, index);
    }
    expect((await json(['reversed', ...AT])) === first).toBe(true);
  });
});

it('without --at only `at` differs', async () => {
  const [one, two] = [JSON.parse(await json(['batch'])), JSON.parse(await json(['batch']))];
  expect(one.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect({ ...one, at: null }).toEqual({ ...two, at: null });
  expect(Object.keys(one)).toEqual(Object.keys(two));
});
