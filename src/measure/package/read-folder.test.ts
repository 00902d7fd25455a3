import { mkdirSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PackageFacts } from '../../model/package-facts.ts';
import { uploadDigestLines } from '../../model/upload-log.ts';
import { listTree } from '../../scan/list-tree.ts';
import { writeXlsx } from '../../util/write-xlsx.ts';
import { readFolderPackage } from './read-package.ts';
import { isSound, PackageRoom, readOptions, type TestOptions } from './reading-for-tests.ts';
import { bagFiles, sha256Of } from './zip-for-tests.ts';

const room = new PackageRoom();
afterAll(() => room.close());

const LARGE = 'x'.repeat((9 << 20) + 3);
let folders = 0;

function write(files: Readonly<Record<string, string | Uint8Array>>): string {
  folders += 1;
  const root = join(room.folder, `${folders}`);
  for (const [path, data] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), data);
  }
  return root;
}

async function read(root: string, options: TestOptions = {}, between = () => {}): Promise<PackageFacts> {
  const { entries } = await listTree(root, { everything: true });
  between();
  return readFolderPackage('bag', entries, readOptions(options));
}

describe('readFolderPackage', () => {
  it('reads a bag: small files and large ones, empty ones and hidden ones', async () => {
    const files = bagFiles({ 'data/a': 'alpha', 'data/空': '', 'data/.hidden': 'x', 'data/node_modules/large': LARGE });
    const facts = await read(write(files));
    expect(isSound(facts)).toBe(true);
    expect(facts).toMatchObject({ path: 'bag', form: 'folder', kind: 'bag', base: '', structure: [], sha256: null });
    expect(facts.sizeBytes).toBe(Object.values(files).reduce((sum, data) => sum + Buffer.byteLength(data), 0));
    expect(facts.contentSha256).toBe(sha256Of(files['tagmanifest-sha256.txt'] ?? ''));
  });

  it('digests by what the manifests ask for, payload and tag files apart', async () => {
    const root = write({
      'bagit.txt': 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n',
      'manifest-MD5.txt': 'x',
      'manifest-sha-512.txt': 'x',
      'manifest-whirlpool.txt': 'x',
      'tagmanifest-sha1.txt': 'x',
      'data/a': 'alpha',
    });
    const { files, bag, contentSha256 } = await read(root);
    const algorithms = Object.fromEntries(files.map(({ path, digests }) => [path, Object.keys(digests)]));
    expect(algorithms).toMatchObject({ 'data/a': ['md5', 'sha512'], 'bagit.txt': ['sha1'] });
    expect(bag?.manifests.map(({ algorithm, covers, supported }) => [algorithm, covers, supported])).toEqual([
      ['md5', 'payload', true],
      ['sha512', 'payload', true],
      ['whirlpool', 'payload', false],
      ['sha1', 'tags', true],
    ]);
    expect(contentSha256).toBeNull();
  });

  it('adds SHA-256 where sizheng.json tells it', async () => {
    const { files, manifest } = await read(write({ 'manifest-md5.txt': '', 'sizheng.json': '{}', 'data/a': 'a' }));
    expect(files.map(({ path, digests }) => [path, Object.keys(digests)])).toEqual([
      ['data/a', ['sha256', 'md5']],
      ['manifest-md5.txt', ['sha256']],
      ['sizheng.json', ['sha256']],
    ]);
    expect(manifest).toMatchObject({ ok: false, failure: { reason: 'damaged' } });
  });

  it('reads plain folders with their log', async () => {
    const row = ['心理微课/01/a.mp4', sha256Of('video')];
    const cells = [['文件', 'SHA-256'], row].map((values) => values.map((value) => ({ value })));
    const log = await writeXlsx([{ name: '文件', widths: [], headerRows: 1, rows: cells }]);
    const facts = await read(write({ '上传台账.xlsx': log, '心理微课/01/a.mp4': 'video' }));
    expect(facts).toMatchObject({
      kind: 'upload',
      bag: null,
      uploadLog: { ok: true, value: { rows: [{ path: row[0] }] } },
    });
    expect(facts.files.find(({ path }) => path === row[0])?.digests).toEqual({ sha256: row[1] });
    expect(facts.contentSha256).toBe(sha256Of(uploadDigestLines([{ path: row[0] ?? '', sha256: row[1] ?? '' }])));
  });

  it('takes no digests when it is asked to be fast', async () => {
    const { digested, files } = await read(write(bagFiles({ 'data/a': 'a' })), { fast: true });
    expect([digested, files.every(({ digests }) => Object.keys(digests).length === 0)]).toEqual([false, true]);
  });

  it.skipIf(process.platform === 'win32')('follows no link, and opens nothing that is no file', async () => {
    const root = write({ 'bagit.txt': 'x', secret: 'secret' });
    symlinkSync('secret', join(root, 'link'));
    symlinkSync('.', join(root, 'loop'));
    const { files } = await read(root);
    expect(files.map(({ path, type }) => [path, type])).toEqual([
      ['bagit.txt', 'file'],
      ['link', 'link'],
      ['loop', 'link'],
      ['secret', 'file'],
    ]);
  });

  it('a folder too deep to be listed is named', async () => {
    const root = write({ 'bagit.txt': 'x' });
    mkdirSync(join(root, ...Array.from({ length: 40 }, () => 'd')), { recursive: true });
    const last = (await read(root)).files.at(-1);
    expect(last).toMatchObject({ type: 'other', faults: [{ type: 'data', detail: 'ELOOP' }] });
  });

  it('tells of files that are gone, shorter or longer by then', async () => {
    const root = write({ gone: 'x', shorter: 'xxxx', longer: 'x', 'shorter-large': LARGE });
    const change = () => {
      unlinkSync(join(root, 'gone'));
      truncateSync(join(root, 'shorter'), 2);
      truncateSync(join(root, 'shorter-large'), 5 << 20);
      writeFileSync(join(root, 'longer'), 'xxx');
    };
    const { files } = await read(root, {}, change);
    expect(files.map(({ path, faults }) => [path, ...faults])).toEqual([
      ['gone', { type: 'data', detail: 'ENOENT' }],
      ['longer', { type: 'size', actualBytes: 3 }],
      ['shorter', { type: 'size', actualBytes: 2 }],
      ['shorter-large', { type: 'size', actualBytes: 5 << 20 }],
    ]);
  });

  it.skipIf(process.platform !== 'linux')(
    'reads a name that is not UTF-8 in the encoding that it is likely in',
    async () => {
      const root = write({ 'bagit.txt': 'x' });
      writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from('cea2bfce', 'hex')]), 'x');
      expect((await read(root)).files.map(({ path, nameEncoding }) => [path, nameEncoding])).toEqual([
        ['微课', 'gb18030'],
        ['bagit.txt', 'utf-8'],
      ]);
    },
  );

  it('stops at more entries, or more bytes, than the limits', async () => {
    const root = write({ a: 'xx', b: 'xx', c: 'xx' });
    const stop = async (limits: TestOptions['limits'] = {}) => (await read(root, { limits })).stopped;
    expect(await stop({ maxEntries: 2 })).toMatchObject({ limit: 'entries', actual: 3, max: 2 });
    expect(await stop({ maxTotalBytes: 5 })).toMatchObject({ limit: 'total', actual: 6, max: 5 });
  });

  it('tells how far it is', async () => {
    const root = write({ a: LARGE, b: 'x' });
    const seen: number[] = [];
    await read(root, { onProgress: ({ doneBytes }) => seen.push(doneBytes) });
    expect(seen.at(-1)).toBe(LARGE.length + 1);
  });

  it('ends when it is told to, at once or in the middle', async () => {
    const root = write(Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}`, 'x'])));
    const reason = new Error('stop');
    await expect(read(root, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const options = { signal: controller.signal, onProgress: () => controller.abort(reason) };
    await expect(read(root, options)).rejects.toBe(reason);
  });
});
