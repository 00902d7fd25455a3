import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { UPLOAD_FILE_COLUMNS, UPLOAD_FILES_SHEET } from '../../model/upload-log.ts';
import { type Cell, writeXlsx } from '../../util/write-xlsx.ts';
import { readUploadLog } from './upload-log.ts';

const SHA = 'ab'.repeat(32);
const { category, item, path, originalPath, sizeBytes, sha256 } = UPLOAD_FILE_COLUMNS;
const HEADER = [category, item, path, originalPath, sizeBytes, sha256];
const ROW = ['心理微课', '01 情绪管理', '心理微课/01/视频.mp4', 'a/b.mp4', 12345, SHA];
const READ = { path: '心理微课/01/视频.mp4', originalPath: 'a/b.mp4', sizeBytes: 12345, sha256: SHA };

type Row = readonly (string | number | null)[];

async function workbook(sheets: Readonly<Record<string, readonly Row[]>>): Promise<Buffer> {
  const cells = (row: Row): Cell[] => row.map((value) => ({ value }));
  return Buffer.from(
    await writeXlsx(
      Object.entries(sheets).map(([name, rows]) => ({ name, widths: [], headerRows: 1, rows: rows.map(cells) })),
    ),
  );
}

async function read(sheets: Readonly<Record<string, readonly Row[]>>) {
  return readUploadLog(await workbook(sheets), () => undefined);
}

describe('readUploadLog', () => {
  it.each<[string, readonly Row[], unknown[]]>([
    ['as it was written', [HEADER, ROW], [{ line: 2, ...READ }]],
    ['with a title above', [['某某大学'], [], HEADER, ROW], [{ line: 4, ...READ }]],
    [
      'columns moved, and others added',
      [
        ['备注', sha256, path, sizeBytes],
        ['x', SHA, 'a', 1],
      ],
      [{ line: 2, path: 'a', originalPath: null, sizeBytes: 1, sha256: SHA }],
    ],
    [
      'headers as people write them',
      [
        ['文 件', 'sha256', '大小(字节)'],
        ['a', SHA, '1,234'],
      ],
      [{ line: 2, path: 'a', originalPath: null, sizeBytes: 1234, sha256: SHA }],
    ],
    ['rows between that name no file', [HEADER, [], ['小计', null, null, null, 99], ROW], [{ line: 4, ...READ }]],
    [
      'digests in capitals, with spaces',
      [HEADER, [...ROW.slice(0, 5), ` ${SHA.toUpperCase()} `]],
      [{ line: 2, ...READ }],
    ],
    [
      'what is no digest and no size',
      [HEADER, [...ROW.slice(0, 4), 'x', 'ab']],
      [{ line: 2, ...READ, sizeBytes: null, sha256: null }],
    ],
    ['no rows', [HEADER], []],
  ])('%s', async (_, rows, expected) => {
    expect(
      await read({
        作品: [
          ['题目', '文件夹'],
          ['x', 'y'],
        ],
        [UPLOAD_FILES_SHEET]: rows,
      }),
    ).toEqual({
      ok: true,
      value: { rows: expected },
    });
  });

  it('finds the sheet by its columns where its tab was renamed', async () => {
    expect(await read({ 说明: [['x']], Sheet2: [HEADER, ROW] })).toEqual({
      ok: true,
      value: { rows: [{ line: 2, ...READ }] },
    });
  });

  it.each<[string, Buffer, string]>([
    ['no archive', Buffer.from('text'), 'damaged'],
    ['an archive without a workbook', Buffer.from(zipSync({ a: new Uint8Array(1) })), 'damaged'],
    ['broken XML', Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.from('<a>') })), 'damaged'],
    ['a bomb', Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(40 << 20) })), 'too-large'],
  ])('fails: %s', async (_, bytes, reason) => {
    expect(await readUploadLog(bytes, () => undefined)).toMatchObject({ ok: false, failure: { reason } });
  });

  it('fails where no sheet has its columns', async () => {
    expect(
      await read({
        文件: [
          ['文件', '备注'],
          ['a', 'b'],
        ],
      }),
    ).toMatchObject({ ok: false, failure: { reason: 'damaged' } });
  });
});
