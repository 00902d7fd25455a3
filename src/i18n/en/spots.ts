/** Where in a text something stands, in English. */
import type { TextPart, TextPlace } from '../../model/text-facts.ts';
import { SPOTS_IN_MESSAGE, type Spot } from '../../model/text-params.ts';
import { formatDuration } from '../../util/format.ts';

export const PARTS_EN: Record<TextPart, string> = {
  header: 'header',
  footer: 'footer',
  footnote: 'footnote',
  endnote: 'endnote',
  'text-box': 'text box',
  comment: 'comment',
  revision: 'revision',
  properties: 'properties',
  name: 'file name',
};

/** `line 12`, `page 3`, `header, paragraph 1`; empty where nothing says. */
export function placeEn({ line, paragraph, page, timeMs, part }: TextPlace): string {
  const words = [
    part === undefined ? '' : PARTS_EN[part],
    page === undefined ? '' : `page ${page}`,
    paragraph === undefined ? '' : `paragraph ${paragraph}`,
    line === undefined ? '' : `line ${line}`,
  ]
    .filter((word) => word !== '')
    .join(', ');
  return words === '' && timeMs !== undefined ? formatDuration(timeMs) : words;
}

/** `line 12 "00:01:02.5"`. */
export function spotEn(spot: Spot): string {
  const found = spot.found === undefined ? '' : `"${spot.found}"`;
  return [placeEn(spot), found].filter((word) => word !== '').join(' ');
}

/** `line 12 "…"; line 30 "…"; line 44 "…" and 14 more`. */
export function spotsEn<S extends Spot>(spots: readonly S[], tell: (spot: S) => string = spotEn): string {
  const told = spots.slice(0, SPOTS_IN_MESSAGE).map(tell).join('; ');
  return spots.length > SPOTS_IN_MESSAGE ? `${told} and ${spots.length - SPOTS_IN_MESSAGE} more` : told;
}
