/** Text beyond what is kept of a document: private data are looked for in pieces, and the words are dropped. */
import type { PrivateDatum, TextBlock } from '../../model/text-facts.ts';
import { maskBlocks } from '../privacy/mask.ts';

const PIECE_CHARACTERS = 100_000;
/** Nobody reads more, and no file may fill the memory with them. */
const MAX_KEPT_DATA = 10_000;
/** Where a label may stand. */
const CONTEXT = 40;
const SEAM_REACH = 100;
const SEAM = /[\s，。；：、！？,;][^\s，。；：、！？,;]*$/;

export class UnkeptText {
  readonly #data: PrivateDatum[] = [];
  #pending: TextBlock[] = [];
  #size = 0;

  add({ text, at }: TextBlock): void {
    for (let from = 0; from < text.length; ) {
      const end = from + seamBefore(text.slice(from, from + PIECE_CHARACTERS + 1), PIECE_CHARACTERS);
      this.#pending.push({ text: text.slice(from, end), at });
      // A line break stands between blocks.
      this.#size += end - from + 1;
      if (this.#size >= PIECE_CHARACTERS) this.#mask();
      from = end;
    }
  }

  finish(): readonly PrivateDatum[] {
    this.#mask();
    return this.#data;
  }

  /** The last words of a piece stand before the next, so that their label is seen; they are told of once. */
  #mask(): void {
    const { privateData } = maskBlocks(this.#pending);
    const own = privateData.filter(({ at }) => at !== BEFORE);
    this.#data.push(...own.slice(0, MAX_KEPT_DATA - this.#data.length));
    const last = this.#pending.at(-1)?.text.slice(-CONTEXT);
    this.#pending = last === undefined ? [] : [{ text: last, at: BEFORE }];
    this.#size = 0;
  }
}

const BEFORE = {};

/** Where a text may be parted: at `units` or a little before, or where it begins. */
export function seamBefore(text: string, units: number): number {
  if (text.length <= units) return text.length;
  const from = Math.max(0, units - SEAM_REACH);
  const seam = SEAM.exec(text.slice(from, units));
  if (seam !== null) return from + seam.index + 1;
  return from === 0 ? 0 : units;
}
