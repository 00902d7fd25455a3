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
import { joined, type Pair, readEvidence } from './evidence.ts';
import { numberShingles, SHINGLE } from './number-shingles.ts';
import { type Run, RunFinder, type SearchedText } from './runs.ts';
import { findShared, type SharedShingles } from './shared-shingles.ts';
import { Sharing } from './sharing.ts';
import { readTokens, type TokenStream } from './stream.ts';
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
  const tokeniser = new Tokeniser();
  const blocksOf = (text: number) => withoutAsides((ordered[text] as ComparableText).blocks());
  const stream = readTokens(ordered.length, (text) => joined(blocksOf(text)), [...known.lines], tokeniser);
  const comparison = new Comparison(ordered, stream, limits.infoPercent / 100);
  const comparable = [...ordered.keys()].filter((text) => comparison.isComparable(text));
  const likenesses = comparable.map((text) => comparison.likenessesOf(text));
  const evidence = readEvidence(likenesses.flat(), blocksOf, tokeniser);
  return new Map(
    comparable.map((text, index) => [
      (ordered[text] as ComparableText).name,
      (likenesses[index] as Likeness[]).map((likeness) => toParams(likeness, ordered, evidence)),
    ]),
  );
}

function withoutAsides(blocks: readonly TextBlock[]): readonly TextBlock[] {
  return blocks.filter(({ at }) => at.part === undefined || !LEFT_OUT.has(at.part));
}

function compareTexts(a: ComparableText, b: ComparableText): number {
  const rank = ({ item }: ComparableText) => (item.status === 'selected' ? 0 : 1);
  return rank(a) - rank(b) || byCodeUnit(a.path, b.path) || byCodeUnit(a.name, b.name);
}

function toParams(
  { text, other, share, runs, untold }: Likeness,
  texts: readonly ComparableText[],
  evidence: ReadonlyMap<Run, SharedRun>,
): LikenessParams {
  const [one, another] = [texts[text], texts[other]] as [ComparableText, ComparableText];
  return {
    path: one.path,
    other: another.path,
    otherItem: another.item.id,
    percent: Math.floor(100 * share),
    runs: runs.map((run) => evidence.get(run) as SharedRun),
    untold,
  };
}

interface Likeness extends Pair {
  readonly share: number;
  readonly untold: number;
}

/** All texts, ready to be held against one another; in here they go by number, in order. */
class Comparison {
  readonly #texts: readonly ComparableText[];
  readonly #stream: TokenStream;
  readonly #minShare: number;
  readonly #shared: SharedShingles;
  readonly #sharing: Sharing;
  readonly #finder: RunFinder;

  constructor(texts: readonly ComparableText[], stream: TokenStream, minShare: number) {
    this.#texts = texts;
    this.#stream = stream;
    this.#minShare = minShare;
    const workOf = texts.map(({ item }) => item.id);
    this.#shared = findShared(numberShingles(stream), stream, workOf);
    this.#sharing = new Sharing(this.#shared);
    this.#finder = new RunFinder(this.#shared.works.length, stream.longest);
  }

  isComparable(text: number): boolean {
    return (this.#shared.sizes[text] as number) + SHINGLE - 1 >= MIN_CHARACTERS;
  }

  likenessesOf(text: number): Likeness[] {
    const shares = this.#sharing
      .sharesOf(text, this.#minShare)
      .filter(({ text: other }) => this.#isPair(text, other))
      .sort((a, b) => b.share - a.share || a.text - b.text);
    if (shares.length === 0) return [];
    this.#finder.open(this.#searched(text));
    return shares.slice(0, MAX_TOLD).map(({ text: other, share }, index) => ({
      ...{ text, other, share },
      runs: this.#longestRuns(other),
      untold: index === 0 ? Math.max(0, shares.length - MAX_TOLD) : 0,
    }));
  }

  #isPair(text: number, other: number): boolean {
    const [a, b] = [this.#texts[text], this.#texts[other]] as [ComparableText, ComparableText];
    const isSameFile = a.sha256 !== undefined && a.sha256 === b.sha256;
    return a.item.id !== b.item.id && !isSameFile && this.isComparable(other);
  }

  #longestRuns(other: number): Run[] {
    const runs = this.#finder.runsWith(this.#searched(other));
    return runs.sort((a, b) => b.own - a.own || a.start - b.start).slice(0, MAX_RUNS);
  }

  #searched(text: number): SearchedText {
    const { tokens, starts } = this.#stream;
    const [start, end] = [starts[text] as number, starts[text + 1] as number];
    return { start, tokens: tokens.subarray(start, end), shingles: this.#shared.byPlace.subarray(start, end) };
  }
}
