/** What two texts have word for word: the runs of tokens in common. */
import { NONE, SHINGLE } from './shingles.ts';
import { MASKED } from './tokens.ts';

/** Places in the stream of tokens. */
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

/** Finds what other texts have in common with one. */
export class RunFinder {
  readonly #tokens: Int32Array;
  readonly #shingles: Int32Array;
  readonly #start: number;
  readonly #end: number;
  /** By shingle: the first place of the text where it stands. */
  readonly #heads: Map<number, number>;
  /** By place, from the text's start: the next one with the same shingle. */
  readonly #next: Int32Array;

  /** @param shingles shared ones, by place @param start first token of the text @param end first token after it */
  constructor(tokens: Int32Array, shingles: Int32Array, start: number, end: number) {
    this.#tokens = tokens;
    this.#shingles = shingles;
    this.#start = start;
    this.#end = end;
    this.#heads = new Map();
    this.#next = new Int32Array(end - start).fill(NONE);
    for (let at = end - 1; at >= start; at -= 1) {
      const shingle = shingles[at] as number;
      if (shingle === NONE) continue;
      this.#next[at - start] = this.#heads.get(shingle) ?? NONE;
      this.#heads.set(shingle, at);
    }
  }

  /** Runs in common with the text between these places, in its order; none overlap there. Linear in its length. */
  runsWith(otherStart: number, otherEnd: number): Run[] {
    const runs: Run[] = [];
    for (let at = otherStart; at < otherEnd; at += 1) {
      const found = this.#longestAt(at, otherEnd);
      if (found === null) continue;
      runs.push(this.#trimmed(found.start, at, found.length));
      at += found.length - 1;
    }
    return runs;
  }

  #longestAt(otherStart: number, otherEnd: number): { start: number; length: number } | null {
    const shingle = this.#shingles[otherStart] as number;
    let place = shingle === NONE ? NONE : (this.#heads.get(shingle) ?? NONE);
    let longest: { start: number; length: number } | null = null;
    for (let tried = 0; place !== NONE && tried < MAX_TRIED; tried += 1) {
      const length = this.#lengthAt(place, otherStart, otherEnd);
      if (longest === null || length > longest.length) longest = { start: place, length };
      place = this.#next[place - this.#start] as number;
    }
    return longest;
  }

  #lengthAt(start: number, otherStart: number, otherEnd: number): number {
    const most = Math.min(this.#end - start, otherEnd - otherStart);
    let length = SHINGLE;
    while (length < most) {
      const token = this.#tokens[start + length];
      if (token === MASKED || token !== this.#tokens[otherStart + length]) break;
      length += 1;
    }
    return length;
  }

  /** The first shingle of a run is the text's own; what a template says may stand at its end. */
  #trimmed(start: number, otherStart: number, length: number): Run {
    let [shingles, end] = [0, start];
    for (let at = start; at <= start + length - SHINGLE; at += 1) {
      if (this.#shingles[at] === NONE) continue;
      shingles += 1;
      end = at + SHINGLE;
    }
    return { start, otherStart, length: end - start, own: shingles + SHINGLE - 1 };
  }
}
