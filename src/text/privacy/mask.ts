/** The door of every text: private data are masked, at the same length, before anything else sees it. */
import type { PrivateDatum, TextBlock } from '../../model/text-facts.ts';
import { findPrivateData } from './find.ts';
import { maskRest } from './masks.ts';
import type { PrivateMatch } from './match.ts';
import { nameEndAt } from './name-shape.ts';

/** Enough to look for in Word; what is masked, numbers and marks end it. */
const BEFORE = /\p{L}{1,8}[ \t\u3000]{0,2}[:：（(「“]?[ \t\u3000]{0,2}$/u;
const BEFORE_REACH = 16;

export type { PrivateMatch } from './match.ts';

/** Same length in UTF-16 units; matches in order, none overlapping, none across a line break. */
export function maskText(text: string): { text: string; found: readonly PrivateMatch[] } {
  const found = findPrivateData(text);
  return { text: applied(text, found), found };
}

/** For a short piece of evidence. */
export function maskWord(text: string): string {
  return maskText(text).text;
}

/** As one text of many lines, so that a label in one cell of a table speaks of the number in the next. */
export function maskBlocks(blocks: readonly TextBlock[]): { blocks: TextBlock[]; privateData: PrivateDatum[] } {
  const { text, found } = maskText(blocks.map((block) => block.text).join('\n'));
  if (found.length === 0) return { blocks: [...blocks], privateData: [] };
  const masked: TextBlock[] = [];
  const privateData: PrivateDatum[] = [];
  let [start, next] = [0, 0];
  for (const block of blocks) {
    const end = start + block.text.length;
    masked.push({ ...block, text: text.slice(start, end) });
    for (let match = found[next]; match !== undefined && match.start < end; match = found[next]) {
      const before = wordsBefore(text.slice(Math.max(start, match.start - BEFORE_REACH), match.start));
      const { start: _, end: __, ...datum } = match;
      privateData.push({ ...datum, before, at: block.at });
      next += 1;
    }
    start = end + 1;
  }
  return { blocks: masked, privateData };
}

/** A name that the text may keep is not told beside the number of its owner. */
function wordsBefore(masked: string): string {
  const words = BEFORE.exec(masked)?.[0] ?? '';
  for (let start = 0; start < words.length; start += 1) {
    const end = nameEndAt(words, start, 'none');
    if (end !== null) return words.slice(0, start) + maskRest(words.slice(start, end)) + words.slice(end);
  }
  return words;
}

function applied(text: string, found: readonly PrivateMatch[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, masked } of found) {
    pieces.push(text.slice(at, start), masked);
    at = end;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(at);
}
