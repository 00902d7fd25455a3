/** Text that was UTF-8 and was read as GBK: 你好 has become 浣犲ソ. Told by turning it back. */
import { lazy } from '../../util/lazy.ts';
import { isCommonHan } from './han-share.ts';

/** Characters above ASCII that stand together. U+FFFD took the place of bytes, so that nothing can be said across it. */
const RUN = /[\u0080-\uFFFC]+/g;
/** 一 to 龥, where UTF-8 begins with these bytes. */
const FIRST_HAN_LEAD = 0xe4;
const LAST_HAN_LEAD = 0xe9;

/**
 * The run, written as GBK, must be whole UTF-8 from end to end, hold two common Han characters and not many rare ones (a traditional text has some); and some of
 * it must lie outside the Han characters of GB2312, as every misreading does that is longer than a word. Plain Chinese passes none
 * of these but by chance: a common character is never the first of a Han character's three bytes.
 */
export function isUtf8ReadAsGbk(line: string): boolean {
  for (const [run] of line.matchAll(RUN)) if (run.length >= 3 && isMisread(run)) return true;
  return false;
}

function isMisread(run: string): boolean {
  const bytes = asGbk(run);
  if (bytes === null) return false;
  const han = { common: 0, rare: 0 };
  let at = 0;
  // The byte before may have gone with the character it was taken for.
  while (at < 2 && isContinuation(bytes[at])) at += 1;
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0);
    const end = Math.min(at + length, bytes.length);
    if (length === 0) return false;
    for (let next = at + 1; next < end; next += 1) if (!isContinuation(bytes[next])) return false;
    if (at + length > bytes.length) break;
    countHan(bytes, at, han);
    at = end;
  }
  return han.common >= 2 && han.common * 2 >= han.rare && [...run].some((character) => !isPlainHan(character));
}

function countHan(bytes: readonly number[], at: number, han: { common: number; rare: number }): void {
  const [lead = 0, second = 0, third = 0] = bytes.slice(at, at + 3);
  if (lead < FIRST_HAN_LEAD || lead > LAST_HAN_LEAD) return;
  if (isCommonHan(((lead & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f))) han.common += 1;
  else han.rare += 1;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

/** Bytes of a UTF-8 sequence by its first; 0 for a byte that begins none. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** `null` for text that GBK cannot write. */
function asGbk(run: string): number[] | null {
  const table = gbkCodes();
  const bytes: number[] = [];
  for (let index = 0; index < run.length; index += 1) {
    const code = table[run.charCodeAt(index)] ?? 0;
    if (code === 0) return null;
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return bytes;
}

/** Han characters of GB2312: rows 16 to 87. */
function isPlainHan(character: string): boolean {
  const code = gbkCodes()[character.charCodeAt(0)] ?? 0;
  return code >= 0xb0a1 && code <= 0xf7fe && (code & 0xff) >= 0xa1;
}

/** GBK's code for each UTF-16 unit, 0 where it has none; from the platform's decoder, once. */
const gbkCodes = lazy<Uint16Array>(() => {
  const codes = new Uint16Array(0x10000);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    const row = Uint8Array.from(
      { length: 191 * 3 },
      (_, index) => [lead, 0x40 + Math.floor(index / 3), 0x0a][index % 3] ?? 0,
    );
    new TextDecoder('gb18030')
      .decode(row)
      .split('\n')
      .forEach((character, index) => {
        if (character.length === 1 && character !== '\ufffd')
          codes[character.charCodeAt(0)] ||= (lead << 8) | (0x40 + index);
      });
  }
  codes[0x20ac] = 0x80;
  return codes;
});
