import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openZip, ZIP_LIMITS, type ZipLimits } from './zip-guard.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zip-guard-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Text of entry `a`, or why it could not be had. */
async function read(bytes: Uint8Array, limits?: Partial<ZipLimits>): Promise<string | null> {
  const location = join(folder, 'a.zip');
  await writeFile(location, bytes);
  try {
    const zip = await openZip(location, { ...ZIP_LIMITS, ...limits });
    try {
      return (await zip.read('a'))?.toString() ?? null;
    } finally {
      zip.close();
    }
  } catch (error) {
    return (error as { reason?: string }).reason ?? `thrown: ${error}`;
  }
}

/** Replaces each occurrence, in place. */
function patch(bytes: Uint8Array, from: Buffer, to: Buffer): Buffer {
  const patched = Buffer.from(bytes);
  for (let at = patched.indexOf(from); at >= 0; at = patched.indexOf(from, at + 1)) to.copy(patched, at);
  return patched;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

describe('openZip', () => {
  const stored = zipSync({ a: [strToU8('hello'), { level: 0 }] });
  const swollen = zipSync({ a: new Uint8Array(100_000) });

  it('reads an entry', async () => {
    expect(await read(stored)).toBe('hello');
    expect(await read(zipSync({ b: strToU8('x') }))).toBeNull();
  });

  it.each([
    ['bytes changed after packing', patch(stored, Buffer.from('hello'), Buffer.from('hellO')), {}, 'damaged'],
    ['more bytes than declared', patch(swollen, uint32(100_000), uint32(10)), {}, 'damaged'],
    ['fewer bytes than declared', patch(swollen, uint32(100_000), uint32(200_000)), {}, 'damaged'],
    ['no archive', Buffer.from('PK\x03\x04 and no more'), {}, 'damaged'],
    [
      'two entries of one name',
      patch(zipSync({ a: strToU8('x'), b: strToU8('x') }), Buffer.from('b'), Buffer.from('a')),
      {},
      'damaged',
    ],
    ['many entries', zipSync({ a: strToU8('x'), b: strToU8('x') }), { maxEntries: 1 }, 'too-large'],
    ['a large sum', zipSync({ a: strToU8('x'), b: new Uint8Array(100) }), { maxTotalBytes: 100 }, 'too-large'],
    ['a large entry', swollen, { maxEntryBytes: 99_999 }, 'too-large'],
    ['a swollen entry', swollen, { ratioFreeBytes: 1_000 }, 'too-large'],
  ])('%s: %#', async (_, bytes, limits, expected) => {
    expect(await read(bytes, limits)).toBe(expected);
  });

  it('leaves errors of the system as they are', async () => {
    await expect(openZip(join(folder, 'none.zip'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
