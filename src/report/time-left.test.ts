import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

test.each([
  [59_999, { days: 0, hours: 0, minutes: 0 }],
  [60_000, { days: 0, hours: 0, minutes: 1 }],
  [3_660_000, { days: 0, hours: 1, minutes: 0 }],
  [90_000_000, { days: 1, hours: 1, minutes: 0 }],
])('%d ms', (leftMs, left) => {
  expect(timeLeft(leftMs)).toEqual(left);
});
