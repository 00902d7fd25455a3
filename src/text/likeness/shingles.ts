/** All texts end to end as tokens, and a number for each sequence of five. Typed arrays: a batch has millions of them. */
import type { TextBlock } from '../../model/text-facts.ts';
import { MASKED, type Tokeniser } from './tokens.ts';

/** Tokens in a shingle. */
export const SHINGLE = 5;
/** No shingle of the text's own begins here. */
export const NONE = -1;

/** Tokens of all texts; those of the `index`th are `starts[index]` to `starts[index + 1]`. */
export interface TokenStream {
  readonly tokens: Int32Array;
  readonly starts: Int32Array;
  /** For each text the first token of each of its blocks. */
  readonly blockStarts: readonly Int32Array[];
  /** Tokens before the first text: lines that are nobody's own. */
  readonly known: number;
}

export function readTokens(
  texts: readonly { readonly blocks: readonly TextBlock[] }[],
  knownLines: Iterable<string>,
  tokeniser: Tokeniser,
): TokenStream {
  const list = new TokenList();
  for (const line of knownLines) {
    tokeniser.read(line, list.add);
    list.add(MASKED);
  }
  const known = list.length;
  const starts = new Int32Array(texts.length + 1);
  const blockStarts = texts.map(({ blocks }, index) => {
    starts[index] = list.length;
    return Int32Array.from(blocks, ({ text }) => {
      const start = list.length;
      tokeniser.read(text, list.add);
      return start;
    });
  });
  starts[texts.length] = list.length;
  return { tokens: list.tokens, starts, blockStarts, known };
}

class TokenList {
  #tokens = new Int32Array(1 << 16);
  length = 0;

  readonly add = (token: number): void => {
    if (this.length === this.#tokens.length) {
      const larger = new Int32Array(this.length + (this.length >> 1));
      larger.set(this.#tokens);
      this.#tokens = larger;
    }
    this.#tokens[this.length] = token;
    this.length += 1;
  };

  get tokens(): Int32Array {
    return this.#tokens.subarray(0, this.length);
  }
}

/** Of a shingle's tokens so many stand in no known line, or it is no more than the edge of what is quoted. */
const MIN_OWN = 3;

/**
 * For each token the first place in the stream where the same five stand as from here on; `NONE` where masked data or
 * the text's end is among them, or known lines say all but a little of them.
 */
export function numberShingles({ tokens, starts, known }: TokenStream): Int32Array {
  const firsts = new Int32Array(tokens.length).fill(NONE);
  const table = new ShingleTable(tokens);
  const number = (start: number, end: number) => {
    for (let at = start; at <= end - SHINGLE; at += 1) if (isWhole(tokens, at)) firsts[at] = table.firstLike(at);
  };
  number(0, known);
  for (let text = 0; text + 1 < starts.length; text += 1) {
    const [start, end] = [starts[text] as number, starts[text + 1] as number];
    number(start, end);
    dropKnown(firsts.subarray(start, end), known);
  }
  return firsts.fill(NONE, 0, known);
}

/** @param firsts of one text @param known places before this one are in known lines */
function dropKnown(firsts: Int32Array, known: number): void {
  /** Tokens before each place that are in no known shingle. */
  const own = new Int32Array(firsts.length + 1);
  let knownUntil = 0;
  for (const [at, first] of firsts.entries()) {
    if (first !== NONE && first < known) knownUntil = at + SHINGLE;
    own[at + 1] = (own[at] as number) + (at < knownUntil ? 0 : 1);
  }
  for (let at = 0; at <= firsts.length - SHINGLE; at += 1) {
    if ((own[at + SHINGLE] as number) - (own[at] as number) < MIN_OWN) firsts[at] = NONE;
  }
}

function isWhole(tokens: Int32Array, at: number): boolean {
  for (let offset = 0; offset < SHINGLE; offset += 1) if (tokens[at + offset] === MASKED) return false;
  return true;
}

/** Open addressing over places in the stream. Tokens are compared, so that no two shingles pass for one. */
class ShingleTable {
  readonly #tokens: Int32Array;
  /** Place + 1; 0 is free. */
  readonly #slots: Int32Array;

  constructor(tokens: Int32Array) {
    this.#tokens = tokens;
    // A third of the slots stays free.
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(tokens.length * 1.5 + 2)));
  }

  /** The first place asked for that begins with the same shingle: `at` itself where it is new. */
  firstLike(at: number): number {
    const last = this.#slots.length - 1;
    for (let slot = this.#hash(at) & last; ; slot = (slot + 1) & last) {
      const first = (this.#slots[slot] as number) - 1;
      if (first < 0) {
        this.#slots[slot] = at + 1;
        return at;
      }
      if (this.#isEqual(first, at)) return first;
    }
  }

  /** The multipliers of MurmurHash3. */
  #hash(at: number): number {
    let hash = 0;
    for (let offset = 0; offset < SHINGLE; offset += 1) {
      hash = Math.imul(hash ^ (this.#tokens[at + offset] as number), 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    }
    return hash ^ (hash >>> 16);
  }

  #isEqual(left: number, right: number): boolean {
    for (let offset = 0; offset < SHINGLE; offset += 1) {
      if (this.#tokens[left + offset] !== this.#tokens[right + offset]) return false;
    }
    return true;
  }
}
