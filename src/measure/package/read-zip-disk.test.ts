import { afterAll, expect, it, vi } from 'vitest';
import { SLAB_BYTES } from '../../util/hash-threads.ts';
import { PackageRoom } from './reading-for-tests.ts';
import { bagFiles, entriesOf, makeZip, sha256Of } from './zip-for-tests.ts';

/** The positions that the disk refuses to read. */
const disk = vi.hoisted(() => ({ bad: { from: 0, to: 0 } }));

vi.mock('node:fs/promises', async (original) => {
  const system = await original<typeof import('node:fs/promises')>();
  return {
    ...system,
    open: async (...args: Parameters<typeof system.open>) => {
      const handle = await system.open(...args);
      const read = handle.read.bind(handle) as (...rest: unknown[]) => Promise<unknown>;
      return Object.assign(handle, {
        read: async (buffer: Buffer, offset: number, length: number, position: number) => {
          const { from, to } = disk.bad;
          if (position < to && position + length > from) {
            throw Object.assign(new Error('bad sector'), { code: 'EIO', syscall: 'read' });
          }
          return read(buffer, offset, length, position);
        },
      });
    },
  };
});

const room = new PackageRoom();
afterAll(() => room.close());

const LARGE = 'x'.repeat(2 * SLAB_BYTES);
const FILES = { 'data/a': LARGE, 'data/b': 'beta', 'data/c': LARGE };
const ZIP = makeZip(entriesOf(bagFiles(FILES)));

it('a file that the disk refuses is named, and those after it are read', async () => {
  disk.bad = { from: SLAB_BYTES + 10, to: SLAB_BYTES + 20 };
  const { stopped, structure, files, sha256 } = await room.readZip(ZIP, { wholeDigest: true });
  expect([stopped, structure, sha256]).toEqual([null, [], null]);
  expect(files[0]).toMatchObject({ path: 'data/a', faults: [{ type: 'data', detail: 'EIO' }], digests: {} });
  expect(files.slice(1, 3).map(({ digests }) => digests.sha256)).toEqual([sha256Of('beta'), sha256Of(LARGE)]);
});

it('where the directory is refused, the system says why', async () => {
  disk.bad = { from: ZIP.length - 30, to: ZIP.length - 29 };
  const { stopped, sizeBytes } = await room.readZip(ZIP);
  expect([stopped, sizeBytes]).toEqual([{ type: 'unreadable', reason: 'system', detail: 'EIO' }, ZIP.length]);
});
