/** `fix` on copies of the good submission, each with something to mend. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { beginRun } from '../fix/apply.ts';
import { SHEET_NAME } from '../model/file-names.ts';
import type { FixPlan } from '../model/fix.ts';
import { applyFix, type FixOptions, prepareFix, undoFix } from './fix.ts';
import { LESSON, LESSON_SUBTITLES, type Sample, SampleRoom } from './sample-for-tests.ts';

const { SIZHENG_CORPUS: CORPUS } = process.env;
const { signal } = new AbortController();

let room: SampleRoom;
beforeAll(async () => {
  room = await SampleRoom.open();
});
afterAll(() => room.close());

async function plan(root: string, options: Partial<FixOptions> = {}): Promise<FixPlan> {
  return (await prepareFix(root, { language: 'zh-CN', ...options })).plan;
}

async function fix(root: string, options: Partial<FixOptions> = {}): Promise<FixPlan> {
  const prepared = await prepareFix(root, { language: 'zh-CN', ...options });
  await applyFix(prepared, signal);
  return prepared.plan;
}

async function allFiles(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.startsWith('.sizheng'));
  return Object.fromEntries(
    await Promise.all(files.map(async (path) => [path, await readFile(join(root, path), 'hex')])),
  );
}

const CUES = '1\r\n00：00：01,000 -> 00:00:02,000\r\n各位同学大家好\r\n';
const MENDED = '1\n00:00:01,000 --> 00:00:02,000\n各位同学大家好\n';
const GBK = iconv.encode(CUES, 'gb18030');

it('finds nothing in the good submission, and writes nothing to say so', async () => {
  const { root } = await room.copyGood();
  expect(await plan(root)).toEqual({ texts: [], renames: [], removals: [], subjects: [], left: [], steps: [] });
  expect(existsSync(join(root, '.sizheng'))).toBe(false);
});

it('tells a folder with nothing to look at from one with nothing to mend', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'empty-'));
  const isEmpty = async (target: string) => (await prepareFix(target, { language: 'zh-CN' })).isEmpty;
  writeFileSync(join(folder, '照片.jpg'), 'x');
  expect(await isEmpty(folder)).toBe(true);
  expect(await isEmpty(join(folder, '照片.jpg'))).toBe(false);
  writeFileSync(join(folder, '字幕.srt'), MENDED);
  expect(await isEmpty(folder)).toBe(false);
  expect(await isEmpty((await room.copyGood()).root)).toBe(false);
  await rm(folder, { recursive: true });
});

describe('texts', () => {
  it('there and back, byte for byte, and nothing is left to do in between', async () => {
    const sample = await room.copyGood();
    await sample.write(LESSON_SUBTITLES, GBK);
    const before = await allFiles(sample.root);
    const { texts } = await fix(sample.root);
    expect(texts.map(({ path, changes }) => [path, changes.map(({ what }) => what)])).toEqual([
      [LESSON_SUBTITLES, ['encoding', 'line-ends', 'times']],
    ]);
    expect((await sample.read(LESSON_SUBTITLES)).toString()).toBe(MENDED);
    expect((await plan(sample.root)).steps).toEqual([]);
    expect(await undoFix(sample.root)).toMatchObject({ type: 'undone' });
    expect(await allFiles(sample.root)).toEqual(before);
    expect(await undoFix(sample.root)).toEqual({ type: 'nothing' });
  });

  it('candidates are mended, withdrawn works and templates are not; what belongs to no work is', async () => {
    const sample = await room.copyGood();
    const candidate = '候选/心理微课/09-睡个好觉-示范大学';
    await sample.write(`${candidate}/字幕.srt`, GBK);
    await sample.write('模板/字幕.srt', GBK);
    await sample.write('字幕.srt', GBK);
    await sample.write(LESSON_SUBTITLES, GBK);
    await sample.write(`${LESSON}/item.yaml`, 'status: withdrawn\nreason: 换片\n');
    const { texts } = await plan(sample.root);
    expect(texts.map(({ path }) => path)).toEqual([`${candidate}/字幕.srt`, '字幕.srt']);
  });

  it('a subtitle saved as plain text is one, and no document is', async () => {
    const sample = await room.copyGood();
    await sample.remove(LESSON_SUBTITLES);
    await sample.write(`${LESSON}/字幕.txt`, GBK);
    await sample.write(`${LESSON}/说明.txt`, iconv.encode('各位同学大家好\r\n', 'gb18030'));
    expect((await plan(sample.root)).texts.map(({ path }) => path)).toEqual([`${LESSON}/字幕.txt`]);
  });

  it('what cannot be mended is named', async () => {
    const sample = await room.copyGood();
    await sample.write(
      LESSON_SUBTITLES,
      Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nd\xe9j\xe0 vu tr\xe8s\n', 'latin1'),
    );
    await sample.write('空.srt', '');
    await sample.write('假.srt', '<!doctype html><p>');
    expect(await plan(sample.root)).toMatchObject({
      texts: [],
      steps: [],
      left: [
        { path: LESSON_SUBTITLES, reason: 'undecodable' },
        { path: '假.srt', reason: 'other-content' },
        { path: '空.srt', reason: 'no-cues' },
      ],
    });
  });

  it('what would be too large to be read again stays as it is', async () => {
    const sample = await room.copyGood();
    const words = `${'各位同学大家好，'.repeat(20)}\n`.repeat(12_000);
    await sample.write('大.srt', iconv.encode(`1\n00:00:01,000 --> 00:00:02,000\n${words}`, 'gb18030'));
    expect(await plan(sample.root)).toMatchObject({ steps: [], left: [{ path: '大.srt', reason: 'too-large' }] });
  });

  it('line ends as sizheng.yaml says, or the command line', async () => {
    const sample = await room.copyGood();
    await sample.configure('eol: crlf');
    const { texts } = await plan(sample.root);
    expect(texts).toHaveLength(5);
    expect(
      new Set(texts.flatMap(({ changes }) => changes.map((change) => JSON.stringify(change).replace(/\d+/, 'N')))),
    ).toEqual(new Set(['{"what":"line-ends","to":"crlf","lines":N}']));
    expect((await plan(sample.root, { lineEnd: 'lf' })).texts).toEqual([]);
  });

  it('only a part, where that is asked for', async () => {
    const sample = await room.copyGood();
    for (const path of [LESSON_SUBTITLES, '字幕.srt']) await sample.write(path, GBK);
    expect((await plan(sample.root, { only: ['心理微课/01'] })).texts.map(({ path }) => path)).toEqual([
      LESSON_SUBTITLES,
    ]);
    await expect(plan(sample.root, { only: ['没有这件'] })).rejects.toMatchObject({ id: 'usage/no-match' });
  });
});

it('a run that was broken off is told of', async () => {
  const sample = await room.copyGood();
  await sample.write(LESSON_SUBTITLES, GBK);
  const { root, plan: planned } = await prepareFix(sample.root, { language: 'zh-CN' });
  const tool = { name: 'sizheng', version: '0' } as const;
  await beginRun(root, planned.steps, { nowMs: 0, tool, signal });
  const { brokenOff } = await prepareFix(sample.root, { language: 'zh-CN' });
  expect(brokenOff).toBe('.sizheng/backup/19700101T000000.000Z');
});

describe('to SRT', () => {
  const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\n各位同学\n';
  const SRT = '1\n00:00:01,000 --> 00:00:02,000\n各位同学\n';
  const STRICT = 'categories:\n  - id: lesson\n    slots:\n      - id: subtitle\n        formats: [srt]\n';

  async function withVtt(): Promise<Sample> {
    const sample = await room.copyGood();
    await sample.move(LESSON_SUBTITLES, 'x.tmp');
    await sample.remove('x.tmp');
    await sample.write(`${LESSON}/字幕.vtt`, VTT);
    return sample;
  }

  it('stays what it is unless it is asked for', async () => {
    const sample = await withVtt();
    expect((await plan(sample.root)).steps).toEqual([]);
    await fix(sample.root, { toSrt: true });
    expect((await sample.read(LESSON_SUBTITLES)).toString()).toBe(SRT);
    expect(existsSync(sample.path(`${LESSON}/字幕.vtt`))).toBe(false);
    await undoFix(sample.root);
    expect((await sample.read(`${LESSON}/字幕.vtt`)).toString()).toBe(VTT);
    expect(existsSync(sample.path(LESSON_SUBTITLES))).toBe(false);
  });

  it('is asked for by a slot that takes SRT and not this', async () => {
    const sample = await withVtt();
    await sample.useSpec(STRICT);
    const { texts } = await fix(sample.root);
    expect(texts[0]?.changes).toMatchObject([{ what: 'format', from: 'vtt', name: '字幕.srt' }]);
    expect((await sample.read(LESSON_SUBTITLES)).toString()).toBe(SRT);
  });

  it('not where the slot is filled, and not over a file of that name', async () => {
    const sample = await withVtt();
    await sample.useSpec(STRICT);
    await sample.write(LESSON_SUBTITLES, SRT);
    expect((await plan(sample.root)).steps).toEqual([]);
    expect(await plan(sample.root, { toSrt: true })).toMatchObject({
      steps: [],
      left: [{ path: `${LESSON}/字幕.vtt`, reason: 'name-taken' }],
    });
  });
});

describe('a finished package', () => {
  it('is not touched, nor is a file in it; beside it there is work to do', async () => {
    const sample = await room.copyGood();
    for (const path of ['包/bagit.txt', '包/data/字幕.srt', '字幕.srt']) await sample.write(path, GBK);
    await sample.write('包/data/a?.srt', MENDED);
    for (const path of ['包', '包/data', '包/data/字幕.srt'])
      await expect(plan(sample.path(path))).rejects.toMatchObject({ exitCode: 2, id: 'usage/fix-package' });
    const { texts, renames } = await plan(sample.root);
    expect([texts.map(({ path }) => path), renames]).toEqual([['字幕.srt'], []]);
  });
});

describe('names', () => {
  const OLD = '心理微课/02-睡眠调整?-甲大学';
  const NEW = '心理微课/02-睡眠调整？-甲大学';
  const FLAT = '心理微课/05-心理疾病预防-戊医科大学';

  it('works, their files and their waivers move together, and back', async () => {
    const sample = await room.copyGood();
    await sample.move('心理微课/02-睡眠调整-甲大学', OLD);
    for (const end of ['.mp4', '.srt', '简介.docx'])
      await sample.move(FLAT + end, `${FLAT.replace('预防', '"预防"')}${end}`);
    await sample.write(`${FLAT.replace('预防', '"预防"')}.item.yaml`, 'topic: 心理疾病预防\n');
    const waivers = [
      `  - {rule: video/duration, subject: "${OLD}", reason: 嘉宾}  # 留着`,
      '  - {rule: video/size, subject: 心理微课/05, reason: 长}',
    ];
    await sample.configure(`waivers:\n${waivers.join('\n')}`);
    const before = await allFiles(sample.root);
    const { renames, subjects, left } = await fix(sample.root);
    expect({ renames: renames.length, subjects, left }).toEqual({
      renames: 5,
      subjects: [{ from: OLD, to: NEW }],
      left: [],
    });
    const yaml = (await sample.read('sizheng.yaml')).toString();
    expect(yaml).toContain(`  - {rule: video/duration, subject: ${NEW}, reason: 嘉宾}  # 留着\n${waivers[1]}\n`);
    expect(existsSync(sample.path(`${FLAT.replace('预防', '＂预防＂')}.item.yaml`))).toBe(true);
    const report = await room.check(sample);
    expect(report.items.map(({ id }) => id)).toContain(NEW);
    expect(report.findings.filter(({ rule }) => rule === 'file/name')).toEqual([]);
    await undoFix(sample.root);
    expect(await allFiles(sample.root)).toEqual(before);
  });

  it('a row of the sheet still speaks of its work', async () => {
    const sample = await room.copyGood();
    await sample.move('心理微课/02-睡眠调整-甲大学', OLD);
    const rows = [
      ['序号', '类别', '题目', '学校'],
      ['02', '心理微课', '睡眠调整?', '甲大学'],
    ];
    await sample.write(SHEET_NAME, await writeExcelFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer());
    await fix(sample.root);
    const report = await room.check(sample);
    expect(report.findings.filter(({ rule }) => ['item/sheet-row', 'item/metadata'].includes(rule))).toEqual([]);
  });

  it('names under which the files of a work would not be found together stay', async () => {
    const sample = await room.copyGood();
    const [video, own] = ['心理微课/06-睡\u0007眠-甲大学', '心理微课/06-睡眠-甲大学'];
    await sample.copy(`${FLAT}.mp4`, `${video}.mp4`);
    await sample.copy(`${FLAT}.srt`, `${video}.srt`);
    await sample.copy(`${FLAT}.mp4`, `${own}.mp4`);
    const { renames, left } = await plan(sample.root);
    expect(renames).toEqual([]);
    expect(left.map(({ reason }) => reason)).toEqual(['name-parts-work', 'name-parts-work']);
  });

  it('the file that a spec is read from, withdrawn works and links stay', async () => {
    const sample = await room.copyGood();
    await sample.write('规范?.yaml', 'extends: moe-2022\nid: own\n');
    await sample.configure('spec: 规范?.yaml');
    await sample.move('心理微课/02-睡眠调整-甲大学', OLD);
    await sample.write(`${OLD}/item.yaml`, 'status: withdrawn\nreason: 换片\n');
    symlinkSync(sample.path(LESSON_SUBTITLES), sample.path('链接?.srt'));
    expect((await plan(sample.root)).renames).toEqual([]);
  });
});

describe('litter', () => {
  it('is put aside; what may be open, and what is no litter, is not', async () => {
    const sample = await room.copyGood();
    const kept = ['~$简介.docx', '.~lock.简介.docx#', '~WRL0001.tmp', '.vscode/a', 'node_modules/a', '.hidden'];
    for (const name of [...kept, '.DS_Store', '._微课.mp4', 'Thumbs.db', '__MACOSX/x', 'a/desktop.ini'])
      await sample.write(`${LESSON}/${name}`, 'x');
    mkdirSync(sample.path('.git'));
    writeFileSync(sample.path('.git/.DS_Store'), 'x');
    symlinkSync('nowhere', sample.path('.DS_Store'));
    const before = await allFiles(sample.root);
    const { removals } = await fix(sample.root);
    const names = ['.DS_Store', '._微课.mp4', 'Thumbs.db', '__MACOSX', 'a/desktop.ini'];
    expect(removals).toEqual(names.map((name) => `${LESSON}/${name}`).sort());
    for (const name of kept) expect(existsSync(sample.path(`${LESSON}/${name}`))).toBe(true);
    await undoFix(sample.root);
    expect(await allFiles(sample.root)).toEqual(before);
  });
});

describe('one file', () => {
  it('of a workspace: nothing else is touched, and the backup is the workspace’s', async () => {
    const sample = await room.copyGood();
    for (const path of [LESSON_SUBTITLES, '字幕.srt', `${LESSON}/Thumbs.db`]) await sample.write(path, GBK);
    const file = sample.path(LESSON_SUBTITLES);
    const { texts, removals } = await fix(file);
    expect([texts.map(({ path }) => path), removals]).toEqual([[LESSON_SUBTITLES], []]);
    expect(existsSync(sample.path('.sizheng/backup'))).toBe(true);
    expect(await undoFix(file)).toMatchObject({ type: 'undone' });
    expect((await sample.read(LESSON_SUBTITLES)).equals(GBK)).toBe(true);
  });

  it('that stands alone: the backup lies beside it, and no name there is given twice', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alone-'));
    writeFileSync(join(folder, 'a?.srt'), GBK);
    writeFileSync(join(folder, 'A？.srt'), 'x');
    writeFileSync(join(folder, 'b?.srt'), GBK);
    await fix(join(folder, 'a?.srt'));
    expect((await readdir(folder)).sort()).toEqual(['.sizheng', 'A？.srt', 'a？-2.srt', 'b?.srt'].sort());
    expect(readFileSync(join(folder, 'a？-2.srt'), 'utf8')).toBe(MENDED);
    expect(await undoFix(join(folder, 'b?.srt'))).toMatchObject({ type: 'undone' });
    expect(readFileSync(join(folder, 'a?.srt')).equals(GBK)).toBe(true);
    await rm(folder, { recursive: true });
  });

  it('whose name changes: undone by either name, by no other', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alone-'));
    const at = (name: string) => join(folder, name);
    writeFileSync(at('k?.vtt'), 'WEBVTT\n\n00:01.000 --> 00:02.000\n各位同学\n');
    writeFileSync(at('m?.mp4'), 'x');
    for (const [old, name] of [
      ['k?.vtt', 'k？.srt'],
      ['m?.mp4', 'm？.mp4'],
    ] as const) {
      const before = await allFiles(folder);
      for (const undoneBy of [name, old]) {
        const prepared = await prepareFix(at(old), { language: 'zh-CN', toSrt: true });
        expect(prepared.file).toEqual({ nameAfter: name });
        await applyFix(prepared, signal);
        expect([existsSync(at(old)), existsSync(at(name))]).toEqual([false, true]);
        await expect(undoFix(at('没有.srt'))).rejects.toMatchObject({ id: 'machine/root-unreadable' });
        expect(await undoFix(at(undoneBy))).toMatchObject({ type: 'undone' });
        expect(await allFiles(folder)).toEqual(before);
      }
    }
    await rm(folder, { recursive: true });
  });

  it('that is a link is not followed', async () => {
    const sample = await room.copyGood();
    symlinkSync(sample.path(LESSON_SUBTITLES), sample.path('链接.srt'));
    await expect(plan(sample.path('链接.srt'))).rejects.toMatchObject({ id: 'usage/not-a-file' });
  });
});

describe.skipIf(CORPUS === undefined)('real files that nobody here made', () => {
  it('there and back, byte for byte, and nothing is left to do in between', async () => {
    const root = await mkdtemp(join(tmpdir(), 'corpus-'));
    await cp(join(CORPUS ?? '', 'subtitles'), root, { recursive: true });
    const before = await allFiles(root);
    const { texts } = await fix(root);
    expect(texts.map(({ path }) => path)).toEqual(expect.arrayContaining(['gb2312.srt', 'gbk.srt', 'utf16.srt']));
    expect(readFileSync(join(root, 'gbk.srt'), 'utf8')).toMatch(/^1\n00:00:00,000 --> 00:00:01,200\n这是中文\n/);
    expect((await plan(root)).steps).toEqual([]);
    expect(await undoFix(root)).toMatchObject({ type: 'undone' });
    expect(await allFiles(root)).toEqual(before);
    await rm(root, { recursive: true });
  });
});
