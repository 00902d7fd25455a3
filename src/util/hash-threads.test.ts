import { createHash, randomBytes } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { HashThreads, SLAB_BYTES } from './hash-threads.ts';

let threads: HashThreads;
afterEach(() => threads.close());

async function feed(bytes: Buffer, algorithms: readonly string[], hashedAs = bytes.length): Promise<string[]> {
  const hashes = algorithms.map((algorithm) => threads.start(algorithm, hashedAs));
  for (let at = 0; at < bytes.length; at += SLAB_BYTES) {
    const slab = await threads.take();
    const length = bytes.copy(slab.bytes, 0, at, at + SLAB_BYTES);
    for (const hash of hashes) hash.update(slab, 0, length);
    slab.release();
  }
  return Promise.all(hashes.map((hash) => hash.digest()));
}

const of = (algorithm: string, bytes: Buffer) => createHash(algorithm).update(bytes).digest('hex');

it.each([
  ['more bytes than all slabs hold', 30 * SLAB_BYTES + 5],
  ['a few bytes, here', 5],
  ['no byte', 0],
])('hashes %s as one thread would', async (_, length) => {
  threads = new HashThreads(2);
  const bytes = randomBytes(length);
  expect(await feed(bytes, ['sha256', 'md5'])).toEqual([of('sha256', bytes), of('md5', bytes)]);
});

it('runs more hashes than it has threads', async () => {
  threads = new HashThreads(1);
  const bytes = randomBytes(5 * SLAB_BYTES);
  const algorithms = ['sha256', 'sha1', 'sha512'];
  expect(await feed(bytes, algorithms)).toEqual(algorithms.map((algorithm) => of(algorithm, bytes)));
});

it('takes a part of a slab', async () => {
  threads = new HashThreads(1);
  const slab = await threads.take();
  slab.bytes.write('abcdef');
  const hash = threads.start('sha256', 4 * SLAB_BYTES);
  hash.update(slab, 1, 3);
  hash.update(slab, 3, 5);
  slab.release();
  expect(await hash.digest()).toBe(of('sha256', Buffer.from('bcde')));
});

it('says so when a thread cannot do its work', async () => {
  threads = new HashThreads(1);
  const hash = threads.start('no-such-hash', 4 * SLAB_BYTES);
  await expect(hash.digest()).rejects.toThrow();
  await expect(threads.take()).rejects.toThrow();
});
