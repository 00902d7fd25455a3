/** Reading the names people give to folders and files. */
import type { Category, Slot } from '../model/spec.ts';
import { stripVersion } from '../util/version-marks.ts';

/** Chinese and Arabic numbering in front of a name: `一、`, `（二）`, `01-`, `3.`, `4 `. */
const NUMBERING =
  /^\s*(?:[（(]?[一二三四五六七八九十百]+[)）、.．，]\s*|[（(]?\d{1,4}[)）]?\s*[、.．,，\-—_－\s]?\s*)/u;
const PUNCTUATION = /[\p{P}\p{S}\s]+/gu;

/** A name reduced to what matters when two are compared: NFKC, lower case, no numbering, no punctuation. */
export function normaliseName(name: string): string {
  const bare = name.normalize('NFKC').toLowerCase();
  const unnumbered = bare.replace(NUMBERING, '');
  return (unnumbered === '' ? bare : unnumbered).replace(PUNCTUATION, '');
}

const CANDIDATE_FOLDERS = new Set(['候选', '备选', '候选作品', 'candidate', 'candidates']);

export function isCandidateFolder(name: string): boolean {
  return CANDIDATE_FOLDERS.has(normaliseName(name));
}

export function findCategory(name: string, categories: readonly Category[]): Category | null {
  const wanted = normaliseName(name);
  return (
    categories.find(({ id, name: own, folders }) =>
      [id, own, ...folders].some((alias) => normaliseName(alias) === wanted),
    ) ?? null
  );
}

/** The slot that a folder inside an item stands for (`视频`, `字幕`, `简介`). */
export function findSlotFolder(name: string, slots: readonly Slot[]): Slot | null {
  const wanted = normaliseName(name);
  return (
    slots.find((slot) => [slot.id, slot.name, ...slot.names].some((word) => normaliseName(word) === wanted)) ?? null
  );
}

const INSTITUTION =
  /(?:大学|学院|学校|职院|高专|师专|幼专|党校|中学|研究院|研究所|教育厅|教委|university|college|institute|school)(?:[（(][^（()）]*[)）])?$/iu;

export function looksLikeInstitution(name: string): boolean {
  return INSTITUTION.test(name.trim());
}

/** The folder is named after an institution and nothing else. */
export function isInstitutionFolder(name: string): boolean {
  const bare = name.replace(NUMBERING, '');
  return looksLikeInstitution(bare) && splitTokens(bare).length === 1;
}

const SEPARATORS = /\s*[-—–－_]+\s*/u;

function splitTokens(name: string): string[] {
  return name
    .split(SEPARATORS)
    .map((token) => token.trim())
    .filter((token) => token !== '');
}

export interface NameFields {
  readonly number: string | null;
  readonly title: string | null;
  readonly institution: string | null;
  readonly person: string | null;
  readonly topic: string | null;
}

/**
 * Reads an item's name by its category's pattern, such as `{number}-{title}-{institution}`.
 * Tokens are taken by position where the count fits; a name with fewer is read by what its parts look like.
 */
export function parseItemName(name: string, naming: string): NameFields {
  const pattern = [...naming.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
  const { number, rest } = takeNumber(name.normalize('NFC'));
  const tokens = splitTokens(rest);
  const wanted = pattern.filter((field) => field !== 'number');
  const empty = { number, title: null, institution: null, person: null, topic: null };
  if (number !== null && tokens.length === wanted.length && !institutionElsewhere(tokens, wanted)) {
    return { ...empty, ...Object.fromEntries(wanted.map((field, index) => [field, tokens[index]])) };
  }
  return { ...empty, ...readByLooks(tokens) };
}

function takeNumber(name: string): { number: string | null; rest: string } {
  const match = /^\s*[（(【[]?(\d{1,4})[)）】\]]?(?:\s*[-—–－_、.．,，]+\s*|\s+|(?=[^\d\s年月]))/u.exec(name);
  return match ? { number: match[1] as string, rest: name.slice(match[0].length) } : { number: null, rest: name };
}

/** The institution stands where the pattern has another field. */
function institutionElsewhere(tokens: readonly string[], wanted: readonly string[]): boolean {
  const place = wanted.indexOf('institution');
  if (place < 0 || looksLikeInstitution(tokens[place] ?? '')) return false;
  return tokens.some((token, index) => index !== place && looksLikeInstitution(token));
}

function readByLooks(tokens: readonly string[]): Partial<NameFields> {
  const place = tokens.length < 2 ? -1 : tokens.findLastIndex(looksLikeInstitution);
  const title = tokens.filter((_, index) => index !== place).join('-');
  return { title: title === '' ? null : title, institution: place < 0 ? null : (tokens[place] ?? null) };
}

export interface Claim {
  /** What is left of the stem without the word. */
  readonly stem: string;
  readonly slot: Slot | null;
}

/**
 * The slot that the end of a stem claims: `02-睡眠-某大学简介` is an intro, `微课_字幕` and `微课.zh` are subtitles.
 * Words of the category's first slot and Latin words count only behind a separator: they end titles as well.
 */
export function readClaim(stem: string, slots: readonly Slot[]): Claim {
  for (const [index, slot] of slots.entries()) {
    for (const word of [slot.name, ...slot.names].toSorted((a, b) => b.length - a.length)) {
      const rest = withoutWord(stem, word, index === 0 || /^[\x20-\x7E]+$/.test(word));
      if (rest !== null) return { stem: rest, slot };
    }
  }
  return { stem, slot: null };
}

function withoutWord(name: string, word: string, separated: boolean): string | null {
  const stem = name.replace(/[）)】\]]$/u, '');
  if (!stem.toLowerCase().endsWith(word.toLowerCase())) return null;
  const rest = stem.slice(0, stem.length - word.length);
  if (separated && rest !== '' && !/[\s\-_—－.（(【[]$/u.test(rest)) return null;
  return rest.replace(/[\s\-_—－.（(【[]+$/u, '');
}

/** What files of one work share: the stem without slot words and version marks. */
export function groupKey(stem: string, slots: readonly Slot[]): string {
  let current = stem.normalize('NFC');
  for (;;) {
    const next = readClaim(stripVersion(current), slots).stem;
    if (next === current || next === '') return next;
    current = next;
  }
}
