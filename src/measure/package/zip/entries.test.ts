import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { EntryFault, PackagedFile } from '../../../model/package-facts.ts';
import { PackageRoom } from '../reading-for-tests.ts';
import { bagFiles, entriesOf, makeZip, sha256Of, type TestEntry } from '../zip-for-tests.ts';

const room = new PackageRoom();
afterAll(() => room.close());

const DATA = 'alpha beta '.repeat(1000);
const DEFLATED = deflateRawSync(DATA);

async function filesOf(entries: readonly TestEntry[]): Promise<readonly PackagedFile[]> {
  return (await room.readZip(makeZip([...entries, { name: 'last', data: 'last' }]))).files.slice(0, -1);
}

describe('what is wrong with an entry is told of it, and the next is read all the same', () => {
  it.each<[string, Partial<TestEntry>, EntryFault[]]>([
    ['another CRC', { crc32: 7 }, [{ type: 'crc' }]],
    ['another CRC, deflated', { crc32: 7, deflated: true }, [{ type: 'crc' }]],
    ['encrypted', { flags: 0x0801 }, [{ type: 'encrypted' }]],
    ['strongly encrypted', { flags: 0x0841 }, [{ type: 'encrypted' }]],
    ['a method that hardly anybody reads', { method: 14 }, [{ type: 'method', method: 14 }]],
    ['stored, with another size', { sizeBytes: 5 }, [{ type: 'size', actualBytes: DATA.length }]],
    ['inflates to less', { deflated: true, sizeBytes: 12_000 }, [{ type: 'size', actualBytes: DATA.length }]],
    ['inflates to more', { deflated: true, sizeBytes: 100 }, [{ type: 'size', actualBytes: DATA.length }]],
    ['no byte of deflated data', { method: 8, data: '' }, [{ type: 'data', detail: 'unexpected end of file' }]],
    [
      'no deflated data',
      { method: 8, data: Buffer.from('ffffffff', 'hex') },
      [{ type: 'data', detail: 'invalid block type' }],
    ],
    [
      'deflated data that are cut off',
      { method: 8, data: DEFLATED.subarray(0, 20), sizeBytes: DATA.length },
      [{ type: 'data', detail: 'unexpected end of file' }],
    ],
    [
      'bytes hidden after the deflated data',
      { method: 8, data: Buffer.concat([DEFLATED, Buffer.from('hidden')]), sizeBytes: DATA.length },
      [{ type: 'data', detail: 'bytes after the compressed data' }],
    ],
  ])('%s', async (_, changes, faults) => {
    const zip = makeZip([
      { name: 'a', data: DATA, ...changes },
      { name: 'last', data: 'last' },
    ]);
    const [file, last] = (await room.readZip(zip)).files;
    expect(file?.faults).toEqual(faults);
    expect(last?.digests.sha256).toBe(sha256Of('last'));
  });
});

describe('names', () => {
  const bytes = (hex: string) => Buffer.from(hex, 'hex');

  /** Info-ZIP's extra field 0x7075 (APPNOTE 4.6.9). */
  function unicodePath(name: string, raw: Buffer): Buffer {
    const data = Buffer.concat([bytes('0100000000'), Buffer.from(name)]);
    data.writeUInt32LE(crc32(raw), 1);
    return Buffer.concat([bytes('7570'), Buffer.from([data.length, 0]), data]);
  }

  it.each<[string, string | Buffer, Partial<TestEntry>, string, PackagedFile['nameEncoding']]>([
    ['ASCII needs no mark', Buffer.from('a.txt'), {}, 'a.txt', 'utf-8'],
    ['marked as UTF-8', '微课.txt', {}, '微课.txt', 'utf-8'],
    ['UTF-8 without the mark', Buffer.from('微课.txt'), {}, '微课.txt', 'utf-8-unmarked'],
    ['GBK', bytes('cea2bfce2e747874'), {}, '微课.txt', 'gb18030'],
    ['marked as UTF-8 and GBK all the same', bytes('cea2bfce'), { flags: 0x0800 }, '微课', 'gb18030'],
    ['code page 437', bytes('64617481652e747874'), {}, 'datüe.txt', 'cp437'],
    ['NUL and backslashes', 'a\\b\0c', {}, 'a\\b\0c', 'utf-8'],
    [
      'with its name in Unicode beside (0x7075)',
      bytes('cea2bfce'),
      { extra: unicodePath('微课', bytes('cea2bfce')) },
      '微课',
      'utf-8-unmarked',
    ],
    [
      'with one in Unicode beside that was made for another',
      bytes('cea2bfce'),
      { extra: unicodePath('other', bytes('00')) },
      '微课',
      'gb18030',
    ],
  ])('%s', async (_, name, changes, path, nameEncoding) => {
    expect(await filesOf([{ name, ...changes }])).toEqual([expect.objectContaining({ path, nameEncoding })]);
  });
});

