/** How much of each text stands in others: the shingles that two works share, and what they weigh. */
import { groupBy } from '../../util/order.ts';
import { NONE } from './shingles.ts';

/**
 * A passage in up to so many works counts in full, in more it counts less in proportion. What half of a province quotes
 * (a regulation, a poem) weighs next to nothing beside a text's own words; a whole text that many have copied has no
 * other words to stand beside, and keeps its share.
 */
const COMMON_WORKS = 5;
/** A passage that hundreds of texts hold is traced to the first of them only: nobody reads of more. */
const MAX_TRACED = 64;

export interface Sharing {
  /** For each token the number of the shared shingle that begins there; `NONE` where none does. */
  readonly shingles: Int32Array;
  /** How many shared shingles there are. */
  readonly count: number;
  /** Different shingles of each text, shared or not. */
  readonly sizes: Int32Array;
  /** Earlier texts that hold something of this one, in no particular order. */
  sharesOf(text: number): Share[];
}

export interface Share {
  readonly text: number;
  /** Weight of what both hold, in the weight of the lighter of both. */
  readonly share: number;
}

/**
 * @param firsts as `numberShingles` has it; written over, to save memory: it becomes `shingles`
 * @param starts where each text begins in it
 * @param works a number for the work of each text
 */
export function findSharing(firsts: Int32Array, starts: Int32Array, works: readonly number[]): Sharing {
  const { sizes, spread } = countWorks(firsts, starts, works);
  const weights = numberShared(firsts, spread);
  const held = listHeld(firsts, starts, weights.length);
  const holders = listHolders(held, weights.length);
  const totals = held.map((own, text) =>
    own.reduce((total, shingle) => total + (weights[shingle] as number) - 1, sizes[text] as number),
  );
  const sums = new Float64Array(held.length);
  return {
    ...{ shingles: firsts, count: weights.length, sizes },
    sharesOf(text) {
      const others = addUp(text, held, holders, weights, sums);
      return others.map((other) => {
        const share = (sums[other] as number) / Math.min(totals[text] as number, totals[other] as number);
        sums[other] = 0;
        // Sums of fractions: a whole text is 1, and not a little less.
        return { text: other, share: Math.round(share * 1e9) / 1e9 };
      });
    },
  };
}

/** How many different shingles each text has, and (by first place) how many works each shingle is in. */
function countWorks(firsts: Int32Array, starts: Int32Array, works: readonly number[]) {
  const sizes = new Int32Array(works.length);
  const spread = new Uint16Array(firsts.length);
  const lastText = new Int32Array(firsts.length).fill(NONE);
  // Work by work, so that the texts of one count once.
  for (const texts of groupBy(works.keys(), (text) => works[text]).values()) {
    for (const text of texts) {
      for (let at = starts[text] as number; at < (starts[text + 1] as number); at += 1) {
        const first = firsts[at] as number;
        const last = first === NONE ? text : (lastText[first] as number);
        if (last === text) continue;
        lastText[first] = text;
        sizes[text] = (sizes[text] as number) + 1;
        if (last === NONE || works[last] !== works[text])
          spread[first] = Math.min(0xffff, (spread[first] as number) + 1);
      }
    }
  }
  return { sizes, spread };
}

/** Numbers the shingles that several works hold, in place of their first places; returns the weight of each. */
function numberShared(firsts: Int32Array, spread: Uint16Array): Float64Array {
  const numbers = new Int32Array(firsts.length).fill(NONE);
  const weights: number[] = [];
  for (let at = 0; at < firsts.length; at += 1) {
    const first = firsts[at] as number;
    if (first === NONE) continue;
    const works = spread[first] as number;
    // Not always at its first place: there it may have been no more than the edge of something quoted.
    if (works > 1 && numbers[first] === NONE) numbers[first] = weights.push(Math.min(1, COMMON_WORKS / works)) - 1;
    firsts[at] = numbers[first] as number;
  }
  return Float64Array.from(weights);
}

/** By text: the shared shingles it holds, each once. */
function listHeld(shingles: Int32Array, starts: Int32Array, count: number): Int32Array[] {
  const lastText = new Int32Array(count).fill(NONE);
  return Array.from({ length: starts.length - 1 }, (_, text) =>
    shingles.subarray(starts[text], starts[text + 1]).filter((shingle) => {
      if (shingle === NONE || lastText[shingle] === text) return false;
      lastText[shingle] = text;
      return true;
    }),
  );
}

/** Texts by shingle: those of the `n`th, in order, are `texts[offsets[n]]` up to the next offset. */
interface Holders {
  readonly texts: Int32Array;
  readonly offsets: Int32Array;
}

function listHolders(held: readonly Int32Array[], count: number): Holders {
  const offsets = new Int32Array(count + 1);
  for (const own of held) for (const shingle of own) offsets[shingle + 1] = (offsets[shingle + 1] as number) + 1;
  for (let shingle = 0; shingle < count; shingle += 1)
    offsets[shingle + 1] = (offsets[shingle + 1] as number) + (offsets[shingle] as number);
  const texts = new Int32Array(offsets[count] as number);
  const free = offsets.slice();
  for (const [text, own] of held.entries()) {
    for (const shingle of own) {
      const place = free[shingle] as number;
      texts[place] = text;
      free[shingle] = place + 1;
    }
  }
  return { texts, offsets };
}

/** Adds the weight that each earlier text shares with this one to its sum; returns those texts. */
function addUp(
  text: number,
  held: readonly Int32Array[],
  { texts, offsets }: Holders,
  weights: Float64Array,
  sums: Float64Array,
): number[] {
  const found: number[] = [];
  for (const shingle of held[text] as Int32Array) {
    const start = offsets[shingle] as number;
    const end = Math.min(start + MAX_TRACED, offsets[shingle + 1] as number);
    for (let at = start; at < end; at += 1) {
      const other = texts[at] as number;
      if (other >= text) break;
      if (sums[other] === 0) found.push(other);
      sums[other] = (sums[other] as number) + (weights[shingle] as number);
    }
  }
  return found;
}
