/** What an item's name says of it: number, title, institution, people. */
import type { Category } from '../model/spec.ts';
import { stripCopyNumber, stripRevision } from '../util/version-marks.ts';
import { looksLikeInstitution, withoutRemarks } from './institutions.ts';
import { findCategory } from './names.ts';
import { type Numbered, readNumber } from './numbering.ts';

export interface NameFields {
  readonly number: string | null;
  readonly title: string | null;
  readonly institution: string | null;
  readonly person: string | null;
  readonly topic: string | null;
}

/**
 * Reads an item's name by its category's pattern, such as `{number}-{title}-{institution}`.
 * Parts are taken by position where their count fits; a name with fewer is read by what its parts look like.
 */
export function parseItemName(name: string, category: Category): NameFields {
  const { number, rest } = takeNumber(withoutMarks(name.normalize('NFC')), category);
  const empty = { number, title: null, institution: null, person: null, topic: null };
  const quoted = readQuoted(rest);
  if (quoted !== null) return { ...empty, ...readAround(splitParts(quoted.around, SOFT)), title: quoted.title };
  const parts = withoutCategory(splitParts(rest, HARD), category);
  const pattern = [...category.naming.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
  const wanted = pattern.filter((field) => field !== 'number');
  const numbered = number !== null || !pattern.includes('number');
  if (numbered && parts.length === wanted.length && !institutionElsewhere(parts, wanted)) {
    return { ...empty, ...Object.fromEntries(wanted.map((field, index) => [field, parts[index]])) };
  }
  return { ...empty, ...readByLooks(parts, rest) };
}

function withoutMarks(name: string): string {
  const plain = stripRevision(withoutRemarks(name));
  // 「睡眠(1)」 and 「睡眠(2)」 are two parts; behind an institution the number is a copy's.
  const bare = stripCopyNumber(plain);
  return looksLikeInstitution(bare.slice(bare.search(/[^-—–－_\s]*$/u))) ? bare : plain;
}

/** In front, or behind the category's own word: 「案例一：寝室文化」. */
function takeNumber(name: string, { name: own, folders, slots }: Category): Numbered {
  const plain = readNumber(name);
  if (plain.number !== null) return plain;
  const words = [own, ...folders, ...(slots[0]?.names ?? [])].filter((word) => name.startsWith(word));
  for (const word of words.toSorted((a, b) => b.length - a.length)) {
    const behind = readNumber(name.slice(word.length));
    if (behind.number !== null && behind.rest !== '') return behind;
  }
  return plain;
}

// A `+` between digits (1+1) and a hyphen inside a Latin word (self-care, COVID-19) are no separators.
const HARD = /\s*(?:[—–－_]|(?<![a-z])-(?!(?<=[A-Za-z]-)\d)|(?<=[a-z])-(?![a-z\d])|(?<!\d)[+＋](?!\d))+\s*/u;
/** Separators that stand inside titles as well: taken only where they set an institution apart. */
const SOFT = /\s*(?:[-—–－_+＋、,，|｜.．:：]|\s)+\s*/u;

function splitParts(name: string, separators: RegExp): string[] {
  return name
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** 「01-心理微课-睡眠-甲大学」: the category said once more. */
function withoutCategory(parts: string[], category: Category): string[] {
  const others = parts.filter((part) => findCategory(part, [category]) === null);
  return others.length > 1 ? others : parts;
}

/** `甲大学《睡眠那些事》`: a title in its marks, with nothing glued to them but an institution. */
function readQuoted(name: string): { title: string; around: string } | null {
  const match = /^([^《》]*)《([^《》]+)》([^《》]*)$/u.exec(name);
  if (match === null) return null;
  const [, before = '', title = '', after = ''] = match;
  const apart = (part: string, edge: RegExp) => part.trim() === '' || edge.test(part) || looksLikeInstitution(part);
  if (!apart(before, /[-—–－_+＋\s:：]$/u) || !apart(after, /^[-—–－_+＋\s（(]/u)) return null;
  return { title, around: `${before} ${after}` };
}

/** The institution stands where the pattern has another field. */
function institutionElsewhere(parts: readonly string[], wanted: readonly string[]): boolean {
  const place = wanted.indexOf('institution');
  if (place < 0 || looksLikeInstitution(parts[place] ?? '')) return false;
  return parts.some((part, index) => index !== place && looksLikeInstitution(part));
}

function readByLooks(parts: readonly string[], whole: string): Partial<NameFields> {
  const soft = parts.length === 1 ? splitParts(parts[0] as string, SOFT) : [];
  const joint = soft.length > 1 && soft.some(looksLikeInstitution) ? ' ' : '-';
  const all = joint === ' ' ? soft : parts;
  const place = all.length < 2 ? -1 : all.findLastIndex(looksLikeInstitution);
  if (place < 0) return { title: whole || null };
  const before = all.slice(0, place);
  const after = all.slice(place + 1);
  const person = before.length > 0 && after.length === 1 && isPerson(after[0] as string);
  const title = person ? before : [...before, ...after];
  return { title: title.join(joint), institution: all[place] as string, person: person ? personOf(after[0]) : null };
}

function readAround(parts: readonly string[]): Partial<NameFields> {
  const others = parts.filter((part) => !looksLikeInstitution(part));
  const [person] = others;
  return {
    institution: parts.find(looksLikeInstitution) ?? null,
    person: others.length === 1 && isPerson(person as string) ? personOf(person) : null,
  };
}

const PERSON = /^\p{Script=Han}{2,4}(?:老师|教授)?$/u;

export function isPerson(name: string): boolean {
  return PERSON.test(name);
}

function personOf(name: string | undefined): string | null {
  return name?.replace(/(?:老师|教授)$/u, '') ?? null;
}
