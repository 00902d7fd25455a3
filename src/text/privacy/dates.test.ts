import { expect, it } from 'vitest';
import { isDate } from './dates.ts';

it.each(['19000101', '19901231', '20000229', '20240229', '20351231'])('%s is a day', (digits) => {
  expect(isDate(digits)).toBe(true);
});

it.each(['18991231', '20360101', '19900001', '19901301', '19900100', '19900431', '20230229', '19000229'])(
  '%s is none',
  (digits) => {
    expect(isDate(digits)).toBe(false);
  },
);
