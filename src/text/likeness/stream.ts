/** All texts end to end as tokens. Typed arrays: a batch has millions of them. */
import { TokenList } from './token-list.ts';
import type { Tokeniser } from './tokens.ts';

export type Tokens = Uint16Array | Uint32Array;

export interface TokenStream {
  readonly tokens: Tokens;
  /** Tokens of the `index`th text are `starts[index]` to `starts[index + 1]`. */
  readonly starts: Int32Array;
  /** So many tokens has the longest. */
  readonly longest: number;
  /** Tokens before the first text: lines that are nobody's own, with a mask behind each. */
  readonly known: number;
}

/** A lecture has 3,000 to 4,000. */
const TOKENS_IN_TEXT = 8192;

/** @param textOf by number; asked for once, in order */
export function readTokens(
  count: number,
  textOf: (text: number) => string,
  knownLines: readonly string[],
  tokeniser: Tokeniser,
): TokenStream {
  const writer = new StreamWriter(count * TOKENS_IN_TEXT, tokeniser);
  const known = writer.add(knownLines.map((line) => `${line}***`).join(''));
  const starts = new Int32Array(count + 1).fill(known);
  let longest = 0;
  for (let text = 0; text < count; text += 1) {
    const length = writer.add(textOf(text));
    starts[text + 1] = (starts[text] as number) + length;
    longest = Math.max(longest, length);
  }
  return { tokens: writer.tokens, starts, known, longest };
}

/** Two bytes a token, until there are more different ones than that. */
class StreamWriter {
  #tokens: Tokens;
  #length = 0;
  readonly #list = new TokenList();
  readonly #tokeniser: Tokeniser;

  /** @param room memory that is not written to costs nothing */
  constructor(room: number, tokeniser: Tokeniser) {
    this.#tokens = new Uint16Array(room);
    this.#tokeniser = tokeniser;
  }

  /** @returns how many tokens the text has */
  add(text: string): number {
    const list = this.#list;
    list.length = 0;
    this.#tokeniser.read(text, list);
    this.#reserve(list.length);
    this.#tokens.set(list.values.subarray(0, list.length), this.#length);
    this.#length += list.length;
    return list.length;
  }

  #reserve(count: number): void {
    const Wide = this.#tokeniser.size > 0xffff ? Uint32Array : Uint16Array;
    const room = this.#length + count;
    const { length, BYTES_PER_ELEMENT } = this.#tokens;
    if (room <= length && BYTES_PER_ELEMENT === Wide.BYTES_PER_ELEMENT) return;
    const larger = new Wide(Math.max(length, 2 * room));
    larger.set(this.tokens);
    this.#tokens = larger;
  }

  get tokens(): Tokens {
    return this.#tokens.subarray(0, this.#length);
  }
}
