import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from './open-workspace.ts';

let room: string;
beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'sizheng-root-'));
});
afterEach(() => rm(room, { recursive: true }));

async function write(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(room, path)), { recursive: true });
    await writeFile(join(room, path), 'year: 2027\n');
  }
}

const open = (folder: string) => openWorkspace(join(room, folder), { language: 'zh-CN', memoFolder: null });

describe('a folder without settings', () => {
  test('above workspaces: the nearest first, three at most', async () => {
    await write('a/b/sizheng.yaml', 'c/sizheng.yaml', 'd/sizheng.yaml', 'e/sizheng.yaml');
    await expect(open('.')).rejects.toMatchObject({
      id: 'usage/workspace-inside',
      exitCode: 2,
      params: { folders: ['c', 'd', 'e'], count: 4, target: join(room, 'c') },
    });
  });

  test('below a root, up to three levels', async () => {
    await write('批/sizheng.yaml', '批/x/y/z/w/a.txt');
    await expect(open('批/x/y/z')).rejects.toMatchObject({
      id: 'usage/inside-workspace',
      exitCode: 2,
      params: { path: 'x/y/z', workspace: '批', root: join(room, '批') },
    });
    await expect(open('批/x/y/z/w')).resolves.toBeDefined();
  });

  test('with none anywhere near, or only files named otherwise', async () => {
    await write('批/模板/sizheng.yaml.txt', '批/心理微课/a.txt');
    await expect(open('批')).resolves.toBeDefined();
  });
});

test('settings of its own, with others inside', async () => {
  await write('sizheng.yaml', '学校/sizheng.yaml');
  await expect(open('.')).resolves.toBeDefined();
  await expect(open('学校')).resolves.toBeDefined();
});
