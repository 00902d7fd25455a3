import { unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { type Sheet, writeXlsx } from './write-xlsx.ts';

const WORKBOOK = 'xl/workbook.xml';
const SHEET1 = 'xl/worksheets/sheet1.xml';

function sheet(values: readonly (string | number | null)[], more: Partial<Sheet> = {}): Sheet {
  return { name: '表', widths: [20], headerRows: 0, rows: values.map((value) => [{ value }]), ...more };
}

async function part(sheets: readonly Sheet[], name = SHEET1): Promise<string> {
  return new TextDecoder().decode(unzipSync(await writeXlsx(sheets))[name]);
}

async function read(sheets: readonly Sheet[]): Promise<unknown[]> {
  const [first] = await readWorkbook(Buffer.from(await writeXlsx(sheets)));
  return first?.data.map(([value]) => value) ?? [];
}

const HOSTILE = [
  '=HYPERLINK("http://example.org","x")',
  '+86',
  '-1',
  '@SUM(A1)',
  '01',
  '1e5',
  'TRUE',
  '#N/A',
  "'quoted",
  '12345678901234567890',
  '<b>R&D</b> ]]>',
  '_x000D_ _x005F_',
  'a\nb',
  '👨\u200D👩\u200D👧',
  '$&',
];

describe('text', () => {
  it('comes back as it was, whatever it looks like', async () => {
    expect(await read([sheet(HOSTILE)])).toEqual(HOSTILE);
  });

  it.each([
    ['a\u0007b', 'a\\u{7}b'],
    ['\t=1+1', '=1+1'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
  ])('%j is read as %j', async (text, expected) => {
    expect(await read([sheet([text])])).toEqual([expected]);
  });

  it('is cut where a cell holds no more', async () => {
    expect(await read([sheet(['甲'.repeat(40_000)])])).toEqual([`${'甲'.repeat(32_761)} [...]`]);
  });

  it('is typed and formatted as text, so that nothing becomes a formula when it is edited', async () => {
    const bytes = unzipSync(await writeXlsx([sheet(HOSTILE)]));
    const [cells, styles] = [SHEET1, 'xl/styles.xml'].map((name) => new TextDecoder().decode(bytes[name]));
    expect(cells?.match(/<c [^>]*>/g)).toHaveLength(HOSTILE.length);
    for (const cell of cells?.match(/<c [^>]*>/g) ?? []) expect(cell).toMatch(/^<c r="A\d+" s="1" t="s">$/);
    expect(cells).not.toContain('<f');
    expect(styles).toContain('<numFmt numFmtId="100" formatCode="@"/>');
    expect(styles).toMatch(/<cellXfs count="2"><xf [^>]*>.*<xf numFmtId="100" applyNumberFormat="1"/);
  });
});

it('keeps numbers numbers', async () => {
  expect(await read([sheet([1_099_511_627_776, 0])])).toEqual([1_099_511_627_776, 0]);
});

describe('the same sheets', () => {
  it('give the same bytes', async () => {
    expect(await writeXlsx([sheet(HOSTILE)])).toEqual(await writeXlsx([sheet(HOSTILE)]));
  });

  it('carry no date: each entry is of 1980, and there are no document properties', async () => {
    const bytes = Buffer.from(await writeXlsx([sheet(['x'])]));
    const names = Object.keys(unzipSync(bytes));
    expect(names.filter((name) => name.startsWith('docProps'))).toEqual([]);
    for (
      let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
      at >= 0;
      at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')
    ) {
      // APPNOTE 4.4.6: time, then date, where 1980-01-01 is day 1 of month 1 of year 0.
      expect([bytes.readUInt16LE(at + 12), bytes.readUInt16LE(at + 14)]).toEqual([0, 0x21]);
    }
  });
});

describe('rows', () => {
  const rows = [
    [{ value: '甲'.repeat(30), wrap: true }],
    [{ value: 'a\nb\nc', wrap: true, fontSize: 20 }],
    [{ value: '甲'.repeat(30) }],
    [{ value: '甲'.repeat(30), wrap: true, height: 40 }],
    [{ value: '甲\n'.repeat(900), wrap: true }],
    [],
  ];

  it('are as high as their text, and may still grow; a height that was asked for stays', async () => {
    const xml = await part([sheet([], { rows })]);
    expect(xml.match(/<row [^>]*>/g)).toEqual([
      '<row ht="53" r="1">',
      '<row ht="89" r="2">',
      '<row r="3">',
      '<row ht="40" r="4" customHeight="1">',
      '<row ht="409" r="5">',
      '<row r="6"/>',
    ]);
  });

  it('are as high as asked for at least, where text wraps', async () => {
    const xml = await part([
      sheet([], { rows: [...rows.slice(0, 3), [{ value: 'a', wrap: true }]], minRowHeight: 60 }),
    ]);
    expect(xml.match(/<row [^>]*>/g)).toEqual([
      '<row ht="60" r="1">',
      '<row ht="89" r="2">',
      '<row r="3">',
      '<row ht="60" r="4">',
    ]);
  });

  it('may have a cell over several columns', async () => {
    const wide = [{ value: 'x', columnSpan: 3 }, { value: 'y' }];
    const xml = await part([sheet([], { widths: [5, 5, 5, 5], rows: [wide] })]);
    expect(xml).toContain('<mergeCell ref="A1:C1"/>');
    expect(xml).toContain('<c r="D1"');
  });
});

describe('pages', () => {
  const page = { footer: '&C第 &P 页' };
  const full = sheet(['title', 'x'], {
    headerRows: 1,
    page,
    choices: [{ range: 'A2:A9', words: ['甲', '<乙>'] }],
    filter: 'A2:B2',
    rows: [[{ value: 'title', columnSpan: 2 }], [{ value: 'x' }, { value: 'y' }]],
  });

  it('are A4 landscape and one wide, with all elements in the order of CT_Worksheet (ECMA-376 part 1, A.2)', async () => {
    const xml = await part([full]);
    const children = [...xml.matchAll(/<(\w+)(?: [^>]*)?(?:\/>|>)/g)].map(([, name]) => name);
    const known =
      'sheetPr sheetViews cols sheetData autoFilter mergeCells dataValidations printOptions pageMargins pageSetup headerFooter ignoredErrors';
    expect(children.filter((name) => known.split(' ').includes(name ?? '')).join(' ')).toBe(known);
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>');
    expect(xml).toContain('<oddFooter>&amp;C第 &amp;P 页</oddFooter>');
    expect(xml).not.toContain('<drawing');
  });

  it('begin with the header rows of their sheet, or some of them', async () => {
    const sheets = [sheet(['x']), sheet(['x'], { name: "it's R&D $&", headerRows: 2, page }), sheet(['x'], { page })];
    expect(await part(sheets, WORKBOOK)).toContain(
      `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="1">'it''s R&amp;D $&amp;'!$1:$2</definedName></definedNames>`,
    );
    const last = sheet(['x'], { headerRows: 3, page: { ...page, repeatFrom: 3 } });
    expect(await part([last], WORKBOOK)).toContain(">'表'!$3:$3<");
    expect(await part([sheet(['x'])], WORKBOOK)).not.toContain('definedName');
  });

  it('are filtered by a header, which the workbook names', async () => {
    const filtered = sheet(['</sheetData>', 'x'], { headerRows: 1, filter: 'A1:R20' });
    expect(await part([filtered])).toContain('</sheetData><autoFilter ref="A1:R20"/>');
    expect(await part([filtered], WORKBOOK)).toContain(
      `<definedName name="_xlnm._FilterDatabase" hidden="1" localSheetId="0">'表'!$A$1:$R$20</definedName>`,
    );
  });

  it('are left alone where none are asked for', async () => {
    expect(await part([sheet(['x'])])).not.toMatch(/sheetPr|pageSetup|headerFooter|dataValidation|autoFilter/);
  });

  it.each([
    ['words', ['甲', '<乙>'], '<formula1>&quot;甲,&lt;乙&gt;&quot;</formula1>'],
    ['a word with a comma', ['甲', '乙,丙'], null],
    ['a word with a quote', ['"'], null],
    ['no words', [], null],
    ['more than a formula holds', ['甲'.repeat(256)], null],
  ])('offer a choice of %s', async (_, words, expected) => {
    const xml = await part([sheet(['x'], { choices: [{ range: 'A2:A9', words }] })]);
    expect(/<formula1>.*<\/formula1>/.exec(xml)?.[0] ?? null).toBe(expected);
    expect(xml.includes('<dataValidations')).toBe(expected !== null);
  });
});

it('gives each sheet a name that Excel takes', async () => {
  const sheets = ['案例', '案例', 'a/b', ''].map((name) => sheet(['x'], { name }));
  const found = await readWorkbook(Buffer.from(await writeXlsx(sheets)));
  expect(found.map((one) => one.sheet)).toEqual(['案例', '案例 (2)', 'a b', 'Sheet']);
});
