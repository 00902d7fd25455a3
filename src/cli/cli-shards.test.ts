/** A check shared among machines, as they run it, and the one that puts it together. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../model/report.ts';
import { AT, ended, Room, type Run, start } from './run-for-tests.ts';

const room = new Room();
afterAll(() => room.close());

function shard(index: number, count: number, ...args: string[]): Promise<Run> {
  return room.run([
    'validate',
    'works',
    '--shard',
    `${index}/${count}`,
    '--reporter',
    `blob=blobs/${index}.blob`,
    ...args,
  ]);
}

const merge = (...args: string[]) => room.run(['merge-reports', ...args]);

beforeAll(async () => {
  room.short('works');
});

describe('three machines', () => {
  it('check a share each, and say how it went with it', async () => {
    const runs = [await shard(1, 3), await shard(2, 3), await shard(3, 3)];
    expect(runs.map(({ stdout }) => stdout)).toEqual(['', '', '']);
    const told = runs.map(({ stderr }) => stderr.slice(0, stderr.indexOf('结论')));
    expect(runs.map(({ code, stderr }) => `${code} ${stderr.replace(/^已写好.*\n/, '')}`).toSorted()).toEqual([
      '0 结论：检查的这部分没有须整改的\n',
      '0 结论：检查的这部分没有须整改的\n',
      '1 结论：1 处须整改\n',
    ]);
    expect(told).toEqual([1, 2, 3].map((index) => `已写好：blobs/${index}.blob\n`));
    expect(existsSync(room.at('works', '.sizheng', 'last-check.json'))).toBe(false);
  });

  it('make one report of it, which is that of one machine but for the clock', async () => {
    const merged = await merge('blobs', '--reporter', 'json');
    const single = await room.run(['validate', 'works', '--reporter', 'json']);
    const { at } = JSON.parse(merged.stdout) as Report;
    expect([merged.code, merged.stderr]).toEqual([1, '']);
    expect(merged.stdout).toBe(single.stdout.replace(/(?<="at": ")[^"]*/, at));
  });

  it('show it in every form, in either language, as of any moment', async () => {
    const page = ['--reporter', 'html=page.html'];
    const { code, stdout } = await merge('blobs', '--lang', 'en', ...AT, ...page, '--reporter', 'terminal');
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^示范省 2027 first batch {4}checked as of 05-20 10:00 .*\nResult: not ready to submit\. 1 problem must be fixed\n/,
    );
    expect(readFileSync(room.at('page.html'), 'utf8')).toContain('A saved report holds no frames');
  });
});

it('the rest of the report is offered by what gave it', async () => {
  room.good('good');
  for (const line of ['validate good --reporter blob=good.blob', 'merge-reports good.blob --reporter json=good.json'])
    expect(await room.run(line.split(' '))).toMatchObject({ code: 0 });
  const merged = await merge('good.blob', ...AT, '--dir', 'good');
  expect(merged.stdout).toContain(
    '\n看全部：sizheng merge-reports good.blob --dir good --at 2027-05-20T10:00 --verbose\n',
  );
  const shown = await room.run(['report', 'good.json']);
  expect(shown.stdout).toContain('\n看全部：sizheng report good.json --verbose\n');
});

it('more machines than works: one that has none says so, and has its blob', async () => {
  const run = await room.run(['validate', 'works', '--shard', '40/40', '--reporter', 'blob=40.blob']);
  expect(run).toEqual({
    code: 0,
    stdout: '',
    stderr:
      '已写好：40.blob\n结论：检查的这部分没有须整改的\n第 40/40 片没有分到作品（片数比作品多）；它的分片文件照样要合并\n',
  });
  expect(existsSync(room.at('40.blob'))).toBe(true);
});

