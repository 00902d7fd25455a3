/**
 * Finds the encoding of a Chinese text file and decodes it with the platform's own decoders.
 *
 * Order: byte order mark; NUL parity (UTF-16); strict UTF-8; then UTF-8 with a few broken bytes, GB18030 and Big5,
 * of which the one with the greatest share of common Han characters wins, unless the text reads better as Korean or Japanese. Measured on 218 real files cut and
 * re-encoded nine ways (rules.md, "Encoding, as measured"). What is none of these, and is ASCII but for hardly any byte, is read
 * as UTF-8.
 */
import type { Measured } from '../../model/facts.ts';
import { asBuffer } from '../../util/as-buffer.ts';
import { type NationalEncoding, smallestNational } from './gb.ts';
import { readCandidate } from './han-share.ts';
import { isRivalLikelier } from './rivals.ts';

/** WHATWG labels. GB18030 holds GBK, and GBK holds GB2312: a text is said to be in the smallest that it fits into. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | NationalEncoding | 'big5';

export interface DecodedText {
  /** Without the byte order mark. Broken bytes stand as U+FFFD. */
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly hadBom: boolean;
}

const BYTE_ORDER_MARKS: readonly { readonly bytes: Buffer; readonly encoding: TextEncoding | null }[] = [
  // UTF-32LE starts with UTF-16LE's mark, so it stands first; no platform decoder reads it.
  { bytes: Buffer.from('fffe0000', 'hex'), encoding: null },
  { bytes: Buffer.from('efbbbf', 'hex'), encoding: 'utf-8' },
  { bytes: Buffer.from('fffe', 'hex'), encoding: 'utf-16le' },
  { bytes: Buffer.from('feff', 'hex'), encoding: 'utf-16be' },
  { bytes: Buffer.from('84319533', 'hex'), encoding: 'gb18030' },
];

/** Below this share of NUL bytes a text may be UTF-8 that was damaged; UTF-16 with any ASCII in it has more. */
const CERTAIN_NUL_SHARE = 0.2;
/** Western text decodes cleanly as GB18030 too, and stays below this share of common Han characters. */
const MIN_HAN_SHARE = 0.2;
/** A text with more broken characters than this among its non-ASCII ones is in another encoding. */
const MAX_BROKEN_SHARE = 0.05;
/** A byte here and there that is no UTF-8, in a text that says nothing else of its encoding. */
const MAX_STRAY_SHARE = 1 / 200;
/** Enough to tell the encoding by; the whole is decoded once, after that. */
const SAMPLE_BYTES = 128 * 1024;

/** Decodes a whole text file, or the start of one: a character cut at the end does no harm. */
export function decodeText(bytes: Uint8Array): Measured<DecodedText> {
  const buffer = asBuffer(bytes);
  const mark = BYTE_ORDER_MARKS.find((candidate) => buffer.subarray(0, candidate.bytes.length).equals(candidate.bytes));
  if (mark) return mark.encoding ? decoded(buffer.subarray(mark.bytes.length), mark.encoding, true) : undecodable();
  const encoding = detectEncoding(buffer);
  return encoding ? decoded(buffer, encoding, false) : undecodable();
}

function decoded(bytes: Buffer, encoding: TextEncoding, hadBom: boolean): Measured<DecodedText> {
  // `ignoreBOM` keeps a second mark in the text: it is the file's fault, for a rule to see.
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const said = encoding === 'gb18030' && !hadBom ? smallestNational(bytes) : encoding;
  return { ok: true, value: { text, encoding: said, hadBom } };
}

function undecodable(): Measured<DecodedText> {
  return { ok: false, failure: { reason: 'undecodable', detail: null } };
}

function detectEncoding(bytes: Buffer): TextEncoding | null {
  const nul = countNul(bytes);
  const nuls = nul.even + nul.odd;
  if (nul.even !== nul.odd && nuls >= bytes.length * CERTAIN_NUL_SHARE) {
    return nul.odd > nul.even ? 'utf-16le' : 'utf-16be';
  }
  if (isStrictUtf8(bytes)) return 'utf-8';
  const sample = sampleFromFirstWideByte(bytes);
  if (readCandidate(sample, 'utf-8').brokenShare <= MAX_BROKEN_SHARE) return 'utf-8';
  // 一 is U+4E00 and puts its NUL on the other side, so a Chinese text with little ASCII is told by its Han characters.
  const wide = nuls > 0 ? mostChinese(bytes.subarray(0, SAMPLE_BYTES), ['utf-16le', 'utf-16be']) : null;
  return wide ?? national(sample) ?? (isNearlyAscii(bytes) ? 'utf-8' : null);
}

/** Nothing can be told by so few bytes; all but them is read. */
function isNearlyAscii(bytes: Buffer): boolean {
  let wide = 0;
  for (const byte of bytes) if (byte >= 0x80) wide += 1;
  return wide <= bytes.length * MAX_STRAY_SHARE;
}

/** NUL bytes at even and odd positions: the high bytes of UTF-16's ASCII, big-endian and little-endian. */
function countNul(bytes: Buffer): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) {
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  return { even, odd };
}

function isStrictUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** ASCII says nothing about the encoding, and a multi-byte character cannot start before the first byte above it. */
export function sampleFromFirstWideByte(bytes: Buffer): Buffer {
  const start = bytes.findIndex((byte) => byte >= 0x80);
  return bytes.subarray(start, start + SAMPLE_BYTES);
}

function national(sample: Buffer): TextEncoding | null {
  const encoding = mostChinese(sample, ['gb18030', 'big5']);
  return encoding === null || isRivalLikelier(sample, encoding) ? null : encoding;
}

function mostChinese(sample: Buffer, encodings: readonly TextEncoding[]): TextEncoding | null {
  const [best] = encodings
    .map((encoding) => ({ encoding, ...readCandidate(sample, encoding) }))
    .filter(({ brokenShare, hanShare }) => brokenShare <= MAX_BROKEN_SHARE && hanShare >= MIN_HAN_SHARE)
    .sort((a, b) => b.hanShare - a.hanShare);
  return best?.encoding ?? null;
}
