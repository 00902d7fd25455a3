/** Text that was UTF-8 and was read as GBK: 你好 has become 浣犲ソ. Told by turning it back. */
import { lazy } from '../../util/lazy.ts';
import { isCommonHan } from './han-share.ts';

/** Characters above ASCII that stand together are a run. U+FFFD took the place of bytes, so that nothing can be said across it. */
const FIRST_OF_RUN = 0x80;
const LAST_OF_RUN = 0xfffc;
const MIN_RUN = 3;
/** 一 to 龥, where UTF-8 begins with these bytes. */
const FIRST_HAN_LEAD = 0xe4;
const LAST_HAN_LEAD = 0xe9;

/**
 * The run, written as GBK, must be whole UTF-8 from end to end, hold two common Han characters and not many rare ones (a traditional text has some); and some of
 * it must lie outside the Han characters of GB2312, as every misreading does that is longer than a word. Plain Chinese passes none
 * of these but by chance: a common character is never the first of a Han character's three bytes.
 */
export function isUtf8ReadAsGbk(line: string): boolean {
  let start = 0;
  for (let at = 0; at <= line.length; at += 1) {
    const unit = at < line.length ? line.charCodeAt(at) : 0;
    if (unit >= FIRST_OF_RUN && unit <= LAST_OF_RUN) continue;
    if (at - start >= MIN_RUN && isMisread(line, start, at)) return true;
    start = at + 1;
  }
  return false;
}

/** Most runs are out with their first bytes: nothing is made of the rest. */
function isMisread(line: string, start: number, end: number): boolean {
  const table = gbkCodes();
  const utf8 = new Utf8Count();
  let isPlain = true;
  for (let at = start; at < end; at += 1) {
    const code = table[line.charCodeAt(at)] ?? 0;
    if (code === 0) return false;
    if (code > 0xff && !utf8.take(code >> 8)) return false;
    if (!utf8.take(code & 0xff)) return false;
    isPlain &&= isPlainHan(code);
  }
  return utf8.common >= 2 && utf8.common * 2 >= utf8.rare && !isPlain;
}

/** Reads UTF-8 byte by byte, and counts its Han characters; one that is cut at the end counts for nothing. */
class Utf8Count {
  common = 0;
  rare = 0;
  /** The byte before may have gone with the character it was taken for: so many bytes may come before the first character. */
  #mayBeTorn = 2;
  #lead = 0;
  #code = 0;
  /** Bytes that the character still lacks. */
  #left = 0;

  /** `false` where the byte cannot stand there. */
  take(byte: number): boolean {
    const continues = byte >= 0x80 && byte <= 0xbf;
    if (this.#left === 0) return (continues && this.#skip()) || this.#begin(byte);
    if (!continues) return false;
    this.#code = (this.#code << 6) | (byte & 0x3f);
    this.#left -= 1;
    if (this.#left === 0 && this.#lead >= FIRST_HAN_LEAD && this.#lead <= LAST_HAN_LEAD) this.#count();
    return true;
  }

  #skip(): boolean {
    this.#mayBeTorn -= 1;
    return this.#mayBeTorn >= 0;
  }

  #begin(lead: number): boolean {
    const length = sequenceLength(lead);
    this.#mayBeTorn = 0;
    this.#lead = lead;
    this.#code = lead & 0x0f;
    this.#left = length - 1;
    return length > 0;
  }

  #count(): void {
    if (isCommonHan(this.#code)) this.common += 1;
    else this.rare += 1;
  }
}

/** Bytes of a UTF-8 sequence by its first; 0 for a byte that begins none, and for ASCII. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Han characters of GB2312: rows 16 to 87. @param code in GBK */
function isPlainHan(code: number): boolean {
  return code >= 0xb0a1 && code <= 0xf7fe && (code & 0xff) >= 0xa1;
}

const REPLACEMENT = 0xfffd;
/** First bytes 0x81 to 0xFE, second bytes from 0x40. */
const LEADS = 126;
const TRAILS = 191;

/** GBK's code for each UTF-16 unit, 0 where it has none; from the platform's decoder, once. */
const gbkCodes = lazy<Uint16Array>(() => {
  const codes = new Uint16Array(0x10000);
  const text = new TextDecoder('gb18030').decode(allPairs());
  let pair = 0;
  for (let start = 0; start < text.length; pair += 1) {
    const end = text.indexOf('\n', start);
    const unit = text.charCodeAt(start);
    if (end - start === 1 && unit !== REPLACEMENT) codes[unit] ||= codeOf(pair);
    start = end + 1;
  }
  codes[0x20ac] = 0x80;
  return codes;
});

function codeOf(pair: number): number {
  return ((0x81 + Math.floor(pair / TRAILS)) << 8) | (0x40 + (pair % TRAILS));
}

/** A line feed behind each: it is part of no character, whatever the two bytes are. */
function allPairs(): Uint8Array {
  const bytes = new Uint8Array(LEADS * TRAILS * 3);
  for (let pair = 0; pair < LEADS * TRAILS; pair += 1) {
    const code = codeOf(pair);
    bytes[pair * 3] = code >> 8;
    bytes[pair * 3 + 1] = code & 0xff;
    bytes[pair * 3 + 2] = 0x0a;
  }
  return bytes;
}
