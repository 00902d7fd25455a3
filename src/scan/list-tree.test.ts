import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeName, listFile, listTree } from './list-tree.ts';

const isLinux = process.platform === 'linux';
const onWindows = process.platform === 'win32';

/** A folder that may not be entered, and a file that is taken away after its folder was read. */
const LOCKED = '锁';
const GONE = 'gone.mp4';
vi.mock('node:fs/promises', async (original) => {
  const system = await original<typeof import('node:fs/promises')>();
  const refuse = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));
  return {
    ...system,
    readdir: (path: Buffer, ...rest: never[]) =>
      path.toString().endsWith(LOCKED) ? refuse('EACCES') : system.readdir(path, ...rest),
    lstat: (path: string, ...rest: never[]) =>
      path.toString().endsWith(GONE) ? refuse('ENOENT') : system.lstat(path, ...rest),
  };
});

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tree-'));
});
afterEach(() => rm(root, { recursive: true }));

async function put(path: string, content = ''): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), content);
}

async function list(): Promise<string[]> {
  return (await listTree(root)).entries.map(({ path, type }) => (type === 'file' ? path : `${path} ${type}`));
}

describe('listTree', () => {
  it('names every file and folder, by code unit, with `/`, whatever order they were made in', async () => {
    for (const path of ['b.mp4', 'a/z.srt', 'a-b.mp4', 'a/y/x.md', '心理微课/01.mp4', 'B.mp4', '-rf.mp4', '%d.mp4'])
      await put(path);
    expect(await list()).toEqual([
      '%d.mp4',
      '-rf.mp4',
      'B.mp4',
      'a directory',
      'a-b.mp4',
      'a/y directory',
      'a/y/x.md',
      'a/z.srt',
      'b.mp4',
      '心理微课 directory',
      '心理微课/01.mp4',
    ]);
  });

  it('gives size and times, in bytes and nanoseconds, and where to open it', async () => {
    await put('心理微课/微课.mp4', '12345');
    const { root: shown, entries } = await listTree(root);
    const [, file] = entries;
    expect(shown).toBe(root);
    expect(file).toEqual({
      path: '心理微课/微课.mp4',
      type: 'file',
      sizeBytes: 5,
      mtimeNs: expect.stringMatching(/^\d{19}$/) as string,
      ctimeNs: expect.stringMatching(/^\d{19}$/) as string,
      location: join(root, '心理微课', '微课.mp4'),
      undecodable: false,
      error: null,
    });
  });

  it('passes over its own folder and version control, at any depth, and names other folders that begin with a dot', async () => {
    for (const path of ['.sizheng/cache/facts.json', '.git/HEAD', 'a/.svn/entries', '.sizheng-old/x', 'sizheng.yaml'])
      await put(path);
    expect(await list()).toEqual(['.sizheng-old directory', '.sizheng-old/x', 'a directory', 'sizheng.yaml']);
  });

  it('lists everything where it is asked to, and names where it stopped', async () => {
    const paths = ['.git/HEAD', '.sizheng/state.json', '__MACOSX/x/._a', 'a/.svn/entries', 'a/node_modules/x/index.js'];
    for (const path of paths) await put(path);
    await mkdir(join(root, ...Array.from({ length: 40 }, () => 'd')), { recursive: true });
    const { entries } = await listTree(root, { everything: true });
    expect(entries.flatMap(({ path, type }) => (type === 'file' ? [path] : []))).toEqual(paths);
    expect(entries.filter(({ error }) => error !== null)).toEqual([
      expect.objectContaining({ path: 'd/'.repeat(33).slice(0, -1), error: 'ELOOP' }),
    ]);
  });

  it.skipIf(onWindows)('follows no link: to a folder, to itself, to nothing', async () => {
    await put('a/x.mp4');
    await symlink('a', join(root, 'b'));
    await symlink('.', join(root, 'a/up'));
    await symlink('nowhere', join(root, 'c.mp4'));
    expect(await list()).toEqual(['a directory', 'a/up link', 'a/x.mp4', 'b link', 'c.mp4 link']);
  });

  it.skipIf(onWindows)('says of what is neither file nor folder that it is something else', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(root, 's'), resolve));
    expect(await list()).toEqual(['s other']);
    await new Promise((resolve) => server.close(resolve));
  });

  it('goes on past a folder that cannot be entered, and a file that is gone by then', async () => {
    for (const path of [`${LOCKED}/x.mp4`, GONE, '开/y.mp4']) await put(path);
    const { entries } = await listTree(root);
    expect(entries.map(({ path, type, error }) => [path, type, error])).toEqual([
      [GONE, 'file', 'ENOENT'],
      ['开', 'directory', null],
      ['开/y.mp4', 'file', null],
      [LOCKED, 'directory', 'EACCES'],
    ]);
  });

  it('rejects where the root itself cannot be listed', async () => {
    await expect(listTree(join(root, 'missing'))).rejects.toMatchObject({ code: 'ENOENT' });
    await put('file');
    await expect(listTree(join(root, 'file'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it('ends in a tree that goes on and on, and names where it stopped', async () => {
    await mkdir(join(root, ...Array.from({ length: 40 }, () => 'd')), { recursive: true });
    const { entries } = await listTree(root);
    expect(entries).toHaveLength(33);
    expect(entries.map(({ error }) => error).filter((error) => error !== null)).toEqual(['ELOOP']);
  });

  it('an empty folder has nothing in it', async () => {
    expect(await list()).toEqual([]);
  });

  it.runIf(isLinux)('finds and opens names that are not UTF-8, below each other as well', async () => {
    const gbk = Buffer.from([0xce, 0xa2, 0xbf, 0xce]); // 微课
    const folder = Buffer.concat([Buffer.from(`${root}/`), gbk]);
    await mkdir(folder);
    await writeFile(Buffer.concat([folder, Buffer.from('/'), gbk, Buffer.from('.mp4')]), '12');
    await writeFile(Buffer.concat([folder, Buffer.from('/简介.docx')]), '123');
    const { entries } = await listTree(root);
    const name = '\\xCE\\xA2\\xBF\\xCE';
    expect(entries.map(({ path, undecodable, sizeBytes, error }) => [path, undecodable, sizeBytes > 0, error])).toEqual(
      [
        [name, true, true, null],
        [`${name}/${name}.mp4`, true, true, null],
        [`${name}/简介.docx`, false, true, null],
      ],
    );
    expect(entries.map(({ location }) => Buffer.isBuffer(location))).toEqual([true, true, true]);
  });
});

describe('decodeName', () => {
  it.each<[string, Buffer, string, boolean]>([
    ['UTF-8 as it is', Buffer.from('微课\u202E.mp4'), '微课\u202E.mp4', false],
    ['a byte order mark', Buffer.from('\uFEFFa'), '\uFEFFa', false],
    ['not composed', Buffer.from('e\u0301'), 'e\u0301', false],
    ['GBK', Buffer.from([0xbf, 0xce, 0x2e, 0x6d]), '\\xBF\\xCE.m', true],
    ['a lone surrogate', Buffer.from([0xed, 0xa0, 0x80]), '\\xED\\xA0\\x80', true],
    ['overlong', Buffer.from([0xc0, 0xaf]), '\\xC0\\xAF', true],
  ])('%s', (_, bytes, name, undecodable) => {
    expect(decodeName(bytes)).toEqual({ name, undecodable });
  });
});

describe('listFile', () => {
  it('is known by its name, and a link is followed', async () => {
    await put('a/x.mp4', '123');
    expect(await listFile(join(root, 'a', 'x.mp4'))).toMatchObject({ path: 'x.mp4', type: 'file', sizeBytes: 3 });
    await expect(listFile(join(root, 'missing'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
