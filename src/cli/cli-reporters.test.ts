/** Where reports go, and that the verdict is the same whichever is read. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../model/report.ts';
import { REPORTERS } from '../report/reporters.ts';
import { AT, Room, timeless } from './run-for-tests.ts';

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
  // A workbook is no text: it goes into a file alone.
  const targets = REPORTERS.flatMap((name) => [...(name === 'xlsx' ? [] : [name]), `${name}=out-${name}`]);

  it.each([
    ['good', 0],
    ['short', 1],
    ['empty', 1],
    ['nowhere', 3],
  ])('%s: exit %i', async (folder, exitCode) => {
    const runs = await Promise.all(
      targets.map((target) => room.run(['validate', folder, '--no-cache', ...AT, '--reporter', target])),
    );
    expect(runs.map(({ code }) => code)).toEqual(targets.map(() => exitCode));
    if (exitCode > 1) return;
    const shown = JSON.parse(runs[targets.indexOf('json')]?.stdout ?? '') as Report;
    expect([shown.exitCode, shown.verdict]).toEqual([exitCode, exitCode === 0 ? 'pass' : 'fail']);
    expect(read('out-terminal')).toMatch(exitCode === 0 ? /结论：检查通过/ : /结论：还不能报送/);
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
