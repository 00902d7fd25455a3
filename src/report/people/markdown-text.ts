/** Text from strangers, made fit for a comment on GitHub: it shows as it is, and does nothing. */
import { cutText } from '../../util/cut-text.ts';
import { safeText } from '../../util/safe-text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '|': '&#124;',
  // GitHub reads `$…$` as a formula, whatever stands before it, but not through an element.
  $: '<span>$</span>',
};

/** Draws nothing, and parts what GitHub would take for one word. */
const JOINT = '&#8203;';

// Markup; people to be notified (`@name`), issues (`#1`, `GH-1`), addresses (`https://`, `www.`) and emoji (`:name:`, not `00:12:34`).
const MARKS = /[\\`*_~[\]&<>|$]|[@#]|\bGH-(?=\d)|:(?=\/\/)|www(?=\.)|(?<!\d):(?=[\w+-]+:)/gi;

/** Text inside a line, never at its beginning. */
export function escapeMarkdown(text: string): string {
  return safeText(text).replace(
    MARKS,
    (mark) => ENTITIES[mark] ?? (/[\\`*_~[\]]/.test(mark) ? `\\${mark}` : mark + JOINT),
  );
}

/** A code span, in which nothing has a meaning; its fence is longer than any in it. */
export function codeSpan(text: string): string {
  const plain = safeText(text);
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // One space at both ends is taken off again (CommonMark 0.31, 6.1).
  const padded = /^[` ]|[` ]$/.test(plain) ? ` ${plain} ` : plain;
  return `${fence}${padded}${fence}`;
}

/** Text that is past all use is cut, never through a character. */
export function clipText(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${cutText(text, max)} [...]`;
}
