/** Where reports go, and that the verdict is the same whichever is read. */
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../model/report.ts';
import { REPORTERS } from '../report/reporters.ts';
import { AT, LESSON_2, Room, timeless } from './run-for-tests.ts';
import { readVerdict } from './verdict-readers-for-tests.ts';

const room = new Room();
afterAll(() => room.close());
room.good('good');
room.short('short');
mkdirSync(room.at('empty'));
room.write('', 'a-file');

const read = (name: string) => readFileSync(room.at(name), 'utf8');

describe('json', () => {
  it('to stdout: one document and nothing else, the same as in a file', async () => {
    const shown = await room.run(['validate', 'short', ...AT, '--reporter', 'json']);
    const saved = await room.run(['validate', 'short', ...AT, '--reporter', 'json=report.json']);
    expect(saved).toEqual({ code: 1, stdout: '', stderr: '结论：还不能报送。1 处须整改\n' });
    expect({ ...shown, stdout: JSON.parse(shown.stdout) }).toEqual({
      code: 1,
      stdout: JSON.parse(read('report.json')),
      stderr: '',
    });
    expect(shown.stdout).toBe(read('report.json'));
  });

  it('beside the screen: each says what it says alone', async () => {
    const alone = await room.run(['validate', 'good', ...AT]);
    const both = await room.run(['validate', 'good', ...AT, '--reporter', 'terminal', '--reporter', 'json=both.json']);
    expect(timeless(both.stdout)).toBe(timeless(alone.stdout));
    expect((JSON.parse(read('both.json')) as Report).verdict).toBe('pass');
  });

  it('over 64 kB through a pipe comes whole', async () => {
    const { stdout } = await room.run(['validate', 'good', ...AT, '--reporter', 'json']);
    expect(stdout.length).toBeGreaterThan(100_000);
    expect(stdout.endsWith('}\n')).toBe(true);
  });
});

it('terminal=file is UTF-8 that Windows knows by its first bytes, and what the screen shows', async () => {
  const { stdout } = await room.run(['validate', 'short', ...AT]);
  const saved = await room.run(['validate', 'short', ...AT, '--reporter', 'terminal=报告.txt'], { FORCE_COLOR: '1' });
  expect(saved).toEqual({ code: 1, stdout: '', stderr: '结论：还不能报送。1 处须整改\n' });
  expect(timeless(read('报告.txt'))).toBe(`\uFEFF${timeless(stdout)}`);
});

describe('the verdict and the exit code do not depend on the reporter', () => {
  const VIDEO = [LESSON_2, '视频', '睡眠调整.mp4'] as const;
  const REASON = '嘉宾讲座，超时';

  room.short('waived');
  appendFileSync(
    room.at('waived', 'sizheng.yaml'),
    `waivers:\n  - {rule: video/duration, subject: 心理微课/02, reason: ${REASON}}\n`,
  );
  room.good('damaged');
  truncateSync(room.at('damaged', ...VIDEO), 2_000);
  room.good('forbidden');
  chmodSync(room.at('forbidden', ...VIDEO), 0);

  // Links are not for everybody there.
  const windows = process.platform === 'win32';
  if (!windows) {
    room.good('dangling');
    rmSync(room.at('dangling', ...VIDEO));
    symlinkSync('nowhere', room.at('dangling', ...VIDEO));
  }
  // Nobody forbids root to read.
  const asRoot = process.getuid?.() === 0;
  const WORKSPACES: readonly (readonly [folder: string, blocking: number])[] = [
    ['good', 0],
    ['waived', 0],
    ['short', 1],
    ['damaged', 1],
    ...(windows ? [] : [['dangling', 1] as const]),
    ...(windows || asRoot ? [] : [['forbidden', 1] as const]),
    ['empty', 1],
  ];

  it.each(WORKSPACES)('%s: all tell of %i that block', async (folder, blocking) => {
    const file = (name: string) => `${folder}-${name}.out`;
    const exitCode = blocking === 0 ? 0 : 1;
    const all = REPORTERS.flatMap((name) => ['--reporter', `${name}=${file(name)}`]);
    const together = await room.run(['validate', folder, ...AT, ...all]);
    expect(together).toMatchObject({ code: exitCode, stdout: '' });
    const alone = REPORTERS.map((name) => (name === 'xlsx' ? `xlsx=${folder}-alone.xlsx` : name));
    const runs = await Promise.all(alone.map((target) => room.run(['validate', folder, ...AT, '--reporter', target])));
    expect(runs.map(({ code }) => code)).toEqual(alone.map(() => exitCode));
    for (const [index, name] of REPORTERS.entries()) {
      const bytes = readFileSync(room.at(file(name)));
      const told = await readVerdict(name, bytes);
      expect([name, told.blocking]).toEqual([name, blocking]);
      if (folder === 'waived') expect([name, told.text]).toEqual([name, expect.stringContaining(REASON)]);
      const shown = runs[index]?.stdout ?? '';
      if (name !== 'xlsx') expect(timeless(shown)).toBe(timeless(bytes.toString()).replace(/^\uFEFF/, ''));
    }
  });

  it.each([
    ['nowhere', 'ENOENT'],
    ...(windows ? [] : [['loop', 'ELOOP']]),
    ...(windows || asRoot ? [] : [['locked', 'EACCES']]),
  ])('%s, which cannot be listed (%s): exit 3, stdout empty, nothing written', async (folder, reason) => {
    if (folder === 'loop') symlinkSync('loop', room.at('loop'));
    if (folder === 'locked') mkdirSync(room.at('locked'), 0);
    const targets = REPORTERS.flatMap((name) => [...(name === 'xlsx' ? [] : [name]), `${name}=${folder}-${name}`]);
    const runs = await Promise.all(
      targets.map((target) => room.run(['validate', folder, ...AT, '--reporter', target])),
    );
    for (const run of runs)
      expect(run).toEqual({ code: 3, stdout: '', stderr: expect.stringContaining(`「${folder}」（${reason}）`) });
    expect(readdirSync(room.path).filter((name) => name.startsWith(`${folder}-`))).toEqual([]);
  });
});

describe.concurrent('refused: exit 2, before anything is read', () => {
  it.each([
    ['two on stdout', ['--reporter', 'json', '--reporter', 'terminal'], '屏幕上只能输出一种报告：json、terminal'],
    ['the same twice', ['--reporter', 'json', '--reporter', 'json'], '屏幕上只能输出一种报告：json、json'],
    ['an unknown one', ['--reporter', 'xml'], '--reporter 的值「xml」不对'],
    ['no file after =', ['--reporter', 'json='], '--reporter 的值「json=」不对'],
  ])('%s', async (_, options, words) => {
    const { code, stdout, stderr } = await room.run(['validate', 'nowhere', ...options]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });
});

describe('an output that cannot be written: exit 3, stdout empty, nothing half written', () => {
  it.each([
    ['below a file', 'a-file/report.json'],
    ['a folder', 'empty'],
  ])('%s', async (_, file) => {
    const { code, stdout, stderr } = await room.run([
      ...['validate', 'short', ...AT, '--reporter', `json=${file}`, '--reporter', 'terminal'],
    ]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^出错：写不了「${file}」（E[A-Z]+）\n办法：.+\n$`));
    expect(readdirSync(room.path).filter((name) => /\.(?:part|tmp)/.test(name))).toEqual([]);
  });

  it('in a folder that is not there, which is not made', async () => {
    const { code, stdout } = await room.run(['validate', 'good', ...AT, '--reporter', 'json=typo/report.json']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(readdirSync(room.path)).not.toContain('typo');
  });
});
