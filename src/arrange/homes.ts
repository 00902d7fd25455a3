/** Which work of a shelf a file belongs to that is not named quite like it. */
import type { Category } from '../model/spec.ts';
import { parseItemName } from './item-names.ts';
import { normaliseName } from './names.ts';
import { readNumber } from './numbering.ts';

export interface KeySigns {
  readonly key: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly institution: string | null;
  /** How many of these the key says. */
  readonly count: number;
  /** The title and the whole key, as they are compared. */
  readonly letters: { readonly title: string; readonly key: string };
}

export function readKey(key: string, category: Category): KeySigns {
  const { title, institution, number: leading } = parseItemName(key, category);
  const number = leading ?? trailingNumber(key, category);
  const count = [number, title, institution].filter((sign) => sign !== null).length;
  const letters = { title: normaliseName(title ?? key), key: normaliseName(key) };
  return { key, number, title, institution, count, letters };
}

/** `字幕1`, `视频01`: nothing but a slot's word and a number. */
function trailingNumber(key: string, { slots }: Category): string | null {
  const words = slots.flatMap(({ name, names }) => [name, ...names]).filter((word) => key.startsWith(word));
  for (const word of words) {
    const { number, rest } = readNumber(key.slice(word.length));
    if (number !== null && rest === '') return number;
  }
  return null;
}

/** The one work with the same number; else the one whose name holds the other's, or is held by it. */
export function findHome<Work extends KeySigns>(own: KeySigns, works: readonly Work[]): Work | null {
  if (own.number !== null) {
    const same = works.filter(({ number }) => number !== null && Number(number) === Number(own.number));
    return pick(same, own);
  }
  const { title } = own.letters;
  const held = works.filter((work) => isPart(work.letters.title, title));
  const longest = held.reduce((most, { letters }) => Math.max(most, letters.title.length), 0);
  const closest = held.filter(({ letters }) => letters.title.length === longest);
  return (
    pick(closest, own) ??
    pick(
      works.filter(({ letters }) => isPart(title, letters.key)),
      own,
    )
  );
}

/** A single letter is part of too much. */
function isPart(part: string, whole: string): boolean {
  return part.length > 1 ? whole.includes(part) : part !== '' && part === whole;
}

/** The only one, or the only one of the same institution. */
function pick<Work extends KeySigns>(works: readonly Work[], { institution }: KeySigns): Work | null {
  const [work] =
    works.length > 1 ? works.filter((one) => institution !== null && one.institution === institution) : works;
  return work ?? null;
}
