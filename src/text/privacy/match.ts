/** A datum found, and what a finder may look at. */
import type { PrivateKind } from '../../model/text-facts.ts';
import type { InLink } from './links.ts';

export interface PrivateMatch {
  readonly kind: PrivateKind;
  /** UTF-16 units: the datum itself, without its label. */
  readonly start: number;
  readonly end: number;
  /** As long as the datum. */
  readonly masked: string;
  /** The word before it that says what it is. */
  readonly label: string | null;
  readonly declaredFictional?: true;
}

/** A text as it stands and folded (`fold`): offsets are the same in both. */
export interface Scanned {
  readonly text: string;
  readonly folded: string;
  readonly inLink: InLink;
}

export interface Finder {
  /** Fits every folded text that anything is found in: most names are done with before the large patterns are built. */
  readonly hint: RegExp;
  find(scanned: Scanned): readonly PrivateMatch[];
}

/** Digits enough for a mobile, and so for longer numbers, in one piece or in groups. */
export const LONG_NUMBER = /\d(?:[ ._·/-]{0,3}\d){10}/;

/** What is read at each place where a pattern (global) fits; where nothing is, the search goes on one unit further. */
export function readEach<T>(folded: string, pattern: RegExp, read: (fit: RegExpExecArray) => T | null): T[] {
  const search = new RegExp(pattern);
  const values: T[] = [];
  for (let fit = search.exec(folded); fit !== null; fit = search.exec(folded)) {
    const value = read(fit);
    if (value === null) search.lastIndex = fit.index + 1;
    else values.push(value);
  }
  return values;
}
