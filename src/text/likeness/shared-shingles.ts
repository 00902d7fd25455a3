/** The shingles that several works have. */
import { groupBy } from '../../util/order.ts';
import type { NumberedShingles } from './number-shingles.ts';
import type { TokenStream } from './stream.ts';

export interface SharedShingles {
  /** For each token the number of the shared shingle that begins there, from 1 on; 0 or less where none does. */
  readonly byPlace: Int32Array;
  /** By text those it holds, each once, in order of place. */
  readonly held: readonly Int32Array[];
  /** By shingle: how many works have it; of 0 none. */
  readonly works: Int32Array;
  /** Different shingles of each text, shared or not. */
  readonly sizes: Int32Array;
}

/**
 * @param numbered written over, to save memory
 * @param workOf by text
 */
export function findShared(
  { byPlace, count }: NumberedShingles,
  { starts, longest }: TokenStream,
  workOf: readonly string[],
): SharedShingles {
  const { spread, sizes, last } = countWorks(byPlace, count, starts, workOf);
  const [numbers, works] = [new Int32Array(count + 1), new Int32Array(count + 1)];
  const room = new Int32Array(longest);
  let shared = 0;
  const held = Array.from(sizes, (_, text) => {
    const [turn, end] = [workOf.length + text + 1, starts[text + 1] as number];
    let length = 0;
    for (let at = starts[text] as number; at < end; at += 1) {
      const number = byPlace[at] as number;
      // Most stand nowhere else; memory that is never written to takes no room.
      if (number <= 0) continue;
      if (numbers[number] === 0 && (spread[number] as number) > 1) {
        shared += 1;
        numbers[number] = shared;
        works[shared] = spread[number] as number;
      }
      const shingle = numbers[number] as number;
      byPlace[at] = shingle;
      if (shingle === 0 || last[number] === turn) continue;
      last[number] = turn;
      room[length] = shingle;
      length += 1;
    }
    return room.slice(0, length);
  });
  return { byPlace, held, works: works.subarray(0, shared + 1), sizes };
}

/** By number: how many works have it; and how many different shingles each text has. */
function countWorks(byPlace: Int32Array, count: number, starts: Int32Array, workOf: readonly string[]) {
  const [spread, sizes] = [new Int32Array(count + 1), new Int32Array(workOf.length)];
  /** By number the text that had it last, counted from 1 as they come here. */
  const last = new Int32Array(count + 1);
  let turn = 0;
  // Work by work, so that the texts of one count once.
  for (const texts of groupBy(workOf.keys(), (text) => workOf[text]).values()) {
    const turnBefore = turn;
    for (const text of texts) {
      const end = starts[text + 1] as number;
      let size = 0;
      turn += 1;
      for (let at = starts[text] as number; at < end; at += 1) {
        const number = byPlace[at] as number;
        if (number === 0) size += 1;
        if (number <= 0 || last[number] === turn) continue;
        if ((last[number] as number) <= turnBefore) spread[number] = (spread[number] as number) + 1;
        last[number] = turn;
        size += 1;
      }
      sizes[text] = size;
    }
  }
  return { spread, sizes, last };
}
