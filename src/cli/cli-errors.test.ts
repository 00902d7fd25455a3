/** Runs that end without a verdict: the reason and the way on are on stderr, stdout is empty. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../util/package-root.ts';
import { AT, Room } from './run-for-tests.ts';

const room = new Room();
afterAll(() => room.close());

const LETTER = readFileSync(join(packageRoot(), 'templates', 'specs', 'moe-2022.yaml'), 'utf8');
let count = 0;

/** A folder with a settings file. */
function folderWith(config: string | Uint8Array): string {
  count += 1;
  const name = `folder-${count}`;
  mkdirSync(room.at(name));
  room.write(config, name, 'sizheng.yaml');
  return name;
}

async function failure(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { code, stdout, stderr } = await room.run(args, env);
  expect(stdout).toBe('');
  expect(stderr).not.toMatch(/\n\s+at /);
  return `${stderr}exit ${code}`;
}

describe('settings with a fault: exit 2, line and column', () => {
  it('keys and values', async () => {
    const folder = folderWith('province: 示范省\nyear: 二零\nscopes: province\n');
    expect(await failure(['validate', folder])).toMatchInlineSnapshot(`
      "出错：「sizheng.yaml」有 2 处错误
        sizheng.yaml:2:7  year：应为数字，现为文字
        sizheng.yaml:3:1  scopes：没有「scopes」这一项，是否为 scope？
      办法：改正后再运行
      exit 2"
    `);
    expect(await failure(['status', folder, '--lang', 'en'])).toMatchInlineSnapshot(`
      "Error: 2 errors in "sizheng.yaml"
        sizheng.yaml:2:7  year: expected a number, found text
        sizheng.yaml:3:1  scopes: unknown key "scopes"; did you mean scope?
      Fix: Correct the file and run again
      exit 2"
    `);
  });

  it.concurrent.each([
    ['no YAML', 'province: [\n', /sizheng\.yaml:2:1/],
    ['a list', '- a\n', /sizheng\.yaml {2}\S/],
    ['a date that is none', 'deadline: 2027-02-30\n', /sizheng\.yaml:1:11 {2}deadline/],
    ['a year out of reach', 'year: 99999\n', /sizheng\.yaml:1:7 {2}year/],
    [
      'what the spec asks nobody to declare',
      'attestations:\n  编号: 王某\n',
      /yaml:2:3 {2}attestations\.编号：.*original、/,
    ],
    [
      'a waiver whose reason was not written',
      'waivers:\n  - {rule: video/duration, subject: 心理微课/02, reason: 请写明理由}\n',
      /yaml:2:54 {2}waivers\[0\]\.reason：还是样例里的字样/,
    ],
    ['the same key twice', 'year: 2027\nyear: 2028\n', /sizheng\.yaml:2:1/],
    ['an alias bomb', `a: &a [x]\n${'b: [*a, *a]\n'.repeat(3)}`, /sizheng\.yaml/],
  ])('%s', async (_, config, place) => {
    const text = await failure(['validate', folderWith(config)]);
    expect(text).toMatch(place);
    expect(text).toMatch(/exit 2$/);
  });

  it.concurrent.each([
    ['empty', ''],
    ['only comments', '# nothing\n'],
    ['with a byte order mark', '\uFEFFprovince: 示范省\n'],
    ['CR LF', 'province: 示范省\r\nyear: 2027\r\n'],
  ])('%s is no fault', async (_, config) => {
    expect((await room.run(['validate', folderWith(config), ...AT])).code).toBe(1);
  });

  it('an item file, named by its path', async () => {
    const folder = room.good('with-item');
    room.write('title: 生涯规划\nstatus: maybe\n', folder, '心理微课/04-生涯规划-丁职业技术学院/item.yaml');
    expect(await failure(['validate', folder])).toMatch(
      /04-生涯规划-丁职业技术学院\/item\.yaml:2:9 {2}status：.*\n.*\nexit 2$/,
    );
  });
});

describe.concurrent('a spec with a fault: exit 2', () => {
  it('line and column, by validate and by spec check alike', async () => {
    const folder = folderWith('spec: my.yaml\n');
    const faulty = LETTER.replace(/^timezone:.*/m, 'timezone: Mars').replace(/\bmin: 5\b/, 'min: 50');
    room.write(`${faulty}quotas: 1\n`, folder, 'my.yaml');
    const places = [
      /my\.yaml:7:11 {2}timezone/,
      /my\.yaml:\d+:\d+ {2}categories\[0\]\.quota\[0\]\.min/,
      /my\.yaml:\d+:1 {2}quotas/,
    ];
    const [checked, validated] = [
      await failure(['spec', 'check', `${folder}/my.yaml`]),
      await failure(['validate', folder]),
    ];
    for (const place of places) {
      expect(checked).toMatch(place);
      expect(validated).toMatch(place);
    }
    expect([checked, validated].map((text) => text.slice(-6))).toEqual(['exit 2', 'exit 2']);
  });

  it.each([
    ['an unknown id', ['--spec', 'moe-2023'], '没有规范「moe-2023」'],
    ['a missing file', ['--spec', './none.yaml'], '读不到规范文件'],
  ])('%s', async (_, options, words) => {
    expect(await failure(['validate', folderWith(''), ...options])).toMatch(
      new RegExp(`${words}.*\n办法：.*\nexit 2$`),
    );
  });

  it('of a place that a workspace has no say over: by the workspace, not by the command', async () => {
    const folder = folderWith('spec: ../../spec.yaml\n');
    expect(await failure(['validate', folder])).toMatch(
      /^出错：规范文件「\.\.\/\.\.\/spec\.yaml」没有读取：.*\n办法：.*--spec\nexit 2$/,
    );
    room.write(LETTER, folder, 'far.yaml');
    const init = ['init', `${folder}/a/new`, '--yes', '--spec', `${folder}/far.yaml`];
    expect(await failure(init)).toMatch(/far\.yaml」没有读取：.*\n办法：.*\nexit 2$/);
  });

  it('that extends itself', async () => {
    const folder = folderWith('spec: a.yaml\n');
    room.write('extends: ./b.yaml\nid: a\n', folder, 'a.yaml');
    room.write('extends: ./a.yaml\nid: b\n', folder, 'b.yaml');
    expect(await failure(['validate', folder])).toMatch(/exit 2$/);
  });
});

describe.concurrent('a machine that fails: exit 3', () => {
  it.each([['validate'], ['status'], ['probe']])('%s of what is not there', async (command) => {
    expect(await failure([command, 'nowhere'])).toMatch(/「nowhere」（ENOENT）\n办法：.*\nexit 3$/);
  });

  it('SIZHENG_FFPROBE that does not run', async () => {
    expect(await failure(['validate', folderWith('')], { SIZHENG_FFPROBE: room.at('none') })).toMatch(
      /^出错：环境变量 SIZHENG_FFPROBE 指定的「.*」运行不了\n办法：.*sizheng doctor\nexit 3$/,
    );
  });

  it.skipIf(process.platform === 'win32')('SIZHENG_FFPROBE that is another program', async () => {
    const script = room.script('not-ffprobe', 'console.log("hello")');
    expect(await failure(['validate', folderWith('')], { SIZHENG_FFPROBE: script })).toMatch(/exit 3$/);
    const doctor = await room.run(['doctor'], { SIZHENG_FFPROBE: script });
    expect(doctor.code).toBe(3);
    expect(doctor.stdout).toContain(`ffprobe 运行不了：${script}`);
  });
});
