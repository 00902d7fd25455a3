/** Changes the status and reason of one work in 作品信息.xlsx, in place: every other part of the file keeps its content. */
import type { Language } from '../i18n/catalogue.ts';
import { joinParts } from '../util/xlsx-parts.ts';
import { cellText, escapeXml, escapeXstring } from '../util/xlsx-text.ts';
import type { StatusChange } from './item-file.ts';
import { type FoundSheet, findSheet } from './sheet.ts';
import { type ColumnField, columnName } from './sheet-columns.ts';
import { namingSheet, type SheetProblem, sheetInvalid } from './sheet-fault.ts';
import { type CellRange, formatAddress, mapSheet, type RowMark, type SheetMap } from './sheet-xml.ts';
import { STATUS_NAMES } from './words.ts';
import { openParts, partText } from './workbook.ts';

export interface SheetEdit {
  /** The row of the work, as `readSheet` gave it. */
  readonly line: number;
  readonly changes: StatusChange;
}

/** A cell and the text it shall hold. */
interface CellText {
  readonly line: number;
  readonly column: number;
  readonly text: string | null;
}

/**
 * The file with the two cells changed; `null` empties a cell. A column that is missing is added at the right.
 * @throws usageError as `readSheet` does; `sheet/invalid` where the cell is merged with others or holds a formula
 */
export async function editSheet(
  bytes: Uint8Array,
  edit: SheetEdit,
  path: string,
  language: Language = 'zh-CN',
): Promise<Uint8Array> {
  return namingSheet(path, language, async () => {
    const parts = await openParts(bytes);
    const found = await findSheet(parts);
    if (found === null) throw sheetInvalid(path, [{ what: 'noHeader', line: null, column: null, at: '' }], language);
    const xml = partText(parts, found.part);
    const map = mapSheet(xml, new Set([found.header.line, edit.line]));
    const cells = planCells(found, map, edit);
    const problems = edit.line > found.header.line ? cells.flatMap((cell) => whyNot(cell, map)) : [noRow(edit.line)];
    if (problems.length > 0) throw sheetInvalid(path, problems, language);
    return joinParts(new Map(parts).set(found.part, new TextEncoder().encode(writeCells(xml, map, cells))));
  });
}

function planCells({ header }: FoundSheet, map: SheetMap, { line, changes }: SheetEdit): CellText[] {
  const status = changes.status === null ? null : STATUS_NAMES[changes.status];
  const wanted: [ColumnField, string | null][] = [
    ['status', status],
    ['reason', changes.reason],
  ];
  const cells: CellText[] = [];
  let width = map.width;
  for (const [field, text] of wanted) {
    const column = header.columns.get(field);
    if (column === undefined && text === null) continue;
    if (column === undefined) cells.push({ line: header.line, column: ++width, text: columnName(field) });
    cells.push({ line, column: column ?? width, text });
  }
  return cells;
}

function noRow(line: number): SheetProblem {
  return { what: 'noRow', line, column: null, at: '' };
}

function whyNot({ line, column }: CellText, map: SheetMap): SheetProblem[] {
  const row = map.rows.get(line);
  if (row === undefined) return [noRow(line)];
  const place = { line, column, at: formatAddress(column, line) };
  if (map.merges.some((merge) => isShared(merge, line, column))) return [{ what: 'merged', ...place }];
  return row.cells.some((cell) => cell.column === column && cell.hasFormula) ? [{ what: 'formula', ...place }] : [];
}

/** The cell is one of several that show a value together, and not alone in its row to hold it. */
function isShared({ top, left, bottom, right }: CellRange, line: number, column: number): boolean {
  const inside = line >= top && line <= bottom && column >= left && column <= right;
  return inside && (top !== bottom || column !== left);
}

function writeCells(xml: string, map: SheetMap, cells: readonly CellText[]): string {
  const splices = [...map.rows.values()].flatMap((row) => {
    const texts = cells.filter(({ line }) => line === row.line);
    if (texts.length === 0) return [];
    return row.open.selfClosing
      ? [fillRow(row, texts)]
      : [dropSpans(row), ...texts.map((cell) => placeCell(row, cell))];
  });
  if (map.dimension !== null)
    splices.push(...widen(xml, map.dimension, Math.max(...cells.map(({ column }) => column))));
  return applySplices(xml, splices);
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** The cell in place of the one that is there, or before the first that stands to its right. */
function placeCell(row: RowMark, { column, text }: CellText): Splice {
  const there = row.cells.find((cell) => cell.column === column);
  const left = row.cells.findLast((cell) => cell.column < column);
  const right = row.cells.find((cell) => cell.column > column);
  const insert = cellXml(row, column, there === undefined ? (left?.style ?? null) : there.style, text);
  const start = there?.start ?? right?.start ?? row.close;
  return { start, end: there?.end ?? start, insert };
}

function fillRow(row: RowMark, cells: readonly CellText[]): Splice {
  const inner = cells.map(({ column, text }) => cellXml(row, column, null, text)).join('');
  return { start: row.open.start, end: row.open.end, insert: `${openTag(row)}${inner}</${row.name}>` };
}

function dropSpans(row: RowMark): Splice {
  return { start: row.open.start, end: row.open.end, insert: openTag(row) };
}

/** `spans` names the columns in use, to save time; a wrong one is worse than none. */
function openTag({ name, attributes }: RowMark): string {
  return `<${name}${attributes.trimEnd().replace(/\s+spans\s*=\s*(?:"[^"]*"|'[^']*')/, '')}>`;
}

/** An inline string: the table of shared strings stays as it is, and text that looks like a formula stays text. */
function cellXml({ name, line }: RowMark, column: number, style: string | null, text: string | null): string {
  const prefix = name.slice(0, name.indexOf(':') + 1);
  const tag = (local: string): string => prefix + local;
  const attributes = `r="${formatAddress(column, line)}"${style === null ? '' : ` s="${style}"`}`;
  if (text === null) return `<${tag('c')} ${attributes}/>`;
  const content = escapeXml(escapeXstring(cellText(text)));
  const value = `<${tag('is')}><${tag('t')} xml:space="preserve">${content}</${tag('t')}></${tag('is')}>`;
  return `<${tag('c')} ${attributes} t="inlineStr">${value}</${tag('c')}>`;
}

/** `<dimension ref="A1:K20"/>` is a hint, but one that some programs believe. */
function widen(xml: string, { start, end }: { start: number; end: number }, column: number): Splice[] {
  const tag = xml.slice(start, end);
  const [, last] = /ref\s*=\s*["'][A-Z]+\d+:([A-Z]+)\d+["']/.exec(tag) ?? [];
  const wanted = formatAddress(column, 0).slice(0, -1);
  if (last === undefined || last.length > wanted.length || (last.length === wanted.length && last >= wanted)) return [];
  return [{ start, end, insert: tag.replace(/:[A-Z]+(\d+)/, `:${wanted}$1`) }];
}

/** From the end, so that positions stay true; of two at one place the later goes in first. */
function applySplices(xml: string, splices: readonly Splice[]): string {
  return splices
    .map((splice, order) => ({ ...splice, order }))
    .sort((a, b) => b.start - a.start || b.order - a.order)
    .reduce((text, { start, end, insert }) => text.slice(0, start) + insert + text.slice(end), xml);
}
