/** What two texts have word for word: the runs of tokens in common. */
import { NONE, SHINGLE } from './number-shingles.ts';
import type { Tokens } from './stream.ts';
import { MASKED } from './tokens.ts';

/** Places in two texts, in tokens from the start of each. */
export interface Run {
  readonly start: number;
  readonly otherStart: number;
  /** Begins and ends with tokens of the text's own. */
  readonly length: number;
  /** Tokens of it that are the text's own, and not a template's. */
  readonly own: number;
}

/** Of a sequence that comes up again and again, so many places are tried: else 哈哈哈哈 would take the square of its length. */
const MAX_TRIED = 8;

export interface SearchedText {
  /** Where it begins in the stream. */
  readonly start: number;
  readonly tokens: Tokens;
  /** Shared ones, by place in the text; 0 or less where none begins. */
  readonly shingles: Int32Array;
}

/** Finds what other texts have in common with one: with the one that was opened last. */
export class RunFinder {
  /** By shingle the first place where it stands, in the stream and + 1; of a text opened before, it is outside of this one. */
  readonly #heads: Int32Array;
  /** By place in the text: the next one with the same shingle. */
  readonly #next: Int32Array;
  #text: SearchedText = { start: 0, tokens: new Uint16Array(0), shingles: new Int32Array(0) };

  /** @param count so many shingles there are @param longest so many tokens has the longest text */
  constructor(count: number, longest: number) {
    this.#heads = new Int32Array(count);
    this.#next = new Int32Array(longest);
  }

  open(text: SearchedText): void {
    const { start, shingles } = text;
    this.#text = text;
    for (let at = shingles.length - 1; at >= 0; at -= 1) {
      const shingle = shingles[at] as number;
      if (shingle <= 0) continue;
      this.#next[at] = this.#headOf(shingle);
      this.#heads[shingle] = start + at + 1;
    }
  }

  /** Runs in common with the other, in its order; none overlap there. Linear in its length. */
  runsWith(other: SearchedText): Run[] {
    const runs: Run[] = [];
    for (let at = 0; at < other.shingles.length; at += 1) {
      const found = this.#longestAt(other, at);
      if (found === null) continue;
      runs.push(this.#trimmed(found.start, at, found.length));
      at += found.length - 1;
    }
    return runs;
  }

  #headOf(shingle: number): number {
    const at = (this.#heads[shingle] as number) - 1 - this.#text.start;
    return at >= 0 && at < this.#text.shingles.length ? at : NONE;
  }

  #longestAt(other: SearchedText, otherStart: number): { start: number; length: number } | null {
    const shingle = other.shingles[otherStart] as number;
    let place = shingle <= 0 ? NONE : this.#headOf(shingle);
    let longest: { start: number; length: number } | null = null;
    for (let tried = 0; place !== NONE && tried < MAX_TRIED; tried += 1) {
      const length = this.#lengthAt(place, other.tokens, otherStart);
      if (longest === null || length > longest.length) longest = { start: place, length };
      place = this.#next[place] as number;
    }
    return longest;
  }

  #lengthAt(start: number, others: Tokens, otherStart: number): number {
    const { tokens } = this.#text;
    const most = Math.min(tokens.length - start, others.length - otherStart);
    let length = SHINGLE;
    while (length < most) {
      const token = tokens[start + length];
      if (token === MASKED || token !== others[otherStart + length]) break;
      length += 1;
    }
    return length;
  }

  /** The first shingle of a run is the text's own; what a template says may stand at its end. */
  #trimmed(start: number, otherStart: number, length: number): Run {
    let [shingles, end] = [0, start];
    for (let at = start; at <= start + length - SHINGLE; at += 1) {
      if ((this.#text.shingles[at] as number) <= 0) continue;
      shingles += 1;
      end = at + SHINGLE;
    }
    return { start, otherStart, length: end - start, own: shingles + SHINGLE - 1 };
  }
}
