/** Packing and verifying as a person meets them: exact screens, exit codes, pipes, and what is left behind. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT, Room } from './run-for-tests.ts';

const room = new Room();
afterAll(() => room.close());
beforeAll(() => void room.good('good'));

/** 9 June 2027, 23:00:21 in Beijing. */
const ENV = { SOURCE_DATE_EPOCH: String(Date.parse('2027-06-09T15:00:21Z') / 1000) };
const NAME = '示范省-2027-首批-20270609';

/** Without what differs from machine to machine. */
function steady(text: string): string {
  return text
    .replaceAll(room.path, '<here>')
    .replace(/剩余空间 [\d.]+ \w+/g, '剩余空间 N')
    .replace(/[\d.]+ \w+ free/g, 'N free')
    .replace(/完成 [\d:]+/, '完成 <time>')
    .replace(/校验码 [\dA-F-]+/g, '校验码 <digest>')
    .replace(/复核于 [\d-]+ [\d:]+/, '复核于 <time>')
    .replace(/，用时 \d+ 秒/, '');
}

const packages = () => readdirSync(room.path).filter((name) => name.includes(NAME) || name.endsWith('.part'));

describe('pack', () => {
  it('a batch that passes: the plan, the package, its receipt', async () => {
    const { code, stdout, stderr } = await room.run(['pack', 'good', ...AT], ENV);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(steady(stdout)).toMatchInlineSnapshot(`
      "按 2027-05-20 10:00 检查
      检查通过，可以报送：25 件作品，36 个文件，522.7 KiB
      报送包  <here>/示范省-2027-首批-20270609.zip（剩余空间 N）
      回执  <here>/示范省-2027-首批-20270609-回执.txt
      先看这一页  00-请先看.html（在包里；列出全部作品和检查结果，点文件名就能打开）
      还没有人说明 3 项（收到的人会看到）；在 sizheng.yaml 的 attestations: 下，冒号后
      写谁说明的：
        original:  # 作品为原创，没有侵犯他人权利
        no-watermark:  # 画面没有其他平台的水印和广告
        consent:  # 出镜的学生和案例涉及的当事人已经同意，并已隐去身份
      复核：36 个文件都已读回，与写入的一致
      完成 <time>  校验码 <digest>（全文见回执）
      报送包  <here>/示范省-2027-首批-20270609.zip
      回执  <here>/示范省-2027-首批-20270609-回执.txt（请留存）
      交出前、收到后都可以核对：sizheng verify <here>/示范省-2027-首批-20270609.zip
      "
    `);
    expect(packages().toSorted()).toEqual([`${NAME}-回执.json`, `${NAME}-回执.txt`, `${NAME}.zip`]);
    const digest = createHash('sha256')
      .update(readFileSync(room.at(`${NAME}.zip`)))
      .digest('hex');
    expect(JSON.parse(readFileSync(room.at(`${NAME}-回执.json`), 'utf8'))).toMatchObject({
      sha256: digest,
      verified: true,
    });
    expect(readFileSync(room.at(`${NAME}-回执.txt`), 'utf8')).toContain(digest);
  });

  it('what is there already stays: exit 2', async () => {
    const before = readFileSync(room.at(`${NAME}.zip`));
    const { code, stdout, stderr } = await room.run(['pack', 'good', ...AT], ENV);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(steady(stderr)).toMatchInlineSnapshot(`
      "出错：「<here>/示范省-2027-首批-20270609.zip」已经有了，没有覆盖
      办法：请先移走，或用 --output 换一个名字；确实要换成新的，加 --force
      "
    `);
    expect(readFileSync(room.at(`${NAME}.zip`)).equals(before)).toBe(true);
  });

  it('a batch that fails: its findings, and no package: exit 1', async () => {
    room.short('short');
    const { code, stdout, stderr } = await room.run(['pack', 'short', '-o', 'short.zip', ...AT], ENV);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout.split('\n').slice(-4)).toMatchInlineSnapshot(`
      [
        "",
        "没有打包：还有 1 处须整改",
        "只想先打一个草稿包供内部核对：sizheng pack short --draft --output short.zip --at 2027-05-20T10:00",
        "",
      ]
    `);
    expect(stdout).toContain('时长 14:42');
    expect(existsSync(room.at('short.zip'))).toBe(false);
  });

  it('the same as a draft, marked outside and inside', async () => {
    const { code, stdout } = await room.run(['pack', 'short', '--draft', ...AT], ENV);
    expect(code).toBe(0);
    expect(stdout.split('\n')[1]).toBe('草稿包，不能用来报送（还有 1 处须整改）：25 件作品，36 个文件，518.9 KiB');
    const verified = await room.run(['verify', `${NAME}-草稿.zip`, '--lang', 'en']);
    expect(verified.code).toBe(0);
    expect(verified.stdout).toContain('draft');
  });

  it('--dry-run shows the plan, --plan json prints it, and neither writes', async () => {
    const before = packages();
    const dry = await room.run(['pack', 'good', '--dry-run', '-o', 'dry.zip', ...AT], ENV);
    expect(dry).toMatchObject({ code: 0, stderr: '' });
    expect(dry.stdout.split('\n').at(-2)).toBe('这是计划，还没有写任何文件');
    const plan = JSON.parse((await room.run(['pack', 'good', '--plan', 'json', '-o', 'dry.zip', ...AT], ENV)).stdout);
    expect(plan).toMatchObject({ schema: 'sizheng-plan/1', name: NAME, verdict: 'pass', layout: 'bag', draft: false });
    expect(plan.files).toHaveLength(36);
    expect(packages()).toEqual(before);
    expect(existsSync(room.at('dry.zip'))).toBe(false);
  });

  it.each([
    [[], true],
    [['--force'], false],
  ])('--dry-run shows the plan where a package is already, and says so: %j', async (force, inTheWay) => {
    const { code, stdout, stderr } = await room.run(['pack', 'good', '--dry-run', ...force, ...AT], ENV);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('检查通过，可以报送：25 件作品');
    expect(steady(stdout).replaceAll('\n', '').includes(`${NAME}.zip」已经有了：打包前请先移走`)).toBe(inTheWay);
    expect(stdout.includes('会替换已有的')).toBe(!inTheWay);
    const planned = await room.run(['pack', 'good', '--plan', 'json', ...force, ...AT], ENV);
    const { target } = JSON.parse(planned.stdout);
    expect([planned.code, target.exists, target.inTheWay !== null]).toEqual([0, true, inTheWay]);
  });

  it('--output - is the package and nothing else', async () => {
    const { code, stdout, stderr } = await room.run(['pack', 'good', '-o', '-', '--json', ...AT], ENV);
    expect(code).toBe(0);
    expect(stdout.slice(0, 2)).toBe('PK');
    expect(JSON.parse(stderr)).toMatchObject({ package: `${NAME}.zip`, receiptPath: null, verified: false });
  });

  it('--json gives the receipt and how long the parts took', async () => {
    const { stdout } = await room.run(['pack', 'good', '-o', 'json.zip', '--json', '--no-verify', ...AT], ENV);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'sizheng-receipt/1',
      package: 'json.zip',
      sha256: null,
      verified: false,
      timings: { writeMs: expect.any(Number), flushMs: expect.any(Number), verifyMs: expect.any(Number) },
    });
  });

  it.each([
    ['upload', 'upload-回执.json', ['上传台账.xlsx', '会商指导方案', '心理微课', '心理暖心贴士', '活动典型案例']],
    ['dir', 'dir-文件夹-回执.json', ['bag-info.txt', 'bagit-profile.json', 'bagit.txt', 'data', 'manifest-sha256.txt']],
  ])('--layout %s makes a folder that verifies', async (layout, receipt, names) => {
    expect((await room.run(['pack', 'good', '--layout', layout, '-o', layout, ...AT], ENV)).code).toBe(0);
    expect(readdirSync(room.at(layout)).toSorted()).toEqual(expect.arrayContaining(names));
    expect(await room.run(['verify', layout, '--receipt', receipt])).toMatchObject({
      code: 0,
      stderr: '',
    });
  });
});

