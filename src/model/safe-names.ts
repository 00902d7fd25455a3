/** Names that any system can hold: NFC, nothing Windows keeps for itself, nothing that hides or turns text around. */
import { RESERVED_NAME, splitName } from './file-names.ts';

/** Microsoft, "Naming Files, Paths, and Namespaces": what each forbidden character becomes, so that the name still reads the same. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '＂',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
};
/** Controls, bidi and zero-width characters (UAX #9), surrogates without their other half, noncharacters. */
const INVISIBLE =
  /\p{Cc}|[\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFD]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu;

/** Controls and explicit bidi formatting (UAX #9): what no system shows as it is. */
const UNSHOWABLE = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A name as people gave it, with only what Windows cannot hold, or what reads otherwise than it is, taken away or put in
 * another form; never empty.
 */
export function portableName(name: string): string {
  return windowsName(name.replace(UNSHOWABLE, '').normalize('NFC'));
}

function windowsName(name: string): string {
  const plain = name.replace(/[<>:"/\\|?*]/g, (character) => FULL_WIDTH[character] as string).replace(/[. ]+$/, '');
  if (plain === '') return '_';
  return RESERVED_NAME.test(plain) ? `_${plain}` : plain;
}

/** One part of a path in a package, where names are ours to give; never empty. */
export function safeName(name: string): string {
  const plain = windowsName(name.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/gu, ' ').trim());
  return /^[.~]/.test(plain) ? `_${plain}` : plain;
}

/** Cut to `max` UTF-16 units, never through a character. */
export function cutName(name: string, max: number): string {
  if (name.length <= max) return name;
  let kept = '';
  for (const character of name) {
    if (kept.length + character.length > max) break;
    kept += character;
  }
  return kept.replace(/[. -]+$/, '') || '_';
}

/** A file's name cut in its stem: the extension says what it is. */
export function cutFileName(name: string, max: number): string {
  if (name.length <= max) return name;
  const { extension } = splitName(name);
  const tail = extension === '' ? '' : name.slice(-extension.length - 1);
  return cutName(name.slice(0, name.length - tail.length), max - tail.length) + tail;
}

/** Hands out each name once, whatever its case: a second 「简介.docx」 becomes 「简介-2.docx」. */
export class UniqueNames {
  readonly #used = new Set<string>();

  take(folder: string, name: string): string {
    const dot = name.lastIndexOf('.');
    const [stem, tail] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    for (let count = 1; ; count += 1) {
      const path = `${folder}${count === 1 ? name : `${stem}-${count}${tail}`}`;
      const key = path.toLowerCase();
      if (this.#used.has(key)) continue;
      this.#used.add(key);
      return path;
    }
  }
}
