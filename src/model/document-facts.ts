/** What measuring found in a document: a file, a text in item.yaml or the sheet, a section of a document of many intros. */
import type { PrivateDatum, TextBlock, TextPlace } from './text-facts.ts';

/** What a report tells of a document. */
export interface DocumentSummary {
  readonly kind: 'document';
  /** `docx`, `doc`, `pdf`, `md`, `txt`, `rtf`, `wps`; `text` for what stands in item.yaml or the sheet. */
  readonly format: string;
  /** Characters of the body, its boxes and notes that are not white space; `null` when the text cannot be read. */
  readonly characters: number | null;
  /** 字数 as Chinese word processors count it: a Han character or a full-width mark is one, a word of Latin letters or digits is one. */
  readonly wordCount: number | null;
  /** Pages, where the format has them. */
  readonly pages: number | null;
  /** The first line with text, masked, at most 60 characters. */
  readonly firstLine: string | null;
}

export interface DocumentFacts extends DocumentSummary {
  /** Body first, in order, then the other parts. Cut where a text is past all use (300,000 characters). */
  readonly blocks: readonly TextBlock[];
  readonly privateData: readonly PrivateDatum[];
  readonly extras: DocumentExtras;
}

/** What a document carries beside its text. Formats without such things have none. */
export interface DocumentExtras {
  /** Insertions, deletions, moves and changes of form that nobody accepted or rejected. */
  readonly revisions: number;
  readonly firstRevision: TextPlace | null;
  readonly comments: number;
  readonly firstComment: TextPlace | null;
  /** Names of people in the properties, masked: `张*`. Values that are no person's (`Administrator`, `Windows 用户`, `微软用户`, `user`) are left out. */
  readonly people: readonly DocumentPerson[];
  /** Parts that run: `vbaProject.bin`, JavaScript of a PDF. */
  readonly macros: readonly string[];
  /** Objects embedded, by name of part. */
  readonly embedded: readonly string[];
  /** Files elsewhere that the document takes content from: linked pictures, templates, objects. Hyperlinks are none. */
  readonly externals: readonly string[];
}

export interface DocumentPerson {
  readonly field: 'author' | 'last-saved-by' | 'company' | 'manager';
  readonly masked: string;
}

export const NO_EXTRAS: DocumentExtras = {
  revisions: 0,
  firstRevision: null,
  comments: 0,
  firstComment: null,
  people: [],
  macros: [],
  embedded: [],
  externals: [],
};
