/** Check digits: of bank cards and of resident identity numbers. */

/** ISO/IEC 7812-1, annex B (Luhn): from the right, every second digit counts twice. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighed = index % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** ISO 7064, MOD 11-2, as GB 11643-1999 uses it: the check character of 17 digits. */
export function mod112CheckCharacter(digits: string): string {
  let rest = 0;
  for (const digit of digits) rest = ((rest + Number(digit)) * 2) % 11;
  const check = (12 - rest) % 11;
  return check === 10 ? 'X' : String(check);
}
