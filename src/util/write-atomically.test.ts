import { mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileSystem, writeAtomically } from './write-atomically.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-'));
});
afterEach(() => rm(folder, { recursive: true }));

function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}

/** The system's own, but that a rename is refused so often, and nobody waits. */
function refusing(code: string, times: number): FileSystem & { waits: number[] } {
  let left = times;
  const waits: number[] = [];
  return {
    open,
    rm,
    async rename(from, to) {
      left -= 1;
      if (left >= 0) throw failure(code);
      await rename(from, to);
    },
    async wait(ms) {
      waits.push(ms);
    },
    waits,
  };
}

describe('writeAtomically', () => {
  it('writes text and bytes, and takes the place of what was there', async () => {
    const path = join(folder, '回执.txt');
    await writeAtomically(path, '一');
    await writeAtomically(path, new Uint8Array([0xff, 0x00]));
    expect([...(await readFile(path))]).toEqual([0xff, 0x00]);
    expect(await readdir(folder)).toEqual(['回执.txt']);
  });

  it.each(['EPERM', 'EACCES', 'EBUSY'])('tries again where a scanner holds the file: %s', async (code) => {
    const fs = refusing(code, 3);
    await writeAtomically(join(folder, 'x'), 'new', fs);
    expect(await readFile(join(folder, 'x'), 'utf8')).toBe('new');
    expect(fs.waits).toEqual([10, 50, 200]);
    expect(await readdir(folder)).toEqual(['x']);
  });

  it('gives up in the end, leaves the old file and nothing beside it', async () => {
    await writeFile(join(folder, 'x'), 'old');
    const fs = refusing('EPERM', 99);
    await expect(writeAtomically(join(folder, 'x'), 'new', fs)).rejects.toMatchObject({ code: 'EPERM' });
    expect(fs.waits).toHaveLength(4);
    expect(await readFile(join(folder, 'x'), 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['x']);
  });

  it('does not wait for what no waiting mends', async () => {
    const fs = refusing('EXDEV', 1);
    await expect(writeAtomically(join(folder, 'x'), 'new', fs)).rejects.toMatchObject({ code: 'EXDEV' });
    expect([fs.waits, await readdir(folder)]).toEqual([[], []]);
  });

  it('closes and removes the draft when the disk is full', async () => {
    let closed = false;
    const full = refusing('EPERM', 0);
    const opened: typeof open = async (...rest) => {
      const handle = await open(...rest);
      handle.writeFile = () => Promise.reject(failure('ENOSPC'));
      const close = handle.close.bind(handle);
      handle.close = async () => {
        closed = true;
        await close();
      };
      return handle;
    };
    const writing = writeAtomically(join(folder, 'x'), 'new', { ...full, open: opened });
    await expect(writing).rejects.toMatchObject({ code: 'ENOSPC' });
    expect([closed, await readdir(folder)]).toEqual([true, []]);
  });

  it('tells what went wrong first, even when the draft cannot be removed', async () => {
    const fs = { ...refusing('EXDEV', 1), rm: () => Promise.reject(failure('EBUSY')) };
    await expect(writeAtomically(join(folder, 'x'), 'new', fs)).rejects.toMatchObject({ code: 'EXDEV' });
  });

  it('rejects where a file stands in the place of the folder', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(writeAtomically(join(folder, 'file', 'x'), 'new')).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:ENOTDIR|EEXIST|ENOENT)$/) as string,
    });
  });

  it('of many at once one wins, whole', async () => {
    const path = join(folder, 'x');
    const texts = Array.from({ length: 10 }, (_, index) => String(index).repeat(10_000));
    await Promise.all(texts.map((text) => writeAtomically(path, text)));
    expect(texts).toContain(await readFile(path, 'utf8'));
    expect(await readdir(folder)).toEqual(['x']);
  });
});
