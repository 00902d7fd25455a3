/** What a start of the built program loads: every kilobyte is read and compiled anew each time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../util/package-root.ts';
import { loadedBy } from './loaded-for-tests.ts';
import { AT, Room } from './run-for-tests.ts';

const room = new Room();
afterAll(() => room.close());

const STATUS = ['status', 'good', ...AT];
const VALIDATE = ['validate', 'good', ...AT];
beforeAll(async () => {
  room.good('good');
  await room.run(VALIDATE);
}, 60_000);

/** Words by which that is known in a bundle which these runs can do without. */
const LATE = { zod: 'ZodError', yaml: 'YAMLParseError', 'what measures videos': 'avcC' };

it('what is loaded late is known by words that stand in the build', () => {
  const dist = join(packageRoot(), 'dist');
  const built = readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isFile());
  const code = built.map(({ name }) => readFileSync(join(dist, name), 'utf8')).join('\n');
  expect(Object.values(LATE).filter((word) => !code.includes(word))).toEqual([]);
});

it('--version loads next to nothing', async () => {
  const { run, names, code } = await loadedBy(room, ['--version']);
  expect([run.code, names]).toEqual([0, ['cli.js', 'sizheng.js', 'start']]);
  expect(code.length).toBeLessThan(4000);
});

const SCREENS = ['screens-fix', 'screens-html', 'screens-pack', 'screens-package', 'screens-people'];

/** With the most characters of code that may be loaded, and parts of the words that must, and must not, be among it. */
describe.each<[string, string[], number, string[], string[]]>([
  ['help', ['--help'], 180_000, ['cli'], [...SCREENS, 'screens', 'rules']],
  ['status', STATUS, 210_000, ['cli', 'screens'], [...SCREENS, 'rules']],
  ['a warm check', VALIDATE, 450_000, ['cli', 'screens', 'rules'], SCREENS],
])('%s', (_, args, most, own, others) => {
  it.each(['zh-CN', 'en'])('loads what it uses, with its own words in %s', async (language) => {
    const { run, names, code } = await loadedBy(room, [...args, '--lang', language]);
    expect([run.code, run.stderr]).toEqual([0, '']);
    const words = names.filter((name) => /^(?:zh-CN|en)-/.test(name));
    expect(words.filter((name) => !name.startsWith(`${language}-`))).toEqual([]);
    expect(words).toEqual(expect.arrayContaining(own.map((part) => `${language}-${part}`)));
    expect(others.filter((part) => words.includes(`${language}-${part}`))).toEqual([]);
    expect(Object.entries(LATE).filter(([, word]) => code.includes(word))).toEqual([]);
    expect(code.length).toBeLessThan(most);
  });
});
