import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashFile } from './hash-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hash-'));
});
afterEach(() => rm(folder, { recursive: true }));

const never = new AbortController().signal;

it.each([0, 1, 1 << 20, (1 << 20) + 1])('of %i bytes', async (length) => {
  const path = join(folder, '微课.mp4');
  const bytes = Buffer.alloc(length, 7);
  await writeFile(path, bytes);
  const digest = createHash('sha256').update(bytes).digest('hex');
  expect(await hashFile(path, never)).toBe(digest);
  expect(await hashFile(Buffer.from(path), never)).toBe(digest);
});

it('stops when told, with the reason', async () => {
  await writeFile(join(folder, 'x'), 'x');
  await expect(hashFile(join(folder, 'x'), AbortSignal.abort('enough'))).rejects.toBe('enough');
});

it("rejects with the system's error", async () => {
  await expect(hashFile(join(folder, 'missing'), never)).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(hashFile(folder, never)).rejects.toMatchObject({ code: 'EISDIR' });
});
