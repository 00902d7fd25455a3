/**
 * Text as it is compared: each Han character by itself (kana and hangul too), each word or number of other scripts as
 * one; white space, punctuation, symbols and marks left out; compatibility forms and case folded. So other line breaks,
 * other punctuation and full-width letters hide no copy, and five words of English weigh as five characters of Chinese:
 * any two English texts share a third of their five-letter sequences.
 */

/** What nothing is equal to, not even itself: private data that were masked. */
export const MASKED = 0;

/** Words are numbered from here on; below it a token is its own code point. */
const FIRST_WORD = 0x110000;
/** Fewer may be the emphasis of Markdown, or a name. */
const MIN_MASK = 3;
const ASTERISK = 0x2a;

/** First and last code point of characters that are compared one by one. */
const CHARACTERS: readonly (readonly [number, number])[] = [
  [0x3005, 0x3007],
  [0x3041, 0x318f],
  [0x31a0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0x1100, 0x11ff],
  [0xac00, 0xd7a3],
  [0x20000, 0x3ffff],
];

/** What becomes of a code point: characters and letters, and whether a word ends at it. */
type Folded = { readonly characters: readonly string[]; readonly breaks: boolean };

const WORD_PART = /[\p{L}\p{N}]/u;
const UNSEEN = /[\p{M}\p{Cf}]/u;

/** @param start first UTF-16 unit of the token in its text @param end first unit after it */
export type TakeToken = (token: number, start: number, end: number) => void;

/** Texts are comparable when one tokeniser has read them: it numbers their words. */
export class Tokeniser {
  readonly #words = new Map<string, number>();
  readonly #folded = new Map<number, Folded>();

  read(text: string, take: TakeToken): void {
    let [word, wordStart, wordEnd] = ['', 0, 0];
    const endWord = () => {
      if (word !== '') take(this.#numberOf(word), wordStart, wordEnd);
      word = '';
    };
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at) as number;
      const next = at + (code > 0xffff ? 2 : 1);
      // Most of the text, so it is told first.
      if (code >= 0x4e00 && code <= 0x9fff) {
        endWord();
        take(code, at, next);
      } else {
        const { characters, breaks } = this.#fold(code);
        if (breaks) endWord();
        for (const character of characters) {
          if (isCharacter(character)) {
            endWord();
            take(character.codePointAt(0) as number, at, next);
          } else {
            if (word === '') wordStart = at;
            word += character;
            wordEnd = next;
          }
        }
      }
      at = code === ASTERISK ? passMask(text, at, take) : next;
    }
    endWord();
  }

  #fold(code: number): Folded {
    const known = this.#folded.get(code);
    if (known !== undefined) return known;
    const characters = [...String.fromCodePoint(code).normalize('NFKD').toLowerCase()];
    const kept = characters.filter((character) => WORD_PART.test(character));
    const folded = { characters: kept, breaks: !characters.every((one) => WORD_PART.test(one) || UNSEEN.test(one)) };
    // A text can hold a million different ones beyond these.
    if (code <= 0xffff) this.#folded.set(code, folded);
    return folded;
  }

  #numberOf(word: string): number {
    const number = this.#words.get(word) ?? FIRST_WORD + this.#words.size;
    this.#words.set(word, number);
    return number;
  }
}

/** The end of a run of asterisks, which stands for a datum where it is long enough. */
function passMask(text: string, start: number, take: TakeToken): number {
  let end = start + 1;
  while (text.charCodeAt(end) === ASTERISK) end += 1;
  if (end - start >= MIN_MASK) take(MASKED, start, end);
  return end;
}

function isCharacter(character: string): boolean {
  const code = character.codePointAt(0) as number;
  return CHARACTERS.some(([first, last]) => code >= first && code <= last);
}
