/** Stretches of a text that are addresses of pages and articles: the numbers in them are nobody's. */
import { lazy } from '../../util/lazy.ts';

// Ends at whatever no address holds unescaped, at a comma and at Chinese: addresses stand in running text.
const REST = String.raw`[^\s"'<>,;\u0080-\uFFFF]*`;
// A host without its scheme is told by its top level and the slash behind it; looking from the dot keeps this linear.
const LINK = new RegExp(
  String.raw`(?:(?:https?|ftp):\/\/|\bwww\.|\b10\.\d{4,9}\/|\.(?:com|cn|net|org|edu|gov|io|cc|tv|top|me)(?::\d{1,5})?[\/?])${REST}`,
  'gi',
);

export type InLink = (offset: number) => boolean;

/** Tells whether an offset lies in a link; the links are looked for when the first question is asked. */
export function linksOf(text: string): InLink {
  const links = lazy(() =>
    Array.from(text.matchAll(LINK), ({ 0: link, index }) => ({ start: index, end: index + link.length })),
  );
  return (offset) => {
    const link = links()[lastStartingBy(links(), offset)];
    return link !== undefined && offset < link.end;
  };
}

/** By halving; -1 where all start later. */
function lastStartingBy(links: readonly { start: number }[], offset: number): number {
  let [low, high] = [0, links.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((links[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
