/** How much a decoding looks like Chinese: the share of common Han characters in it. */
import { lazy } from '../../util/lazy.ts';

export interface CandidateReading {
  /** Common Han characters among all non-ASCII ones, punctuation left out: 0 to 1. */
  readonly hanShare: number;
  /**
   * Bytes that did not decode, or into no character that Unicode knows (Big5-HKSCS: private use), among all non-ASCII characters:
   * 0 to 1. A character cut at the very end is not counted; a sample without a single whole character is all broken.
   */
  readonly brokenShare: number;
}

const REPLACEMENT = 0xfffd;
/** Private use and unassigned. Asked of what is not common only: the others are told without it. */
const NO_CHARACTER = /[\p{Co}\p{Cn}]/u;
/** GB2312 level 1 (GB/T 2312-1980, rows 16 to 55): the 3,755 commonest characters; the last row ends at cell 89. */
const FIRST_ROW = 0xb0;
const LAST_ROW = 0xd7;
const FIRST_CELL = 0xa1;
const LAST_CELL = 0xfe;
const LAST_CELL_OF_LAST_ROW = 0xf9;

/** Decodes a sample, broken bytes and all, and counts. */
export function readCandidate(sample: Uint8Array, encoding: string): CandidateReading {
  const text = new TextDecoder(encoding).decode(sample);
  const common = commonHan();
  const count = { wide: 0, han: 0, punctuation: 0, broken: 0 };
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    if (code < 0x80) continue;
    if (code > 0xffff) index += 1;
    count.wide += 1;
    if (common.has(code)) count.han += 1;
    else if (isPunctuation(code)) count.punctuation += 1;
    else if (code === REPLACEMENT || NO_CHARACTER.test(String.fromCodePoint(code))) count.broken += 1;
  }
  const cutAtEnd = text.charCodeAt(text.length - 1) === REPLACEMENT ? 1 : 0;
  return {
    hanShare: share(count.han, count.wide - count.punctuation - cutAtEnd),
    brokenShare: count.wide === count.broken ? 1 : share(count.broken - cutAtEnd, count.wide),
  };
}

/** One of the 3,755 characters that make up nearly all of a Chinese text. */
export function isCommonHan(unit: number): boolean {
  return commonHan().has(unit);
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** General punctuation, CJK punctuation and full-width forms: alike in every East Asian encoding. */
function isPunctuation(unit: number): boolean {
  return (unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff00 && unit <= 0xffef);
}

/** Derived from the platform's decoder, once, when a file that is not UTF-8 is met. */
const commonHan = lazy<ReadonlySet<number>>(
  () => new Set(Array.from(new TextDecoder('gb18030').decode(levelOneBytes()), (character) => character.charCodeAt(0))),
);

function levelOneBytes(): Uint8Array {
  const bytes: number[] = [];
  for (let row = FIRST_ROW; row <= LAST_ROW; row += 1) {
    const last = row === LAST_ROW ? LAST_CELL_OF_LAST_ROW : LAST_CELL;
    for (let cell = FIRST_CELL; cell <= last; cell += 1) bytes.push(row, cell);
  }
  return Uint8Array.from(bytes);
}
