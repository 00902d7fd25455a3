/** Which work a line of a document names, where it names one and says nothing else. */
import type { Category, Slot } from '../model/spec.ts';
import type { Item } from '../model/submission.ts';
import type { TextBlock } from '../model/text-facts.ts';
import { looksLikeInstitution } from './institutions.ts';
import { isPerson } from './item-names.ts';
import { normaliseName } from './names.ts';
import { readNumber } from './numbering.ts';

/** A short line: a heading, or the number and title that people set in bold instead. */
export interface Heading {
  /** Of its line in the document. */
  readonly index: number;
  /** `null`: a line of plain text. */
  readonly level: number | null;
  /** In front (`01 `), or behind a word for a work (`作品一`). */
  readonly number: number | null;
  /** How it is numbered (`0.`, `一、`, `第0讲`); `null` where it is not. */
  readonly form: string | null;
  /** As names are compared. */
  readonly letters: string;
  /** As written. */
  readonly text: string;
}

/** Title, school and speaker; what is longer is a sentence. */
const MAX_LENGTH = 80;
const NUMERALS = /[\d零一二三四五六七八九十百]+/gu;
const LETTER = /\p{L}/u;

export function readHeading({ text, heading }: TextBlock, index: number): Heading | null {
  const line = text.trim();
  if (line.length > MAX_LENGTH) return null;
  const { number, rest } = readNumber(line);
  const letters = number !== null && rest === '' ? '' : normaliseName(line);
  return {
    index,
    level: heading ?? null,
    number: toCount(number) ?? readCount(without(letters, WORK_WORDS)),
    form: number === null ? null : formOf(line.slice(0, line.length - rest.length)),
    letters,
    text: line,
  };
}

/** What is left is a number and nothing else: 「作品三」 without its word. */
function readCount(left: string): number | null {
  const { number, rest } = readNumber(left);
  return rest === '' ? toCount(number) : null;
}

function toCount(number: string | null): number | null {
  return number === null ? null : Number(number);
}

function formOf(numbering: string): string {
  const digits = numbering.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return digits.replace(NUMERALS, (numeral) => (/\d/.test(numeral) ? '0' : '一'));
}

/** A work, and all that a heading may say of it. */
export interface NamedWork {
  readonly item: Item;
  /** As names are compared, like all that follows. */
  readonly title: string;
  readonly number: number | null;
  readonly institution: string;
  /** What a work of its category is called: `作品`, `微课`. */
  readonly words: readonly string[];
  /** These, and what says nothing new beside a title: people, `题目`, what the slot is called. */
  readonly known: readonly string[];
}

const WORK_WORDS = ['作品', '微课'];
/** What headings and the lines below them are labelled with. */
const LABELS = [
  ...['课程', '名称', '题目', '标题', '内容', '主讲教师', '主讲人', '主讲', '作者', '教师', '老师'],
  ...['学校', '单位', '高校', '院校', '主题', '类别', '序号', '编号'],
];

export function toNamedWork(item: Item, category: Category, slot: Slot): NamedWork {
  const { title, fields, institution, people } = item;
  const words = comparable([category.name, ...category.folders, ...WORK_WORDS]);
  return {
    item,
    title: normaliseName(title),
    number: toCount(fields.number),
    institution: normaliseName(institution ?? ''),
    words,
    known: comparable([...people, ...words, slot.name, ...slot.names, ...LABELS]),
  };
}

/** The longest first: `微课视频` before `微课`. */
function comparable(words: readonly string[]): string[] {
  const letters = words.map(normaliseName).filter((word) => word !== '');
  return letters.toSorted((a, b) => b.length - a.length);
}

/** The one work that the heading speaks of most surely; `null` where it speaks of none, or of several alike. */
export function workNamed(heading: Heading, works: readonly NamedWork[]): NamedWork | null {
  let best: NamedWork | null = null;
  let highest = 0;
  for (const work of works) {
    const rank = rankOf(heading, work);
    if (rank > highest) [best, highest] = [work, rank];
    else if (rank === highest) best = null;
  }
  return best;
}

/** A title that is abbreviated is known again by this much. */
const MIN_PART = 4;

/** From 3 where the title stands in it whole; 0 where the heading is of something else. */
function rankOf(heading: Heading, work: NamedWork): number {
  const { letters, number, level, text } = heading;
  const { title } = work;
  const around = title !== '' && letters.includes(title) ? readAround(letters.replace(title, ''), work) : null;
  if (around !== null) {
    const signs = [isSame(number ?? around.number, work.number), around.institution];
    return 3 + signs.filter(Boolean).length;
  }
  if (!isSame(number, work.number)) return 0;
  if (isPartOf(letters, title) || (level !== null && isPartOf(title, letters))) return 2;
  // A number that stands by itself is a page's, or a list's; 「二、课程内容」 is part of a text.
  return (level !== null || isWorded(text)) && isOnlyCounted(letters, work) ? 1 : 0;
}

function isWorded(text: string): boolean {
  return LETTER.test(text.replace(NUMERALS, ''));
}

function isOnlyCounted(letters: string, { institution, words }: NamedWork): boolean {
  const left = without(
    letters,
    [institution, ...words].filter((word) => word !== ''),
  );
  return left === '' || readCount(left) !== null;
}

function isSame(a: number | null, b: number | null): boolean {
  return a !== null && a === b;
}

/** Only a heading has a subtitle behind the title: a line of text goes on with what it has to say. */
function isPartOf(part: string, whole: string): boolean {
  return part.length >= MIN_PART && whole.includes(part);
}

interface Around {
  readonly number: number | null;
  /** The work's own is named. */
  readonly institution: boolean;
}

/** What stands beside a title; `null` where that is more than is known of the work. */
function readAround(letters: string, { institution, known }: NamedWork): Around | null {
  const named = institution !== '' && letters.includes(institution);
  const left = without(named ? letters.replace(institution, '') : letters, known);
  if (left === '') return { number: null, institution: named };
  const number = readCount(left);
  if (number !== null) return { number, institution: named };
  // 「示范大学心理中心」, 「示范大学 张三」.
  const isKnown = named
    ? looksLikeInstitution(`${institution}${left}`) || isPerson(left)
    : isOwner(letters, institution);
  return isKnown ? { number: null, institution: named } : null;
}

/** An institution, where the work has none or a longer name for it. */
function isOwner(letters: string, institution: string): boolean {
  return looksLikeInstitution(letters) && (institution === '' || institution.startsWith(letters));
}

function without(letters: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, ''), letters);
}

/** How many of the lines below a heading only say whose the work is, or what comes: `主讲人：张三`, `李四`, `简介：`. */
export function countBylines(lines: readonly Heading[], work: NamedWork): number {
  let people = 0;
  const end = lines.findIndex((line) => {
    if (readAround(line.letters, work) !== null) return false;
    // One name; more short lines are a list.
    people += 1;
    return people > 1 || line.number !== null || line.level !== null || !isPerson(line.text);
  });
  return end < 0 ? lines.length : end;
}
