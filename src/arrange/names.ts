/** Reading the names people give to folders and files: what category, what slot. */
import type { Category, Slot } from '../model/spec.ts';
import { stripRevision } from '../util/version-marks.ts';
import { looksLikeInstitution, withoutCounts } from './institutions.ts';
import { readNumber } from './numbering.ts';

const PUNCTUATION = /[\p{P}\p{S}\s]+/gu;

/** A name reduced to what matters when two are compared: NFKC, lower case, no numbering, no punctuation. */
export function normaliseName(name: string): string {
  const bare = name.normalize('NFKC').toLowerCase();
  return lettersOf(readNumber(bare).rest) || lettersOf(bare);
}

function lettersOf(text: string): string {
  return text.replace(PUNCTUATION, '');
}

const CANDIDATE = /候选|备选/u;
const CANDIDATE_FOLDER = /^(?:(?:候选|备选)(?:作品|材料|成果)?|candidates?)$/u;

export function isCandidateFolder(name: string): boolean {
  return CANDIDATE_FOLDER.test(normaliseName(withoutCounts(name)));
}

const CANDIDATE_MARK = /[（(【[](?:候选|备选)[)）】\]]|[-—–－_\s](?:候选|备选)$/u;

/** The name itself says so: 「04-睡眠-甲大学（候选）」. */
export function isMarkedCandidate(name: string): boolean {
  return CANDIDATE_MARK.test(name);
}

export function findCategory(name: string, categories: readonly Category[]): Category | null {
  const wanted = normaliseName(name);
  return categories.find((category) => comparableWords(category, category.folders).includes(wanted)) ?? null;
}

/** The words of a category or a slot as they are compared; reading a spec's once is enough for a thousand works. */
const comparable = new WeakMap<Category | Slot, readonly string[]>();

function comparableWords(of: Category | Slot, words: readonly string[]): readonly string[] {
  const known = comparable.get(of);
  if (known !== undefined) return known;
  const found = [of.id, of.name, ...words].map(normaliseName);
  comparable.set(of, found);
  return found;
}

export interface CategoryFolder {
  readonly category: Category;
  /** 「甲大学心理微课」. */
  readonly institution: string | null;
  /** 「心理微课（候选）」. */
  readonly candidate: boolean;
}

// 「附件1：」, 「2027年首批」, 「第一类」, and a Chinese numeral with nothing behind it.
const FOREWORDS =
  /^(?:附件?\s*[\d一二三四五六七八九十]*[:：、.\-_\s]*|(?:19|20)\d\d(?:年度?|级|届)?|首批|第[\d一二三四五六七八九十]+(?:批|类|部分)|[一二三四五六七八九十](?=\p{Script=Han}{2}))+[\s\-_]*/u;

/** The category that a folder is for, by its name with whatever senders wrote around it. */
export function readCategoryFolder(name: string, categories: readonly Category[]): CategoryFolder | null {
  const exact = findCategory(name, categories);
  if (exact !== null) return { category: exact, institution: null, candidate: false };
  const candidate = CANDIDATE.test(name);
  const bare = withoutCounts(name.normalize('NFC').replace(/[（(]?(?:候选|备选)[)）]?/u, '')).replace(FOREWORDS, '');
  const category = findCategory(bare, categories);
  if (category !== null) return { category, institution: null, candidate };
  const owned = readOwnedCategory(readNumber(bare).rest, categories);
  return owned === null ? null : { ...owned, candidate };
}

function readOwnedCategory(name: string, categories: readonly Category[]): Omit<CategoryFolder, 'candidate'> | null {
  for (const category of categories) {
    for (const word of [category.name, ...category.folders].filter((one) => name.includes(one))) {
      const around = [name.slice(0, name.lastIndexOf(word)), name.slice(name.lastIndexOf(word) + word.length)];
      const [before, after] = around.map((part) => part.replace(/^[\s\-—_－+＋:：]+|[\s\-—_－+＋:：]+$/gu, ''));
      const institution = before === '' ? after : after === '' ? before : undefined;
      if (institution !== undefined && looksLikeInstitution(institution)) return { category, institution };
    }
  }
  return null;
}

/** The slot that a folder inside an item stands for (`视频`, `字幕`, `简介`). */
export function findSlotFolder(name: string, slots: readonly Slot[]): Slot | null {
  const wanted = normaliseName(name);
  return slots.find((slot) => comparableWords(slot, slot.names).includes(wanted)) ?? null;
}

/** `睡眠（字幕）`. */
const CLOSING = /[）)】\]]$/u;

export interface Claim {
  /** What is left of the stem without the word. */
  readonly stem: string;
  readonly slot: Slot | null;
  /** The word stood behind a separator, not glued to what is left. */
  readonly separated: boolean;
}

/**
 * The slot that the end of a stem claims: `02-睡眠-某大学简介` is an intro, `微课_字幕` and `微课.zh` are subtitles.
 * Words of the category's first slot and Latin words count only behind a separator (or an institution): they end titles as well.
 * @param possible those of the category's slots that the file can be for
 */
export function readClaim(stem: string, slots: readonly Slot[], possible: readonly Slot[] = slots): Claim {
  const bare = stem.replace(CLOSING, '').toLowerCase();
  for (const [index, slot] of slots.entries()) {
    if (!possible.includes(slot)) continue;
    const words = [slot.name, ...slot.names].filter((word) => bare.endsWith(word.toLowerCase()));
    for (const word of words.toSorted((a, b) => b.length - a.length)) {
      const found = withoutWord(stem, word, index === 0 || /^[\x20-\x7E]+$/.test(word));
      if (found !== null) return { ...found, slot };
    }
  }
  return { stem, slot: null, separated: false };
}

function withoutWord(name: string, word: string, mustStandApart: boolean): Omit<Claim, 'slot'> | null {
  const stem = name.replace(CLOSING, '');
  const rest = stem.slice(0, stem.length - word.length);
  const separated = rest === '' || /[\s\-_—－.：:（(【[》]$/u.test(rest);
  if (mustStandApart && !separated && !looksLikeInstitution(rest.slice(rest.search(/[^-—–－_]*$/u)))) return null;
  return { stem: rest.replace(/[\s\-_—－.：:（(【[]+$/u, ''), separated };
}

/**
 * What files of one work share: the stem without slot words and version marks.
 * Of words that are glued on only the last is taken: `自我介绍简介` is the intro of `自我介绍`.
 */
export function groupKey(stem: string, slots: readonly Slot[], possible: readonly Slot[] = slots): string {
  let current = stripRevision(stem.normalize('NFC'));
  for (let glued = 0; current !== ''; ) {
    const claim = readClaim(current, slots, possible);
    if (!claim.separated) glued += 1;
    if (claim.slot === null || glued > 1) break;
    current = stripRevision(claim.stem);
  }
  return current;
}
