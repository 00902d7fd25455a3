/** What the templates say that are handed out for filling in: what is left of them in a work is not the work's own. */
import type { TemplateTexts } from '../model/rule.ts';

/** `【请填写：题目】`. Brackets alone tell nothing: `【关键词】` is a heading that many keep. */
const BLANK = /【(?:请|此处|填写)[^【】]*】/g;
/** What opens a note to the writer. */
const NOTE = /^(?:填写|填报|填表)(?:提醒|说明|须知|要求|注意事项)[：:]?/;
const HEADING = /^(#{1,6})\s/;
const LIST_ITEM = /^\s*(?:[-*+•]\s|\d+[.、．)）]|[（(]\d+[)）])/;
const EMPHASIS = /\*\*|__/g;
/** What Markdown puts before a paragraph, and a word processor keeps out of its text. */
const MARKS = /^(?:\s*(?:#{1,6}\s|[-+*]\s|>|\d+\.\s))+/;

/** A line as it is compared: white space taken out, and the marks of Markdown, which the .docx twin of a template lacks. */
export function templateKey(line: string): string {
  return line.replace(MARKS, '').replace(EMPHASIS, '').replace(/\s+/g, '');
}

/** @param texts templates as Markdown or plain text, one paragraph a line */
export function templateTexts(texts: readonly string[]): TemplateTexts {
  const blanks = new Set<string>();
  const instructions = new Set<string>();
  const lines = new Set<string>();
  for (const text of texts) {
    const notes = new NoteReader();
    for (const line of text.split(/\r?\n/)) {
      const key = templateKey(line);
      if (key === '') continue;
      lines.add(key);
      for (const [blank] of key.matchAll(BLANK)) blanks.add(blank);
      if (notes.isInstruction(line, key)) instructions.add(key);
    }
  }
  return { blanks, instructions, lines };
}

/**
 * Tells the notes to the writer from the form itself. A note is a line that begins `填写提醒：…`; the list below a line
 * that says no more than that; or all that stands under such a heading. Headings are none: a work may have the same one.
 */
class NoteReader {
  /** `list`, or the level of the heading that is open. */
  #open: 'list' | number | null = null;

  isInstruction(line: string, key: string): boolean {
    const level = HEADING.exec(line)?.[1]?.length;
    if (level !== undefined) {
      if (NOTE.test(key)) this.#open = level;
      else if (typeof this.#open !== 'number' || level <= this.#open) this.#open = null;
      return false;
    }
    if (NOTE.test(key)) {
      if (this.#open === null && key.replace(NOTE, '') === '') this.#open = 'list';
      return true;
    }
    if (this.#open === 'list' && !LIST_ITEM.test(line)) this.#open = null;
    return this.#open !== null;
  }
}