describe('what cannot be told', () => {
  const blobs = ['blobs/1.blob', 'blobs/2.blob', 'blobs/3.blob'];

  it.each([
    [
      ['validate', 'works', '--shard', '2/3'],
      '--shard 2/3 只检查一片，没有写明结果存到哪里，以后就合并不了',
      '请加上 --reporter blob=文件，如 --reporter blob=../2-3.blob',
    ],
    ...['0/3', '4/3', '3', '1/999', '-1/3', '1.5/3'].map((value) => [
      ['validate', 'works', `--shard=${value}`, '--reporter', 'blob=x.blob'],
      `--shard 的值「${value}」不对`,
      '可以写：1/3, 2/3, 3/3',
    ]),
    [
      ['validate', 'works', '--only', '心理微课', '--shard', '1/3', '--reporter', 'blob=x.blob'],
      '分片文件存的是整个文件夹的检查，不能与 --only 一起用',
      '请去掉 --only；只查一部分的，不写 --shard 和 --reporter blob',
    ],
    [
      ['validate', 'works/sizheng.yaml', '--reporter', 'blob=x.blob'],
      '分片文件存的是整个文件夹的检查，不能只检查一个文件',
      '请给出工作文件夹；只查一个文件的，不写 --shard 和 --reporter blob',
    ],
    ...[
      ['works', 'works/1.blob', '1.blob'],
      ['works', 'works/.sizheng/new/1.blob', '1.blob'],
      ['works', 'works', '1.blob'],
      ['./works', './works/a.blob', 'a.blob'],
    ].map(([dir, file, beside]): [string[], string, string] => [
      ['validate', dir as string, '--shard', '1/3', '--reporter', `blob=${file}`],
      `分片文件不能写在工作文件夹里（${file}）：别的机器看不到它，以后就合并不了`,
      `请写到工作文件夹外面，如 --reporter blob=${beside}`,
    ]),
    [
      ['merge-reports', 'blobs/3.blob', 'blobs/1.blob'],
      '共 3 片，还缺第 2 片',
      '请等各台机器都检查完，把全部分片文件放在一起再合并',
    ],
    [
      ['merge-reports', ...blobs, 'blobs/2.blob'],
      '第 2/3 片给了 2 次：blobs/2.blob、blobs/2.blob',
      '每片只要一份；请去掉以前留下的',
    ],
    [
      ['merge-reports', 'works/sizheng.yaml'],
      '「works/sizheng.yaml」不是分片文件',
      '请给出 sizheng validate --shard … --reporter blob=… 写出的文件，或放着它们的文件夹',
    ],
    [
      ['merge-reports', 'blobs/9.blob'],
      '读不到分片文件「blobs/9.blob」',
      '请检查文件名和权限；也可以只写放着它们的文件夹',
    ],
    [
      ['merge-reports', 'works'],
      '文件夹「works」里没有分片文件（名字以 .blob 结尾的）',
      '请把各台机器写出的分片文件都放进去，或逐个写出文件名',
    ],
    [
      ['merge-reports', ...blobs, '--reporter', 'blob=x.blob'],
      '--reporter 的值「blob=x.blob」不对',
      /^可以写：terminal, .*, markdown=<file>$/,
    ],
  ] as [string[], string, string | RegExp][])('%j', async (args, message, fix) => {
    const { code, stdout, stderr } = await room.run(args);
    expect([code, stdout]).toEqual([2, '']);
    const [first, second] = stderr.trimEnd().split('\n');
    expect(first).toBe(`出错：${message}`);
    expect(second?.replace('办法：', '')).toEqual(typeof fix === 'string' ? fix : expect.stringMatching(fix));
    expect(existsSync(room.at('x.blob'))).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('a pipe, which has no end, and a device behind a link', async () => {
    execFileSync('mkfifo', [room.at('pipe')]);
    mkdirSync(room.at('devices'));
    symlinkSync('/dev/zero', room.at('devices', '1.blob'));
    for (const [given, named] of [
      ['pipe', 'pipe'],
      ['devices', 'devices/1.blob'],
    ] as const) {
      expect(await merge(given)).toEqual({
        code: 2,
        stdout: '',
        stderr: `出错：读不到分片文件「${named}」\n办法：请检查文件名和权限；也可以只写放着它们的文件夹\n`,
      });
    }
  });

  it('a blob in the folder that one stands in', async () => {
    const args = ['validate', '--shard', '1/3', '--reporter', 'blob=1.blob'];
    expect(await ended(start(args, { cwd: room.at('works') }))).toEqual({
      code: 2,
      stdout: '',
      stderr:
        '出错：分片文件不能写在工作文件夹里（1.blob）：别的机器看不到它，以后就合并不了\n办法：请写到工作文件夹外面，如 --reporter blob=../1.blob\n',
    });
  });

  it('a blob on the screen', async () => {
    const { code, stdout, stderr } = await room.run(['validate', 'works', '--reporter', 'blob']);
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      expect.stringMatching(/^出错：--reporter 的值「blob」不对\n.*, blob=<file>\n$/),
    ]);
  });

  it('one that was cut off on its way', async () => {
    copyFileSync(room.at('blobs', '1.blob'), room.at('cut.blob'));
    truncateSync(room.at('cut.blob'), 20_000);
    expect(await merge('cut.blob', ...blobs.slice(1))).toEqual({
      code: 2,
      stdout: '',
      stderr: '出错：分片文件「cut.blob」已经损坏\n办法：请重新传一次；还是不行，就重新检查这一片\n',
    });
  });

  it.each<[string, (...args: string[]) => Promise<Run>, string]>([
    [
      'a machine with other options',
      () => shard(2, 3, '--strict'),
      `一个用了 --strict，一个没有用\n办法：各台机器要用同样的规范、设置和选项；请改好后全部重新检查\n`,
    ],
    [
      'a machine with another clock',
      () => shard(2, 3, ...AT),
      '--at 不同（没有；2027-05-20T02:00:00.000Z）\n办法：各台机器要用同样的规范、设置和选项；请改好后全部重新检查；也可以合并时用 --at 另定时间\n',
    ],
    [
      'a machine with other files',
      () => {
        appendFileSync(room.at('works', '心理暖心贴士', '02-想家的时候-乙学院', '贴士.md'), '多一行\n');
        return shard(2, 3);
      },
      '看到的文件不同，「心理暖心贴士/02-想家的时候-乙学院/贴士.md」：1759 B；1769 B\n办法：各台机器要检查同一份文件（同一个提交），分片文件写在工作文件夹外面；请删掉以前留下的分片文件，改好后全部重新检查\n',
    ],
  ])('%s', async (_, again, expected) => {
    await again();
    const { code, stdout, stderr } = await merge(...blobs);
    expect([code, stdout]).toEqual([2, '']);
    // The minute may have passed between them.
    const told = stderr.replace(/（「[^」]+」查于 [^）]+）/, '');
    expect(told).toBe(`出错：「blobs/1.blob」和「blobs/2.blob」不是同一次检查的分片：${expected}`);
  });
});
