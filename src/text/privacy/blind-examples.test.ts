/** What the detector finds in sentences that were written without it. */
import { expect, it } from 'vitest';
import type { PrivateKind } from '../../model/text-facts.ts';
import { BLIND_FALSE, BLIND_TRUE } from './blind-examples-for-tests.ts';
import { maskText } from './mask.ts';

type Datum = readonly [PrivateKind, string];

/** What is told of: a name is masked but not told where the text says that none of its names are real. */
const foundIn = (text: string): Datum[] =>
  maskText(text)
    .found.filter(({ declaredFictional }) => !declaredFictional)
    .map(({ kind, start, end }) => [kind, text.slice(start, end)]);

/** With or without the code of the country: `+86`. */
const isSame = ([kind, datum]: Datum, [foundKind, found]: Datum) =>
  kind === foundKind && (datum === found || datum.replace(/^\+86[ -]?/, '') === found);

it.each(BLIND_TRUE)('$text', ({ text, finds }) => {
  const found = foundIn(text);
  expect(finds.filter((datum) => !found.some((other) => isSame(datum, other)))).toEqual([]);
  expect(found).toHaveLength(finds.length);
});

it.each(BLIND_FALSE)('passes over %s', (text) => {
  expect(foundIn(text)).toEqual([]);
});

it.each(BLIND_TRUE)('what is masked yields nothing more, at the same length: $text', ({ text }) => {
  const once = maskText(text).text;
  expect(once).toHaveLength(text.length);
  expect(maskText(once)).toEqual({ text: once, found: [] });
});

it('keeps its precision and its recall over the whole table', () => {
  const data = BLIND_TRUE.flatMap(({ text, finds }) => {
    const found = foundIn(text);
    return finds.map((datum) => found.some((other) => isSame(datum, other)));
  });
  const right = data.filter(Boolean).length;
  const all = [...BLIND_TRUE.map(({ text }) => text), ...BLIND_FALSE].flatMap(foundIn).length;
  expect(data).toHaveLength(126);
  expect(right / data.length).toBeGreaterThanOrEqual(0.95);
  expect(right / all).toBeGreaterThanOrEqual(0.98);
});
