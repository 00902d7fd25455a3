/** `fix`: what is shown, what is written when it is asked for, and the way back. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { LESSON_2, Room, start } from './run-for-tests.ts';

const room = new Room();
afterAll(() => room.close());

const SUBTITLES = `${LESSON_2}/字幕/睡眠调整.srt`;
const CUES = [
  '1\r\n00：00：01，000 -> 00：00：03，000\r\n各位同学大家好，我的手机是 13812345678',
  '3\r\n00:00:08,000 --> 00:00:10,000\r\n睡不着怎么办',
  '3\r\n00:00:04,000 --> 00:00:07,000\r\n今天谈谈睡眠\r\n',
].join('\r\n\r\n');

/** A good submission with a subtitle in GBK, a name that Windows forbids, litter, and a time in doubt. */
function faulty(name: string): string {
  room.good(name);
  room.write(iconv.encode(CUES, 'gb18030'), name, SUBTITLES);
  room.write('1\n00:00:75,000 --> 00:01:20,000\n你好\n', name, '心理微课/03-人际交往与朋辈互助-丙师范大学/字幕.srt');
  room.write('x', name, 'Thumbs.db');
  room.write('x', name, LESSON_2, '资料?.md');
  return name;
}

/** Backups are named by the clock. */
const timeless = (text: string) => text.replace(/\d{8}T\d{6}\.\d{3}Z/g, 'TIME');

