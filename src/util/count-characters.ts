/** Counting what a reader would call characters. */

const WHITE_SPACE = /\s/;

/** Unicode code points that are not white space: what word processors show as 字符数（不计空格）. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
    if (!isLowSurrogate && !isWhiteSpace(unit)) count += 1;
  }
  return count;
}

function isWhiteSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  // All other white space lies outside the Han blocks, which make up most of the text.
  if (unit >= 0x3001 && unit < 0xfeff) return false;
  return unit >= 0xa0 && WHITE_SPACE.test(String.fromCharCode(unit));
}
