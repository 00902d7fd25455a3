/** How much of each text stands in others: what the shingles weigh that both have. */
import { type Lists, listChanges, listHolders } from './holders.ts';
import type { SharedShingles } from './shared-shingles.ts';

/**
 * A passage in up to so many works counts in full, in more it counts less in proportion. What half of a province quotes
 * (a regulation, a poem) weighs next to nothing beside a text's own words; a whole text that many have copied has no
 * other words to stand beside, and keeps its share.
 */
const COMMON_WORKS = 5;

export interface Share {
  readonly text: number;
  /** Weight of what both hold, in the weight of the lighter of both. */
  readonly share: number;
}

export class Sharing {
  readonly #held: readonly Int32Array[];
  /** By shingle: how many works have it. */
  readonly #works: Int32Array;
  readonly #holders: Lists;
  readonly #changes: Lists;
  /** Weight of each text. */
  readonly #totals: Float64Array;
  /** What each text shares with the one that is looked at. */
  readonly #sums: Float64Array;

  constructor(shared: SharedShingles) {
    const { held, works, sizes } = shared;
    this.#held = held;
    this.#works = works;
    this.#holders = listHolders(shared);
    this.#changes = listChanges(this.#holders);
    this.#totals = Float64Array.from(sizes, (size, text) => this.#totalOf(text, size));
    this.#sums = new Float64Array(sizes.length);
  }

  /** Earlier texts that share so much with this one, in order. */
  sharesOf(text: number, minShare: number): Share[] {
    this.#addUp(text);
    const shares: Share[] = [];
    for (let other = 0; other < text; other += 1) {
      const sum = this.#sums[other] as number;
      if (sum === 0) continue;
      const part = sum / Math.min(this.#totals[text] as number, this.#totals[other] as number);
      // Sums of fractions: a whole text is 1, and not a little less.
      const share = Math.round(part * 1e9) / 1e9;
      if (share >= minShare) shares.push({ text: other, share });
    }
    return shares;
  }

  #weightOf(shingle: number): number {
    return Math.min(1, COMMON_WORKS / (this.#works[shingle] as number));
  }

  #totalOf(text: number, size: number): number {
    let total = size;
    for (const shingle of this.#held[text] as Int32Array) total = total + this.#weightOf(shingle) - 1;
    return total;
  }

  /**
   * Goes through what the text holds and counts the weight that is passed. What each other shares is what was passed while
   * it was among the holders, hence less what there was when it came, and more what there was when it went.
   */
  #addUp(text: number): void {
    this.#sums.fill(0);
    // Nobody holds 0.
    let [passed, before] = [0, 0];
    for (const shingle of this.#held[text] as Int32Array) {
      if (shingle === before + 1) this.#change(shingle, passed);
      else {
        this.#add(before, passed);
        this.#add(shingle, -passed);
      }
      passed += this.#weightOf(shingle);
      before = shingle;
    }
    this.#add(before, passed);
  }

  #add(shingle: number, weight: number): void {
    const { values, offsets } = this.#holders;
    const end = offsets[shingle + 1] as number;
    for (let at = offsets[shingle] as number; at < end; at += 1) {
      const other = values[at] as number;
      this.#sums[other] = (this.#sums[other] as number) + weight;
    }
  }

  #change(shingle: number, passed: number): void {
    const { values, offsets } = this.#changes;
    const end = offsets[shingle + 1] as number;
    for (let at = offsets[shingle] as number; at < end; at += 1) {
      const signed = values[at] as number;
      const other = signed < 0 ? ~signed : signed;
      this.#sums[other] = (this.#sums[other] as number) + (signed < 0 ? passed : -passed);
    }
  }
}
