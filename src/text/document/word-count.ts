/**
 * 字数 as Word and WPS count it in a Chinese document: each Han character and each full-width mark is one, and so is
 * each run of anything else that no white space breaks (`GB/T 33190` is two, `2027-06-10` one).
 */

/** East Asian characters and marks, each counted by itself: first and last code point, in order. */
const COUNTED_EACH: readonly (readonly [number, number])[] = [
  [0x2e80, 0x312f], // radicals, CJK marks, kana, bopomofo
  [0x3190, 0xa4cf], // kanbun to Yi, Han among them
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff01, 0xffef],
  [0x1f000, 0x1faff], // pictographs
  [0x20000, 0x3ffff],
];
/** Marks that Chinese shares with Latin scripts: `· — … “ ”` and circled numbers. */
const SHARED_MARKS = /[\u00b7\u2014\u201c\u201d\u2026\u2460-\u24ff]/;
/** Quotation marks in Chinese, apostrophes inside a word: `it’s`. */
const SHARED_QUOTES = new Set([0x2018, 0x2019]);
/** Neither seen nor counted: zero-width characters, variation selectors, soft hyphen. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/u;
const WHITE_SPACE = /\s/;

type CharacterClass = 'each' | 'run' | 'break' | 'unseen';

/** In one pass over the text; a run that goes on in the next text is counted twice. */
export function countWords(text: string): number {
  let count = 0;
  let inRun = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) as number;
    if (code > 0xffff) at += 1;
    const found: CharacterClass = inRun && SHARED_QUOTES.has(code) ? 'run' : classOf(code);
    if (found === 'unseen') continue;
    if (found === 'each' || (found === 'run' && !inRun)) count += 1;
    inRun = found === 'run';
  }
  return count;
}

function classOf(code: number): CharacterClass {
  if (code < 0x80) return code > 0x20 && code !== 0x7f ? 'run' : 'break';
  // Most of the text, so it is told first.
  if (code >= 0x4e00 && code <= 0x9fff) return 'each';
  if (COUNTED_EACH.some(([first, last]) => code >= first && code <= last)) return code === 0x3000 ? 'break' : 'each';
  if (SHARED_QUOTES.has(code)) return 'each';
  const character = String.fromCodePoint(code);
  if (SHARED_MARKS.test(character)) return 'each';
  if (WHITE_SPACE.test(character)) return 'break';
  return UNSEEN.test(character) ? 'unseen' : 'run';
}
