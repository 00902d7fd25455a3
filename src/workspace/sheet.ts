/** Reads 作品信息.xlsx: one row a work, columns found by their names. */
import type { Language } from '../i18n/catalogue.ts';
import type { ItemFields, SheetRow } from '../model/submission.ts';
import { cutText } from '../util/cut-text.ts';
import { joinParts, type Parts } from '../util/xlsx-parts.ts';
import { type ColumnField, findHeader, type Header } from './sheet-columns.ts';
import { namingSheet, SheetError, type SheetProblem, sheetInvalid } from './sheet-fault.ts';
import { type CellRange, formatAddress, mapSheet } from './sheet-xml.ts';
import { lookUp, STATUS_WORDS, SUBTITLE_WORDS, splitPeople } from './words.ts';
import { listWorksheets, openParts, partText } from './workbook.ts';

type Cells = (string | null)[];

/** The first worksheet that has a header. */
export interface FoundSheet {
  readonly part: string;
  readonly header: Header;
  readonly rows: readonly Cells[];
}

/**
 * The rows that say something of a work, in order; examples and rows that hold only a number are passed over.
 * @param path where the bytes were read, for the message
 * @throws usageError `sheet/unreadable`, or `sheet/invalid` with every fault and its cell
 */
export async function readSheet(bytes: Uint8Array, path: string, language: Language = 'zh-CN'): Promise<SheetRow[]> {
  return namingSheet(path, language, async () => {
    const found = await findSheet(await openParts(bytes));
    if (found === null) throw sheetInvalid(path, [{ what: 'noHeader', line: null, column: null, at: '' }], language);
    const problems = listProblems(found);
    if (problems.length > 0) throw sheetInvalid(path, problems, language);
    return dataRows(found).map(({ line, cell }) => ({ line, category: cell('category'), fields: readFields(cell) }));
  });
}

/** `null` when no worksheet has a header. Throws SheetError. */
export async function findSheet(parts: Parts): Promise<FoundSheet | null> {
  const names = listWorksheets(parts);
  const maps = names.map((name) => mapSheet(partText(parts, name)));
  const contents = await readCells(parts);
  for (const [index, part] of names.entries()) {
    const rows = fillMerged(contents[index] ?? [], maps[index]?.merges ?? []);
    const header = findHeader(rows);
    if (header !== null) return { part, header, rows };
  }
  return null;
}

/** The reader is handed a stored archive of what was inflated and checked here, and nothing else. */
async function readCells(parts: Parts): Promise<Cells[][]> {
  const { default: readWorkbook } = await import('read-excel-file/universal');
  const xml = new Map([...parts].filter(([name]) => /\.(?:xml|rels)$/.test(name)));
  try {
    const sheets = await readWorkbook(joinParts(xml, 0).buffer);
    // A tab that is a chart has no cells, whatever the reader's types say.
    const tables = sheets.flatMap(({ data }) => (data === undefined ? [] : [data]));
    return tables.map((rows) => rows.map((row) => row.map(cellText)));
  } catch (error) {
    throw new SheetError('damaged', error);
  }
}

/** Excel's own limit for a cell, in UTF-16 units. */
const MAX_CELL_LENGTH = 32_767;

/** Numbers as they read (1 → "1"), dates as `YYYY-MM-DD`, formulas by the value last computed. */
function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const written = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  const text = cutText(written, MAX_CELL_LENGTH).trim();
  return text === '' ? null : text;
}

/** A cell merged over several rows speaks for each of them; over several columns (a title) only for its first. */
function fillMerged(rows: Cells[], merges: readonly CellRange[]): Cells[] {
  for (const { top, left, bottom, right } of merges) {
    const value = left === right ? rows[top - 1]?.[left - 1] : null;
    if (value == null) continue;
    for (const row of rows.slice(top, bottom)) row[left - 1] ??= value;
  }
  return rows;
}

interface DataRow {
  readonly line: number;
  cell(field: ColumnField): string | null;
}

/** A row says something of a work when it holds more than its number and category. */
const TELLING: readonly ColumnField[] = ['title', 'institution', 'people', 'topic', 'intro', 'status', 'reason'];
const EXAMPLE = /^[(（【[]?(?:示例|样例|范例)/;

function dataRows({ header, rows }: FoundSheet): DataRow[] {
  const titleName = rows[header.line - 1]?.[(header.columns.get('title') ?? 0) - 1];
  const tells = (cell: DataRow['cell']): boolean => TELLING.some((field) => cell(field) !== null);
  return rows
    .map((cells, index): DataRow => {
      const cell = (field: ColumnField): string | null => cells[(header.columns.get(field) ?? 0) - 1] ?? null;
      return { line: index + 1, cell };
    })
    .filter(({ line, cell }) => line > header.line && tells(cell) && !isExample(cell))
    .filter(({ cell }) => cell('title') !== titleName); // a header two rows high, or repeated on each page
}

function isExample(cell: DataRow['cell']): boolean {
  return EXAMPLE.test(cell('number') ?? cell('category') ?? cell('title') ?? '') || cell('status') === '示例';
}

function listProblems(found: FoundSheet): SheetProblem[] {
  const column = found.header.columns.get('status') ?? null;
  return dataRows(found).flatMap(({ line, cell }): SheetProblem[] => {
    const written = cell('status');
    if (written === null || column === null || lookUp(STATUS_WORDS, written) !== undefined) return [];
    return [{ what: 'unknownStatus', line, column, at: `${formatAddress(column, line)} ${cutText(written, 40)}` }];
  });
}

function readFields(cell: DataRow['cell']): ItemFields {
  return {
    number: cell('number'),
    title: cell('title'),
    institution: cell('institution'),
    people: splitPeople(cell('people') ?? ''),
    topic: cell('topic'),
    intro: cell('intro'),
    subtitles: lookUp(SUBTITLE_WORDS, cell('subtitles') ?? '') ?? null,
    status: lookUp(STATUS_WORDS, cell('status') ?? '') ?? null,
    reason: cell('reason'),
    group: cell('group'),
  };
}
