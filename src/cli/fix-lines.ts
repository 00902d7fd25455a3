/** Blocks of lines for the screens of `fix`. */
import { wrapText } from '../util/display-width.ts';
import { safeText } from '../util/safe-text.ts';

export interface Line {
  readonly indent: number;
  readonly text: string;
  /** Not broken, because it is there to be compared or copied. */
  readonly whole?: boolean;
}

export function line(text: string, indent = 0): Line {
  return { text, indent };
}

export function whole(text: string, indent = 0): Line {
  return { text, indent, whole: true };
}

/** A blank line between two blocks; empty blocks are left out. */
export function toText(blocks: readonly (readonly Line[])[], width: number): string {
  const texts = blocks.filter((block) => block.length > 0).map((block) => block.flatMap((one) => toLines(one, width)));
  return `${texts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function toLines({ indent, text, whole: kept = false }: Line, width: number): string[] {
  const safe = safeText(text);
  const parts = kept ? [safe] : wrapText(safe, width - indent);
  return parts.map((part) => (' '.repeat(indent) + part).trimEnd());
}
