/** How the tables of a package look, on paper and on a screen. */
import type { Cell, Sheet } from '../util/write-xlsx.ts';

export interface Column<T> {
  readonly header: string;
  /** In digits; a Han character takes two. */
  readonly width: number;
  readonly align?: 'center' | 'right';
  /** Unless it is `false`. Text that does not wrap is cut where the next cell has a value, and runs over it where it has none. */
  readonly wrap?: boolean;
  readonly value: (row: T) => string | number | null;
}

/** What every sheet with a table has; no 「共 N 页」, which would count the sheets that nobody prints. */
export const TABLE_LAYOUT = { minRowHeight: 35, page: { footer: '&C&A 第 &P 页' } } satisfies Partial<Sheet>;

/** A header and a row for each of `rows`, ruled. */
export function tableRows<T>(columns: readonly Column<T>[], rows: readonly T[]): Cell[][] {
  const header = columns.map(
    (column): Cell => ({ ...RULED, value: column.header, align: 'center', fontWeight: 'bold', backgroundColor: GREY }),
  );
  return [header, ...rows.map((row) => columns.map((column) => tableCell(column, row)))];
}

export function widthsOf(columns: readonly { readonly width: number }[]): number[] {
  return columns.map(({ width }) => width);
}

const RULED = { borderStyle: 'thin', wrap: true, alignVertical: 'center', fontSize: 10 } as const;
const GREY = '#EDEDED';

function tableCell<T>({ align, wrap = true, value }: Column<T>, row: T): Cell {
  return { ...RULED, wrap, ...(align && { align }), value: value(row) };
}
