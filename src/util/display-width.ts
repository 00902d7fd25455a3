/** Columns on a terminal, with East Asian text in it. */
import { eastAsianWidth } from 'get-east-asian-width';

// Marks that join the letter before them, and characters that draw nothing.
const ZERO_WIDTH = /^[\p{Mark}\p{Cf}\p{Cc}]$/u;
/** What nearly all Chinese text is made of, known without a look into tables: wide punctuation, Han, full-width forms. */
const COMMON_WIDE = /^[\u3001-\u3029\u4E00-\u9FFF\uFF01-\uFF60]$/;
// Control characters are matched by their class: ESC, `[`, numbers, `m`.
const COLOUR_CODE = /\p{Cc}\[[\d;]*m/gu;

/** Columns that `text` takes; colour codes take none. Ambiguous characters count as one: screens avoid them. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(COLOUR_CODE, '')) {
    if (character < '\u007F') width += character < ' ' ? 0 : 1;
    else if (COMMON_WIDE.test(character)) width += 2;
    else if (!ZERO_WIDTH.test(character)) width += eastAsianWidth(character.codePointAt(0) as number);
  }
  return width;
}

export function padEndTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}

export function padStartTo(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - displayWidth(text))) + text;
}

// Closing punctuation must not begin a line, opening punctuation must not end one (GB/T 15834, 禁则).
const NOT_AT_START = /^[，。；：！？、）》」』】〕”’…,.;:!?)\]}]$/u;
const NOT_AT_END = /^[（《「『【〔“‘([{]$/u;
// Runs that stay whole: Latin words, numbers, options and paths; each Han character stands alone.
const TOKENS = /[\u0021-\u007E]+|\s+|./gsu;

/** Breaks `text` into lines of at most `columns` (2 at least), between Han characters or at spaces; an overlong word is cut. */
export function wrapText(text: string, columns: number): string[] {
  const width = Math.max(2, columns);
  const lines: string[] = [];
  let line: string[] = [];
  for (const token of tokensWithin(text, width)) {
    if (line.length > 0 && displayWidth(line.join('') + token.trimEnd()) > width) {
      const end = findBreak(line, token);
      lines.push(line.slice(0, end).join('').trimEnd());
      line = withoutLeadingSpace([...line.slice(end), token]);
    } else {
      line.push(token);
    }
  }
  const last = line.join('').trimEnd();
  return last === '' && lines.length > 0 ? lines : [...lines, last];
}

/** How many tokens stay, so that no closing mark begins the next line and no opening mark ends this one. */
function findBreak(line: readonly string[], next: string): number {
  for (let end = line.length; end > 0; end -= 1) {
    if (!NOT_AT_START.test(line[end] ?? next) && !NOT_AT_END.test(line[end - 1] as string)) return end;
  }
  return line.length;
}

/** Whether a line may break between two characters that no space parts: beside a wide one, where no mark forbids it. */
export function mayBreakBetween(left: string, right: string): boolean {
  if (NOT_AT_START.test(right) || NOT_AT_END.test(left)) return false;
  return [left, right].some((character) => displayWidth(character) === 2) && left.trim() !== '' && right.trim() !== '';
}

function withoutLeadingSpace(tokens: readonly string[]): string[] {
  const first = tokens.findIndex((token) => token.trim() !== '');
  return first < 0 ? [] : tokens.slice(first);
}

function* tokensWithin(text: string, columns: number): Generator<string> {
  for (const token of text.match(TOKENS) ?? []) {
    for (let start = 0; start < token.length; start += columns) yield token.slice(start, start + columns);
  }
}

/** `text` cut to `columns`, ending in `..` when it was. */
export function truncateTo(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  for (const character of text) {
    if (displayWidth(kept + character) > columns - 2) break;
    kept += character;
  }
  return `${kept}..`;
}

export interface Column {
  readonly align: 'left' | 'right';
}

/** Lines of a table, columns two spaces apart; the last column is not padded. */
export function formatTable(rows: readonly (readonly string[])[], columns: readonly Column[]): string[] {
  const widths = columns.map((_, index) => Math.max(0, ...rows.map((row) => displayWidth(row[index] ?? ''))));
  return rows.map((row) =>
    columns
      .map((column, index) => {
        const cell = row[index] ?? '';
        return column.align === 'right' ? padStartTo(cell, widths[index] ?? 0) : padEndTo(cell, widths[index] ?? 0);
      })
      .join('  ')
      .trimEnd(),
  );
}
