/** From tokens back to the words that people wrote. */
import type { TextBlock, TextPlace } from '../../model/text-facts.ts';
import type { SharedRun } from '../../model/text-params.ts';
import { groupBy } from '../../util/order.ts';
import type { Run } from './runs.ts';
import { TokenList } from './token-list.ts';
import type { Tokeniser } from './tokens.ts';

/** Tokens that are shown of a longer run, from its start and from its end. */
const HEAD = 30;
const TAIL = 12;
/** Shown of either: between two words may stand a page of dashes. */
const MAX_SHOWN = 90;

/** As one text: the end of a block ends a word. */
export function joined(blocks: readonly TextBlock[]): string {
  return blocks.map(({ text }) => text).join('\n');
}

/** Two texts by number, the other the earlier of both, and what they have in common. */
export interface Pair {
  readonly text: number;
  readonly other: number;
  readonly runs: readonly Run[];
}

/** Each text is read once more, and only if it has something to show. */
export function readEvidence(
  pairs: readonly Pair[],
  blocksOf: (text: number) => readonly TextBlock[],
  tokeniser: Tokeniser,
): Map<Run, SharedRun> {
  const [byText, byOther] = [groupBy(pairs, ({ text }) => text), groupBy(pairs, ({ other }) => other)];
  const runsOf = (some: readonly Pair[] = []) => some.flatMap(({ runs }) => runs);
  const tokens = new TokenList({ withPlaces: true });
  const otherPlaces = new Map<Run, TextPlace>();
  const evidence = new Map<Run, SharedRun>();
  // In order, so that a run's place in the other is known by then.
  for (const text of [...new Set([...byText.keys(), ...byOther.keys()])].sort((a, b) => a - b)) {
    const original = new Original(blocksOf(text), tokeniser, tokens);
    for (const run of runsOf(byOther.get(text))) otherPlaces.set(run, original.placeOf(run.otherStart));
    for (const run of runsOf(byText.get(text))) {
      evidence.set(run, {
        text: original.excerpt(run.start, run.start + run.length),
        characters: run.own,
        at: original.placeOf(run.start),
        otherAt: otherPlaces.get(run) as TextPlace,
      });
    }
  }
  return evidence;
}

/** One text with the places of its tokens in it. */
class Original {
  readonly #blocks: readonly TextBlock[];
  readonly #text: string;
  /** First UTF-16 unit of each block. */
  readonly #blockStarts: number[] = [];
  readonly #tokens: TokenList;

  /** @param tokens room for them and their places, until it is needed for another text's */
  constructor(blocks: readonly TextBlock[], tokeniser: Tokeniser, tokens: TokenList) {
    this.#blocks = blocks;
    this.#text = joined(blocks);
    let start = 0;
    for (const { text } of blocks) {
      this.#blockStarts.push(start);
      start += text.length + 1;
    }
    this.#tokens = tokens;
    tokens.length = 0;
    tokeniser.read(this.#text, tokens);
  }

  placeOf(token: number): TextPlace {
    const start = this.#tokens.startOf(token);
    let [low, high] = [0, this.#blocks.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#blockStarts[middle] as number) <= start) low = middle;
      else high = middle;
    }
    return this.#blocks[low]?.at ?? {};
  }

  /** From one token to before another, in one line; cut in the middle where it is long. */
  excerpt(from: number, to: number): string {
    if (to - from <= HEAD + TAIL) return this.#words(from, to);
    return `${this.#words(from, from + HEAD)}..${this.#words(to - TAIL, to)}`;
  }

  #words(from: number, to: number): string {
    const words = this.#text.slice(this.#tokens.startOf(from), this.#tokens.endOf(to - 1));
    if (words.length <= MAX_SHOWN) return words.replace(/\s+/g, ' ');
    return `${[...words.slice(0, MAX_SHOWN)].slice(0, -1).join('').replace(/\s+/g, ' ')}..`;
  }
}
