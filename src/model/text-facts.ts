/** What was found in a text, wherever it came from. Private data are masked before they get here, at the same length. */

/** Which part of a document, beside its body; `name` is the name of a file or folder. */
export const TEXT_PARTS = [
  'header',
  'footer',
  'footnote',
  'endnote',
  'text-box',
  'comment',
  'revision',
  'properties',
  'name',
] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

/** Where in a text something stands. Lines, paragraphs and pages count from 1. */
export interface TextPlace {
  readonly line?: number;
  readonly paragraph?: number;
  readonly page?: number;
  readonly timeMs?: number;
  readonly part?: TextPart;
}

/** A paragraph of a document, a line of a plain text, a page of a PDF, a cue of a subtitle. */
export interface TextBlock {
  /** Masked. */
  readonly text: string;
  readonly at: TextPlace;
  /** The level of a heading, from 1. */
  readonly heading?: number;
}

export const PRIVATE_KINDS = ['id-number', 'phone', 'email', 'bank-card', 'student-number', 'chat-id', 'name'] as const;
export type PrivateKind = (typeof PRIVATE_KINDS)[number];

/** A datum of a person, as found in a text. */
export interface PrivateDatum {
  readonly kind: PrivateKind;
  /** `3301**********1234`, as long as the datum itself. */
  readonly masked: string;
  /** The word before it that says what it is: `学号`, `QQ`, `来访者`. */
  readonly label: string | null;
  /** What stands right before it in the same block, masked and short: `联系人张老师 `. */
  readonly before: string;
  readonly at: TextPlace;
  /** A name where the text says that none of its names are real: masked like any other, and no finding. */
  readonly declaredFictional?: true;
}
