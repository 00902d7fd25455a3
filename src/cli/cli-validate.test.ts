/** `sizheng validate`: what is on the screen, and which part is checked. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { AT, LESSON_2, LESSON_4, Room, timeless } from './run-for-tests.ts';

const room = new Room();
afterAll(() => room.close());
room.good('good');
room.short('short');
room.media('duration-short.mp4', '微课.mp4');
mkdirSync(room.at('empty'));

const SHORT_VIDEO = `short/${LESSON_2}/视频/睡眠调整.mp4`;

async function screen(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await room.run(['validate', ...args, ...AT]);
  return `${timeless(stdout)}${stderr}exit ${code}`;
}

it('of a part of a workspace, given as a folder: what to type instead', async () => {
  const { code, stdout, stderr } = await room.run(['validate', 'short/心理微课']);
  expect([code, stdout, stderr]).toEqual([
    2,
    '',
    '出错：「心理微课」在工作文件夹「short」里，自己没有 sizheng.yaml\n办法：请写：sizheng validate short --only 心理微课\n',
  ]);
});

describe('the screen', () => {
  it('of a good submission', async () => {
    expect(await screen('good')).toMatchInlineSnapshot(`
      "示范省 2027 年首批    按 05-20 10:00（北京时间）检查，用时 N 秒
      结论：检查通过，可以报送

      类别          要求     收到  合格  说明
      心理微课      5-10 门     5     5  已达标
      心理暖心贴士  5 组        5     5  已达标
      活动典型案例  10 个      10    10  已达标
      会商指导方案  5 个        5     5  已达标

      看全部：sizheng validate good --verbose
      exit 0"
    `);
  });

  it.each([
    ['2027-05-26T23:59', undefined],
    ['2027-06-09T23:59', '距稳妥的截止时间（06-09 24:00）还有 1 分钟'],
    ['2027-06-07T22:00', '距稳妥的截止时间（06-09 24:00）还有 2 天 2 小时'],
  ])('how long there is at %s: in the last two weeks', async (at, line) => {
    const { code, stdout } = await room.run(['validate', 'good', '--at', at]);
    expect([code, stdout.split('\n').find((text) => text.startsWith('距'))]).toEqual([0, line]);
  });

  it('of one with a fault', async () => {
    expect(await screen('short')).toMatchInlineSnapshot(`
      "示范省 2027 年首批    按 05-20 10:00（北京时间）检查，用时 N 秒
      结论：还不能报送。1 处须整改

      类别          要求     收到  合格  说明
      心理微课      5-10 门     5     4  1 门须整改
      心理暖心贴士  5 组        5     5  已达标
      活动典型案例  10 个      10    10  已达标
      会商指导方案  5 个        5     5  已达标

      1 [须整改] 心理微课 02《睡眠调整》 甲大学
        时长 14:42，要求 15:00-20:00（来函：建议）
        办法：太长的请剪短后重新导出，太短的请补录，或换一门。
        也可以写明理由豁免：在 sizheng.yaml 的 waivers 下加一行（没有 waivers: 这一
        行、或这一行前有井号的，先在文件末尾加上 waivers:）
          - {rule: video/duration, subject: 心理微课/02, reason: 请写明理由}
      exit 1"
    `);
  });

  it('of one with a fault, in English', async () => {
    expect(await screen('short', '--lang', 'en')).toMatchInlineSnapshot(`
      "示范省 2027 first batch    checked as of 05-20 10:00 (Beijing time), took N seconds
      Result: not ready to submit. 1 problem must be fixed

      Category      Required  Found  Valid  Notes
      心理微课      5-10          5      4  1 must be fixed
      心理暖心贴士  5             5      5  complete
      活动典型案例  10           10     10  complete
      会商指导方案  5             5      5  complete

      1 [must fix] 心理微课 02 "睡眠调整" 甲大学
        Duration 14:42, expected 15:00-20:00 (letter: should)
        Fix: Too long: cut it and export again. Too short: record what is missing, or
        choose another work.
        Or waive it with a written reason: under waivers in sizheng.yaml, add the line
        (where there is no waivers: yet, or only one behind a #, first add waivers: at
        the end)
          - {rule: video/duration, subject: 心理微课/02, reason: "say why"}
      exit 1"
    `);
  });

  it('--quiet: the verdict alone', async () => {
    expect(await screen('good', '--quiet')).toMatchInlineSnapshot(`
      "结论：检查通过，可以报送
      exit 0"
    `);
    expect(await screen('short', '-q')).toMatchInlineSnapshot(`
      "结论：还不能报送。1 处须整改
      exit 1"
    `);
  });

  it('--verbose: what passed as well, with the value, and what nobody could check', async () => {
    const text = await screen('good', '--verbose');
    expect(text).toContain('  合格 时长 15:45\n');
    expect(text).toMatch(/^ {2}合格 \S*编码 h264$/m);
    expect(text).toContain('作品为原创，没有侵犯他人权利：还没有人说明');
    expect(text).not.toContain('看全部');
    expect(text).not.toMatch(/^\s*未检查 /m);
  });

  it('keeps within 80 columns', async () => {
    const { stdout } = await room.run(['validate', 'short', '--verbose', ...AT]);
    const wide = stdout.split('\n').filter((line) => line.replace(/[^\x20-\x7e]/g, 'xx').length > 80);
    expect(wide).toEqual([]);
  });
});

describe('nothing to check is never a pass', () => {
  it('an empty folder', async () => {
    const text = await screen('empty');
    expect(text).toContain('这个文件夹里没有找到任何作品');
    expect(text).toMatch(/exit 1$/);
    expect(readdirSync(room.at('empty'))).toEqual(['.sizheng']);
  });

  it.each(['--strict', '--scope=institution', '--spec=micro-video-2023'])('an empty folder, %s', async (option) => {
    expect(await screen('empty', option)).toMatch(/exit 1$/);
  });

  it('a file that is no material', async () => {
    expect(await screen('good/sizheng.yaml')).toMatch(/^出错：.*sizheng\.yaml.*\n办法：.*\nexit 2$/);
  });
});

describe.concurrent('--only', () => {
  it.each([
    ['a category', '心理微课'],
    ['a category by another name', '微课'],
    ['a short id', '心理微课/02'],
    ['an id', LESSON_2],
    ['a folder in a work', `${LESSON_2}/视频`],
    ['a file', `${LESSON_2}/视频/睡眠调整.mp4`],
    ['a file, as typed on Windows', `.\\${LESSON_2}\\视频\\睡眠调整.mp4`.replaceAll('/', '\\')],
    ['a title', '睡眠调整'],
  ])('%s: the rest is left out, and what concerns the whole is skipped', async (_, word) => {
    const report = await room.report(['short', '--only', word, ...AT]);
    expect(report.partial).toBe(true);
    expect(report.ledger).toEqual([]);
    expect(report.items.map(({ category }) => category)).not.toContain('case');
    expect(report.findings.map(({ rule }) => rule)).toEqual(['video/duration']);
    expect(report.verdicts.find(({ rule }) => rule === 'quota/count')?.outcome).toBe('skipped');
  });

  it('twice: both', async () => {
    const report = await room.report(['short', '--only', LESSON_2, '--only', LESSON_4, ...AT]);
    expect(report.items.map(({ id }) => id)).toEqual([LESSON_2, LESSON_4]);
  });

  it('says that it is a part, and does not call the whole ready', async () => {
    const text = await screen('good', '--only', '心理微课/04');
    expect(text).toContain('只检查了一部分：名额、截止时间等整批的要求没有检查\n');
    expect(text).not.toContain('可以报送');
    expect(text).toMatch(/exit 0$/);
  });

  it.each(['心理微课/44', 'nothing', '', '.'])('%j matches nothing: exit 2', async (word) => {
    expect(await screen('good', '--only', word)).toMatch(/^出错：--only「.*」没有对上任何.*\n办法：.*\nexit 2$/);
  });
});

describe.concurrent('one file', () => {
  it('in a workspace: as what stands there, and only that', async () => {
    const report = await room.report([SHORT_VIDEO, ...AT]);
    expect(report.checkedAs).toEqual({ path: SHORT_VIDEO.slice(6), category: '心理微课', slot: '视频' });
    expect(report.findings.map(({ rule, place }) => [rule, place.path])).toEqual([
      ['video/duration', SHORT_VIDEO.slice(6)],
    ]);
    expect(await screen(SHORT_VIDEO)).toMatch(/心理微课.*视频/);
  });

  it('alone: against the slot it would fill, which is said; nothing is left behind', async () => {
    const report = await room.report(['微课.mp4', ...AT]);
    expect(report.checkedAs).toEqual({ path: '微课.mp4', category: '心理微课', slot: '视频' });
    expect(report.findings.map(({ rule }) => rule)).toEqual(['video/duration']);
    const text = await screen('微课.mp4');
    expect(text).toMatch(/心理微课.*视频/);
    expect(text).toMatch(/时长 14:42，要求 15:00-20:00[\s\S]*exit 1$/);
    expect(readdirSync(room.path)).not.toContain('.sizheng');
  });

  it('whose content no slot takes: exit 1, not a pass', async () => {
    cpSync(room.at('good', 'sizheng.yaml'), room.at('x.mp4'));
    expect(await screen('x.mp4')).toMatch(/exit 1$/);
  });
});

describe('--strict', () => {
  it('a warning blocks', async () => {
    room.good('warned');
    room.media('interlaced.mp4', 'warned', '心理微课/01-情绪管理与压力释放-示范大学', '微课.mp4');
    const [lenient, strict] = [await room.report(['warned', ...AT]), await room.report(['warned', '--strict', ...AT])];
    expect(lenient).toMatchObject({ verdict: 'pass', exitCode: 0, strict: false });
    expect(strict).toMatchObject({ verdict: 'fail', exitCode: 1, strict: true });
    expect(strict.findings.map(({ rule, severity, blocking }) => [rule, severity, blocking])).toEqual([
      ['video/interlaced', 'warning', true],
    ]);
  });
});
