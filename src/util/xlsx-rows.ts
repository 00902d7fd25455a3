/**
 * The text of a worksheet, row by row (ECMA-376 part 1, 18.3 and 18.4), for tables found by their headers: only cells that are
 * there are made, so that one far down and right costs no more than any other.
 */
import { localName, readAttribute, scanXml } from './xml-scan.ts';

/** Contents of a part of the workbook's archive; `null` when there is none. */
export type ReadPart = (name: string) => Promise<Uint8Array | null>;

export interface Worksheet {
  /** On its tab. */
  readonly name: string;
  readonly part: string;
}

/** @param cells text by column, from 1; empty cells are left out */
export type VisitRow = (line: number, cells: ReadonlyMap<number, string>) => void;

/** In the order of the tabs. Throws XmlError, and what `read` throws. */
export async function listWorksheets(read: ReadPart): Promise<Worksheet[]> {
  const targets = new Map<string, string>();
  await scanPart(read, 'xl/_rels/workbook.xml.rels', 'Relationship', (attributes) => {
    const target = readAttribute(attributes, 'Target') ?? '';
    targets.set(readAttribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
  const sheets: Worksheet[] = [];
  await scanPart(read, 'xl/workbook.xml', 'sheet', (attributes) => {
    const part = targets.get(/:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '');
    if (part !== undefined) sheets.push({ name: readAttribute(attributes, 'name') ?? '', part });
  });
  return sheets;
}

async function scanPart(read: ReadPart, part: string, wanted: string, visit: (attributes: string) => void) {
  const bytes = await read(part);
  if (bytes === null) return;
  scanXml(new TextDecoder().decode(bytes), {
    open: (name, attributes) => {
      if (localName(name) === wanted) visit(attributes);
    },
  });
}

/** Every row that is there, with its number as spreadsheets have it. Throws XmlError, and what `read` and `visit` throw. */
export async function readRows(read: ReadPart, { part }: Worksheet, visit: VisitRow): Promise<void> {
  const bytes = await read(part);
  if (bytes === null) return;
  const strings = await readSharedStrings(read);
  scanXml(new TextDecoder().decode(bytes), new RowReader(strings, visit));
}

/** A string may come in runs; its reading in another script (`rPh`) is no part of it. */
async function readSharedStrings(read: ReadPart): Promise<string[]> {
  const bytes = await read('xl/sharedStrings.xml');
  if (bytes === null) return [];
  const strings: string[] = [];
  const text = new TextInside();
  scanXml(new TextDecoder().decode(bytes), {
    open: (name) => text.open(localName(name)),
    close: (name) => {
      const local = localName(name);
      text.close(local);
      if (local === 'si') strings.push(text.take());
    },
    text: (value) => text.add(value),
  });
  return strings;
}

/** Gathers what stands in `t` (strings) and `v` (values). */
class TextInside {
  #text = '';
  #inside = false;
  #inReading = false;

  open(local: string): void {
    if (local === 'rPh') this.#inReading = true;
    this.#inside = local === 't' || local === 'v';
  }

  close(local: string): void {
    if (local === 'rPh') this.#inReading = false;
    this.#inside = false;
  }

  add(value: string): void {
    if (this.#inside && !this.#inReading) this.#text += value;
  }

  take(): string {
    const text = this.#text;
    this.#text = '';
    // What XML has no place for is written as `_x000A_` (22.9.2.19).
    return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }
}

class RowReader {
  readonly #strings: readonly string[];
  readonly #visit: VisitRow;
  readonly #text = new TextInside();
  #line = 0;
  #column = 0;
  #isShared = false;
  #cells = new Map<number, string>();

  constructor(strings: readonly string[], visit: VisitRow) {
    this.#strings = strings;
    this.#visit = visit;
  }

  open(name: string, attributes: string): void {
    const local = localName(name);
    this.#text.open(local);
    if (local === 'row') {
      this.#line = Number(readAttribute(attributes, 'r') ?? this.#line + 1);
      this.#column = 0;
      this.#cells = new Map();
    } else if (local === 'c') {
      this.#column = columnOf(readAttribute(attributes, 'r')) ?? this.#column + 1;
      this.#isShared = readAttribute(attributes, 't') === 's';
      this.#text.take();
    }
  }

  close(name: string): void {
    const local = localName(name);
    this.#text.close(local);
    if (local === 'c') this.#cell(this.#text.take());
    else if (local === 'row') this.#visit(this.#line, this.#cells);
  }

  text(value: string): void {
    this.#text.add(value);
  }

  #cell(written: string): void {
    const value = this.#isShared ? (this.#strings[Number(written)] ?? '') : written;
    if (value !== '') this.#cells.set(this.#column, value);
  }
}

/** `AB12` → 28. */
function columnOf(address: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
