/** Whether characters taken from a file say anything: fonts without a table of characters give numbers of shapes instead. */

/** Latin, Greek, Cyrillic, punctuation, symbols, kana, Han, Hangul, full-width forms: what stands in Chinese papers. */
const EXPECTED =
  /^[\t\n\r\u0020-\u007e\u00a0-\u017f\u0391-\u03c9\u0410-\u044f\u2000-\u27bf\u2e80-\u312f\u3200-\u33ff\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef]$/;

export interface CharacterCount {
  readonly all: number;
  /** Private use, controls, scripts that nobody expects. */
  readonly unexpected: number;
}

export function countUnexpected(text: string): CharacterCount {
  let all = 0;
  let unexpected = 0;
  for (const character of text) {
    if (/\s/.test(character)) continue;
    all += 1;
    // Rare Han characters lie beyond the first plane.
    if (character.length === 1 && !EXPECTED.test(character)) unexpected += 1;
  }
  return { all, unexpected };
}
