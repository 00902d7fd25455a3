/** The other commands, one run each where one is enough. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../rules/catalogue.ts';
import { AT, FIXTURES, LESSON_2, Room, timeless } from './run-for-tests.ts';

const room = new Room();
afterAll(() => room.close());
beforeAll(() => void room.good('good'));

async function output(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await room.run(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('status', () => {
  it('before any check, and after one with a file changed since', async () => {
    room.good('batch');
    const at = ['--at', '2027-06-09T23:00'];
    expect(await output('status', 'batch', ...at)).toMatchInlineSnapshot(`
      "示范省 2027 年首批    06-09 周三 23:00（北京时间）
      报送截止：稳妥按 2027-06-09 24:00，最迟 2027-06-10 24:00
      离稳妥的时间还有 1 小时

      类别          要求     收到  上次合格
      心理微课      5-10 门     5         -
      心理暖心贴士  5 组        5         -
      活动典型案例  10 个      10         -
      会商指导方案  5 个        5         -

      还没有检查过
      下一步：sizheng validate batch
      "
    `);
    await output('validate', 'batch', '--at', '2027-06-09T22:58');
    writeFileSync(room.at('batch', LESSON_2, '字幕/睡眠调整.srt'), 'changed');
    expect(await output('status', 'batch', ...at)).toMatchInlineSnapshot(`
      "示范省 2027 年首批    06-09 周三 23:00（北京时间）
      报送截止：稳妥按 2027-06-09 24:00，最迟 2027-06-10 24:00
      离稳妥的时间还有 1 小时

      类别          要求     收到  上次合格
      心理微课      5-10 门     5         5
      心理暖心贴士  5 组        5         5
      活动典型案例  10 个      10        10
      会商指导方案  5 个        5         5

      上次检查 06-09 22:58：通过
      之后改动 1 个文件：心理微课/02-睡眠调整-甲大学/字幕/睡眠调整.srt
      下一步：sizheng validate batch
      "
    `);
  });

  it.each([
    ['2027-06-10T01:00', '已过稳妥的时间；离最迟的时间还有 23 小时'],
    ['2027-06-11T00:00', '已过最迟的时间'],
  ])('at %s: %s', async (at, words) => {
    expect(await output('status', 'good', '--at', at)).toContain(words);
  });

  it('opens no media, writes nothing', async () => {
    mkdirSync(room.at('bare', '心理微课', '01-甲-甲大学'), { recursive: true });
    room.write('not a film', 'bare', '心理微课', '01-甲-甲大学', '微课.mp4');
    expect(await output('status', 'bare', ...AT)).toMatch(/心理微课 +5-10 门 +1 +-/);
    expect(readdirSync(room.at('bare'))).toEqual(['心理微课']);
  });
});

describe('probe', () => {
  it('a table, with the reader of each value', async () => {
    room.media('rotated.mp4', 'rotated.mp4');
    expect(await output('probe', 'rotated.mp4', '--lang', 'en')).toMatchInlineSnapshot(`
      "rotated.mp4
        kind                      video
        format                    mp4
        file size                 69.7 KiB (71325)
        container                 mp4                isobmff
        duration                  15:28 (928000 ms)  isobmff
        instant playback online   yes
        incomplete                no
        video size                1080x1920          ffprobe
        video displayed size      1920x1080
        video codec               h264               ffprobe
        video profile             High               ffprobe
        video level               4.0                ffprobe
        video rotation            90                 ffprobe
        video pixel aspect ratio  1:1                ffprobe
        video frame rate          1                  isobmff
        video frame rate mode     constant           isobmff
        video scan type           progressive        isobmff
        video pixel format        yuv420p            ffprobe
        video bit depth           8                  ffprobe
        video bit rate            0.2 kbit/s         isobmff
        video duration            15:28 (928000 ms)  isobmff
        audio codec               aac                ffprobe
        audio channels            1                  ffprobe
        audio sample rate         8000               ffprobe
        audio bit rate            0.3 kbit/s         isobmff
        audio bit rate mode       constant           isobmff
        audio duration            15:28 (928000 ms)  isobmff
      "
    `);
  });

  it('--json: the facts as in the report', async () => {
    const [film, text] = JSON.parse(
      await output('probe', '--json', `good/${LESSON_2}/视频/睡眠调整.mp4`, `good/${LESSON_2}/字幕/睡眠调整.srt`),
    );
    const { items } = await room.report(['good', ...AT]);
    const assets = items.find(({ id }) => id === LESSON_2)?.assets ?? [];
    expect([film.content.value, text.content.value]).toEqual(assets.slice(0, 2).map(({ facts }) => facts));
  });

  it('judges nothing: exit 0 for what cannot be read, with the reason', async () => {
    room.write(readFileSync(room.at('rotated.mp4')).subarray(0, 100), 'broken.mp4');
    const [{ type, content }] = JSON.parse(await output('probe', '--json', 'broken.mp4'));
    expect(type).toEqual({ kind: 'video', format: 'mp4' });
    expect(content).toMatchObject({ ok: false, failure: { reason: 'damaged' } });
  });

  it('a folder is no file: exit 2', async () => {
    expect(await room.run(['probe', 'good'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('rules', () => {
  it('a table of all', async () => {
    const lines = (await output('rules')).split('\n');
    for (const { id } of CATALOGUE) expect(lines.filter((line) => line.startsWith(`${id} `))).toHaveLength(1);
  });

  it('one explained', async () => {
    expect(await output('rules', 'video/duration', '--lang', 'en')).toMatchInlineSnapshot(`
      "video/duration  Duration
      Severity: as the clause
      can be waived with a written reason: a line under waivers: in sizheng.yaml, such
      as - {rule: video/duration, subject: 心理微课/04, reason: "say why"}
      Why: The letter recommends 15-20 minutes for a lesson.
      Source: "建议微课视频时长15-20分钟" (should)
      Fix: Too long: cut it and export again. Too short: record what is missing, or
      choose another work.
      Example: Duration 14:42, expected 15:00-20:00
      "
    `);
  });

  it('--format json and md: every rule once', async () => {
    const ids = CATALOGUE.map(({ id }) => id);
    const described = JSON.parse(await output('rules', '--format', 'json')) as { id: string }[];
    expect(described.map(({ id }) => id)).toEqual(ids);
    const table = await output('rules', '--format', 'md');
    expect(table.match(/^\| `?[a-z]+\/[a-z-]+/gm)).toHaveLength(ids.length);
  });

  it('all of a family', async () => {
    const ids = CATALOGUE.map(({ id }) => id).filter((id) => id.startsWith('privacy/'));
    const told = (await output('rules', 'privacy')).match(/^privacy\/[a-z-]+(?= {2})/gm);
    expect(told).toEqual(ids);
  });

  it('an unknown one: exit 2, with the nearest', async () => {
    const { code, stdout, stderr } = await room.run(['rules', 'video/duratoin']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('出错：没有规则「video/duratoin」\n办法：是不是：video/duration？看全部规则：sizheng rules\n');
  });
});

describe('spec', () => {
  it('show', async () => {
    expect(await output('spec', 'show', 'micro-video-2023')).toMatchInlineSnapshot(`
      "微视频作品征集
      编号：micro-video-2023
      出处：某次微视频征集通知
      「建议」的要求：须整改（可写明理由豁免）

      微视频
        每人 至多 2 件 [请]
        必交 视频（1 个）
          封装格式 mp4 [请]
          分辨率 >= 1280x720 [请]
          画面比例 16:9 [请]
          时长 05:00-08:00 [请]
          大小 <= 600 MB [请]
        必交 字幕（至少 1 个） [请]
        必交 简介（1 个）：docx、pdf、md、txt、doc [请]

      条款原文
        duration [请] 时长5-8分钟
        format [请] 视频格式为MP4
        picture [请] 分辨率不低于1280×720，画面比例16:9
        size [请] 文件不超过600MB
        subtitles [请] 须配字幕
        intro [请] 须附文字简介
        per-person [请] 每人限报2件
      "
    `);
  });

  it('what a person declares, with the ids to declare it by', async () => {
    expect(await output('spec', 'show', 'moe-2022')).toContain(
      'attestations: 下各写一行「编号:\n声明人」）\n  original  作品为原创，没有侵犯他人权利\n',
    );
  });

  it('check', async () => {
    expect(await output('spec', 'check', 'moe-2022')).toBe('规范没有错误：moe-2022《高校学生心理健康教育成果报送》\n');
  });

  it('schema: the one that is published', async () => {
    const schema = JSON.parse(await output('spec', 'schema'));
    expect(() => new Ajv2020({ strict: false }).compile(schema)).not.toThrow();
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });
});

it('doctor --json: each thing with its state', async () => {
  const checks = JSON.parse(await output('doctor', '--json')) as { id: string; state: string }[];
  const ids = ['node', 'ffprobe', 'ffmpeg', 'index', 'locale', 'terminal', 'disk', 'cache'];
  expect(checks.map(({ id }) => id)).toEqual(ids);
  expect(checks.find(({ id }) => id === 'node')?.state).toBe('ok');
});

describe('init', () => {
  const ANSWERS = ['--scope', 'province', '--province', '浙江', '--batch', 'first', '--year', '2027'];

  it('--yes asks nothing; a second time it keeps every file', async () => {
    expect(await output('init', '浙江', '--yes', ...ANSWERS)).toMatchInlineSnapshot(`
      "新建了 24 个文件和文件夹
      1. 把作品放进「浙江」里的类别文件夹，一件作品一个文件夹，名字写「序号-题目-学
      校」
      2. 填写「作品信息.xlsx」（可以不填：文件夹名写全也行）
      3. 检查：sizheng validate 浙江
      模板和填写须知在「模板」文件夹里，可以发给供稿的老师
      "
    `);
    room.write('province: 自己写的省\n', '浙江', 'sizheng.yaml');
    expect(await output('init', '浙江', '--yes', ...ANSWERS)).toContain('新建了 0 个文件和文件夹');
    expect(readFileSync(room.at('浙江', 'sizheng.yaml'), 'utf8')).toBe('province: 自己写的省\n');
  });

  it('what it makes is understood, and not yet ready', async () => {
    await output('init', 'new', '--yes', ...ANSWERS);
    const report = await room.report(['new', ...AT]);
    expect(report).toMatchObject({ province: '浙江省', year: 2027, verdict: 'fail', items: [] });
    expect(report.findings.map(({ rule }) => rule)).toContain('submission/empty');
  });

  it('a file in the way: exit 2', async () => {
    expect(await room.run(['init', 'good/sizheng.yaml', '--yes'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('demo', () => {
  it('shows the faults, mends them, passes: exit 0', async () => {
    const text = timeless(timeless(await output('demo', 'sample')));
    const verdicts = text.split('\n').filter((line) => line.startsWith('结论：'));
    expect(verdicts).toEqual([
      '结论：还不能报送。4 处须整改',
      '结论：检查通过，可以报送',
      '结论：报送包完好：36 个文件，522.7 KiB，与清单逐一相符',
    ]);
    expect(text).toContain('\n  sizheng status sample\n');
    expect(readdirSync(room.at('sample')).sort()).toEqual([...readdirSync(`${FIXTURES}/good`), '.sizheng'].sort());
  });

  it('--clean makes the faultless one only', async () => {
    const text = await output('demo', 'clean', '--clean', '--lang', 'en');
    expect(text.match(/^Result: .*/gm)).toEqual(['Result: passed, ready to submit']);
  });

  it('in a folder of a folder that is not there yet', async () => {
    await output('demo', 'a/b/sample', '--clean');
    expect(existsSync(room.at('a/b/sample/sizheng.yaml'))).toBe(true);
  });

  it('never writes over what is there: exit 2', async () => {
    const { code, stdout, stderr } = await room.run(['demo', 'good']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('「good」已经存在，没有改动');
  });
});
