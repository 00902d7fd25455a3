/** Runs on a real folder: what they change, how they are taken back, and what happens when they are broken off. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { SizhengError } from '../model/errors.ts';
import type { ExactPath, FixLog, PlannedStep } from '../model/fix.ts';
import { type ApplyOptions, applySteps, beginRun } from './apply.ts';
import { TestFolder } from './folder-for-tests.ts';
import { BACKUP_FOLDER, findLastRun, type Run } from './log.ts';
import { stampOf } from './stamp.ts';
import { makeStep } from './steps.ts';
import { undoRun } from './undo.ts';

const OPTIONS: ApplyOptions = {
  nowMs: Date.parse('2027-06-05T08:20:11.123Z'),
  tool: { name: 'sizheng', version: '0' },
  signal: new AbortController().signal,
};

const OLD = Buffer.from('alt');
const NEW = Buffer.from('neu!');
const GBK_NAME = Buffer.from('d6d0cec4', 'hex');

const rooms: TestFolder[] = [];
afterEach(() => {
  for (const room of rooms.splice(0)) room.close();
});

/** Works in folders two deep, litter, and a name in GBK. */
function makeRoom(): TestFolder {
  const room = new TestFolder();
  rooms.push(room);
  room.write('课?/a:b/字幕.srt', OLD, 0o640);
  room.write('课?/a:b/字幕.vtt', 'WEBVTT');
  room.write('课?/.DS_Store', 'x');
  room.write('__MACOSX/._a', 'y');
  room.write('课?/nfd-e\u0301.txt', 'z');
  writeFileSync(Buffer.concat([Buffer.from(`${room.root}/课?/`), GBK_NAME]), 'g');
  return room;
}

const GBK_PATH: ExactPath = {
  path: '课?/\\xD6\\xD0\\xCE\\xC4',
  bytes: Buffer.concat([Buffer.from('课?/'), GBK_NAME]).toString('hex'),
};

const STEPS: readonly PlannedStep[] = [
  { type: 'write', at: GBK_PATH, before: stampOf(Buffer.from('g')), content: NEW },
  { type: 'write', at: { path: '课?/a:b/字幕.srt' }, before: stampOf(OLD), content: NEW },
  { type: 'create', at: { path: '课?/a:b/字幕-2.srt' }, content: NEW },
  { type: 'remove', at: { path: '课?/a:b/字幕.vtt' }, before: stampOf(Buffer.from('WEBVTT')) },
  { type: 'remove', at: { path: '课?/.DS_Store' }, before: null },
  { type: 'remove', at: { path: '__MACOSX' }, before: null },
  { type: 'rename', from: { path: '课?/a:b' }, to: { path: '课?/a：b' } },
  { type: 'rename', from: { path: '课?/nfd-e\u0301.txt' }, to: { path: '课?/nfd-\u00e9.txt' } },
  { type: 'rename', from: GBK_PATH, to: { path: '课?/中文' } },
  { type: 'rename', from: { path: '课?' }, to: { path: '课？' } },
];

async function lastRun({ root }: TestFolder): Promise<Run> {
  const last = await findLastRun(root);
  if (last?.log == null) throw new Error('no run');
  return { root, folder: last.folder, log: last.log };
}

/** Moves a part of a run elsewhere, and puts a link in its place. */
function swap(folder: string, part: string, to: string): void {
  renameSync(join(folder, part), `${folder}.elsewhere`);
  symlinkSync(to, join(folder, part));
}

function link(folder: string, name: string, to: string): void {
  mkdirSync(folder, { recursive: true });
  symlinkSync(to, join(folder, name));
}

function apply(room: TestFolder, steps = STEPS, options: Partial<ApplyOptions> = {}): Promise<Run> {
  return applySteps(room.root, steps, { ...OPTIONS, ...options });
}

