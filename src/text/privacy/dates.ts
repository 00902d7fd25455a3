/** Dates as digits. */

const FIRST_YEAR = 1900;
/** Without a clock: no text that is read today speaks of anybody born later. */
const LAST_YEAR = 2035;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of the calendar within a lifetime: `19900101`. */
export function isDate(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  if (year < FIRST_YEAR || year > LAST_YEAR || day < 1 || day > (DAYS[month - 1] ?? 0)) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeap || month !== 2 || day < 29;
}
