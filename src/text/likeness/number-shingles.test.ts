import { describe, expect, it } from 'vitest';
import { groupBy } from '../../util/order.ts';
import { NONE, numberShingles, SHINGLE } from './number-shingles.ts';
import type { TokenStream } from './stream.ts';
import { MASKED } from './tokens.ts';

/** @param known lines that are nobody's own, with a mask behind each, as `readTokens` has them */
function streamOf(known: readonly number[], texts: readonly (readonly number[])[]): TokenStream {
  const starts = [known.length];
  for (const text of texts) starts.push((starts.at(-1) as number) + text.length);
  return {
    tokens: Uint16Array.from([known, ...texts].flat()),
    starts: Int32Array.from(starts),
    known: known.length,
    longest: Math.max(...texts.map(({ length }) => length)),
  };
}

/** What is numbered in each text. */
function numbersOf(known: readonly number[], texts: readonly (readonly number[])[]): number[][] {
  const stream = streamOf(known, texts);
  const { byPlace } = numberShingles(stream);
  return texts.map((_, text) => [...byPlace.subarray(stream.starts[text], stream.starts[text + 1])]);
}

const END = [NONE, NONE, NONE, NONE];

describe('a shingle', () => {
  it.each<[string, readonly number[], readonly (readonly number[])[], readonly (readonly number[])[]]>([
    ['that comes once has no number', [], [[1, 2, 3, 4, 5, 6]], [[0, 0, ...END]]],
    [
      'that two texts have has one',
      [],
      [
        [1, 2, 3, 4, 5],
        [9, 1, 2, 3, 4, 5],
      ],
      [
        [1, ...END],
        [0, 1, ...END],
      ],
    ],
    ['that one has twice has one', [], [[7, 7, 7, 7, 7, 7]], [[1, 1, ...END]]],
    [
      'does not go from one text on to the next',
      [],
      [
        [1, 2, 3],
        [4, 5, 1, 2],
      ],
      [[NONE, NONE, NONE], END],
    ],
    ['has no mask in it', [], [[1, 2, MASKED, 3, 4, 5, 6, 7]], [[NONE, NONE, NONE, 0, ...END]]],
    // Of the known line 1 to 5, all but two tokens are left out of what begins or ends in it.
    [
      'is not counted where known lines say most of it',
      [1, 2, 3, 4, 5, MASKED],
      [[11, 12, 13, 14, 1, 2, 3, 4, 5, 21, 22, 23, 24]],
      [[0, 0, NONE, NONE, NONE, NONE, NONE, 0, 0, ...END]],
    ],
  ])('%s', (_, known, texts, numbers) => expect(numbersOf(known, texts)).toEqual(numbers));
});

/** Small numbers that come again and again; every twentieth is a mask. */
function random(seed: number, length: number, different: number): number[] {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % 20 === 0 ? MASKED : ((state >>> 12) % different) + 1;
  });
}

it.each([
  ['a few tokens', [5, 4, 100, 2000], 6],
  ['more than the table has at a time', [1000, 100_000, 400_000, 100_000], 25],
])('has the number that the same five tokens have elsewhere, among %s', (_, lengths, different) => {
  const texts = lengths.map((length, index) => random(index + 1, length, different));
  const numbers = numbersOf([], texts).flat();
  const shingles = texts.flatMap((text) => text.map((_, at) => text.slice(at, at + SHINGLE)));
  const wrong: string[] = [];
  const seen = new Set<number>();
  for (const [shingle, places] of groupBy(shingles.keys(), (place) => `${shingles[place]}`)) {
    const [number = NONE, ...others] = new Set(places.map((place) => numbers[place]));
    const own = shingle.split(',').filter((token) => token !== `${MASKED}`);
    const kind = own.length < SHINGLE ? 'none' : places.length === 1 ? 'unique' : 'numbered';
    if (kind !== (number === NONE ? 'none' : number === 0 ? 'unique' : 'numbered') || others.length > 0)
      wrong.push(shingle);
    if (number > 0) seen.add(number);
  }
  expect(wrong).toEqual([]);
  expect([...seen].sort((a, b) => a - b)).toEqual(Array.from(seen, (_, index) => index + 1));
});