describe('there and back', () => {
  it('makes every step, and keeps permissions', async () => {
    const room = makeRoom();
    await apply(room);
    const paths = Object.keys(room.snapshot()).sort();
    expect(paths.map((path) => Buffer.from(path, 'latin1').toString())).toEqual(
      [
        '/课？',
        '/课？/a：b',
        '/课？/a：b/字幕-2.srt',
        '/课？/a：b/字幕.srt',
        '/课？/nfd-\u00e9.txt',
        '/课？/中文',
      ].sort(),
    );
    const written = room.snapshot()[Buffer.from('/课？/a：b/字幕.srt').toString('latin1')];
    expect(written).toMatch(new RegExp(`^${0o640} \\d+ ${NEW.toString('hex')}$`));
  });

  it('brings everything back to the byte: names, contents, permissions, times', async () => {
    const room = makeRoom();
    const before = room.snapshot();
    await apply(room);
    expect(await undoRun(await lastRun(room))).toEqual([]);
    expect(room.snapshot()).toEqual(before);
    expect(await findLastRun(room.root)).toBeNull();
  });

  it('keeps originals under names that any system can hold, with a log', async () => {
    const room = makeRoom();
    const { folder } = await apply(room);
    expect(folder).toBe(room.at(BACKUP_FOLDER, '20270605T082011.123Z'));
    expect(readFileSync(join(folder, 'files/课？/a：b/字幕.srt'), 'utf8')).toBe('alt');
    expect(readFileSync(join(folder, 'files/_.DS_Store'.replace('files/', 'files/课？/')), 'utf8')).toBe('x');
    expect(readdirSync(folder).sort()).toEqual(['files', 'log.json']);
    const { schema, at, state, steps } = JSON.parse(readFileSync(join(folder, 'log.json'), 'utf8')) as FixLog;
    expect({ schema, at, state, steps: steps.length }).toEqual({
      ...{ schema: 'sizheng-fix-log/1', at: '2027-06-05T08:20:11.123Z' },
      ...{ state: 'done', steps: STEPS.length },
    });
  });

  it('gives each run a later name than the one before, whatever the clock says', async () => {
    const room = makeRoom();
    await apply(room);
    const { folder } = await apply(room, [{ type: 'remove', at: { path: '课？/中文' }, before: null }], { nowMs: 1 });
    expect(folder).toBe(room.at(BACKUP_FOLDER, '20270605T082011.124Z'));
    expect((await lastRun(room)).folder).toBe(folder);
  });
});

it('goes back run by run, as far as nothing was changed since', async () => {
  const room = makeRoom();
  const before = room.snapshot();
  await apply(room);
  const between = room.snapshot();
  await apply(room, [{ type: 'remove', at: { path: '课？/中文' }, before: null }]);
  expect(await undoRun(await lastRun(room))).toEqual([]);
  expect(room.snapshot()).toEqual(between);
  expect(await undoRun(await lastRun(room))).toEqual([]);
  expect(room.snapshot()).toEqual(before);
});

it('keeps an original whose name would be too long with signs that every system knows', async () => {
  const room = new TestFolder();
  rooms.push(room);
  const name = `${'幕'.repeat(82)}::.srt`;
  const path = `${'长'.repeat(82)}:x/${name}`;
  room.write(path, OLD);
  const before = room.snapshot();
  await apply(room, [{ type: 'write', at: { path }, before: stampOf(OLD), content: NEW }]);
  const { folder, log } = await lastRun(room);
  const [step] = log.steps;
  expect(step?.type === 'write' && readFileSync(join(folder, step.original))).toEqual(OLD);
  expect(step?.type === 'write' && step.original).toMatch(/\/幕{65}\.srt$/);
  expect(await undoRun(await lastRun(room))).toEqual([]);
  expect(room.snapshot()).toEqual(before);
});

