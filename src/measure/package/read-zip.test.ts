import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HashThreads, SLAB_BYTES } from '../../util/hash-threads.ts';
import { readZipPackage } from './read-package.ts';
import { isSound, PackageRoom, readOptions, type TestOptions } from './reading-for-tests.ts';
import { bagFiles, entriesOf, makeZip, sha256Of, type TestArchive, type TestEntry } from './zip-for-tests.ts';

const room = new PackageRoom();
afterAll(() => room.close());

const FILES = bagFiles({ 'data/a.txt': 'alpha', 'data/微课/b.txt': 'beta'.repeat(100) });
const BAG = entriesOf(FILES);
const DESCRIPTORS = [true, false].flatMap((signed) => [true, false].map((wide) => ({ signed, wide })));
const TIMES = Buffer.from('55540500033e2af253', 'hex');

function read(entries: readonly TestEntry[], archive: TestArchive = {}, options: TestOptions = {}) {
  return room.readZip(makeZip(entries, archive), options);
}

describe('a sound bag is sound, however it is written', () => {
  it.each<[string, readonly TestEntry[], TestArchive]>([
    ['stored', BAG, {}],
    ['deflated', BAG.map((entry) => ({ ...entry, deflated: true })), {}],
    ['ZIP64 throughout', BAG.map((entry) => ({ ...entry, zip64: true })), { zip64: true }],
    ['ZIP64 at its end alone', BAG, { zip64: true }],
    ...DESCRIPTORS.map((descriptor): [string, TestEntry[], TestArchive] => [
      `with data descriptors ${JSON.stringify(descriptor)}`,
      BAG.map((entry, index) => ({ ...entry, descriptor, deflated: index % 2 === 1 })),
      {},
    ]),
    ['with folders', [{ name: 'bag/' }, { name: 'bag/data/', attributes: 0x10 }, ...BAG], {}],
    ['with a folder as Java deflates it', [{ name: 'bag/', deflated: true }, ...BAG], {}],
    ['with no base folder', BAG.map((entry) => ({ ...entry, name: String(entry.name).slice(4) })), {}],
    ['with times in an extra field', BAG.map((entry) => ({ ...entry, extra: TIMES })), {}],
    ['without attributes', BAG.map((entry) => ({ ...entry, attributes: 0 })), {}],
    ['in another order', BAG.toReversed(), {}],
  ])('%s', async (_, entries, archive) => {
    const facts = await read(entries, archive);
    expect(facts.structure).toEqual([]);
    expect(isSound(facts)).toBe(true);
  });
});

