import { describe, expect, it } from 'vitest';
import { readAtBytes } from '../../util/byte-source.ts';
import { detectOle2 } from './ole2.ts';

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const NONE = 0xffffffff;

/** The smallest compound file: a header, one FAT sector, one directory sector with up to three streams. */
function compoundFile(...streams: string[]): Buffer {
  const file = Buffer.alloc(SECTOR * 3, 0xff);
  file.write('d0cf11e0a1b11ae1', 0, 'hex');
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0, 76);
  file.writeUInt32LE(END_OF_CHAIN, SECTOR + 4);
  ['Root Entry', ...streams].forEach((name, index) => {
    const entry = file.subarray(SECTOR * 2 + index * 128, SECTOR * 2 + (index + 1) * 128).fill(0);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    entry.writeUInt32LE(NONE, 68);
    entry.writeUInt32LE(index > 0 && index < streams.length ? index + 1 : NONE, 72);
    entry.writeUInt32LE(index === 0 ? 1 : NONE, 76);
  });
  return file;
}

async function typeOf(file: Buffer, name: string): Promise<string> {
  const type = await detectOle2(file, name, readAtBytes(file));
  return `${type?.kind}/${type?.format}`;
}

describe('detectOle2', () => {
  it.each([
    [['WordDocument', '1Table'], 'a.bin', 'document/doc'],
    [['1Table', 'WordDocument'], 'a.wps', 'document/wps'],
    [['Workbook'], 'a.doc', 'spreadsheet/xls'],
    [['PowerPoint Document'], 'a.bin', 'slides/ppt'],
    [['EncryptionInfo', 'EncryptedPackage'], '方案.docx', 'document/docx'],
    [['EncryptionInfo', 'EncryptedPackage'], '汇总.xlsx', 'spreadsheet/xlsx'],
    [['Catalog'], 'Thumbs.db', 'unknown/ole2'],
  ])('%j named %s is %s', async (streams, name, expected) => {
    expect(await typeOf(compoundFile(...streams), name)).toBe(expected);
  });

  it('leaves a file cut before its directory to the reader of its name', async () => {
    const cut = compoundFile('WordDocument').subarray(0, 600);
    expect(await typeOf(cut, 'a.doc')).toBe('document/doc');
    expect(await typeOf(cut, 'a.mp4')).toBe('unknown/ole2');
  });

  it('ends on a directory chain and on siblings that run in circles', async () => {
    const file = compoundFile('WordDocument');
    file.writeUInt32LE(1, SECTOR + 4);
    file.writeUInt32LE(1, SECTOR * 2 + 128 + 68);
    expect(await typeOf(file, 'a.bin')).toBe('document/doc');
  });
});
