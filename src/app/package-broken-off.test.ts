/** A packing that ends early leaves the folder as it was. */
import { execFileSync } from 'node:child_process';
import fs, { closeSync, constants, openSync, readdirSync, writeSync } from 'node:fs';
import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAYOUTS, type Layout } from '../model/package-manifest.ts';
import { pendingPath } from '../pack/pending.ts';
import { applyPack } from './apply-pack.ts';
import { PackageRoom, refused } from './package-room-for-tests.ts';
import type { PackOptions, PackPreparation, PackProgress } from './prepare-pack.ts';
import { LESSON_SUBTITLES, LESSON_VIDEO, type Sample } from './sample-for-tests.ts';

let room: PackageRoom;
let sample: Sample;
let folder: string;
beforeAll(async () => {
  room = await PackageRoom.open();
});
beforeEach(async () => {
  sample = await room.copySmall();
  folder = await room.folder();
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => room.close());

/** Into the one folder that is looked at afterwards. */
function prepare(options: PackOptions = {}): Promise<PackPreparation> {
  return room.prepare(sample, { output: `${folder}/`, ...options });
}

const targetOf = ({ target }: PackPreparation) => target?.path as string;

type Change = [name: string, change: (path: string) => Promise<unknown>];

const CHANGES: readonly Change[] = [
  ['grown', (path) => writeFile(path, '\n', { flag: 'a' })],
  ['shrunk', (path) => writeFile(path, 'x')],
  ['touched', (path) => utimes(path, 1, 1)],
  ['rewritten, its time set back', rewriteUnseen],
  ['gone', (path) => rm(path)],
  ['replaced by a folder', replaceByFolder],
];
// Windows lets nobody make one.
const LINK: readonly Change[] = process.platform === 'win32' ? [] : [['replaced by a link to itself', replaceByLink]];

async function rewriteUnseen(path: string): Promise<void> {
  const { mtime } = await stat(path);
  const bytes = await readFile(path);
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
  await writeFile(path, bytes);
  await utimes(path, mtime, mtime);
}

async function replaceByLink(path: string): Promise<void> {
  await rename(path, `${path}.moved`);
  await symlink(`${path}.moved`, path);
}

async function replaceByFolder(path: string): Promise<void> {
  await rm(path);
  await mkdir(path);
}

const WAYS: [string, PackOptions][] = [
  ['a ZIP', {}],
  ['a folder', { layout: 'dir' }],
  ['a folder of links', { layout: 'dir', link: true }],
  ['plain folders', { layout: 'upload' }],
];

describe('a source that is not what was measured', () => {
  const rows = WAYS.flatMap(([way, options]) =>
    [...CHANGES, ...LINK].map(([name, change]) => [way, name, options, change] as const),
  );

  it.each(rows)('stops %s: %s', async (_, __, options, change) => {
    const preparation = await prepare(options);
    await change(sample.path(LESSON_SUBTITLES));
    const expected = refused(3, 'machine/source-changed', { path: LESSON_SUBTITLES });
    await expect(applyPack(preparation)).rejects.toMatchObject(expected);
    expect(await readdir(folder)).toEqual([]);
    expect((await stat(sample.path(LESSON_VIDEO))).nlink).toBe(1);
  });
});

/** A pipe waits for somebody to write into it, and so does whoever opens it. */
describe.skipIf(process.platform === 'win32')('a pipe in the place of a source', () => {
  it.each<[string, PackOptions]>(WAYS)('is not waited for: %s', async (_, options) => {
    const path = sample.path(LESSON_SUBTITLES);
    const preparation = await prepare(options);
    await rm(path);
    execFileSync('mkfifo', [path]);
    let waited = false;
    const writer = setTimeout(() => {
      waited = true;
      closeSync(openSync(path, constants.O_WRONLY | constants.O_NONBLOCK));
    }, 2000);
    const expected = refused(3, 'machine/source-changed', { path: LESSON_SUBTITLES });
    await expect(applyPack(preparation).finally(() => clearTimeout(writer))).rejects.toMatchObject(expected);
    expect(waited).toBe(false);
    expect(await readdir(folder)).toEqual([]);
  });
});

/** Runs `act` the first time that the packing comes to a stage. */
function once(stage: PackProgress['stage'], act: () => void): (progress: PackProgress) => void {
  let done = false;
  return (progress) => {
    if (done || progress.stage !== stage) return;
    done = true;
    act();
  };
}

describe('a packing that is broken off', () => {
  const stages: [Layout, PackProgress['stage']][] = [
    ['bag', 'write'],
    ['bag', 'flush'],
    ['bag', 'verify'],
    ['dir', 'write'],
    ['dir', 'verify'],
    ['upload', 'write'],
  ];

  it.each(stages)('leaves nothing: %s, %s', async (layout, stage) => {
    const controller = new AbortController();
    const reason = new Error('interrupted');
    const onPack = once(stage, () => controller.abort(reason));
    const preparation = await prepare({ layout, signal: controller.signal, onPack });
    await expect(applyPack(preparation)).rejects.toBe(reason);
    expect(await readdir(folder)).toEqual([]);
  });
});

function noRoom(): Error {
  const error = { code: 'ENOSPC', errno: -28, syscall: 'write' };
  return Object.assign(new Error('ENOSPC: no space left on device, write'), error);
}

/** Fails like a disk without room, from the nth writing on. */
async function fillDisk(method: 'write' | 'writeFile', from: number): Promise<void> {
  let calls = 0;
  const isFull = () => {
    calls += 1;
    return calls >= from;
  };
  if (method === 'write') {
    const original = fs.writeSync;
    vi.spyOn(fs, 'writeSync').mockImplementation((...args: unknown[]) => {
      if (isFull()) throw noRoom();
      return Reflect.apply(original, fs, args);
    });
    syncBuiltinESMExports();
    return;
  }
  const handle = await open(process.execPath);
  await handle.close();
  const prototype = Object.getPrototypeOf(handle) as FileHandle;
  const original = prototype.writeFile;
  vi.spyOn(prototype, 'writeFile').mockImplementation(function (this: FileHandle, ...args: unknown[]) {
    return isFull() ? Promise.reject(noRoom()) : Reflect.apply(original, this, args);
  });
}

describe('a disk without room', () => {
  const rows: [Layout, 'write' | 'writeFile', number][] = [
    ['bag', 'write', 1],
    ['bag', 'write', 3],
    ['bag', 'write', 7],
    ['dir', 'write', 2],
    ['dir', 'writeFile', 4],
    ['upload', 'writeFile', 1],
    // Its receipts come last.
    ['bag', 'writeFile', 1],
    ['bag', 'writeFile', 2],
  ];

  it.each(rows)('leaves nothing: %s, %s %i', async (layout, method, from) => {
    const preparation = await prepare({ layout });
    await fillDisk(method, from);
    await expect(applyPack(preparation)).rejects.toMatchObject(refused(3, 'machine/disk-full'));
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a package that does not read back as it was written', () => {
  it('never gets its name', async () => {
    const damage = once('flush', () => {
      const [pending = ''] = readdirSync(folder);
      const file = openSync(join(folder, pending), 'r+');
      writeSync(file, 'damaged', 5000);
      closeSync(file);
    });
    await expect(applyPack(await prepare({ onPack: damage }))).rejects.toMatchObject(refused(3, 'machine/read-back'));
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('what another run left', () => {
  const ofProcess = (final: string, pid: number) => pendingPath(final).replace(`-${process.pid}.`, `-${pid}.`);
  /** No system hands out so high a number. */
  const DEAD = 2 ** 30;

  it.each(LAYOUTS)('is cleared when that is over: %s', async (layout) => {
    const preparation = await prepare({ layout });
    const stale = ofProcess(targetOf(preparation), DEAD);
    if (layout === 'bag') await writeFile(stale, 'half');
    else await mkdir(join(stale, 'data'), { recursive: true });
    await applyPack(preparation);
    expect(await readdir(folder)).toHaveLength(3);
  });

  it('is left alone while that goes on', async () => {
    const preparation = await prepare();
    const going = ofProcess(targetOf(preparation), process.ppid);
    await writeFile(going, 'half');
    await applyPack(preparation);
    expect(await readFile(going, 'utf8')).toBe('half');
  });
});

it('a target folder that goes away is told', async () => {
  const preparation = await prepare();
  await rm(folder, { recursive: true });
  await expect(applyPack(preparation)).rejects.toMatchObject(refused(3, 'machine/output-unwritable'));
});
