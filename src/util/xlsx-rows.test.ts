import { describe, expect, it } from 'vitest';
import { listWorksheets, type ReadPart, readRows } from './xlsx-rows.ts';

function partsOf(parts: Readonly<Record<string, string>>): ReadPart {
  return async (name) => (parts[name] === undefined ? null : Buffer.from(parts[name]));
}

const WORKBOOK = {
  'xl/workbook.xml':
    '<workbook><sheets><sheet name="作品" sheetId="1" r:id="rId2"/><sheet name="文件" sheetId="2" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/b.xml"/><Relationship Id="rId2" Target="/xl/worksheets/a.xml"/></Relationships>',
};

describe('listWorksheets', () => {
  it('names the tabs in their order, with their parts', async () => {
    expect(await listWorksheets(partsOf(WORKBOOK))).toEqual([
      { name: '作品', part: 'xl/worksheets/a.xml' },
      { name: '文件', part: 'xl/worksheets/b.xml' },
    ]);
  });

  it('of an archive that is no workbook there are none', async () => {
    expect(await listWorksheets(partsOf({}))).toEqual([]);
  });
});

describe('readRows', () => {
  const read = async (rows: string, strings = '') => {
    const found: [number, [number, string][]][] = [];
    const parts = {
      a: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    };
    await readRows(partsOf(parts), { name: '', part: 'a' }, (line, cells) => found.push([line, [...cells]]));
    return found;
  };

  it.each<[string, string, string, [number, string][]]>([
    ['numbers', '<c r="B1"><v>12345</v></c>', '', [[2, '12345']]],
    ['shared strings', '<c r="A1" t="s"><v>1</v></c>', '<si><t>x</t></si><si><t>微课</t></si>', [[1, '微课']]],
    [
      'runs',
      '<c r="A1" t="s"><v>0</v></c>',
      '<si><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></si>',
      [[1, 'a b']],
    ],
    [
      'readings left out',
      '<c r="A1" t="s"><v>0</v></c>',
      '<si><t>東</t><rPh sb="0"><t>ヒガシ</t></rPh></si>',
      [[1, '東']],
    ],
    ['strings in the cell', '<c r="C1" t="inlineStr"><is><t>a&amp;b</t></is></c>', '', [[3, 'a&b']]],
    ['formulas by their last value', '<c r="A1" t="str"><f>1+1</f><v>2</v></c>', '', [[1, '2']]],
    ['escapes', '<c r="A1" t="inlineStr"><is><t>_x005F_x0041_ _x000A_</t></is></c>', '', [[1, '_x0041_ \n']]],
    [
      'cells without an address',
      '<c><v>1</v></c><c><v>2</v></c>',
      '',
      [
        [1, '1'],
        [2, '2'],
      ],
    ],
    ['empty cells', '<c r="A1"/><c r="B1"><v></v></c><c r="XFD1" t="s"><v>9</v></c>', '', []],
    ['one far right', '<c r="XFD1"><v>1</v></c>', '', [[16384, '1']]],
  ])('%s', async (_, cells, strings, expected) => {
    expect(await read(`<row r="1">${cells}</row>`, strings)).toEqual([[1, expected]]);
  });

  it('numbers rows as they are numbered, or counts', async () => {
    const rows = await read('<row r="3"><c r="A3"><v>1</v></c></row><row/><row r="1048576"><c><v>2</v></c></row>');
    expect(rows.map(([line]) => line)).toEqual([3, 4, 1048576]);
  });

  it('a part that is missing has no rows', async () => {
    await readRows(partsOf({}), { name: '', part: 'a' }, () => expect.unreachable());
  });
});
