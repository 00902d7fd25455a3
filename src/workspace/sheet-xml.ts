/** Where rows and cells stand in a worksheet's XML (ECMA-376 part 1, 18.3.1): for a guard before reading, and for edits in place. */
import { localName, readAttribute, scanXml, type TagSpan, XmlError } from '../util/xml-scan.ts';
import { SheetError } from './sheet-fault.ts';

/** An inclusive range, 1-based. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface CellMark {
  readonly column: number;
  readonly start: number;
  end: number;
  /** Index into the styles, as written. */
  readonly style: string | null;
  hasFormula: boolean;
}

export interface RowMark {
  readonly line: number;
  /** `row`, or `x:row` where the file uses a prefix. */
  readonly name: string;
  readonly attributes: string;
  readonly open: TagSpan;
  /** Position of `</row>`; for a self-closing row, its end. */
  close: number;
  readonly cells: CellMark[];
}

export interface SheetMap {
  /** The last row and column that hold a value. */
  readonly height: number;
  readonly width: number;
  readonly merges: readonly CellRange[];
  readonly dimension: TagSpan | null;
  /** The rows asked for. */
  readonly rows: ReadonlyMap<number, RowMark>;
}

/** ECMA-376 leaves rows open; every spreadsheet program stops here. */
const MAX_LINE = 1_048_576;
/** A list of works stays far below both. Gaps between filled cells are filled up when a sheet is read: so the area counts. */
const MAX_HEIGHT = 20_000;
const MAX_AREA = 1_000_000;
/** Rows that are there, with a value or without: formatting down to the end of the sheet makes a million. */
const MAX_ROWS = 100_000;

/** Throws SheetError where the XML does not hold or spans more than a list of works can. */
export function mapSheet(xml: string, wanted: ReadonlySet<number> = new Set()): SheetMap {
  const builder = new MapBuilder(wanted);
  try {
    scanXml(xml, builder);
  } catch (error) {
    if (error instanceof XmlError) throw new SheetError('damaged', error);
    throw error;
  }
  return builder;
}

class MapBuilder implements SheetMap {
  height = 0;
  width = 0;
  readonly merges: CellRange[] = [];
  dimension: TagSpan | null = null;
  readonly rows = new Map<number, RowMark>();
  readonly #wanted: ReadonlySet<number>;
  #line = 0;
  #rowCount = 0;
  #mergedLines = 0;
  #row: RowMark | null = null;
  #cell: CellMark | null = null;

  constructor(wanted: ReadonlySet<number>) {
    this.#wanted = wanted;
  }

  open(name: string, attributes: string, span: TagSpan): void {
    const local = localName(name);
    if (local === 'row') this.#openRow(name, attributes, span);
    else if (local === 'c') this.#openCell(attributes, span);
    else if (local === 'v' || local === 'is') this.#value();
    else if (local === 'f' && this.#cell) this.#cell.hasFormula = true;
    else if (local === 'mergeCell') this.#merge(attributes);
    else if (local === 'dimension') this.dimension = span;
  }

  close(name: string, span: TagSpan): void {
    const local = localName(name);
    if (local === 'c' && this.#cell) this.#cell.end = span.end;
    else if (local === 'row' && this.#row) {
      this.#row.close = span.selfClosing ? span.end : span.start;
      this.#row = null;
    }
  }

  #openRow(name: string, attributes: string, open: TagSpan): void {
    const line = Number(readAttribute(attributes, 'r') ?? this.#line + 1);
    if (!Number.isInteger(line) || line <= this.#line || line > MAX_LINE) throw new SheetError('damaged');
    this.#line = line;
    this.#rowCount += 1;
    if (this.#rowCount > MAX_ROWS) throw new SheetError('too-large');
    if (!this.#wanted.has(line)) return;
    this.#row = { line, name, attributes, open, close: open.end, cells: [] };
    this.rows.set(line, this.#row);
  }

  #openCell(attributes: string, { start, end }: TagSpan): void {
    const { column } = parseAddress(readAttribute(attributes, 'r') ?? '');
    const style = readAttribute(attributes, 's');
    this.#cell = { column, start, end, style: style !== null && /^\d+$/.test(style) ? style : null, hasFormula: false };
    this.#row?.cells.push(this.#cell);
  }

  #value(): void {
    if (this.#cell === null) return;
    this.height = this.#line;
    this.width = Math.max(this.width, this.#cell.column);
    if (this.height > MAX_HEIGHT || this.height * this.width > MAX_AREA) throw new SheetError('too-large');
  }

  #merge(attributes: string): void {
    const [from = '', to = from] = (readAttribute(attributes, 'ref') ?? '').split(':');
    const [start, end] = [parseAddress(from), parseAddress(to)];
    this.merges.push({ top: start.line, left: start.column, bottom: end.line, right: end.column });
    this.#mergedLines += Math.max(1, end.line - start.line);
    if (this.#mergedLines > 2 * MAX_LINE) throw new SheetError('too-large');
  }
}

/** `AB12` → column 28, line 12. */
function parseAddress(address: string): { column: number; line: number } {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? [];
  if (letters === undefined) throw new SheetError('damaged');
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, line: Number(digits) };
}

/** Column 28, line 12 → `AB12`. */
export function formatAddress(column: number, line: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters + line;
}
