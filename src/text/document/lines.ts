/** Plain texts and Markdown as blocks: one for each line, with its number. */
import type { TextBlock } from '../../model/text-facts.ts';

/** CommonMark 4.2. */
const HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)/;
/** CommonMark 4.5. */
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const FRONT_MATTER = /^---[ \t]*$/;
const FRONT_MATTER_KEY = /^[^\s:]{1,40}:/;
const FRONT_MATTER_END = /^(?:---|\.\.\.)[ \t]*$/;
const MAX_FRONT_MATTER_LINES = 200;
/** Marks of emphasis, within which a writer may put a label: `**学号**：…`. */
const EMPHASIS = /\*\*|__/g;

/** Lines end with CR, LF or both; blank lines are counted and left out. */
export function* plainBlocks(text: string): Iterable<TextBlock> {
  for (const { line, content } of linesOf(text)) yield { text: content, at: { line } };
}

/**
 * Headings without their marks, with their level; front matter is a property of the text and not counted in it. Code
 * is text, and what looks like a heading in it is none.
 */
export function* markdownBlocks(text: string): Iterable<TextBlock> {
  const bodyFrom = findBody(text);
  let fence: string | null = null;
  for (const { line, content } of linesOf(text)) {
    const mark: string | undefined = FENCE.exec(content)?.[1];
    if (line < bodyFrom) {
      if (!FRONT_MATTER_END.test(content)) yield { text: content, at: { line, part: 'properties' } };
    } else if (mark?.startsWith(fence ?? mark)) {
      // A fence of the same kind and at least the same length ends it.
      fence = fence === null ? mark : null;
    } else {
      yield fence === null ? markdownBlock(content, line) : { text: content, at: { line } };
    }
  }
}

/** The line after the front matter; 1 where there is none. */
function findBody(text: string): number {
  let isOpen = false;
  for (const { line, content } of linesOf(text)) {
    if (line === 1) isOpen = FRONT_MATTER.test(content);
    else if (isOpen && line > 2 && FRONT_MATTER_END.test(content)) return line + 1;
    else if (line === 2) isOpen &&= FRONT_MATTER_KEY.test(content);
    if (!isOpen || line > MAX_FRONT_MATTER_LINES) break;
  }
  return 1;
}

function markdownBlock(content: string, line: number): TextBlock {
  const marks = HEADING.exec(content);
  const text = marks === null ? content : withoutClosingMarks(content.slice(marks[0].length).trim());
  const plain = text.replace(EMPHASIS, '');
  return { text: plain, at: { line }, ...(marks?.[1] === undefined ? {} : { heading: marks[1].length }) };
}

/** `## 题目 ##`. */
function withoutClosingMarks(heading: string): string {
  let end = heading.length;
  while (heading[end - 1] === '#') end -= 1;
  return end === 0 || /\s/.test(heading[end - 1] ?? '') ? heading.slice(0, end).trimEnd() : heading;
}

function* linesOf(text: string): Iterable<{ readonly line: number; readonly content: string }> {
  const end = /\r\n|[\n\r]/g;
  let start = 0;
  let line = 1;
  for (let match = end.exec(text); match !== null; match = end.exec(text)) {
    if (match.index > start) yield { line, content: text.slice(start, match.index) };
    start = end.lastIndex;
    line += 1;
  }
  if (start < text.length) yield { line, content: text.slice(start) };
}
