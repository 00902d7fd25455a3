/** The table of examples, and what must hold for any text whatever is found in it. */
import { describe, expect, it } from 'vitest';
import { FALSE_EXAMPLES, TRUE_EXAMPLES } from './examples-for-tests.ts';
import { maskText } from './mask.ts';

const found = (text: string) => maskText(text).found.map(({ kind, masked }) => `${kind} ${masked}`);

it.each(TRUE_EXAMPLES)('%s', (text, ...expected) => {
  expect(found(text)).toEqual(expected);
});

describe.each(Object.entries(FALSE_EXAMPLES))('passes over %s', (_, texts) => {
  it.each(texts)('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it.each(TRUE_EXAMPLES)('what is masked yields nothing more, at the same length: %s', (text) => {
  const once = maskText(text).text;
  expect(once).toHaveLength(text.length);
  expect(once).not.toBe(text);
  expect(maskText(once)).toEqual({ text: once, found: [] });
});

it.each(['', ' ', '-', '、', '\n'])('nor do two of them side by side, with %j between', (between) => {
  const texts = TRUE_EXAMPLES.map(([text]) => text);
  const pairs = texts.map((text, index) => text + between + texts[(index * 7 + 3) % texts.length]);
  const twice = pairs.map((pair) => maskText(maskText(pair).text).found);
  expect(twice.filter((more) => more.length > 0)).toEqual([]);
});