describe('verify', () => {
  it('a package as it was packed', async () => {
    const { code, stdout, stderr } = await room.run(['verify', `${NAME}.zip`, '--receipt', `${NAME}-回执.txt`]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(steady(stdout)).toMatchInlineSnapshot(`
      "复核于 <time>（北京时间）
      结论：报送包完好：36 个文件，522.7 KiB，与清单逐一相符

      示范省-2027-首批-20270609.zip
        25 件作品，36 个文件，522.7 KiB
        校验码 <digest>
        与回执一致（示范省-2027-首批-20270609-回执.txt），是当初那一包

      看全部：sizheng verify 示范省-2027-首批-20270609.zip --receipt 示范省-2027-首批-20270609-回执.txt --verbose
      "
    `);
  });

  it('one byte of a film: named, exit 1', async () => {
    const bytes = readFileSync(room.at(`${NAME}.zip`));
    const at = bytes.indexOf('moov', bytes.indexOf('ftyp'));
    bytes[at + 40] = (bytes[at + 40] as number) ^ 1;
    writeFileSync(room.at('changed.zip'), bytes);
    const { code, stdout, stderr } = await room.run(['verify', 'changed.zip']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(steady(stdout)).toMatchInlineSnapshot(`
      "复核于 <time>（北京时间）
      结论：报送包有问题，1 处

      changed.zip
        25 件作品，36 个文件，522.7 KiB
      1 [须整改] 「data/心理微课/01-情绪管理与压力释放-示范大学/微课.mp4」已损坏
        （CRC 校验不符）
        办法：请向报送单位重新索取整个报送包，不要只补这一个文件
      "
    `);
  });

  it('several at once, as JSON in a file', async () => {
    const run = await room.run(['verify', `${NAME}.zip`, 'changed.zip', '--reporter', 'json=verified.json']);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    const { packages: told, verdict, exitCode } = JSON.parse(readFileSync(room.at('verified.json'), 'utf8'));
    expect({ verdict, exitCode, paths: told.map(({ path }: { path: string }) => path) }).toEqual({
      verdict: 'fail',
      exitCode: 1,
      paths: [`${NAME}.zip`, 'changed.zip'],
    });
  });

  it.each([
    ['what is not there', ['verify', 'nowhere.zip'], 2],
    ['no package at all', ['verify', 'good/sizheng.yaml'], 1],
    ['one receipt for two packages', ['verify', 'changed.zip', `${NAME}.zip`, '--receipt', `${NAME}-回执.json`], 2],
    ['a limit that is none', ['verify', `${NAME}.zip`, '--max-ratio', '0'], 2],
  ])('%s', async (_, args, code) => {
    expect((await room.run(args)).code).toBe(code);
  });

  it('--fast says what it did not look at', async () => {
    const { code, stdout } = await room.run(['verify', `${NAME}.zip`, '--fast']);
    expect(code).toBe(0);
    expect(stdout).toContain('--fast');
  });
});

describe('summary', () => {
  it('writes the table beside the folder, once', async () => {
    const { code, stdout } = await room.run(['summary', 'good', ...AT], ENV);
    expect(code).toBe(0);
    expect(steady(stdout)).toMatchInlineSnapshot(`
      "汇总表  <here>/示范省-2027-首批-20270609-报送汇总表.xlsx（25 件作品）
      打印成 A4 横向，盖章、扫描后放回工作文件夹，再打包
      "
    `);
    expect(
      readFileSync(room.at(`${NAME}-报送汇总表.xlsx`))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await room.run(['summary', 'good', ...AT], ENV)).code).toBe(2);
    expect((await room.run(['summary', 'good', '--force', ...AT], ENV)).code).toBe(0);
  });
});

const hasUnzip = spawnSync('unzip', ['-v']).error === undefined;

it.skipIf(!hasUnzip)('unpacks with a tool that is not ours, and verifies as a folder', async () => {
  mkdirSync(room.at('out'));
  expect(spawnSync('unzip', ['-q', room.at(`${NAME}.zip`), '-d', room.at('out')]).status).toBe(0);
  expect((await room.run(['verify', `out/${NAME}`])).code).toBe(0);
  copyFileSync(room.at('out', NAME, 'bagit.txt'), room.at('out', NAME, 'data', '多出.txt'));
  rmSync(room.at('out', NAME, '报送汇总表.xlsx'));
  const { code, stdout } = await room.run(['verify', `out/${NAME}`]);
  expect(code).toBe(1);
  expect(stdout).toContain('多出.txt');
  expect(stdout).toContain('报送汇总表.xlsx');
});
