import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readZipPackage } from '../read-package.ts';
import { readOptions } from '../reading-for-tests.ts';
import { makeZip, sha256Of, type TestEntry } from '../zip-for-tests.ts';

const GIB = 1024 ** 3;
const LARGE_BYTES = 5 * GIB;
const HEADER_BYTES = 30 + 'large'.length + 20;
/** APPNOTE 4.4.5: LZMA, which is not read, so that its five gigabytes need not be read either. */
const UNREAD_METHOD = 14;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'large-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Two entries, with a hole of five gigabytes for the data of the first. */
function writeLarge(changes: Partial<TestEntry>): string {
  const large = { name: 'large', zip64: true, sizeBytes: LARGE_BYTES, compressedBytes: LARGE_BYTES, ...changes };
  const after = { name: 'after', data: 'after', zip64: true, offset: HEADER_BYTES + LARGE_BYTES };
  const move = (at: number) => (record: Buffer) =>
    void record.writeBigUInt64LE(record.readBigUInt64LE(at) + BigInt(LARGE_BYTES), at);
  const zip = makeZip([large, after], { zip64: true, end64: move(48), locator: move(8) });
  const location = join(folder, 'large.zip');
  const file = openSync(location, 'w');
  writeSync(file, zip, 0, HEADER_BYTES, 0);
  writeSync(file, zip, HEADER_BYTES, zip.length - HEADER_BYTES, HEADER_BYTES + LARGE_BYTES);
  closeSync(file);
  return location;
}

// Windows would write the hole.
describe.skipIf(process.platform === 'win32')('an archive of more than 4 GiB', () => {
  it('is found in its places by ZIP64', async () => {
    const facts = await readZipPackage('large.zip', writeLarge({ method: UNREAD_METHOD }), readOptions());
    expect(facts).toMatchObject({ stopped: null, structure: [], sizeBytes: expect.any(Number) as number });
    expect(facts.files.map(({ sizeBytes, faults, digests }) => [sizeBytes, faults, digests])).toEqual([
      [LARGE_BYTES, [{ type: 'method', method: UNREAD_METHOD }], {}],
      [5, [], { sha256: sha256Of('after') }],
    ]);
  });

  it.runIf(process.env.LARGE !== undefined)('is read through (`LARGE=1`)', { timeout: 120_000 }, async () => {
    const zeros = Buffer.alloc(GIB / 64);
    let crc = 0;
    for (let at = 0; at < LARGE_BYTES; at += zeros.length) crc = crc32(zeros, crc);
    const options = readOptions({ wholeDigest: true });
    const facts = await readZipPackage('large.zip', writeLarge({ crc32: crc }), options);
    expect(facts).toMatchObject({ stopped: null, structure: [], sha256: expect.any(String) as string });
    expect(facts.files.map(({ faults, digests }) => [faults, digests.sha256?.length])).toEqual([
      [[], 64],
      [[], 64],
    ]);
  });
});
