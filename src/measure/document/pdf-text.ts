/** The text of a page as pdf.js finds it, piece by piece. */
import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js';

/**
 * Digits set apart one by one, as some writers set the numbers of identity cards and telephones: pdf.js takes the gaps
 * for spaces. The columns of a table are pieces of their own.
 */
const SPACED_NUMBER = /(?<!\d)\d(?: \d){9,16}(?: [\dXx])(?![\dXx])/g;

/** The pieces of a line joined as they stand, so that no number falls apart; lines end with a line feed. */
export function pageText(items: readonly (TextItem | TextMarkedContent)[]): string {
  return items.map((item) => ('str' in item ? closeNumbers(item.str) + (item.hasEOL ? '\n' : '') : '')).join('');
}

function closeNumbers(text: string): string {
  return text.replace(SPACED_NUMBER, (number) => number.replaceAll(' ', ''));
}