describe('names in the place of runs', () => {
  it.each(['99999999T999999.999Z', '20260230T000000.000Z'])('%s is no moment, and no run', async (name) => {
    const room = makeRoom();
    mkdirSync(room.at(BACKUP_FOLDER, name), { recursive: true });
    const { folder } = await apply(room);
    expect(folder).toBe(room.at(BACKUP_FOLDER, '20270605T082011.123Z'));
    expect(await undoRun(await lastRun(room))).toEqual([]);
  });

  it('after the last moment there is no other: that is said, and nothing is changed', async () => {
    const room = makeRoom();
    const before = room.snapshot();
    mkdirSync(room.at(BACKUP_FOLDER, '99991231T235959.999Z'), { recursive: true });
    const params = { path: room.at(BACKUP_FOLDER, '99991231T235959.999Z'), detail: 'EEXIST' };
    await expect(apply(room)).rejects.toMatchObject({ id: 'machine/output-unwritable', params });
    expect(room.snapshot()).toEqual(before);
  });
});

describe('broken off (killed) after any number of steps', () => {
  it.each(Array.from({ length: STEPS.length + 1 }, (_, made) => made))('%i', async (made) => {
    const room = makeRoom();
    const before = room.snapshot();
    const run = await beginRun(room.root, STEPS, OPTIONS);
    for (let index = 0; index < made; index += 1) await makeStep(run, index);
    expect(await undoRun(await lastRun(room))).toEqual([]);
    expect(room.snapshot()).toEqual(before);
  });

  it.each([2, 5, 7])('undone half, and undone again (%i steps taken back)', async (back) => {
    const room = makeRoom();
    const before = room.snapshot();
    const run = await apply(room);
    const { unmakeStep } = await import('./steps.ts');
    for (let index = STEPS.length - 1; index >= STEPS.length - back; index -= 1) await unmakeStep(run, index);
    expect(await undoRun(await lastRun(room))).toEqual([]);
    expect(room.snapshot()).toEqual(before);
  });

  it('nothing is there to undo before the log is', async () => {
    const room = makeRoom();
    mkdirSync(room.at(BACKUP_FOLDER, '20270605T082011.123Z', 'files'), { recursive: true });
    expect(await findLastRun(room.root)).toBeNull();
  });
});

describe('changed since: nothing is touched, and each is named', () => {
  it.each<[string, (room: TestFolder) => void, { path: string; why: string }[]]>([
    [
      'a text written',
      (room) => room.write('课？/a：b/字幕.srt', 'mine'),
      [{ path: '课？/a：b/字幕.srt', why: 'changed' }],
    ],
    [
      'a text deleted',
      (room) => rmSync(room.at('课？/a：b/字幕.srt')),
      [{ path: '课？/a：b/字幕.srt', why: 'missing' }],
    ],
    [
      'a made file written',
      (room) => room.write('课？/a：b/字幕-2.srt', 'm'),
      [{ path: '课？/a：b/字幕-2.srt', why: 'changed' }],
    ],
    ['litter back again', (room) => room.write('课？/.DS_Store', 'm'), [{ path: '课？/.DS_Store', why: 'in-the-way' }]],
    [
      'an old name taken',
      (room) => room.write('课？/nfd-e\u0301.txt', 'm'),
      [{ path: '课？/nfd-\u00e9.txt', why: 'in-the-way' }],
    ],
    [
      'a new name changed',
      (room) => renameSync(room.at('课？/中文'), room.at('课？/文')),
      [{ path: '课？/中文', why: 'missing' }],
    ],
    [
      'an original changed',
      (room) => room.write(`${BACKUP_FOLDER}/20270605T082011.123Z/files/课？/a：b/字幕.srt`, 'x'),
      [{ path: '课？/a：b/字幕.srt', why: 'backup-damaged' }],
    ],
    [
      'an original gone',
      (room) => rmSync(room.at(BACKUP_FOLDER, '20270605T082011.123Z/files/__MACOSX'), { recursive: true }),
      [{ path: '__MACOSX', why: 'backup-damaged' }],
    ],
  ])('%s', async (_, change, obstacles) => {
    const room = makeRoom();
    await apply(room);
    change(room);
    const changed = room.snapshot();
    expect(await undoRun(await lastRun(room))).toEqual(obstacles);
    expect(room.snapshot()).toEqual(changed);
    expect((await lastRun(room)).log.state).toBe('done');
  });

  it.each<[string, (folder: string) => void]>([
    ['gone', (folder) => rmSync(join(folder, '._a'))],
    ['put in', (folder) => mkdirSync(join(folder, 'b'))],
    ['put in as a link', (folder) => link(folder, '._b', '/nowhere')],
    ['longer', (folder) => writeFileSync(join(folder, '._a'), 'yy')],
  ])('in a folder that was put aside, something is %s', async (_, change) => {
    const room = makeRoom();
    const { folder } = await apply(room);
    change(join(folder, 'files/__MACOSX'));
    expect(await undoRun(await lastRun(room))).toEqual([{ path: '__MACOSX', why: 'backup-damaged' }]);
  });

  it('a made file that is gone is none to take back', async () => {
    const room = makeRoom();
    const before = room.snapshot();
    await apply(room);
    rmSync(room.at('课？/a：b/字幕-2.srt'));
    expect(await undoRun(await lastRun(room))).toEqual([]);
    expect(room.snapshot()).toEqual(before);
  });

  it('reaches nothing through a link', async () => {
    const room = makeRoom();
    await apply(room);
    renameSync(room.at('课？/a：b'), room.at('elsewhere'));
    symlinkSync(room.at('elsewhere'), room.at('课？/a：b'));
    const obstacles = await undoRun(await lastRun(room));
    expect(obstacles.map(({ why }) => why)).toEqual(['missing', 'missing', 'missing']);
  });
});

