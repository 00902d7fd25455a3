/** Data of persons in a text: a linear pass for each kind. */
import { bankCards } from './bank-card.ts';
import { emails } from './email.ts';
import { fold } from './fold.ts';
import { idNumbers } from './id-number.ts';
import { chatIds, studentNumbers } from './labelled.ts';
import { linksOf } from './links.ts';
import type { Finder, PrivateMatch } from './match.ts';
import { names } from './names.ts';
import { phones } from './phone.ts';

/** Where two lay claim to the same characters, the first has them: check digits and labels say more than shapes do. */
export const FINDERS: readonly Finder[] = [emails, idNumbers, studentNumbers, chatIds, bankCards, phones, names];

/** Between digits nobody sees more of them than a line below or a frame: `1̲3̲9̲`, `1️⃣3️⃣9️⃣`. */
const MARKS = /(?<=\d)\p{M}+(?=\d)/gu;

/** In order, none overlapping another, none across a line break. */
export function findPrivateData(text: string): readonly PrivateMatch[] {
  const bare = text.replace(MARKS, '');
  return bare.length === text.length ? findInBare(text) : withMarks(findInBare(bare), text);
}

/** Matches found without the marks, as they stand in the text: a mark is kept in its place. */
function withMarks(found: readonly PrivateMatch[], text: string): readonly PrivateMatch[] {
  const marks = [...text.matchAll(MARKS)].map(({ 0: { length }, index }) => ({ at: index, length }));
  let [next, added] = [0, 0];
  return found.map((match) => {
    for (let mark = marks[next]; mark !== undefined && mark.at - added <= match.start; mark = marks[next]) {
      added += mark.length;
      next += 1;
    }
    const start = match.start + added;
    let masked = match.masked;
    for (let mark = marks[next]; mark !== undefined && mark.at - added < match.end; mark = marks[next]) {
      const at = mark.at - start;
      masked = masked.slice(0, at) + text.slice(mark.at, mark.at + mark.length) + masked.slice(at);
      added += mark.length;
      next += 1;
    }
    return { ...match, start, end: start + masked.length, masked };
  });
}

function findInBare(text: string): readonly PrivateMatch[] {
  const folded = fold(text);
  const finders = FINDERS.filter(({ hint }) => hint.test(folded));
  if (finders.length === 0) return [];
  const scanned = { text, folded, inLink: linksOf(text) };
  return withoutOverlaps(finders.flatMap(({ find }, rank) => find(scanned).map((match) => ({ match, rank }))));
}

interface Claim {
  readonly match: PrivateMatch;
  readonly rank: number;
}

function withoutOverlaps(claims: readonly Claim[]): readonly PrivateMatch[] {
  const kept: Claim[] = [];
  for (const claim of claims.toSorted((a, b) => a.match.start - b.match.start || a.rank - b.rank)) {
    const last = kept.at(-1);
    if (last === undefined || last.match.end <= claim.match.start) kept.push(claim);
    else if (claim.rank < last.rank) kept[kept.length - 1] = claim;
  }
  return kept.map(({ match }) => match);
}
