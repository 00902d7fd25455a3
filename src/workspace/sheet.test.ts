import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { SizhengError } from '../model/errors.ts';
import { readSheet } from './sheet.ts';

const HEADER = ['序号', '类别', '题目', '学校（单位）', '主讲人', '字幕', '状态', '理由'];

async function sheet(...rows: unknown[][]): Promise<Uint8Array> {
  return writeExcelFile(rows as SheetData).toBuffer();
}

/** The bytes of a workbook with one part rewritten. */
function patch(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [part]: strToU8(change(new TextDecoder().decode(parts[part]))) });
}

const SHEET1 = 'xl/worksheets/sheet1.xml';

async function failureOf(bytes: Uint8Array): Promise<SizhengError> {
  const error = await readSheet(bytes, '作品信息.xlsx', 'en').catch((thrown: unknown) => thrown);
  if (error instanceof SizhengError) return error;
  throw error instanceof Error ? error : new Error('expected a failure');
}

describe('readSheet', () => {
  it('reads each column into its field, with the row that Excel shows', async () => {
    const rows = await readSheet(
      await sheet(HEADER, [1, '心理微课', ' 睡眠 ', '甲大学', '张三、李四', '压制字幕', '候选', '备用']),
      'x.xlsx',
    );
    expect(rows).toEqual([
      {
        line: 2,
        category: '心理微课',
        fields: {
          number: '1',
          title: '睡眠',
          institution: '甲大学',
          people: ['张三', '李四'],
          topic: null,
          intro: null,
          subtitles: 'burned-in',
          status: 'candidate',
          reason: '备用',
          group: null,
        },
      },
    ]);
  });

  it('passes over titles above, blank rows, examples, rows with a number only, and a repeated header', async () => {
    const rows = await readSheet(
      await sheet(
        ['浙江省作品汇总表'],
        [],
        HEADER,
        ['示例', '心理微课', '例题', '某大学'],
        [],
        ['01', null, '甲', '甲大学'],
        HEADER,
        ['02', '心理微课', null, null],
        ['03', null, '=1+1', '乙大学'],
        ['填表人：某某'],
      ),
      'x.xlsx',
    );
    expect(rows.map(({ line, fields }) => [line, fields.number, fields.title])).toEqual([
      [6, '01', '甲'],
      [9, '03', '=1+1'],
    ]);
  });

  it.each([
    [
      ['编号', '作品名称', '单位名称'],
      ['1', 't', 'i'],
    ],
    [
      ['*序号', '标题（必填）', '学校\n（单位）'],
      ['1', 't', 'i'],
    ],
    [
      ['No.', 'Title', 'Institution'],
      ['1', 't', 'i'],
    ],
  ])('knows the header %j', async (header, row) => {
    const [only] = await readSheet(await sheet(header, row), 'x.xlsx');
    expect(only?.fields).toMatchObject({ number: '1', title: 't', institution: 'i' });
  });

  it('takes dates, booleans and error values as they come', async () => {
    const bytes = await sheet(
      ['题目', '学校', '主题'],
      [{ value: new Date(Date.UTC(2027, 4, 1)), type: Date, format: 'yyyy-mm-dd' }, true, 'x'],
    );
    const broken = patch(bytes, SHEET1, (xml) =>
      xml.replace(/<c r="C2"[^>]*>.*?<\/c>/, '<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    );
    const [row] = await readSheet(broken, 'x.xlsx');
    expect(row?.fields).toMatchObject({ title: '2027-05-01', institution: 'true' });
  });

  it('reads a formula by its last value', async () => {
    const bytes = patch(await sheet(['题目', '学校'], ['t', 'i']), SHEET1, (xml) =>
      xml.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2" t="str"><f>A1&amp;"x"</f><v>丙大学</v></c>'),
    );
    expect((await readSheet(bytes, 'x.xlsx'))[0]?.fields.institution).toBe('丙大学');
  });

  it('lets a cell merged over rows speak for each of them', async () => {
    const bytes = await sheet(HEADER, [1, { value: '心理微课', rowSpan: 2 }, 'a', '甲'], [2, null, 'b', '乙']);
    expect((await readSheet(bytes, 'x.xlsx')).map(({ category }) => category)).toEqual(['心理微课', '心理微课']);
  });

  it('looks for the header in every worksheet', async () => {
    const bytes = await writeExcelFile([
      { sheet: '说明', data: [['填写说明']] },
      {
        sheet: '表',
        data: [
          ['题目', '学校'],
          ['t', 'i'],
        ],
      },
    ]).toBuffer();
    expect(await readSheet(bytes, 'x.xlsx')).toHaveLength(1);
  });

  it('passes over a tab that is a chart', async () => {
    const bytes = patch(await sheet(['题目', '学校'], ['t', 'i']), 'xl/workbook.xml', (xml) =>
      xml.replace('<sheets>', '<sheets><sheet r:id="rId9" sheetId="9" name="图"/>'),
    );
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet';
    const withChart = patch(bytes, 'xl/_rels/workbook.xml.rels', (xml) =>
      xml.replace('</Rel', `<Relationship Id="rId9" Type="${type}" Target="chartsheets/sheet1.xml"/></Rel`),
    );
    expect(await readSheet(withChart, 'x.xlsx')).toHaveLength(1);
  });

  it('names the cell of a status it does not know', async () => {
    const error = await failureOf(
      await sheet(HEADER, [1, null, 'a', '甲', null, null, '待审'], [2, null, 'b', '乙', null, null, ' 入 选 ']),
    );
    expect(error.id).toBe('sheet/invalid');
    expect(error.params).toMatchObject({ problems: [{ line: 2, column: 7, at: 'G2 待审' }] });
  });

  it('says when there is no header', async () => {
    const error = await failureOf(await sheet(['a', 'b'], ['c', 'd']));
    expect([error.id, error.exitCode]).toEqual(['sheet/invalid', 2]);
  });
});

describe('readSheet on files that are no sheet', () => {
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  it.each([
    ['nothing', Buffer.alloc(0), 'not an xlsx'],
    ['text', Buffer.from('题目,学校'), 'not an xlsx'],
    ['another archive', zipSync({ 'a.txt': strToU8('x') }), 'not an xlsx'],
    ['an old xls', Buffer.concat([ole, Buffer.alloc(1000)]), 'old xls'],
    ['an encrypted xlsx', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'password'],
    ['half an archive', Buffer.from('PK\x03\x04 and no more'), 'damaged'],
    ['a workbook of nonsense', zipSync({ 'xl/workbook.xml': strToU8('<a><b></a>') }), 'damaged'],
    ['a zip bomb', zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/x.xml': new Uint8Array(40 << 20) }), 'too large'],
    [
      'many entries',
      zipSync(Object.fromEntries(Array.from({ length: 2001 }, (_, n) => [`${n}.xml`, new Uint8Array()]))),
      'too large',
    ],
  ])('%s', async (_, bytes, detail) => {
    const error = await failureOf(bytes);
    expect([error.id, error.exitCode]).toEqual(['sheet/unreadable', 2]);
    expect(error.params).toMatchObject({ detail: expect.stringContaining(detail) });
  });

  it.each([
    ['a cell far away', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>', 'too large'],
    ['a row past the last', '<row r="99999999999"><c r="A9"><v>1</v></c></row></sheetData>', 'damaged'],
    ['a cell without an address', '<row r="9"><c><v>1</v></c></row></sheetData>', 'damaged'],
    [
      'merges over merges',
      `</sheetData><mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(50)}</mergeCells>`,
      'too large',
    ],
    ['an entity', '</sheetData><!DOCTYPE a [<!ENTITY x "y">]>', 'damaged'],
  ])('%s', async (_, end, detail) => {
    const bytes = patch(await sheet(['题目', '学校'], ['t', 'i']), SHEET1, (xml) => xml.replace('</sheetData>', end));
    expect((await failureOf(bytes)).params).toMatchObject({ detail: expect.stringContaining(detail) });
  });

  it('reads a thousand rows', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => [index, '心理微课', `题目 ${index}`, '甲大学']);
    const bytes = await sheet(HEADER, ...rows);
    expect(await readSheet(bytes, 'x.xlsx')).toHaveLength(1000);
  });

  it('a cut file', async () => {
    const whole = await sheet(HEADER);
    expect((await failureOf(whole.subarray(0, whole.length - 40))).id).toBe('sheet/unreadable');
  });
});