describe('what goes wrong takes back what was done', () => {
  const CASES: [string, (room: TestFolder) => void, string][] = [
    ['a text that is another by now', (room) => room.write('课?/a:b/字幕.srt', 'mine'), 'machine/fix-source-changed'],
    ['a text that is gone', (room) => rmSync(room.at('课?/a:b/字幕.srt')), 'machine/output-unwritable'],
    ['a new name that is taken by now', (room) => room.write('课?/a：b', 'mine'), 'machine/fix-source-changed'],
    [
      'a new file that is there by now',
      (room) => room.write('课?/a:b/字幕-2.srt', 'mine'),
      'machine/fix-source-changed',
    ],
    ['litter that is gone', (room) => rmSync(room.at('课?/.DS_Store')), 'machine/fix-source-changed'],
  ];
  it.each(CASES)('%s', async (_, change, id) => {
    const room = makeRoom();
    change(room);
    const before = room.snapshot();
    const error = await apply(room).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SizhengError);
    expect((error as SizhengError).id).toBe(id);
    expect(room.snapshot()).toEqual(before);
    expect(existsSync(room.at('.sizheng'))).toBe(false);
  });

  it('Ctrl-C between two steps', async () => {
    const room = makeRoom();
    const before = room.snapshot();
    const controller = new AbortController();
    const reason = new Error('stop');
    // Aborted while the steps are made: the originals are kept by then.
    const watch = setInterval(() => {
      if (existsSync(room.at('课?/a：b'))) controller.abort(reason);
    }, 0);
    const outcome = await apply(room, STEPS, { signal: controller.signal }).catch((thrown: unknown) => thrown);
    clearInterval(watch);
    if (outcome === reason) expect(room.snapshot()).toEqual(before);
    else expect(await undoRun(await lastRun(room))).toEqual([]);
    expect(room.snapshot()).toEqual(before);
  });

  it('stopped before it began', async () => {
    const room = makeRoom();
    const before = room.snapshot();
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(apply(room, STEPS, { signal })).rejects.toThrow('stop');
    expect(room.snapshot()).toEqual(before);
    expect(existsSync(room.at('.sizheng'))).toBe(false);
  });

  it('of its own folders only those go that hold nothing else', async () => {
    const room = makeRoom();
    room.write('.sizheng/state.json', '{}');
    room.write('课?/a:b/字幕.srt', 'mine');
    await expect(apply(room)).rejects.toMatchObject({ id: 'machine/fix-source-changed' });
    expect(readdirSync(room.at('.sizheng'))).toEqual(['state.json']);
    room.write('课?/a:b/字幕.srt', OLD);
    const { folder } = await apply(room);
    await expect(apply(room)).rejects.toMatchObject({ id: 'machine/output-unwritable' });
    expect(readdirSync(room.at(BACKUP_FOLDER))).toEqual([basename(folder)]);
  });

  it.each(['.sizheng', BACKUP_FOLDER])('a link in the place of %s leads nowhere', async (place) => {
    const room = makeRoom();
    const outside = new TestFolder();
    rooms.push(outside);
    if (place !== '.sizheng') mkdirSync(room.at('.sizheng'));
    symlinkSync(outside.root, room.at(place));
    await expect(apply(room)).rejects.toMatchObject({ id: 'machine/output-unwritable' });
    expect(readdirSync(outside.root)).toEqual([]);
    expect(readlinkSync(room.at(place))).toBe(outside.root);
    expect(await findLastRun(room.root)).toBeNull();
  });
});

