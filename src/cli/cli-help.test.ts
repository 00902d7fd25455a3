/** What the program says of itself, and of a command line that it does not understand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../util/package-root.ts';
import { Room } from './run-for-tests.ts';

const room = new Room();
afterAll(() => room.close());

describe.concurrent('--version', () => {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };

  it.each([['--version'], ['-V'], ['--version --lang en'], ['--lang en -V'], ['validate --version']])(
    '%s',
    async (line) => {
      expect(await room.run(line.split(' '))).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    },
  );
});

describe('--help', () => {
  it('in Chinese', async () => {
    const { code, stdout, stderr } = await room.run(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "用法： sizheng [options] [command]

      心理健康教育成果报送助手：检查微课、字幕和文稿，核对名额，给出整改办法

      选项：
        --lang <lang>                      语言：zh-CN 或 en
        --no-color                         不用颜色
        -V, --version                      显示版本
        -h, --help                         显示帮助

      命令：
        init [options] [dir]               新建工作文件夹：类别文件夹、作品信息表、模
                                           板和填写须知
        validate [options] [dir]           检查工作文件夹（或单个文件），给出结论和整
                                           改办法
        fix [options] [dir]                整理字幕、文件名和系统杂项：先列出改动，
                                           --write 才改，--undo 撤回
        pack [options] [dir]               打包：先检查，通过后打成报送包，写好再读回
                                           复核，附回执
        verify [options] <package...>      复核报送包：有没有缺少、多出、改动，是否与
                                           回执、原件一致
        summary [options] [dir]            做报送汇总表：打印、盖章、扫描后放回工作文
                                           件夹
        status [options] [dir]             看名额、上次检查的结果和截止时间；不读取视
                                           频，很快
        exclude [options] <item>           撤下一件作品：写入作品信息表或 item.yaml，
                                           文件不动
        include [options] <item>           选入一件候选或撤下的作品
        report [options] <report.json>     把存下的 JSON 报告写成别的形式，不重新检查
        merge-reports [options] <blob...>  把几台机器分片检查的结果合成一份报告（分片
                                           见 validate 的 --shard）
        probe [options] <file...>          看文件的参数（编码、分辨率、时长……），不作
                                           评判
        rules [options] [id]               列出全部规则，或解释一条规则
        spec [options] [action] [spec]     看现行规范（show）、检查规范文件（check）、
                                           输出 JSON Schema（schema）
        doctor [options] [dir]             检查这台电脑：读取程序、终端、磁盘、缓存
        demo [options] [dir]               演示：做一个样例省份，查出问题，改好，通
                                           过，打包，复核
        completion <shell>                 输出 bash、zsh、fish、PowerShell 的补全脚本
        man                                输出手册页（roff 格式）
        help [command]                     显示某个命令的帮助

      退出码：0 可以报送；1 有须整改的；2 命令、规范或设置写得不对；3 电脑方面的问题；
      130 中途停止
      "
    `);
  });

  it('in English', async () => {
    const { code, stdout, stderr } = await room.run(['--help'], { SIZHENG_LANG: 'en' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "Usage: sizheng [options] [command]

      Checks mental-health teaching material before it is submitted: lessons,
      subtitles, documents and quotas, and how to fix what is wrong

      Options:
        --lang <lang>                      language: zh-CN or en
        --no-color                         no colours
        -V, --version                      print the version
        -h, --help                         print help

      Commands:
        init [options] [dir]               make a workspace: category folders, the 作
                                           品信息 sheet, templates, and a guide
        validate [options] [dir]           check a workspace (or one file): the
                                           result, and how to fix what is wrong
        fix [options] [dir]                mend subtitles, names and system litter:
                                           shows first; --write does it, --undo takes
                                           it back
        pack [options] [dir]               check, and make a package: written, read
                                           back, with a receipt
        verify [options] <package...>      check a package: anything missing, added or
                                           changed, and whether it keeps to its
                                           receipt or its originals
        summary [options] [dir]            make the summary to print, stamp, scan and
                                           put back into the folder
        status [options] [dir]             show quotas, the last check and the
                                           deadline; reads no video, so it is quick
        exclude [options] <item>           withdraw a work: written to the sheet or
                                           item.yaml, no files are moved
        include [options] <item>           select a candidate or a withdrawn work
        report [options] <report.json>     write a saved JSON report in another form,
                                           without checking again
        merge-reports [options] <blob...>  make one report of what several machines
                                           found (see --shard of validate)
        probe [options] <file...>          show what files hold (codec, resolution,
                                           duration ...); judges nothing
        rules [options] [id]               list all rules, or explain one
        spec [options] [action] [spec]     show the spec in use (show), check a spec
                                           file (check), print the JSON Schema
                                           (schema)
        doctor [options] [dir]             check this machine: readers, terminal,
                                           disk, cache
        demo [options] [dir]               make a sample province, find its faults,
                                           fix them, pack it and verify it
        completion <shell>                 print the completion script of bash, zsh,
                                           fish or powershell
        man                                print the manual page, in roff
        help [command]                     print help for a command

      Exit codes: 0 ready to submit; 1 something must be fixed; 2 error in the
      command, spec or settings; 3 problem with this machine; 130 interrupted
      "
    `);
  });

  it('of a command', async () => {
    const { code, stdout } = await room.run(['validate', '--help', '--lang', 'en']);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "Usage: sizheng validate [options] [dir]

      check a workspace (or one file): the result, and how to fix what is wrong

      Options:
        --reporter <name[=file]>  form of the report: terminal, html, notice, xlsx,
                                  markdown, json, junit, sarif, github, gitlab;
                                  html=report.html writes a file; can be given several
                                  times
        --strict                  strict: warnings must be fixed too
        --only <category|path>    check only one category, work or path; can be given
                                  several times
        --shard <i/n>             share the check among machines by bytes to read, and
                                  check this share here: 2/3; needs --reporter
                                  blob=<file>, and merge-reports when all are done
        --spec <id|file>          the spec to check against: an id or a file
        --scope <scope>           check as a province or as an institution
        --at <time>               check as of this time, such as 2027-06-09T22:58
        --jobs <n>                how many files to read at once
        --no-cache                do not use the cache; read everything anew
        --cache-dir <dir>         keep the cache in this folder
        -q, --quiet               show the result only
        -v, --verbose             show everything: warnings, notes, and what passed
                                  with its measured values
        -h, --help                print help

      Global options:
        --lang <lang>             language: zh-CN or en
        --no-color                no colours
        -V, --version             print the version
      "
    `);
  });

  it('is what help and, away from a terminal, no command at all give', async () => {
    const { stdout } = await room.run(['--help']);
    expect(await room.run(['help'])).toEqual({ code: 0, stdout, stderr: '' });
    expect(await room.run([])).toEqual({ code: 0, stdout, stderr: '' });
  });
});

describe.concurrent('a command line that is not understood: exit 2, nothing on stdout, a way on', () => {
  it.each([
    ['valdate', '没有命令「valdate」，是不是 validate？'],
    ['version', '没有命令「version」'],
    ['--lang en valdate', 'no command named "valdate"; did you mean validate?'],
    ['help valdate', '没有命令「valdate」，是不是 validate？'],
    ['validate --striict', '没有选项 --striict'],
    ['--nope', '没有选项 --nope'],
    ['validate a b', '多写了参数（名字里有空格时请加引号）'],
    ['exclude', '缺少 <item>'],
    ['exclude x', '缺少选项 --reason'],
    ['probe', '缺少 <file>'],
    ['validate --spec', '选项 --spec <id|file> 后面缺少内容'],
    ['validate --lang fr', '选项 --lang <lang> 不能是「fr」，可选：zh-CN、en'],
    ['validate --scope city', '选项 --scope <scope> 不能是「city」，可选：province、institution'],
    ['rules --format xml', '选项 --format <format> 不能是「xml」，可选：text、md、json'],
    ['validate --jobs 0', '--jobs 的值「0」不对'],
    ['validate --at yesterday', '看不懂时间「yesterday」'],
    ['init x --yes --year 1', '--year 的值「1」不对'],
    ['spec foo bar', 'sizheng spec 的值「foo」不对'],
  ])('sizheng %s', async (line, words) => {
    const { code, stdout, stderr } = await room.run(line.split(' '));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^(?:办法：|Fix: )./);
  });
});
