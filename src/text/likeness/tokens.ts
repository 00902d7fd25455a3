/**
 * Text as it is compared: each Han character by itself (kana and hangul too), each word or number of other scripts as
 * one; white space, punctuation, symbols and marks left out; compatibility forms and case folded. So other line breaks,
 * other punctuation and full-width letters hide no copy, and five words of English weigh as five characters of Chinese:
 * any two English texts share a third of their five-letter sequences.
 */
import type { TokenList } from './token-list.ts';

/** What nothing is equal to, not even itself: private data that were masked. */
export const MASKED = 0;

/** Fewer may be the emphasis of Markdown, or a name. */
const MIN_MASK = 3;
const ASTERISK = 0x2a;

type Ranges = readonly (readonly [first: number, last: number])[];

/** Characters that are compared one by one. */
const CHARACTERS: Ranges = [
  [0x3005, 0x3007],
  [0x3041, 0x318f],
  [0x31a0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0x1100, 0x11ff],
  [0xac00, 0xd7a3],
  [0x20000, 0x3ffff],
];
/** Nearly all of a Chinese text, and nothing else becomes of them by folding. */
const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fff];
const IDEOGRAPHIC_ZERO = 0x3007;
/** These end a word. The usual ones: Unicode properties take a millisecond to compile. */
const SEPARATORS: Ranges = [
  [0x2010, 0x2029],
  [0x3000, 0x3004],
  [0x3008, 0x3020],
  [0xff01, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
  [0xb7, 0xb7],
  [0xd7, 0xd7],
];
const SURROGATES: Ranges = [[0xd800, 0xdfff]];

/** What a UTF-16 unit is: above 0 a token by itself, 0 not yet known. */
const SEPARATOR = -1;
/** ASCII. */
const LETTER = -2;
const STAR = -3;
const OTHER = -4;

/** What becomes of a code point: characters and letters, and whether a word ends at it. */
type Folded = { readonly characters: readonly string[]; readonly breaks: boolean };

const WORD_PART = /[\p{L}\p{N}]/u;
const UNSEEN = /[\p{M}\p{Cf}]/u;

/** Texts are comparable when one tokeniser has read them: it numbers tokens from 1, in order of appearance. */
export class Tokeniser {
  /** How many different tokens there are. */
  size = 0;
  readonly #kinds = new Int32Array(0x10000);
  /** Words, and characters of two units. */
  readonly #words = new Map<string, number>();
  readonly #folded = new Map<number, Folded>();
  /** The word that is being read, and where it stands. */
  #word = '';
  #start = 0;
  #end = 0;

  read(text: string, list: TokenList): void {
    for (let at = 0; at < text.length; ) {
      const kind = this.#kindOf(text.charCodeAt(at));
      if (kind === LETTER) at = this.#passLetters(text, at);
      else if (kind === OTHER) at = this.#passFolded(text, at, list);
      else if (kind === STAR) at = this.#passAsterisks(text, at, list);
      else {
        this.#endWord(list);
        at = this.#passCharacters(text, at, list);
      }
    }
    this.#endWord(list);
  }

  /** Characters and what separates them: most of the text, so without a call for each. */
  #passCharacters(text: string, from: number, list: TokenList): number {
    list.reserve(text.length - from);
    const kinds = this.#kinds;
    const { values, places } = list;
    let [at, { length }] = [from, list];
    for (; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      const kind = (kinds[unit] as number) || this.#kindOf(unit);
      if (kind === SEPARATOR) continue;
      if (kind < 0) break;
      values[length] = kind;
      if (places !== null) {
        places[2 * length] = at;
        places[2 * length + 1] = at + 1;
      }
      length += 1;
    }
    list.length = length;
    return at;
  }

  #kindOf(unit: number): number {
    const known = this.#kinds[unit] as number;
    if (known !== 0) return known;
    const kind = this.#classify(unit);
    this.#kinds[unit] = kind;
    return kind;
  }

  #classify(unit: number): number {
    if (unit >= FIRST_HAN && unit <= LAST_HAN) return this.#next();
    if (unit === ASTERISK) return STAR;
    if (unit < 0x80) return /[\da-z]/i.test(String.fromCharCode(unit)) ? LETTER : SEPARATOR;
    if (isAmong(SEPARATORS, unit)) return SEPARATOR;
    if (isAmong(SURROGATES, unit)) return OTHER;
    if (unit === IDEOGRAPHIC_ZERO) return this.#next();
    const { characters, breaks } = this.#fold(unit);
    const [first] = characters;
    if (first === undefined) return breaks ? SEPARATOR : OTHER;
    if (characters.length > 1 || !isCharacter(first)) return OTHER;
    return first === String.fromCharCode(unit) ? this.#next() : this.#numberOfCharacter(first);
  }

  #passLetters(text: string, at: number): number {
    let next = at + 1;
    while (next < text.length && this.#kinds[text.charCodeAt(next)] === LETTER) next += 1;
    this.#extendWord(text.slice(at, next).toLowerCase(), at, next);
    return next;
  }

  #passFolded(text: string, at: number, list: TokenList): number {
    const point = text.codePointAt(at) as number;
    const next = at + (point > 0xffff ? 2 : 1);
    const { characters, breaks } = this.#fold(point);
    if (breaks) this.#endWord(list);
    for (const character of characters) {
      if (isCharacter(character)) {
        this.#endWord(list);
        list.add(this.#numberOfCharacter(character), at, next);
      } else this.#extendWord(character, at, next);
    }
    return next;
  }

  /** A run that is long enough stands for a datum, and so do the digits and letters that a mask leaves at both ends of one. */
  #passAsterisks(text: string, start: number, list: TokenList): number {
    let end = start + 1;
    while (text.charCodeAt(end) === ASTERISK) end += 1;
    if (end - start < MIN_MASK) {
      this.#endWord(list);
      return end;
    }
    this.#word = '';
    while (end < text.length && this.#kindOf(text.charCodeAt(end)) === LETTER) end += 1;
    list.add(MASKED, start, end);
    return end;
  }

  #extendWord(letters: string, start: number, end: number): void {
    if (this.#word === '') this.#start = start;
    this.#word += letters;
    this.#end = end;
  }

  #endWord(list: TokenList): void {
    if (this.#word === '') return;
    list.add(this.#numberOf(this.#word), this.#start, this.#end);
    this.#word = '';
  }

  #fold(point: number): Folded {
    const known = this.#folded.get(point);
    if (known !== undefined) return known;
    const characters = [...String.fromCodePoint(point).normalize('NFKD').toLowerCase()];
    const kept = characters.filter((character) => WORD_PART.test(character));
    const folded = { characters: kept, breaks: !characters.every((one) => WORD_PART.test(one) || UNSEEN.test(one)) };
    // A text can hold a million different ones beyond these.
    if (point <= 0xffff) this.#folded.set(point, folded);
    return folded;
  }

  /** @param character what others fold to, which folds to nothing else itself */
  #numberOfCharacter(character: string): number {
    return character.length === 1 ? this.#kindOf(character.charCodeAt(0)) : this.#numberOf(character);
  }

  #numberOf(token: string): number {
    const known = this.#words.get(token);
    if (known !== undefined) return known;
    const number = this.#next();
    this.#words.set(token, number);
    return number;
  }

  #next(): number {
    this.size += 1;
    return this.size;
  }
}

function isCharacter(character: string): boolean {
  return isAmong(CHARACTERS, character.codePointAt(0) as number);
}

function isAmong(ranges: Ranges, code: number): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}