describe('readZipPackage', () => {
  it('gives every file, its size and its digest, below the base folder', async () => {
    const facts = await read(BAG);
    expect(facts).toMatchObject({ path: 'package.zip', form: 'zip', kind: 'bag', base: 'bag', stopped: null });
    expect(facts.files).toEqual(
      Object.entries(FILES).map(([path, data]) => ({
        path,
        type: 'file',
        sizeBytes: Buffer.byteLength(data),
        nameEncoding: 'utf-8',
        faults: [],
        digests: { sha256: sha256Of(data) },
      })),
    );
    expect(facts.contentSha256).toBe(sha256Of(FILES['tagmanifest-sha256.txt'] ?? ''));
    expect(facts.bag?.manifests.map(({ path, lines }) => [path, lines.length])).toEqual([
      ['manifest-sha256.txt', 2],
      ['tagmanifest-sha256.txt', 3],
    ]);
  });

  it('digests the whole beside, when asked to', async () => {
    const zip = makeZip([{ name: 'large', data: Buffer.alloc(9 << 20, 7) }, ...BAG], { suffix: Buffer.from('more') });
    expect((await room.readZip(zip, { wholeDigest: true })).sha256).toBe(sha256Of(zip));
    expect((await room.readZip(zip)).sha256).toBeNull();
  });

  it('checks CRC and sizes without digests, when asked to be fast', async () => {
    const facts = await read(
      [
        { name: 'a', data: 'a', crc32: 1 },
        { name: 'b', data: 'b' },
      ],
      {},
      { fast: true },
    );
    expect(facts.digested).toBe(false);
    expect(facts.files.map(({ faults, digests }) => [faults, digests])).toEqual([
      [[{ type: 'crc' }], {}],
      [[], {}],
    ]);
  });

  it('digests what takes many slabs, files after one another', async () => {
    const data = Buffer.alloc((30 << 20) + 5, 'sizheng');
    const { files } = await read([
      { name: 'x/a', data },
      { name: 'x/b', data: 'b' },
      { name: 'x/c', data, deflated: true },
      { name: 'x/d' },
    ]);
    expect(files.map(({ digests }) => digests.sha256)).toEqual([data, 'b', data, ''].map(sha256Of));
  });

  it('tells how far it is', async () => {
    const seen: unknown[] = [];
    const zip = makeZip([{ name: 'a/b', data: Buffer.alloc(2 * SLAB_BYTES + 5) }]);
    await room.readZip(zip, { onProgress: (progress) => seen.push(progress) });
    const totalBytes = zip.length;
    const steps = [0, SLAB_BYTES, 2 * SLAB_BYTES, totalBytes];
    expect(seen).toEqual(steps.map((doneBytes) => ({ doneBytes, totalBytes, path: 'b' })));
  });

  it('ends when it is told to', async () => {
    const controller = new AbortController();
    const reason = new Error('stop');
    const options = { signal: controller.signal, onProgress: () => controller.abort(reason) };
    await expect(read([{ name: 'a', data: Buffer.alloc(40 << 20) }], {}, options)).rejects.toBe(reason);
    await expect(read(BAG, {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it.each<[string, Buffer, object]>([
    ['nothing', Buffer.alloc(0), { reason: 'empty', detail: null }],
    ['a page', Buffer.from('<!DOCTYPE html><title>404</title>'), { reason: 'not-zip', detail: 'html' }],
    ['another archive', Buffer.from("7z\xbc\xaf'\x1c\0\x04", 'latin1'), { reason: 'not-zip', detail: '7z' }],
    ['noise', Buffer.alloc(70_000, 1), { reason: 'not-zip', detail: null }],
    ['the first half of a ZIP', makeZip(BAG).subarray(0, 400), { reason: 'truncated', detail: null }],
  ])('is not a ZIP: %s', async (_, bytes, why) => {
    const facts = await room.readZip(bytes);
    expect(facts).toMatchObject({ stopped: { type: 'unreadable', ...why }, sizeBytes: bytes.length, files: [] });
  });

  it('is cut off, though an archive inside still has its end', async () => {
    const inner = makeZip([{ name: 'word/document.xml', data: 'text' }]);
    const zip64 = { zip64: true };
    for (const archive of [{}, zip64]) {
      const zip = makeZip([{ name: 'a.docx', data: inner, ...archive }, ...BAG], archive);
      const innerEnd = zip.indexOf(inner) + inner.length;
      for (const length of [innerEnd, innerEnd + 1, zip.length - 100, zip.length - 1]) {
        expect((await room.readZip(zip.subarray(0, length))).stopped).toMatchObject({ type: 'unreadable' });
      }
    }
  });

  it('stands behind another archive, or behind a program', async () => {
    const zip = makeZip(BAG);
    for (const before of [makeZip([{ name: 'x', data: 'x' }]), Buffer.from('#!/bin/sh\n')]) {
      const { stopped, structure, files } = await room.readZip(Buffer.concat([before, zip]));
      expect([stopped, files.length]).toEqual([null, BAG.length]);
      expect(structure).toEqual([expect.objectContaining({ fault: 'leading-data', bytes: before.length })]);
    }
  });

  it('has lost its beginning: what is left is read', async () => {
    const { stopped, structure, files } = await room.readZip(makeZip(BAG).subarray(10));
    expect(stopped).toBeNull();
    expect(structure.map(({ fault, path }) => [fault, path])).toEqual([
      ['bad-signature', null],
      ['out-of-bounds', 'data/a.txt'],
      ['leading-data', null],
    ]);
    expect(files.map(({ digests }) => digests.sha256 !== undefined)).toEqual([false, true, true, true, true, true]);
  });

  it('cannot be opened, or is no file', async () => {
    const missing = await readZipPackage('x', join(room.folder, 'missing'), readOptions());
    expect(missing.stopped).toEqual({ type: 'unreadable', reason: 'system', detail: 'ENOENT' });
    const folder = join(room.folder, 'folder');
    mkdirSync(folder);
    const notFile = await readZipPackage('x', folder, readOptions());
    expect(notFile.stopped).toMatchObject({ type: 'unreadable' });
    rmSync(folder, { recursive: true });
  });

  it('an empty archive holds nothing', async () => {
    expect(await read([])).toMatchObject({ stopped: null, structure: [], kind: 'unknown', files: [] });
  });

  it('fails when its threads fail: that is no fault of the package', async () => {
    const start = HashThreads.prototype.start;
    HashThreads.prototype.start = function (_, bytes) {
      return start.call(this, 'no-such-hash', bytes);
    };
    try {
      await expect(read([{ name: 'a', data: Buffer.alloc(9 << 20) }])).rejects.toThrow();
    } finally {
      HashThreads.prototype.start = start;
    }
  });
});
