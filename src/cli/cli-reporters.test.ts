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
    expect(saved).toEqual({ code: 1, stdout: '', stderr: '已写好：report.json\n结论：还不能报送。1 处须整改\n' });
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
  expect(saved).toEqual({ code: 1, stdout: '', stderr: '已写好：报告.txt\n结论：还不能报送。1 处须整改\n' });
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

describe('an output that cannot be written: told before the check, stdout empty, nothing half written', () => {
  // A check of what is not there would say so.
  const refused = (file: string) =>
    room.run(['validate', 'nowhere', '--reporter', `json=${file}`, '--reporter', 'terminal']);

  it.each(['a-file/report.json', 'a-file/new/report.json', `${'长'.repeat(100)}.json`])('%s: exit 3', async (file) => {
    const { code, stdout, stderr } = await refused(file);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^出错：写不了「${file}」（E[A-Z]+）\n办法：.+\n$`));
  });

  it.each(['empty', 'empty/', 'new/'])('%s, a folder: exit 2', async (file) => {
    const path = file.replace('/', '');
    expect(await refused(file)).toEqual({
      code: 2,
      stdout: '',
      stderr: `出错：「${path}」是文件夹，报告写不进去\n办法：请写出文件名，如 --reporter json=${path}/报告.json\n`,
    });
  });

  afterAll(() => {
    expect(readdirSync(room.path).filter((name) => /\.(?:part|tmp)$|^new$/.test(name))).toEqual([]);
  });
});

describe('where a report is', () => {
  it('is told, and folders on the way to it are made', async () => {
    const page = ['--reporter', 'html=made/of/it/报告.html', '--reporter', 'json'];
    const { code, stderr } = await room.run(['validate', 'good', ...AT, ...page]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '已写好：made/of/it/报告.html\n' });
    expect(read('made/of/it/报告.html')).toContain('</html>');
  });

  it('is told with a warning in the workspace', async () => {
    room.good('inside');
    const { code, stderr } = await room.run(['validate', 'inside', ...AT, '--reporter', 'json=inside/报告.json']);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        '已写好：inside/报告.json（在工作文件夹里，下次检查会列为未归类文件，建议写到外面）\n结论：检查通过，可以报送\n',
    });
  });

  it.skipIf(process.platform === 'win32')('is not told of a device', async () => {
    const { code, stderr } = await room.run(['validate', 'good', ...AT, '--reporter', 'json=/dev/null']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '结论：检查通过，可以报送\n' });
  });
});
