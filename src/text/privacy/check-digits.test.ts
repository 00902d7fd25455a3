import { describe, expect, it } from 'vitest';
import { mod112CheckCharacter, passesLuhn } from './check-digits.ts';

describe('Luhn', () => {
  // The usual example of the method, numbers that makers of terminals test with, an invented one.
  it.each(['79927398713', '4111111111111111', '6222020000000000125', '0'])('%s', (digits) => {
    expect(passesLuhn(digits)).toBe(true);
  });

  it.each(['79927398710', '4111111111111112', '6222020000000000215', '1'])('not %s', (digits) => {
    expect(passesLuhn(digits)).toBe(false);
  });
});

describe('MOD 11-2', () => {
  it.each([
    // The examples of GB 11643-1999 and of ISO 7064.
    ['11010519491231002', 'X'],
    ['0794', '0'],
    ['33010220310508123', '6'],
  ])('%s has %s', (digits, check) => {
    expect(mod112CheckCharacter(digits)).toBe(check);
  });
});
