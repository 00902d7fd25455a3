/** `sizheng report`: what `validate` would have written, without a second check. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../i18n/catalogue.ts';
import { messagesIn } from '../i18n/messages-for-tests.ts';
import type { Report } from '../model/report.ts';
import { REPORTERS } from '../report/reporters.ts';
import { AT, LESSON_2, Room } from './run-for-tests.ts';

const room = new Room();
afterAll(() => room.close());
const read = (file: string) => readFileSync(room.at(file));
const into = (folder: string) => REPORTERS.flatMap((name) => ['--reporter', `${name}=${folder}-${name}`]);

beforeAll(async () => {
  room.short('short');
  for (const language of LANGUAGES) await room.run(['validate', 'short', ...AT, '--lang', language, ...into(language)]);
});

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(LANGUAGES)('from a report that was saved in %s: the same bytes, whatever the reporter', async (saved) => {
    const run = await room.run(['report', `${saved}-json`, '--dir', 'short', '--lang', language, ...into('again')]);
    const told = REPORTERS.map((name) => messagesIn(language).cli.written(`again-${name}`, false));
    expect(run).toEqual({ code: 1, stdout: '', stderr: `${told.join('\n')}\n` });
    for (const name of REPORTERS) {
      const [first, again] = [read(`${language}-${name}`), read(`again-${name}`)];
      // How long a check took is known to nobody but itself.
      if (name === 'terminal') expect(afterHead(again, language)).toBe(afterHead(first, language));
      else expect([name, again.equals(first)]).toEqual([name, true]);
    }
  });
});

function afterHead(text: Buffer, language: Language): string {
  return text.toString().slice(text.toString().indexOf(language === 'en' ? '\nResult:' : '\n结论：'));
}

it('without the folder: a page that says how to get its pictures', async () => {
  const missing = (language: Language) => messagesIn(language).html.framesMissing['not-kept'];
  for (const language of LANGUAGES) {
    const { code, stdout } = await room.run(['report', 'en-json', '--lang', language, '--reporter', 'html']);
    expect([code, stdout.includes(missing(language)), stdout.includes('<img ')]).toEqual([1, true, false]);
  }
});

it('with a folder that a video is gone from: the other pictures, and a word of it', async () => {
  room.good('less');
  rmSync(room.at('less', LESSON_2, '视频', '睡眠调整.mp4'));
  const { stdout } = await room.run(['report', 'zh-CN-json', '--dir', 'less', '--reporter', 'html']);
  const told = messagesIn('zh-CN').html.framesMissing;
  // There is no ffmpeg on every machine.
  expect(stdout).toContain(stdout.includes('<img ') ? told.lost(1) : told['no-ffmpeg']);
});

it('edited by hand: no string in it reaches a screen or a file as more than a text', async () => {
  const evil = '\u001B]0;x\u0007\n::error::x\n结论：检查通过\n';
  const report = JSON.parse(read('zh-CN-json').toString()) as Report;
  const ledger = report.ledger.map((row) => ({ ...row, name: row.name + evil, unit: row.unit + evil }));
  const findings = report.findings.map((finding) => {
    const params = Object.entries(finding.params).map(([key, value]) => [
      key,
      typeof value === 'string' ? value + evil : value,
    ]);
    return { ...finding, params: Object.fromEntries(params) };
  });
  room.write(JSON.stringify({ ...report, ledger, findings, institution: evil, province: evil }), 'evil.json');
  for (const name of ['terminal', 'notice', 'markdown', 'github']) {
    const shown = await room.run(['report', 'evil.json', '--reporter', name]);
    const kept = await room.run(['report', 'evil.json', '--reporter', `${name}=evil-${name}`]);
    expect([shown.code, kept.code]).toEqual([1, 1]);
    for (const text of [shown.stdout, read(`evil-${name}`).toString()])
      expect(text).not.toMatch(/[^\n\P{Cc}]|^ *::error::|^ *结论：检查通过$/mu);
  }
});

describe('refused, with nothing on stdout', () => {
  const changed = (change: (report: Report) => object) => {
    const report = JSON.parse(read('zh-CN-json').toString()) as Report;
    return JSON.stringify({ ...report, ...change(report) });
  };
  const renamed = ([first, ...rest]: readonly object[]) => [{ ...first, rule: 'video/of-another-version' }, ...rest];

  it.each<[string, () => string, string]>([
    ['no JSON', () => '结论', ''],
    ['another document', () => '{}', '（schema 处不符）'],
    ['another schema', () => changed(() => ({ schema: 'sizheng-report/2' })), '（schema 处不符）'],
    [
      'a finding of a rule that there is not',
      () => changed(({ findings }) => ({ findings: renamed(findings) })),
      '（findings.0.rule 处不符）',
    ],
    [
      'a verdict of one',
      () => changed(({ verdicts }) => ({ verdicts: renamed(verdicts) })),
      '（verdicts.0.rule 处不符）',
    ],
    [
      'a finding that its message cannot be made of',
      () => changed(({ findings }) => ({ findings: findings.map((finding) => ({ ...finding, params: {} })) })),
      '（findings.0.params 处不符）',
    ],
    [
      'places that are none',
      () =>
        changed(({ findings }) => ({
          findings: findings.map((finding) => ({ ...finding, params: { ...finding.params, spots: 'abc' } })),
        })),
      '（findings.0.params 处不符）',
    ],
    ['a verdict that its findings do not bear out', () => changed(() => ({ verdict: 'pass' })), '（verdict 处不符）'],
    ['a zone that there is not', () => changed(() => ({ timezone: 'Mars/Base' })), '（timezone 处不符）'],
    ['a moment that there is not', () => changed(() => ({ at: '2027-13-45T99:00:00.000Z' })), '（at 处不符）'],
    [
      'no fault in a batch that has broken works',
      () => changed(() => ({ findings: [], verdict: 'pass', exitCode: 0 })),
      '（ledger 处不符）',
    ],
    ['an exit code of another verdict', () => changed(() => ({ exitCode: 0 })), '（exitCode 处不符）'],
  ])('%s: exit 2', async (_, text, detail) => {
    room.write(text(), 'strange.json');
    const run = await room.run(['report', 'strange.json']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(`「strange.json」不是这个版本的 JSON 报告${detail}\n`);
  });

  it.each<[string, string | null, string]>([
    ['nothing', null, '找不到「other」'],
    ['a blob', 'H4sIAAAAAAAAAwMAAAAAAAAAAAA=', '「other」是分片文件，不是报告'],
    ['a receipt', btoa('{"schema":"sizheng-receipt/1"}'), '「other」是回执，不是报告'],
    ['a manifest', btoa('{"schema":"sizheng-package/2"}'), '「other」是报送包的清单，不是报告'],
    ['a verification', btoa('{"schema":"sizheng-verification/1"}'), '「other」是核对报送包的结果，不是检查报告'],
  ])('%s: exit 2, and told by name', async (_, base64, message) => {
    if (base64 !== null) room.write(Buffer.from(base64, 'base64'), 'other');
    const run = await room.run(['report', 'other']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(new RegExp(`^出错：${message}\\n办法：.+\\n$`));
  });

  it('a folder: exit 2, and told by name', async () => {
    expect(await room.run(['report', 'short'])).toEqual({
      code: 2,
      stdout: '',
      stderr: '出错：「short」是文件夹\n办法：请给出 JSON 报告；检查文件夹用 sizheng validate\n',
    });
  });

  it.skipIf(process.platform === 'win32')('a pipe that nobody writes to: exit 2, at once', async () => {
    execFileSync('mkfifo', [room.at('pipe')]);
    expect(await room.run(['report', 'pipe'])).toMatchObject({ code: 2, stdout: '' });
  });

  it.each([
    ['nowhere', 3],
    ['zh-CN-json', 2],
  ])('--dir %s: exit %i', async (dir, code) => {
    const run = await room.run(['report', 'zh-CN-json', '--dir', dir, '--reporter', 'html']);
    expect(run).toMatchObject({ code, stdout: '' });
    expect(run.stderr).toContain(`「${dir}」`);
  });
});
