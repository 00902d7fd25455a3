/** A line as it is read: how wide it is, how much there is to read, and in which script. */
import type { SubtitleLine } from '../../model/subtitle-facts.ts';
import { displayWidth } from '../../util/display-width.ts';

export interface LineMeasures extends Omit<SubtitleLine, 'line' | 'text'> {
  readonly letters: LetterCounts;
}

/** Letters by script; digits and punctuation belong to none. */
export interface LetterCounts {
  readonly han: number;
  readonly kana: number;
  readonly hangul: number;
  readonly latin: number;
  /** Of the Latin ones those that English does not have. */
  readonly accented: number;
  readonly other: number;
}

type Counted = { -readonly [Script in keyof LetterCounts]: number } & { columns: number; characters: number };

export function measureLine(text: string): LineMeasures {
  const counted: Counted = { han: 0, kana: 0, hangul: 0, latin: 0, accented: 0, other: 0, columns: 0, characters: 0 };
  for (const character of text) count(character, counted);
  const { columns, characters, han } = counted;
  return { columns, characters, script: han > 0 && !isJapanese(counted) ? 'han' : 'other', letters: counted };
}

/** One の in a Chinese line is an ornament. */
export function isJapanese({ han, kana }: LetterCounts): boolean {
  return kana * 6 > han + kana;
}

/** The blocks that nearly every character lies in are told by their number: asking Unicode of each would take ten times as long. */
function count(character: string, counted: Counted): void {
  const code = character.charCodeAt(0);
  if (code < 0x7f) countAscii(code, counted);
  else if (code >= 0x3400 && code <= 0x9fff && (code < 0x4dc0 || code >= 0x4e00)) countLetter('han', 2, counted);
  else if (code >= 0xac00 && code <= 0xd7a3) countLetter('hangul', 2, counted);
  else if (isWidePunctuation(code)) counted.columns += 2;
  else countByProperty(character, counted);
}

/** `、` to `】`, `！` to `／`: most of what is left in a Chinese line. */
function isWidePunctuation(code: number): boolean {
  return (code >= 0x3008 && code <= 0x3011) || code === 0x3001 || code === 0x3002 || (code >= 0xff01 && code <= 0xff0f);
}

function countAscii(code: number, counted: Counted): void {
  if (code >= 0x20) counted.columns += 1;
  if (code >= 0x30 && code <= 0x39) counted.characters += 1;
  else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) countLetter('latin', 0, counted);
}

function countLetter(script: keyof LetterCounts, columns: number, counted: Counted): void {
  counted[script] += 1;
  counted.characters += 1;
  counted.columns += columns;
}

const SCRIPTS: readonly (readonly [keyof LetterCounts, RegExp])[] = [
  ['han', /\p{Script=Han}/u],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['hangul', /\p{Script=Hangul}/u],
  ['latin', /\p{Script=Latin}/u],
];

function countByProperty(character: string, counted: Counted): void {
  counted.columns += displayWidth(character);
  if (/\p{N}/u.test(character)) counted.characters += 1;
  if (!/\p{L}/u.test(character)) return;
  const script = SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0] ?? 'other';
  countLetter(script, 0, counted);
  if (script === 'latin' && character < '\u0250') counted.accented += 1;
}
