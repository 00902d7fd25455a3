/** More entries than 16 bits count: written, and read back whole. */
import { open, stat } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import { PACKAGE_LIMITS } from '../measure/package/limits.ts';
import { readZipPackage } from '../measure/package/read-package.ts';
import { contentOf, Sources } from '../pack/sources-for-tests.ts';
import { writePackage } from '../pack/writer.ts';
import { ZipFileWriter } from '../pack/zip/zip-file-writer.ts';

const sources = new Sources();
afterAll(() => sources.close());

const COUNT = 70_000;

it(`${COUNT} small files go in and come out`, { timeout: 60_000 }, async () => {
  const path = sources.at('many.zip');
  const files = Object.fromEntries(Array.from({ length: COUNT }, (_, index) => [`data/${index}.txt`, `${index}`]));
  const handle = await open(path, 'wx');
  const writer = new ZipFileWriter(handle, '包', { date: (1 << 5) | 1, time: 0 });
  const { digests, sizeBytes } = await writePackage(contentOf(files), writer, sources.context());
  await handle.close();
  expect((await stat(path)).size).toBe(sizeBytes);

  const { signal } = new AbortController();
  const options = { limits: PACKAGE_LIMITS, fast: false, wholeDigest: false, signal };
  const facts = await readZipPackage('many.zip', path, options);
  expect({ stopped: facts.stopped, structure: facts.structure, base: facts.base }).toEqual({
    stopped: null,
    structure: [],
    base: '包',
  });
  const found = facts.files.map(({ path: name, faults }) => [name, faults.length]);
  expect(found.length).toBe(COUNT + 2);
  expect(found.every(([name, faults]) => faults === 0 && digests.has(name as string))).toBe(true);
});