describe('types, by the external attributes', () => {
  it.each<[string, number, PackagedFile['type']]>([
    ['a file', 0o100644 << 16, 'file'],
    ['nothing said', 0, 'file'],
    ['a symbolic link', 0o120777 << 16, 'link'],
    ['a reparse point of Windows', 0x400, 'link'],
    ['a pipe', 0o010644 << 16, 'other'],
    ['a device', 0o060644 << 16, 'other'],
    ['a folder without a slash', 0o040755 << 16, 'other'],
    ['a folder of DOS without a slash', 0x10, 'other'],
  ])('%s', async (_, attributes, type) => {
    expect((await filesOf([{ name: 'a', data: 'x', attributes }]))[0]?.type).toBe(type);
  });
});

describe('the base folder', () => {
  const names = async (...list: string[]) => {
    const { base, files } = await room.readZip(makeZip(list.map((name) => ({ name }))));
    return [base, files.map(({ path }) => path)];
  };

  it.each<[string, string[], string, string[]]>([
    ['one folder', ['b/x', 'b/y/z'], 'b', ['x', 'y/z']],
    ['one folder, named itself', ['b/', 'b/x'], 'b', ['x']],
    ['two folders', ['b/x', 'c/x'], '', ['b/x', 'c/x']],
    ['a file beside', ['b/x', 'c'], '', ['b/x', 'c']],
    ['litter of macOS beside', ['b/x', '__MACOSX/b/._x', '.DS_Store'], 'b', ['x', '__MACOSX/b/._x', '.DS_Store']],
    [
      'names that lead elsewhere',
      ['b/x', '../b/x', '/b/x', 'C:/x', 'b/../x', 'b\\x'],
      'b',
      ['x', '../b/x', '/b/x', 'C:/x', 'b/../x', 'b\\x'],
    ],
    ['an empty folder beside', ['b/x', 'c/'], '', ['b/x']],
  ])('%s', async (_, list, base, paths) => {
    expect(await names(...list)).toEqual([base, paths]);
  });

  it('is left out of what the faults name', async () => {
    const [first, ...rest] = entriesOf(bagFiles({ 'data/a': 'a' })) as [TestEntry, ...TestEntry[]];
    const { structure } = await room.readZip(makeZip([{ ...first, comment: 'x' }, ...rest]));
    expect(structure[0]?.path).toBe('data/a');
  });
});

describe('kind', () => {
  it.each<[string, string[], string]>([
    ['a declaration', ['b/bagit.txt'], 'bag'],
    ['a manifest without one', ['b/manifest-md5.txt', 'b/data/x'], 'bag'],
    ['an upload log', ['b/上传台账.xlsx'], 'upload'],
    ['a bag further down', ['b/c/bagit.txt'], 'unknown'],
    ['none of them', ['b/x'], 'unknown'],
  ])('%s', async (_, list, kind) => {
    expect((await room.readZip(makeZip(list.map((name) => ({ name }))))).kind).toBe(kind);
  });
});