describe('a log from elsewhere', () => {
  const step = { type: 'remove', at: { path: 'a' }, before: stampOf(OLD), original: 'files/a' };
  it.each([
    ['no JSON', '{'],
    ['a path that leads out', { ...step, at: { path: '../a' } }],
    ['a path from the root', { ...step, at: { path: '/etc/a' } }],
    ['bytes that lead out', { ...step, at: { path: 'a', bytes: Buffer.from('x/../../a').toString('hex') } }],
    ['an original that leads out', { ...step, original: '../../../a' }],
    ['an unknown step', { ...step, type: 'run' }],
  ])('%s makes it void', async (_, wrong) => {
    const room = makeRoom();
    const { folder, log } = await apply(room, []);
    const text = typeof wrong === 'string' ? wrong : JSON.stringify({ ...log, steps: [wrong] });
    writeFileSync(join(folder, 'log.json'), text);
    expect(await findLastRun(room.root)).toEqual({ folder, log: null });
  });

  it.each<[string, (folder: string, outside: string) => void]>([
    ['new contents', (folder, outside) => symlinkSync(outside, join(folder, 'new'))],
    ['a new content', (folder, outside) => link(join(folder, 'new'), '1', join(outside, 'mine'))],
    ['originals', (folder, outside) => swap(folder, 'files', outside)],
    ['a folder of originals', (folder, outside) => swap(folder, 'files/课？', outside)],
    ['an original', (folder, outside) => swap(folder, 'files/课？/a：b/字幕.srt', join(outside, 'mine'))],
    ['the run itself', (folder, outside) => swap(folder, '', outside)],
  ])('a link in the place of %s makes it void', async (_, put) => {
    const room = makeRoom();
    const outside = new TestFolder();
    rooms.push(outside);
    outside.write('mine', OLD);
    outside.write('log.json', '{}');
    const { folder } = await apply(room);
    put(folder, outside.root);
    expect(await findLastRun(room.root)).toEqual({ folder, log: null });
  });

  it('links within litter that was put aside come back', async () => {
    const room = makeRoom();
    symlinkSync('nowhere', room.at('__MACOSX/link'));
    await apply(room, [{ type: 'remove', at: { path: '__MACOSX' }, before: null }]);
    expect(await undoRun(await lastRun(room))).toEqual([]);
    expect(readlinkSync(room.at('__MACOSX/link'))).toBe('nowhere');
  });

  it('what waits under the name of a new content is not written through', async () => {
    const room = makeRoom();
    room.write('mine', OLD);
    const { log, folder } = await apply(room);
    link(join(folder, 'new'), '1', room.at('mine'));
    expect(await undoRun({ root: room.root, folder, log })).toEqual([]);
    expect(readFileSync(room.at('mine'))).toEqual(OLD);
    expect(readFileSync(room.at('课?/a:b/字幕.srt'))).toEqual(OLD);
  });
});
