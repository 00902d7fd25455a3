/**
 * The text of one part of a .docx: its body, a header, the notes (ECMA-376 part 1, chapter 17).
 *
 * A paragraph is a `w:p` with text in it, wherever it stands: in a table, a list, a content control. They are counted
 * in the order of the document; text boxes, which lie between paragraphs, are counted by themselves. Hidden text
 * (`w:vanish`) is text: whoever opens the file can show it. Codes of fields (`w:instrText`) are none.
 */
import type { TextPart, TextPlace } from '../../../model/text-facts.ts';
import type { TextCollector } from '../../../text/document/collect.ts';
import { localName, readLocalAttribute, scanXml, type XmlHandler } from '../../../util/xml-scan.ts';
import { type HeadingLevels, outlineLevel } from './styles.ts';

/** Stands in the text a second time: the fallback of a drawing for old readers, the reading above a character. */
const REPEATS: ReadonlySet<string> = new Set(['Fallback', 'rt']);
/** What is taken out of the document once it is accepted. Its text may be in `w:delText`, or in plain `w:t`. */
const TAKEN_OUT: ReadonlySet<string> = new Set(['del', 'moveFrom']);
/** Each is one change to accept or reject (17.13.5); so is every `…Change` of properties. */
const REVISIONS: ReadonlySet<string> = new Set([...TAKEN_OUT, 'ins', 'moveTo', 'cellIns', 'cellDel', 'cellMerge']);
const PROPERTY_CHANGE = /^(?:rPr|pPr|sectPr|tblPr|tblPrEx|tblGrid|trPr|tcPr|numbering)Change$/;
/** Elements that are white space or a character of their own. */
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
};

interface Paragraph {
  readonly isBoxed: boolean;
  text: string;
  takenOut: string;
  /** The paragraph's own level; `undefined` where it does not say. */
  level: number | null | undefined;
  style: string | null;
  isRevised: boolean;
  isCommented: boolean;
}

/** What is gathered of all parts of one document. */
export interface StoryMarks {
  readonly text: TextCollector;
  revisions: number;
  firstRevision: TextPlace | null;
  /** Ids of the comments that the text refers to. */
  readonly commentIds: Set<string>;
  firstComment: TextPlace | null;
  /** The text is a file of another format inside the package (`w:altChunk`). */
  hasForeignText: boolean;
}

export interface StoryOptions {
  /** `undefined` is the body. */
  readonly part?: TextPart | undefined;
  readonly headings?: HeadingLevels;
  /** Paragraphs counted so far in the parts of this name. */
  readonly counted?: number;
}

/** Adds what the part holds to `marks`; returns the paragraphs counted in it. Throws XmlError. */
export function readStory(xml: string, marks: StoryMarks, options: StoryOptions = {}): number {
  const reading = new StoryReading(marks, options);
  scanXml(xml, reading);
  return reading.finish();
}

class StoryReading implements XmlHandler {
  readonly #marks: StoryMarks;
  readonly #part: TextPart | undefined;
  readonly #headings: HeadingLevels;
  /** Innermost last: a text box stands inside the paragraph that it is tied to. */
  readonly #paragraphs: Paragraph[] = [];
  #counted: number;
  #countedBoxed = 0;
  #inText = false;
  /** How many elements of each kind are open here. */
  #repeats = 0;
  #takenOut = 0;
  #oldProperties = 0;
  #boxes = 0;
  #tabStops = 0;
  /** Seen outside any paragraph: they belong to the next. */
  #isRevised = false;

  constructor(marks: StoryMarks, { part, headings = new Map(), counted = 0 }: StoryOptions) {
    this.#marks = marks;
    this.#part = part;
    this.#headings = headings;
    this.#counted = counted;
  }

  finish(): number {
    if (this.#isRevised) this.#marks.firstRevision ??= this.#place(this.#part, this.#counted);
    return this.#counted;
  }

  open(name: string, attributes: string): void {
    const local = localName(name);
    this.#inText = local === 't' || local === 'delText';
    this.#step(local, 1);
    if (local === 'p') this.#paragraphs.push(newParagraph(this.#boxes > 0));
    else if (REVISIONS.has(local) || PROPERTY_CHANGE.test(local)) this.#markRevision();
    else if (local === 'altChunk') this.#marks.hasForeignText = true;
    else if (local === 'commentReference' || local === 'commentRangeStart') this.#markComment(attributes);
    else if (local === 'pStyle' || local === 'outlineLvl') this.#readLevel(local, attributes);
    else if (Object.hasOwn(CHARACTERS, local) && this.#tabStops === 0) this.#append(CHARACTERS[local] ?? '');
  }

  close(name: string): void {
    const local = localName(name);
    this.#inText = false;
    this.#step(local, -1);
    const paragraph = local === 'p' ? this.#paragraphs.pop() : undefined;
    if (paragraph) this.#emit(paragraph);
  }

  text(value: string): void {
    if (this.#inText) this.#append(value);
  }

  #step(local: string, by: 1 | -1): void {
    if (REPEATS.has(local)) this.#repeats += by;
    else if (TAKEN_OUT.has(local)) this.#takenOut += by;
    else if (local === 'txbxContent') this.#boxes += by;
    else if (local === 'tabs') this.#tabStops += by;
    else if (PROPERTY_CHANGE.test(local)) this.#oldProperties += by;
  }

  #append(value: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || this.#repeats > 0) return;
    if (this.#takenOut > 0) paragraph.takenOut += value;
    else paragraph.text += value;
  }

  #markRevision(): void {
    if (this.#repeats > 0) return;
    this.#marks.revisions += 1;
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.isRevised = true;
    else this.#isRevised = true;
  }

  #markComment(attributes: string): void {
    this.#marks.commentIds.add(readLocalAttribute(attributes, 'id') ?? '');
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.isCommented = true;
  }

  #readLevel(local: 'pStyle' | 'outlineLvl', attributes: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || this.#oldProperties > 0) return;
    if (local === 'pStyle') paragraph.style = readLocalAttribute(attributes, 'val');
    else paragraph.level = outlineLevel(attributes);
  }

  #emit({ isBoxed, text, takenOut, level, style, isRevised, isCommented }: Paragraph): void {
    const hasText = /\S/.test(text);
    const part = isBoxed && this.#part === undefined ? 'text-box' : this.#part;
    const number = this.#count(hasText || /\S/.test(takenOut), isBoxed);
    const heading = level === undefined ? this.#headings.get(style ?? '') : level;
    if (hasText) this.#marks.text.add({ text, at: this.#place(part, number), ...(heading ? { heading } : {}) });
    if (takenOut !== '') this.#marks.text.add({ text: takenOut, at: this.#place('revision', number) });
    if (isRevised || this.#isRevised) this.#marks.firstRevision ??= this.#place(part, number);
    if (isCommented) this.#marks.firstComment ??= this.#place(part, number);
    this.#isRevised = false;
  }

  /** The number of this paragraph; one without text has that of the text before it. */
  #count(hasText: boolean, isBoxed: boolean): number {
    const step = hasText ? 1 : 0;
    if (isBoxed && this.#part === undefined) {
      this.#countedBoxed += step;
      return this.#countedBoxed;
    }
    this.#counted += step;
    return this.#counted;
  }

  #place(part: TextPart | undefined, number: number): TextPlace {
    return { paragraph: Math.max(number, 1), ...(part === undefined ? {} : { part }) };
  }
}

function newParagraph(isBoxed: boolean): Paragraph {
  return { isBoxed, text: '', takenOut: '', level: undefined, style: null, isRevised: false, isCommented: false };
}
