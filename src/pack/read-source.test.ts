import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SLAB_BYTES } from '../util/hash-threads.ts';
import { readSource } from './read-source.ts';
import { Sources } from './sources-for-tests.ts';

let sources: Sources;
beforeEach(() => {
  sources = new Sources();
});
afterEach(() => sources.close());

const changed = { id: 'machine/source-changed', exitCode: 3, params: { path: 'a.mp4' } };

it.each([0, 1, SLAB_BYTES, 7 * SLAB_BYTES + 3])('reads %i bytes once, in order', async (length) => {
  const bytes = randomBytes(length);
  const entry = sources.file('a.mp4', bytes);
  const copy = Buffer.alloc(length);
  const digests = await readSource(entry, sources.context(), async (slab, count, position) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    slab.bytes.copy(copy, position, 0, count);
  });
  expect(digests).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), crc32: crc32(bytes) });
  expect(copy.equals(bytes)).toBe(true);
  expect(sources.readBytes).toBe(length);
});

it.each([
  ['grown', () => appendFileSync(sources.at('a.mp4'), 'x')],
  ['rewritten', () => writeFileSync(sources.at('a.mp4'), 'abcdX')],
  [
    'rewritten with its old time',
    () => {
      writeFileSync(sources.at('a.mp4'), 'abcdX');
      utimesSync(sources.at('a.mp4'), 1, 1);
    },
  ],
  ['gone', () => rmSync(sources.at('a.mp4'))],
  [
    'a link by now',
    () => {
      sources.file('b.mp4', 'abcde');
      rmSync(sources.at('a.mp4'));
      symlinkSync(sources.at('b.mp4'), sources.at('a.mp4'));
    },
  ],
])('a file that is %s is named', async (_, change) => {
  const entry = sources.file('a.mp4', 'abcde');
  utimesSync(sources.at('a.mp4'), 1, 1);
  const seen = sources.entry('a.mp4');
  expect(seen.sizeBytes).toBe(entry.sizeBytes);
  change();
  await expect(readSource(seen, sources.context())).rejects.toMatchObject(changed);
});

it('a file that grows while it is read is named', async () => {
  const entry = sources.file('a.mp4', randomBytes(3 * SLAB_BYTES));
  const reading = readSource(entry, sources.context(), async () => appendFileSync(sources.at('a.mp4'), 'x'));
  await expect(reading).rejects.toMatchObject(changed);
});

it('a file that is cut while it is read is named', async () => {
  const entry = sources.file('a.mp4', randomBytes(9 * SLAB_BYTES));
  const reading = readSource(entry, sources.context(), async () => writeFileSync(sources.at('a.mp4'), ''));
  await expect(reading).rejects.toMatchObject(changed);
});

it('what the taker says is what is told', async () => {
  const entry = sources.file('a.mp4', randomBytes(9 * SLAB_BYTES));
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
  const reading = readSource(entry, sources.context(), () => Promise.reject(full));
  await expect(reading).rejects.toBe(full);
});

it('stops where it is told to', async () => {
  const entry = sources.file('a.mp4', randomBytes(9 * SLAB_BYTES));
  const controller = new AbortController();
  const reading = readSource(entry, sources.context(controller.signal), async () =>
    controller.abort(new Error('stop')),
  );
  await expect(reading).rejects.toThrow('stop');
  expect(sources.readBytes).toBeLessThan(9 * SLAB_BYTES);
});
