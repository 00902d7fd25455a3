/** Which texts hold a shingle, as far as that is traced. */
import type { SharedShingles } from './shared-shingles.ts';

/** A passage that hundreds of texts hold is traced to the first of them only: nobody reads of more. */
const MAX_TRACED = 64;
/** More than any text's number. */
const END = 2 ** 31 - 1;

/** Lists end to end: the `n`th are the values from `offsets[n]` to before the next offset. */
export interface Lists {
  readonly values: Int32Array;
  readonly offsets: Int32Array;
}

/** By shingle the texts that hold it, in order. */
export function listHolders({ held, works }: SharedShingles): Lists {
  const offsets = countHolders(held, works.length);
  const values = new Int32Array(offsets[works.length] as number);
  const free = offsets.slice();
  for (const [text, own] of held.entries()) {
    for (const shingle of own) {
      const place = free[shingle] as number;
      if (place === offsets[shingle + 1]) continue;
      values[place] = text;
      free[shingle] = place + 1;
    }
  }
  return { values, offsets };
}

function countHolders(held: readonly Int32Array[], count: number): Int32Array {
  const offsets = new Int32Array(count + 1);
  for (const own of held) {
    for (const shingle of own) {
      const size = offsets[shingle + 1] as number;
      if (size < MAX_TRACED) offsets[shingle + 1] = size + 1;
    }
  }
  for (let shingle = 0; shingle < count; shingle += 1)
    offsets[shingle + 1] = (offsets[shingle + 1] as number) + (offsets[shingle] as number);
  return offsets;
}

/**
 * By shingle in what its holders differ from those of the one numbered before: a text that comes, or `~text` for one that
 * goes. What is copied is copied in a row, so that most differ in nothing.
 */
export function listChanges({ values, offsets }: Lists): Lists {
  // Of these, memory that is not written to costs nothing.
  const changes = new Int32Array(2 * values.length);
  const ends = new Int32Array(offsets.length);
  let [before, length] = [0, 0];
  for (let shingle = 0; shingle + 1 < offsets.length; shingle += 1) {
    const [start, end] = [offsets[shingle] as number, offsets[shingle + 1] as number];
    for (let now = start; before < start || now < end; ) {
      const goes = before < start ? (values[before] as number) : END;
      const comes = now < end ? (values[now] as number) : END;
      if (goes <= comes) before += 1;
      if (comes <= goes) now += 1;
      if (goes === comes) continue;
      changes[length] = goes < comes ? ~goes : comes;
      length += 1;
    }
    ends[shingle + 1] = length;
  }
  return { values: changes, offsets: ends };
}
