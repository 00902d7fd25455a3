/** A number for each shingle that comes up again. Tokens are compared, so that no two shingles pass for one. */
import type { TokenStream, Tokens } from './stream.ts';
import { MASKED } from './tokens.ts';

/** Tokens in a shingle. */
export const SHINGLE = 5;
/** From its first token to its last. */
const SPAN = SHINGLE - 1;
/** No shingle of the text's own begins here. */
export const NONE = -1;

/** Of a shingle's tokens so many stand in no known line, or it is no more than the edge of what is quoted. */
const MIN_OWN = 3;
/** Stands for the number of one that is in a known line, until all of them are found. */
const KNOWN = -2;
/** A bit for each token of a shingle. */
const ALL = 2 ** SHINGLE - 1;

/** Times a token of two bytes this is a small integer: with other numbers, code that is not yet compiled takes its time. */
const SPREAD = 32719;
/** By so many bits the hash of a shingle is turned for the next; a token that leaves it was turned five times, by 32 and 3. */
const TURN = 7;
const TURNED = 3;

/** With more tokens, the table has one part of all hashes after the other: at once it would take more memory than they do. */
const MANY = 1 << 19;
const PARTS = 8;
/** A part is told by the first bits of the hash, as a slot is by the last. */
const PART_SHIFT = Math.clz32(PARTS - 1);

export interface NumberedShingles {
  /**
   * For each token the number of the shingle that begins there, from 1 on; 0 where it stands nowhere else; `NONE` where
   * masked data or the text's end is among its tokens, or known lines say all but a little of them.
   */
  readonly byPlace: Int32Array;
  /** The last number. */
  readonly count: number;
}

export function numberShingles(stream: TokenStream): NumberedShingles {
  const { starts, known } = stream;
  const numbering = new Numbering(stream);
  const quoting = new Set<number>();
  for (let part = 0; part < numbering.parts; part += 1) {
    numbering.open(part);
    numbering.read(0, known);
    for (let text = 0; text + 1 < starts.length; text += 1) {
      if (numbering.read(starts[text] as number, starts[text + 1] as number)) quoting.add(text);
    }
  }
  const { byPlace, count } = numbering;
  byPlace.fill(NONE, 0, known);
  for (const text of quoting) dropKnown(byPlace.subarray(starts[text], starts[text + 1]));
  return { byPlace, count };
}

class Numbering {
  readonly #stream: TokenStream;
  readonly byPlace: Int32Array;
  count = 0;
  readonly parts: number;
  #part = 0;
  /** First places of different shingles, + 1; 0 is free. Open addressing, with half of it free. */
  #slots: Int32Array;
  #used = 0;
  #hasKnown = false;

  constructor(stream: TokenStream) {
    const { length } = stream.tokens;
    this.#stream = stream;
    this.byPlace = new Int32Array(length);
    this.parts = length > MANY ? PARTS : 1;
    this.#slots = makeSlots(length / this.parts);
  }

  open(part: number): void {
    if (part > 0) this.#slots.fill(0);
    this.#part = part;
    this.#used = 0;
  }

  /**
   * Reads a text, or the known lines before all texts. All in one loop, as a short run spends most of its time on calls.
   * @returns whether it has something of known lines
   */
  read(start: number, end: number): boolean {
    this.#reserve(end - start);
    this.#hasKnown = false;
    const { tokens } = this.#stream;
    const [slots, parts, part] = [this.#slots, this.parts, this.#part];
    const lastSlot = slots.length - 1;
    let [hash, masked, used] = [0, start - 1, 0];
    for (let last = start; last < end; last += 1) {
      const token = tokens[last] as number;
      const at = last - SPAN;
      const gone = at <= start ? 0 : (tokens[at - 1] as number) * SPREAD;
      hash = ((hash << TURN) | (hash >>> (32 - TURN))) ^ (token * SPREAD);
      hash ^= (gone << TURNED) | (gone >>> (32 - TURNED));
      if (token === MASKED) {
        this.byPlace.fill(NONE, Math.max(start, at), last + 1);
        masked = last;
      }
      if (at <= masked) continue;
      if (parts > 1 && hash >>> PART_SHIFT !== part) continue;
      const slot = hash & lastSlot;
      if (slots[slot] === 0) {
        slots[slot] = at + 1;
        used += 1;
      } else this.#place(at, slot);
    }
    this.byPlace.fill(NONE, Math.max(start, end - SPAN), end);
    this.#used += used;
    return this.#hasKnown;
  }

  /** @param from the slot where to begin to look for it */
  #place(at: number, from: number): void {
    const slots = this.#slots;
    for (let slot = from; ; slot = (slot + 1) & (slots.length - 1)) {
      const first = (slots[slot] as number) - 1;
      if (first < 0) {
        slots[slot] = at + 1;
        this.#used += 1;
        return;
      }
      if (isSame(this.#stream.tokens, first, at)) {
        this.#number(first, at);
        return;
      }
    }
  }

  #number(first: number, at: number): void {
    if (first < this.#stream.known) {
      this.byPlace[at] = KNOWN;
      this.#hasKnown = true;
      return;
    }
    if (this.byPlace[first] === 0) {
      this.count += 1;
      this.byPlace[first] = this.count;
    }
    this.byPlace[at] = this.byPlace[first] as number;
  }

  /** Makes room for so many more, should hashes not be spread evenly over the parts. */
  #reserve(count: number): void {
    if (2 * (this.#used + count) <= this.#slots.length) return;
    const slots = makeSlots(this.#used + count);
    for (const place of this.#slots) {
      if (place === 0) continue;
      let slot = hashAt(this.#stream.tokens, place - 1) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = place;
    }
    this.#slots = slots;
  }
}

/** @param count of different shingles */
function makeSlots(count: number): Int32Array {
  return new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2)));
}

/** Takes out of one text's shingles those that known lines say, and the edges of what they say. */
function dropKnown(byPlace: Int32Array): void {
  // Of the last five tokens a bit each: whether it is in a known line.
  let [known, knownUntil] = [0, 0];
  for (let last = 0; last < byPlace.length; last += 1) {
    if (byPlace[last] === KNOWN) knownUntil = last + SHINGLE;
    known = ((known << 1) | (last < knownUntil ? 1 : 0)) & ALL;
    if (known !== 0 && last >= SPAN && countOnes(known) > SHINGLE - MIN_OWN) byPlace[last - SPAN] = NONE;
  }
}

function countOnes(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest >>= 1) count += rest & 1;
  return count;
}

/** `Numbering` has it from that of the shingle before. */
function hashAt(tokens: Tokens, at: number): number {
  let hash = 0;
  for (let token = at; token <= at + SPAN; token += 1)
    hash = ((hash << TURN) | (hash >>> (32 - TURN))) ^ ((tokens[token] as number) * SPREAD);
  return hash;
}

function isSame(tokens: Tokens, left: number, right: number): boolean {
  for (let offset = 0; offset < SHINGLE; offset += 1) {
    if (tokens[left + offset] !== tokens[right + offset]) return false;
  }
  return true;
}
