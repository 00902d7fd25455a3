/** Text from strangers, made fit for a workbook: for its cells, its XML and the names of its sheets. */
import { cutText } from './cut-text.ts';
import { showCodePoint } from './safe-text.ts';

/** Excel's own limits, in UTF-16 units. */
const MAX_CELL_LENGTH = 32_767;
const MAX_SHEET_NAME_LENGTH = 31;
const CUT_MARK = ' [...]';

// What XML 1.0 has no place for or advises against (2.2), U+FFFD, which write-excel-file drops, and what turns a line around (UAX #9).
const UNFIT = /[^\P{Cc}\t\n]|\p{Surrogate}|\p{Noncharacter_Code_Point}|[\u2028-\u202E\u2066-\u2069\uFFFD]/gu;

/** Text as a cell can hold it: characters that it cannot become visible (`\u{7}`), and what is too long ends in `[...]`. */
export function cellText(text: string): string {
  // Line ends may halve what is kept, nothing else makes it shorter.
  const enough = text.slice(0, 2 * MAX_CELL_LENGTH + 2);
  return cutTo(enough.replace(/\r\n?/g, '\n').replace(UNFIT, showCodePoint), MAX_CELL_LENGTH, CUT_MARK);
}

/** Where Excel would read `_x0041_` as `A`, the underscore is written as an escape itself (ECMA-376 part 1, 22.9.2.19). */
export function escapeXstring(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For the text of an element, and of an attribute in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => REFERENCES[character] as string);
}

// Excel takes the full-width forms for the same.
const NOT_IN_SHEET_NAME = /[\\/?*[\]:＼／？＊［］：\s\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}\uFFFD]+/gu;
/** Excel keeps it for its list of changes. */
const RESERVED_NAME = 'History';

/** Names that Excel accepts, each its own whatever the case: a second 「案例」 becomes 「案例 (2)」. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set([nameKey(RESERVED_NAME)]);
  return wanted.map((name) => {
    const plain = name.replace(NOT_IN_SHEET_NAME, ' ');
    let unique = trimName(cutTo(plain, MAX_SHEET_NAME_LENGTH)) || 'Sheet';
    for (let count = 2; taken.has(nameKey(unique)); count += 1) {
      const suffix = ` (${count})`;
      unique = `${trimName(cutTo(plain, MAX_SHEET_NAME_LENGTH - suffix.length)) || 'Sheet'}${suffix}`;
    }
    taken.add(nameKey(unique));
    return unique;
  });
}

function nameKey(name: string): string {
  return name.normalize('NFKC').toUpperCase();
}

/** An apostrophe at either end is Excel's own. */
function trimName(name: string): string {
  return name.replace(/^[' ]+|[' ]+$/g, '');
}

/** At most `max` UTF-16 units, `mark` among them where something was cut; never through a character. */
function cutTo(text: string, max: number, mark = ''): string {
  if (text.length <= max) return text;
  return cutText(text, max - mark.length) + mark;
}
