import { expect, it } from 'vitest';
import type { Finding } from '../../model/report.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { findingOf, SUBTITLE, spotted, WORK } from './reports-for-tests.ts';

const missing = (slot: string) =>
  findingOf({
    rule: 'item/missing-asset',
    params: {
      ...{ slot, into: '', stem: null, formats: [], declarable: false, textField: null, searched: [] },
      ...{ binding: null, count: 0, min: 1 },
    },
  });

it.each<[string, Finding, Finding]>([
  ['an edit above it', spotted, { ...spotted, place: { ...spotted.place, line: 12 } }],
  [
    'another measured value',
    findingOf(),
    findingOf({ params: { actual: '14:50', limit: { min: '15:00', max: '20:00', oneOf: null }, binding: 'should' } }),
  ],
  ['another language', findingOf(), findingOf({ message: 'Duration', fix: 'Cut' })],
  ['a waiver', findingOf(), findingOf({ blocking: false, waived: { reason: 'x' } })],
  ['--strict', findingOf({ blocking: false }), findingOf()],
])('outlives %s', (_, before, after) => {
  expect(fingerprintsOf([after])).toEqual(fingerprintsOf([before]));
});

it.each<[string, Finding, Finding]>([
  ['rules', findingOf(), findingOf({ rule: 'video/size' })],
  ['files', findingOf(), findingOf({ place: { ...findingOf().place, path: SUBTITLE } })],
  ['works', findingOf({ place: { item: WORK } }), findingOf({ place: { item: `${WORK}2` } })],
  ['packages', findingOf({ place: { package: 'a' } }), findingOf({ place: { package: 'b' } })],
  ['kinds of place', findingOf({ place: { package: 'a' } }), findingOf({ place: { path: 'a' } })],
  ['slots', missing('subtitle'), missing('intro')],
  ['tracks', findingOf({ place: { path: 'a', track: 1 } }), findingOf({ place: { path: 'a', track: 2 } })],
])('tells %s apart', (_, one, other) => {
  expect(fingerprintsOf([one])).not.toEqual(fingerprintsOf([other]));
  expect(fingerprintsOf([one, other])).toEqual([...fingerprintsOf([one]), ...fingerprintsOf([other])]);
});

it('counts what looks alike', () => {
  const [first, second] = fingerprintsOf([findingOf(), findingOf()]);
  expect(first).not.toBe(second);
  expect(fingerprintsOf([findingOf()])).toEqual([first]);
});
