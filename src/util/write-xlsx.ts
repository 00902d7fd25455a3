/** A workbook from plain data: no formulas, no clock, and the same bytes for the same sheets. */
import { unzipSync } from 'fflate';
import type { CellObject, Row } from 'write-excel-file/node';
import { wrapText } from './display-width.ts';
import { layoutFeature, type SheetLayout } from './xlsx-layout.ts';
import { joinParts } from './xlsx-parts.ts';
import { cellText, escapeXstring, sheetNames } from './xlsx-text.ts';

/** Colours as `#RRGGBB`, sizes and heights in points; a row is as high as its cells ask for, else as its text needs. Text over several columns asks for its height itself. */
export type CellStyle = Pick<
  CellObject,
  | 'align'
  | 'alignVertical'
  | 'backgroundColor'
  | 'borderStyle'
  | 'columnSpan'
  | 'fontSize'
  | 'fontWeight'
  | 'height'
  | 'textColor'
  | 'wrap'
>;

export interface Cell extends CellStyle {
  /** Text stays text, whatever it looks like; numbers are whole. */
  readonly value: string | number | null;
}

export interface Sheet extends SheetLayout {
  /** Changed where Excel would not have it, or another sheet has it already. */
  readonly name: string;
  /** Widths of the columns, in digits of the default font; a Han character takes two. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** In points; for rows with text that wraps, so that a table is even where its texts are short. */
  readonly minRowHeight?: number;
}

/** What spreadsheets in Chinese begin with; Windows and WPS both have it. */
const DEFAULT_FONT = { fontFamily: '宋体', fontSize: 11 };

/** @param sheets one at least, in the order of the tabs */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const names = sheetNames(sheets.map(({ name }) => name));
  const layouts = sheets.map((sheet, index) => {
    const rows = sheet.rows.map((cells) => cells.map(fitCell));
    return { ...sheet, name: names[index] as string, rows, heights: rowHeights({ ...sheet, rows }) };
  });
  const written = await writeExcelFile(
    layouts.map(({ name, widths, rows, headerRows }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: headerRows,
      data: rows.map(libraryRow),
    })),
    { ...DEFAULT_FONT, features: [layoutFeature(layouts)] },
  ).toBuffer();
  // The library dates the archive by the clock. Stored: a table of a batch is small, and deflating it would cost more than writing it.
  return joinParts(new Map(Object.entries(unzipSync(written))), 0);
}

function fitCell(cell: Cell): Cell {
  return typeof cell.value === 'string' ? { ...cell, value: cellText(cell.value) } : cell;
}

/** Excel's own, in points. */
const MAX_ROW_HEIGHT = 409;
const ROW_PADDING = 8;

/** Not every program measures a row before it prints it, so what wrapped text needs is said; `null` where nothing wraps. */
function rowHeights({ rows, widths, minRowHeight = 0 }: Sheet): (number | null)[] {
  return rows.map((cells) => {
    const most = Math.max(0, ...cells.map((cell, column) => textHeight(cell, widths[column] ?? 0)));
    return most === 0 ? null : Math.min(MAX_ROW_HEIGHT, Math.max(minRowHeight, Math.ceil(most) + ROW_PADDING));
  });
}

/** Points; 0 where the text does not wrap. A line holds twice as many digits as Han characters. */
function textHeight({ value, wrap, fontSize = DEFAULT_FONT.fontSize }: Cell, width: number): number {
  if (!wrap) return 0;
  const columns = Math.floor((2 * (width * DIGIT_WIDTH - CELL_PADDING)) / fontSize);
  const paragraphs = String(value ?? '').split('\n');
  const lines = paragraphs.map((text) => (2 * text.length <= columns ? 1 : wrapText(text, columns).length));
  return lines.reduce((sum, count) => sum + count, 0) * fontSize * LINE_SPACING;
}

/**
 * What a digit of a column's width comes to, in points: 5.5 in LibreOffice, which takes the font's own, 6 in Excel, which
 * rounds it up to pixels; 6.1 and more where another font stands in for 宋体.
 */
const DIGIT_WIDTH = 5.75;
/** In points, on both sides of a cell together. */
const CELL_PADDING = 4;
/** 宋体 needs 1.2. Fonts that stand in for it need up to 1.45, but their wider digits make columns that take fewer lines. */
const LINE_SPACING = 1.35;

/** A cell over several columns is followed by as many empty places as it covers. */
function libraryRow(cells: readonly Cell[]): Row {
  return cells.flatMap((cell) => [libraryCell(cell), ...new Array<null>((cell.columnSpan ?? 1) - 1).fill(null)]);
}

/** Format `@` keeps a text a text when somebody edits the cell. */
function libraryCell({ value, ...style }: Cell): CellObject {
  if (typeof value === 'number') return { ...style, value, type: Number, format: '0' };
  return { ...style, value: libraryText(value ?? ''), type: String, format: '@' };
}

/** The library looks texts up in a plain object, where `constructor` and the like stand already: a space makes them others. */
function libraryText(text: string): string {
  const escaped = escapeXstring(text);
  return escaped in Object.prototype ? `${escaped} ` : escaped;
}
