/** Pieces of a text in UTF-16 units that never part a surrogate pair: half a character can be neither shown nor written. */

/** The first `units`, or one less. */
export function cutText(text: string, units: number): string {
  return text.slice(0, partsPair(text, units) ? units - 1 : units);
}

/** The last `units`, or one less. */
export function cutTextFront(text: string, units: number): string {
  const from = Math.max(0, text.length - units);
  return text.slice(partsPair(text, from) ? from + 1 : from);
}

function partsPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
