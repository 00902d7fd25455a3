/** A text as lines, as every editor counts them: CRLF, LF and CR alone each end one. */

export function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

/** NUL, BOM, zero-width and bidi characters: nobody sees them, and no reading of a line may hang on them. */
const INVISIBLE = /[\0\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

export function withoutInvisible(line: string): string {
  return line.replace(INVISIBLE, '');
}
