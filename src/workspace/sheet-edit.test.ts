import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { SizhengError } from '../model/errors.ts';
import { readSheet } from './sheet.ts';
import { editSheet, type SheetEdit } from './sheet-edit.ts';

const SHEET1 = 'xl/worksheets/sheet1.xml';
const HEADER = ['序号', '题目', '状态', '学校', '理由'];
const ROWS = [HEADER, [1, 'a', '入选', '甲', null], [2, 'b', null, '乙', 'old'], [3, 'c', null, '丙', null]];

async function sheet(rows: unknown[][]): Promise<Uint8Array> {
  return writeExcelFile([
    { sheet: '作品信息', data: rows as SheetData, columns: [{ width: 8 }, { width: 30 }] },
    { sheet: '说明', data: [['说明']] },
  ]).toBuffer();
}

function textOf(bytes: Uint8Array, part = SHEET1): string {
  return new TextDecoder().decode(unzipSync(bytes)[part]);
}

function patch(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  return zipSync({ ...unzipSync(bytes), [SHEET1]: strToU8(change(textOf(bytes))) });
}

async function edited(bytes: Uint8Array, edit: SheetEdit): Promise<Uint8Array> {
  const result = await editSheet(bytes, edit, 'x.xlsx');
  const [before, after] = [unzipSync(bytes), unzipSync(result)];
  expect(Object.keys(after)).toEqual(Object.keys(before));
  for (const name of Object.keys(before)) if (name !== SHEET1) expect(after[name]).toEqual(before[name]);
  return result;
}

async function statuses(bytes: Uint8Array): Promise<unknown[]> {
  return (await readSheet(bytes, 'x.xlsx')).map(({ line, fields }) => [
    line,
    fields.title,
    fields.status,
    fields.reason,
  ]);
}

const WITHDRAWN = { status: 'withdrawn', reason: '时长不足' } as const;

describe('editSheet', () => {
  it('changes the two cells and no other', async () => {
    const bytes = await sheet(ROWS);
    const result = await edited(bytes, { line: 2, changes: WITHDRAWN });
    expect(await statuses(result)).toEqual([
      [2, 'a', 'withdrawn', '时长不足'],
      [3, 'b', null, 'old'],
      [4, 'c', null, null],
    ]);
    const strip = (xml: string): string => xml.replace(/<c r="[CE]2".*?(?:<\/c>|\/>)/g, '');
    expect(strip(textOf(result))).toBe(strip(textOf(bytes)));
  });

  it('empties a cell', async () => {
    const result = await edited(await sheet(ROWS), { line: 3, changes: { status: 'selected', reason: null } });
    expect((await statuses(result))[1]).toEqual([3, 'b', 'selected', null]);
  });

  it('adds the columns that are missing', async () => {
    const bytes = await sheet([['浙江省汇总'], ['题目', '学校'], ['a', '甲'], ['b', '乙']]);
    const result = await edited(bytes, { line: 4, changes: WITHDRAWN });
    expect(await statuses(result)).toEqual([
      [3, 'a', null, null],
      [4, 'b', 'withdrawn', '时长不足'],
    ]);
    expect(textOf(result)).toMatch(/<c r="C2".*状态.*<c r="D2".*理由.*<c r="C4".*撤下.*<c r="D4".*时长不足/);
  });

  it('adds no column to empty it', async () => {
    const bytes = await sheet([
      ['题目', '学校'],
      ['a', '甲'],
    ]);
    expect(textOf(await edited(bytes, { line: 2, changes: { status: null, reason: null } }))).toBe(textOf(bytes));
  });

  it('keeps the style of the cell, widens the dimension and drops the spans', async () => {
    const bytes = patch(await sheet(ROWS), (xml) =>
      xml
        .replace('<cols>', '<dimension ref="A1:D4"/><cols>')
        .replace('<row r="4">', '<row r="4" spans="1:4" ht="12">')
        .replace('<c r="D4"', '<c r="C4" s="1"/><c r="D4"'),
    );
    const xml = textOf(await edited(bytes, { line: 4, changes: WITHDRAWN }));
    expect(xml).toContain('<dimension ref="A1:E4"/>');
    expect(xml).toContain('<row r="4" ht="12">');
    expect(xml).toContain('<c r="C4" s="1" t="inlineStr">');
  });

  it('keeps a prefix, and fills a row that was empty', async () => {
    const bytes = patch(
      await sheet([
        ['题目', '学校', '状态', '理由'],
        ['a', '甲'],
        ['b', '乙'],
      ]),
      (xml) =>
        xml
          .replace('<worksheet ', '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ')
          .replace(/<(\/?)(?!\?|x:)/g, '<$1x:')
          .replace(/<x:row r="3">.*?<\/x:row>/, '<x:row r="3"/>')
          .replace('</x:sheetData>', '</x:sheetData><x:mergeCells><x:mergeCell ref="A2:A3"/></x:mergeCells>'),
    );
    const result = await edited(bytes, { line: 3, changes: WITHDRAWN });
    expect(textOf(result)).toContain(
      '<x:c r="C3" t="inlineStr"><x:is><x:t xml:space="preserve">撤下</x:t></x:is></x:c>',
    );
    expect((await statuses(result))[1]).toEqual([3, 'a', 'withdrawn', '时长不足']);
  });

  it.each(['=1+1', '<&>"\'', ' two\nlines ', '_x0041_', 'a\u0007b', '\u{1F600}'])(
    'writes %j as text',
    async (reason) => {
      const result = await edited(await sheet(ROWS), { line: 2, changes: { status: 'withdrawn', reason } });
      expect((await statuses(result))[0]).toEqual([2, 'a', 'withdrawn', reason.replace('\u0007', '\\u{7}').trim()]);
    },
  );

  it('gives the same bytes twice', async () => {
    const bytes = await sheet(ROWS);
    const edit = { line: 2, changes: WITHDRAWN } as const;
    expect(await editSheet(bytes, edit, 'x')).toEqual(await editSheet(bytes, edit, 'x'));
  });

  it.each([
    ['a row past the end', (xml: string) => xml, 9, '没有这一行'],
    ['the header', (xml: string) => xml, 1, '没有这一行'],
    [
      'a cell merged with others',
      (xml: string) => xml.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="C2:C3"/></mergeCells>'),
      2,
      '合并',
    ],
    [
      'a formula',
      (xml: string) => xml.replace(/<c r="C2".*?<\/c>/, '<c r="C2" t="str"><f>"入选"</f><v>入选</v></c>'),
      2,
      '公式',
    ],
  ])('refuses %s', async (_, change, line, message) => {
    const error = await editSheet(patch(await sheet(ROWS), change), { line, changes: WITHDRAWN }, 'x').catch(
      (thrown) => thrown,
    );
    expect(error).toBeInstanceOf(SizhengError);
    expect(error.id).toBe('sheet/invalid');
    expect(error.params.problems[0].message).toContain(message);
  });
});
