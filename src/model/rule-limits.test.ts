import { expect, it } from 'vitest';
import { limitsOf } from './rule-limits.ts';

it.each([
  [{}, { infoMs: 1, warningMs: 2 }],
  [{ 'subtitle/overlap': { severity: null, off: null, limits: { infoMs: 80 } } }, { infoMs: 80, warningMs: 2 }],
  [{ 'subtitle/gap': { severity: null, off: null, limits: { infoMs: 80 } } }, { infoMs: 1, warningMs: 2 }],
])('a spec that says %j', (rules, limits) => {
  expect(limitsOf('subtitle/overlap', { infoMs: 1, warningMs: 2 }, { rules })).toEqual(limits);
});
