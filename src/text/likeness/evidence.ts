/** From tokens back to the words that people wrote. */
import type { TextBlock, TextPlace } from '../../model/text-facts.ts';
import type { Tokeniser } from './tokens.ts';

/** Tokens that are shown of a longer run, from its start and from its end. */
const HEAD = 30;
const TAIL = 12;
/** Shown of either: between two words may stand a page of dashes. */
const MAX_SHOWN = 90;

/** One text with its tokens' places in it: read once more, as only few texts have anything to show. */
export class Original {
  readonly #text: string;
  /** By token: the first UTF-16 unit, and the first after it. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(blocks: readonly TextBlock[], tokeniser: Tokeniser) {
    this.#text = blocks.map(({ text }) => text).join('\n');
    tokeniser.read(this.#text, (_, start, end) => {
      this.#starts.push(start);
      this.#ends.push(end);
    });
  }

  /** From one token to before another, in one line; cut in the middle where it is long. */
  excerpt(from: number, to: number): string {
    if (to - from <= HEAD + TAIL) return this.#words(from, to);
    return `${this.#words(from, from + HEAD)}..${this.#words(to - TAIL, to)}`;
  }

  #words(from: number, to: number): string {
    const start = this.#starts[from] as number;
    const words = this.#text.slice(start, this.#ends[to - 1]);
    if (words.length <= MAX_SHOWN) return words.replace(/\s+/g, ' ');
    return `${[...words.slice(0, MAX_SHOWN)].slice(0, -1).join('').replace(/\s+/g, ' ')}..`;
  }
}

/** Where the token stands. @param blockStarts the first token of each block; a block without tokens begins where the next does */
export function placeOf(token: number, blockStarts: Int32Array, blocks: readonly TextBlock[]): TextPlace {
  let [low, high] = [0, blockStarts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((blockStarts[middle] as number) <= token) low = middle;
    else high = middle;
  }
  return blocks[low]?.at ?? {};
}