function snapshot(...path: string[]): Record<string, string> {
  const files = readdirSync(room.at(...path), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = files
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .filter((file) => !file.includes('/.sizheng/'));
  return Object.fromEntries(paths.sort().map((file) => [file, readFileSync(file, 'hex')]));
}

describe('shown first', () => {
  it('every change, and what is left; nothing is written', async () => {
    const { code, stdout, stderr } = await room.run(['fix', faulty('shown')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "可以整理：1 个字幕、1 个名字、1 个系统杂项

      字幕  心理微课/02-睡眠调整-甲大学/字幕/睡眠调整.srt
        编码：GB2312 改为 UTF-8
          第 3 行读作「各位同学大家好，我的手机是 138****5678」
        换行：11 行改为 LF
        时间码：1 处
          第 2 行
            - 00：00：01，000 -> 00：00：03，000
            + 00:00:01,000 --> 00:00:03,000
        按时间重新排序：第 10 行早于它前面的一条
        重新编号：1 处
          第 9 行
            - 3
            + 2

      改名（内容不动）
        - 心理微课/02-睡眠调整-甲大学/资料?.md
        + 资料？.md

      移走系统杂项（放进备份）
        - Thumbs.db

      要由人处理的 1 处，没有动：
        心理微课/03-人际交往与朋辈互助-丙师范大学/字幕.srt
          第 2 行 分或秒到了 60「00:00:75,000 --> 00:01:20,000」

      以上都还没有改。要执行：sizheng fix shown --write
      "
    `);
    expect(existsSync(room.at('shown', '.sizheng'))).toBe(false);
  });

  it('in English', async () => {
    const { stdout } = await room.run(['fix', 'shown', '--lang', 'en', '--verbose']);
    expect(stdout).toMatchInlineSnapshot(`
      "Can be fixed: 1 subtitle file, 1 name, 1 piece of system litter

      Subtitles  心理微课/02-睡眠调整-甲大学/字幕/睡眠调整.srt
        encoding: GB2312 to UTF-8
          line 3 reads "各位同学大家好，我的手机是 138****5678"
        line ends: 11 lines to LF
        time lines: 1
          line 2
            - 00：00：01，000 -> 00：00：03，000
            + 00:00:01,000 --> 00:00:03,000
        put in order of time: 1 cue earlier than the one before (line 10)
        cues numbered anew: 1
          line 9
            - 3
            + 2

      Names (contents stay as they are)
        - 心理微课/02-睡眠调整-甲大学/资料?.md
        + 资料？.md

      System litter to put aside, into the backup
        - Thumbs.db

      1 left for a person, untouched:
        心理微课/03-人际交往与朋辈互助-丙师范大学/字幕.srt
          line 2 minutes or seconds of 60 or more "00:00:75,000 --> 00:01:20,000"

      Nothing has been changed yet. To do it: sizheng fix shown --write
      "
    `);
  });

  it('nothing to do', async () => {
    expect(await room.run(['fix', room.good('clean')])).toEqual({ code: 0, stdout: '没有要整理的\n', stderr: '' });
    expect(await room.run(['fix', 'clean', '--write'])).toEqual({ code: 0, stdout: '没有要整理的\n', stderr: '' });
    expect(existsSync(room.at('clean', '.sizheng'))).toBe(false);
  });
});

it('nothing that fix looks at', async () => {
  mkdirSync(room.at('empty'));
  const { code, stdout, stderr } = await room.run(['fix', 'empty']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^「empty」里没有找到作品或字幕/);
  expect((await room.run(['fix', '--lang', 'en', 'empty'])).stdout).toMatch(/^Found no work and no subtitles/);
});

it('a check names the folder in what it advises', async () => {
  expect((await room.run(['validate', faulty('advised')])).stdout.replaceAll(/\s+/g, ' ')).toContain(
    'sizheng fix advised',
  );
});

describe('written, and taken back', () => {
  it('there and back, to the byte', async () => {
    const before = snapshot(faulty('back'));
    const { code, stdout } = await room.run(['fix', 'back', '--write']);
    expect(code).toBe(0);
    expect(timeless(stdout).slice(stdout.indexOf('已整理'))).toMatchInlineSnapshot(`
      "已整理：1 个字幕、1 个名字、1 个系统杂项
      原件和记录在「.sizheng/backup/TIME」
      要撤回：sizheng fix back --undo
      再检查一遍：sizheng validate back
      "
    `);
    expect(readFileSync(room.at('back', SUBTITLES), 'utf8')).toBe(
      [
        '1\n00:00:01,000 --> 00:00:03,000\n各位同学大家好，我的手机是 13812345678\n',
        '2\n00:00:04,000 --> 00:00:07,000\n今天谈谈睡眠\n',
        '3\n00:00:08,000 --> 00:00:10,000\n睡不着怎么办\n',
      ].join('\n'),
    );
    expect((await room.run(['fix', 'back'])).stdout).toMatch(/^没有要整理的\n/);
    const undo = await room.run(['fix', 'back', '--undo']);
    expect({ ...undo, stdout: timeless(undo.stdout) }).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "已撤回最近一次整理，文件和名字都与整理之前一样（备份仍在
      「.sizheng/backup/TIME」）
      ",
      }
    `);
    expect(snapshot('back')).toEqual(before);
    expect(await room.run(['fix', 'back', '--undo'])).toEqual({ code: 0, stdout: '没有可以撤回的整理\n', stderr: '' });
  });

  it('a file whose name changes: the commands that are offered work', async () => {
    const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000 align:start\n各位<c.red>同学</c>\n';
    mkdirSync(room.at('one'));
    room.write(vtt, 'one', 'k.vtt');
    const { stdout } = await room.run(['fix', 'one/k.vtt', '--to', 'srt', '--write']);
    expect(timeless(stdout)).toMatchInlineSnapshot(`
      "可以整理：1 个字幕

      字幕  k.vtt
        格式：VTT 转为 SRT，1 条；换成「k.srt」，原来的 .vtt 移进备份
          SRT 里放不下、会去掉的：样式 1 处、位置 1 处

      已整理：1 个字幕
      原件和记录在「.sizheng/backup/TIME」
      要撤回：sizheng fix one/k.srt --undo
      再检查一遍：sizheng validate one/k.srt
      "
    `);
    expect((await room.run(['validate', 'one/k.srt'])).code).not.toBe(3);
    expect((await room.run(['fix', 'one/k.srt', '--undo'])).code).toBe(0);
    expect(snapshot('one')).toEqual({ [room.at('one', 'k.vtt')]: Buffer.from(vtt).toString('hex') });
  });

  it('as a whole or not at all: a file that was changed since is named', async () => {
    await room.run(['fix', faulty('changed'), '--write']);
    room.write('mine', 'changed', SUBTITLES);
    const after = snapshot('changed');
    const { code, stdout, stderr } = await room.run(['fix', 'changed', '--undo']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(timeless(stdout)).toMatchInlineSnapshot(`
      "没有撤回，什么也没有动：整理之后又有改动，撤回会把它们丢掉
        心理微课/02-睡眠调整-甲大学/字幕/睡眠调整.srt：整理之后改过
      需要哪个原件，可以到「.sizheng/backup/TIME/files」里手工取回
      "
    `);
    expect(snapshot('changed')).toEqual(after);
  });

  it('after kill -9 at any moment', async () => {
    const folder = room.at('killed');
    mkdirSync(folder);
    for (let number = 0; number < 150; number += 1)
      room.write(iconv.encode(CUES, 'gb18030'), 'killed', `${number}.srt`);
    const before = snapshot('killed');
    const child = start(['fix', 'killed', '--write'], { cwd: room.path });
    const ended = new Promise((resolve) => child.on('close', resolve));
    const backup = room.at('killed', '.sizheng', 'backup');
    while (!(existsSync(backup) && readdirSync(backup).some((run) => existsSync(`${backup}/${run}/log.json`))))
      await new Promise((resolve) => setTimeout(resolve, 1));
    child.kill('SIGKILL');
    await ended;
    expect((await room.run(['fix', 'killed', '--undo'])).code).toBe(0);
    expect(snapshot('killed')).toEqual(before);
  });
});

describe('for scripts', () => {
  it('the plan and what became of it, as JSON', async () => {
    const plan = JSON.parse((await room.run(['fix', faulty('json'), '--json'])).stdout) as Record<string, unknown>;
    expect(Object.keys(plan)).toEqual([
      'schema',
      'written',
      'backup',
      'texts',
      'renames',
      'removals',
      'subjects',
      'left',
    ]);
    expect(plan).toMatchObject({ schema: 'sizheng-fix/1', written: false, backup: null, removals: ['Thumbs.db'] });
    const done = JSON.parse((await room.run(['fix', 'json', '--write', '--json'])).stdout) as Record<string, unknown>;
    expect(done).toEqual({ ...plan, written: true, backup: expect.stringMatching(/^\.sizheng\/backup\//) });
    const undone = JSON.parse((await room.run(['fix', 'json', '--undo', '--json'])).stdout) as unknown;
    expect(undone).toMatchObject({ schema: 'sizheng-fix/1', undo: 'undone', backup: done.backup });
  });

  it('nothing private, and nothing that a terminal would obey, is shown', async () => {
    room.good('private');
    const cue = '1\n00:00:01,000 -> 00:00:02,000 \u001b[2J 13812345678\n身份证号 11010119900307803X\n';
    room.write(cue, 'private', SUBTITLES);
    for (const line of [['--verbose'], ['--json'], ['--write', '--json'], ['--undo', '--json']]) {
      const { stdout } = await room.run(['fix', 'private', ...line]);
      expect(stdout).not.toMatch(/13812345678|11010119900307803X/);
      expect(stdout).not.toContain('\u001b');
    }
    mkdirSync(room.at('named'));
    room.write('1\n00:00:01,000 -> 00:00:02,000\n你好\n', 'named', '张三13812345678?.srt');
    for (const line of [[], ['--write', '--verbose']]) {
      const { stdout } = await room.run(['fix', 'named', ...line]);
      expect(stdout).toContain('138****5678');
      expect(stdout).not.toContain('13812345678');
    }
  });
});

describe('refused: exit 2 or 3', () => {
  it.each<[string, string[], number, string]>([
    ['both ways at once', ['shown', '--undo', '--write'], 2, 'sizheng fix shown --undo'],
    ['a part that is not there', ['shown', '--only', '没有这件'], 2, '没有对上'],
    ['another format', ['shown', '--to', 'vtt'], 2, '--to'],
    ['no such folder', ['nowhere'], 3, 'nowhere'],
    ['no such folder to undo in', ['nowhere', '--undo'], 3, 'nowhere'],
  ])('%s', async (_, line, exit, words) => {
    const { code, stdout, stderr } = await room.run(['fix', ...line]);
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    expect(stderr).toContain(words);
  });
});
