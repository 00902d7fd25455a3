/**
 * Resident identity numbers: GB 11643-1999 (18 characters), and the 15 digits of before. One that is called so need not
 * be right: people mistype theirs, and change a digit to disguise it.
 */
import { mod112CheckCharacter } from './check-digits.ts';
import { isDate } from './dates.ts';
import { labelIn, labelPattern, leadOf } from './lead.ts';
import { maskMiddle } from './masks.ts';
import { type Finder, LONG_NUMBER, type PrivateMatch, readEach, type Scanned } from './match.ts';

// Groups may stand apart: 「330102 19900101 123X」.
const LONG = /(?<!\d|\d\.|\*)[1-9]\d(?:[ -]{0,3}\d){15}[ -]{0,3}[\dX](?![\dA-Z*])/gi;
const SHORT = /(?<!\d|\d\.|\*)[1-9]\d{14}(?![\dA-Z*])/gi;
const LABEL = labelPattern('身份证件?|身份号|公民身份|证件|学籍|ID');
const SHORT_LABEL = labelPattern('身份证件?|身份号|公民身份');
/** `111111111111111111`: nobody’s. */
const FILLED_IN = /^(\d)\1*$/;
/** Labels of no other number. */
const SURE_LABEL = labelPattern(
  '身份证件?|身份号|公民身份|证件|(?<![a-z])(?:ID card|(?:national )?identity (?:card|number))(?: (?:number|no\\.?))?',
);

/** GB/T 2260: provinces; 81 to 83 of residents from Hong Kong, Macau and Taiwan, 91 abroad. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);

export const idNumbers: Finder = { hint: LONG_NUMBER, find: findIdNumbers };

function findIdNumbers({ text, folded, inLink }: Scanned): PrivateMatch[] {
  const read =
    (labelOf: (digits: string, lead: string) => string | null | undefined) =>
    ({ 0: found, index: start }: RegExpExecArray): PrivateMatch | null => {
      const digits = found.replace(/[ -]/g, '').toUpperCase();
      const label = labelOf(digits, leadOf(folded, start));
      if (label === undefined || inLink(start)) return null;
      const end = start + found.length;
      const masked = maskMiddle(text.slice(start, end), found, 4, digits.length === 18 ? 4 : 3);
      return { kind: 'id-number', start, end, masked, label };
    };
  return [...readEach(folded, LONG, read(labelOfLong)), ...readEach(folded, SHORT, read(labelOfShort))];
}

/** `undefined`: no identity number. One that is right needs no label, one that is not needs a sure one. */
function labelOfLong(digits: string, lead: string): string | null | undefined {
  if (isIdNumber(digits)) return labelIn(lead, LABEL);
  return FILLED_IN.test(digits) ? undefined : (labelIn(lead, SURE_LABEL) ?? undefined);
}

function labelOfShort(digits: string, lead: string): string | undefined {
  return isOldIdNumber(digits) ? (labelIn(lead, SHORT_LABEL) ?? undefined) : undefined;
}

export function isIdNumber(digits: string): boolean {
  return (
    PROVINCES.has(digits.slice(0, 2)) &&
    isDate(digits.slice(6, 14)) &&
    mod112CheckCharacter(digits.slice(0, 17)) === digits[17]
  );
}

function isOldIdNumber(digits: string): boolean {
  return PROVINCES.has(digits.slice(0, 2)) && isDate(`19${digits.slice(6, 12)}`);
}
