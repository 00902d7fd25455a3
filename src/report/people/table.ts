/** Tables of the workbook, made to be filtered and read on a screen. */
import type { Cell, CellStyle, Sheet } from '../../util/write-xlsx.ts';

export interface Column<T> {
  readonly header: string;
  /** In digits; a Han character takes two. */
  readonly width: number;
  readonly align?: 'center' | 'right';
  value(row: T): string | number | null;
  /** Colours say again what a word says already. */
  fill?(row: T): Fill | null;
}

export type Fill = 'red' | 'yellow' | 'grey';
const FILLS: Readonly<Record<Fill, string>> = { red: '#F8CBAD', yellow: '#FFE699', grey: '#D9D9D9' };

const RULED = { borderStyle: 'thin', wrap: true, alignVertical: 'top', fontSize: 10 } as const;
export const HEADER = { ...RULED, align: 'center', fontWeight: 'bold', backgroundColor: '#EDEDED' } as const;

/** On paper as many pages as it takes, the header on each. */
export const PAGE = { footer: '&C&A &P/&N' } as const;

/** One table: the header stays in view and filters the rows. */
export function tableSheet<T>(name: string, columns: readonly Column<T>[], rows: readonly T[], none: string): Sheet {
  return {
    name,
    widths: columns.map(({ width }) => width),
    headerRows: 1,
    page: PAGE,
    filter: filterRange(1, columns.length, rows.length),
    rows: [
      columns.map(({ header }) => ({ ...HEADER, value: header })),
      ...(rows.length > 0 ? tableRows(columns, rows) : [[{ value: none, columnSpan: columns.length }]]),
    ],
  };
}

export function tableRows<T>(columns: readonly Column<T>[], rows: readonly T[], style: CellStyle = {}): Cell[][] {
  return rows.map((row) =>
    columns.map(({ align, value, fill }) => {
      const colour = fill?.(row) ?? null;
      return {
        ...RULED,
        ...(align && { align }),
        ...(colour && { backgroundColor: FILLS[colour] }),
        ...style,
        value: value(row),
      };
    }),
  );
}

/** `A2:R61`: a header in row `header`, and what is below it. */
export function filterRange(header: number, columnCount: number, rowCount: number): string {
  return `A${header}:${columnLetters(columnCount)}${header + rowCount}`;
}

/** `Z`, `AA`. */
function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest === 0 ? '' : columnLetters(rest)}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
