/** What is left of a datum: enough to find it again, not enough to use it. */

const COUNTED = /[0-9A-Za-z]/;

/** Keeps digits and letters at both ends, and separators everywhere. */
export function maskMiddle(datum: string, folded: string, head: number, tail: number): string {
  const counted = Array.from(folded).filter((character) => COUNTED.test(character)).length;
  let seen = 0;
  return Array.from(folded, (character, index) => {
    if (!COUNTED.test(character)) return datum[index];
    seen += 1;
    return seen <= head || seen > counted - tail ? datum[index] : '*';
  }).join('');
}

/** Two at each end at most, and never more than half in all. */
export function maskMost(datum: string): string {
  const kept = Math.min(4, Math.floor(datum.length / 2));
  const [head, tail] = [Math.ceil(kept / 2), Math.floor(kept / 2)];
  return datum.slice(0, head) + '*'.repeat(datum.length - kept) + datum.slice(datum.length - tail);
}

/** All but the first character. */
export function maskRest(datum: string): string {
  return datum.slice(0, 1) + '*'.repeat(datum.length - 1);
}
