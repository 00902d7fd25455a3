/** Part of a document that holds the texts of many works, as if it were a document of its own. */
import type { DocumentFacts } from '../../model/document-facts.ts';
import type { PrivateDatum, TextBlock, TextPlace } from '../../model/text-facts.ts';
import { documentFacts } from './facts.ts';
import { textLines } from './text-lines.ts';

/**
 * Lines `first` to `last` of a document, from 0; none when `last` stands before `first`. What belongs to the whole file (pages,
 * comments, macros) is no section's own. A document whose text nobody reads has no sections.
 */
export function sectionFacts(document: DocumentFacts, first: number, last: number): DocumentFacts {
  const blocks = textLines(document.blocks).slice(first, last + 1);
  return {
    ...documentFacts({ format: document.format, blocks }),
    // Masked before: what was private stands in the document's list only.
    blocks,
    privateData: document.privateData.filter((datum) => blocks.some((block) => holds(block, datum))),
  };
}

/** Lines of a page share their place: the text tells them apart. */
function holds({ text, at }: TextBlock, datum: PrivateDatum): boolean {
  return isSamePlace(at, datum.at) && text.includes(datum.masked);
}

function isSamePlace(a: TextPlace, b: TextPlace): boolean {
  return (
    a.line === b.line && a.paragraph === b.paragraph && a.page === b.page && a.timeMs === b.timeMs && a.part === b.part
  );
}
