/**
 * Copied text between works. Two texts are as like as the share of the shorter one's five-character sequences that stand
 * in the other too, what templates and the call itself say left out. Unrelated lectures measured at most 4 %, a lecture
 * with a tenth of another in it 14 %, with three tenths 33 %.
 */
import type { TemplateTexts } from '../../model/rule.ts';
import type { Item } from '../../model/submission.ts';
import type { TextBlock, TextPart } from '../../model/text-facts.ts';
import type { LikenessParams, SharedRun } from '../../model/text-params.ts';
import { byCodeUnit } from '../../util/order.ts';
import { Original, placeOf } from './evidence.ts';
import { type Run, RunFinder } from './runs.ts';
import { findSharing, type Sharing } from './sharing.ts';
import { numberShingles, readTokens, SHINGLE, type TokenStream } from './shingles.ts';
import { Tokeniser } from './tokens.ts';

export interface ComparableText {
  /** As `TextSubject.name`. */
  readonly name: string;
  readonly path: string;
  readonly item: Pick<Item, 'id' | 'status'>;
  /** Masked; made anew at each call, so that nobody holds on to them. */
  readonly blocks: () => readonly TextBlock[];
  /** SHA-256 of the file that holds this text and no other, where it is known: the same file twice is no likeness. */
  readonly sha256?: string | undefined;
}

export interface LikenessLimits {
  /** From here on a likeness is told of. */
  readonly infoPercent: number;
}

/** With fewer characters (words, in other scripts) of its own, each different sequence counted once, a text is not compared. */
const MIN_CHARACTERS = 200;
/** Of one text's likenesses so many are told, the greatest; the first of them says how many more there are. */
const MAX_TOLD = 5;
const MAX_RUNS = 3;

/** What is not said in the text, or not by its author alone. */
const LEFT_OUT: ReadonlySet<TextPart> = new Set(['header', 'footer', 'comment', 'revision', 'properties', 'name']);

/**
 * The likenesses of each text that is long enough to be compared, the greatest first; of a pair the later text has it.
 * Works that are selected come before the others, paths in order.
 * @param known lines that are nobody's own: templates, the sentences of the call
 */
export function findLikenesses(
  texts: readonly ComparableText[],
  known: Pick<TemplateTexts, 'lines'>,
  limits: LikenessLimits,
): Map<string, LikenessParams[]> {
  const ordered = texts.toSorted(compareTexts);
  const comparison = new Comparison(ordered, known.lines, limits.infoPercent / 100);
  const comparable = ordered.flatMap(({ name }, text) =>
    comparison.isComparable(text) ? [[name, text] as const] : [],
  );
  return new Map(comparable.map(([name, text]) => [name, comparison.likenessesOf(text)]));
}

function blocksOf(text: ComparableText): readonly TextBlock[] {
  return text.blocks().filter(({ at }) => at.part === undefined || !LEFT_OUT.has(at.part));
}

function compareTexts(a: ComparableText, b: ComparableText): number {
  const rank = ({ item }: ComparableText) => (item.status === 'selected' ? 0 : 1);
  return rank(a) - rank(b) || byCodeUnit(a.path, b.path) || byCodeUnit(a.name, b.name);
}

/** All texts, ready to be held against one another; in here they go by number, in order. */
class Comparison {
  readonly #texts: readonly ComparableText[];
  readonly #minShare: number;
  readonly #tokeniser = new Tokeniser();
  readonly #stream: TokenStream;
  readonly #sharing: Sharing;

  constructor(texts: readonly ComparableText[], knownLines: Iterable<string>, minShare: number) {
    this.#texts = texts;
    this.#minShare = minShare;
    this.#stream = readTokens(
      texts.map((text) => ({ blocks: blocksOf(text) })),
      knownLines,
      this.#tokeniser,
    );
    this.#sharing = findSharing(numberShingles(this.#stream), this.#stream.starts, numberWorks(texts));
  }

  isComparable(text: number): boolean {
    return (this.#sharing.sizes[text] as number) + SHINGLE - 1 >= MIN_CHARACTERS;
  }

  likenessesOf(text: number): LikenessParams[] {
    const shares = this.#sharing
      .sharesOf(text)
      .filter(({ text: other, share }) => share >= this.#minShare && this.#isPair(text, other))
      .sort((a, b) => b.share - a.share || a.text - b.text);
    if (shares.length === 0) return [];
    const finder = this.#finderOf(text);
    const original = new Original(blocksOf(this.#at(text)), this.#tokeniser);
    return shares.slice(0, MAX_TOLD).map(({ text: other, share }, index) => ({
      path: this.#at(text).path,
      other: this.#at(other).path,
      otherItem: this.#at(other).item.id,
      percent: Math.floor(100 * share),
      runs: this.#longestRuns(finder, other).map((run) => this.#toEvidence(run, text, other, original)),
      untold: index === 0 ? Math.max(0, shares.length - MAX_TOLD) : 0,
    }));
  }

  #at(text: number): ComparableText {
    return this.#texts[text] as ComparableText;
  }

  #isPair(text: number, other: number): boolean {
    const [a, b] = [this.#at(text), this.#at(other)];
    const isSameFile = a.sha256 !== undefined && a.sha256 === b.sha256;
    return a.item.id !== b.item.id && !isSameFile && this.isComparable(other);
  }

  #finderOf(text: number): RunFinder {
    const { tokens, starts } = this.#stream;
    return new RunFinder(tokens, this.#sharing.shingles, starts[text] as number, starts[text + 1] as number);
  }

  #longestRuns(finder: RunFinder, other: number): Run[] {
    const { starts } = this.#stream;
    const runs = finder.runsWith(starts[other] as number, starts[other + 1] as number);
    return runs.sort((a, b) => b.own - a.own || a.start - b.start).slice(0, MAX_RUNS);
  }

  #toEvidence({ start, otherStart, length, own }: Run, text: number, other: number, original: Original): SharedRun {
    const { starts, blockStarts } = this.#stream;
    const from = start - (starts[text] as number);
    return {
      text: original.excerpt(from, from + length),
      characters: own,
      at: placeOf(start, blockStarts[text] as Int32Array, blocksOf(this.#at(text))),
      otherAt: placeOf(otherStart, blockStarts[other] as Int32Array, blocksOf(this.#at(other))),
    };
  }
}

function numberWorks(texts: readonly ComparableText[]): number[] {
  const numbers = new Map<string, number>();
  return texts.map(({ item: { id } }) => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  });
}
