/** A document line by line. */
import type { TextBlock } from '../../model/text-facts.ts';

/** A paragraph with line breaks, or a page of a PDF, holds several lines. Blank ones are left out. */
export function textLines(blocks: readonly TextBlock[]): TextBlock[] {
  return blocks.flatMap((block) => (block.text.includes('\n') ? splitBlock(block) : [block]));
}

/** A heading is its first line: what follows after a line break stands under it. */
function splitBlock({ text, at, heading }: TextBlock): TextBlock[] {
  const lines = text.split('\n').filter((line) => /\S/.test(line));
  return lines.map((line, index) =>
    heading !== undefined && index === 0 ? { text: line, at, heading } : { text: line, at },
  );
}
