/** What `fix` changes in a workspace, what it leaves to a person, and the log by which it is undone. */
import type { SubtitleFault } from './subtitle-facts.ts';

export const LINE_ENDS = ['lf', 'crlf'] as const;
export type LineEnd = (typeof LINE_ENDS)[number];

/** A line as it is and as it will be: masked, one line, short. */
export interface LineEdit {
  /** In the file as it is, from 1; of a line that is put in, the one that it is put before. */
  readonly line: number;
  /** `null` for a line that is put in. */
  readonly before: string | null;
  /** `null` for a line that is taken out. */
  readonly after: string | null;
}

/** What SRT has no room for. */
export const LOSSES = [
  'styles',
  'colours',
  'effects', // fades, movements
  'strikeout',
  'positions',
  'speakers',
  'comments',
  'names',
  'word-times',
  'drawings',
  'header',
] as const;
export type Loss = (typeof LOSSES)[number];

export interface Conversion {
  readonly from: string;
  readonly cues: number;
  /** How many cues or lines lose something, by what. */
  readonly losses: Readonly<Partial<Record<Loss, number>>>;
  /** The name that the text has then, in the same folder. */
  readonly name: string;
}

export type TextChange =
  /** `sample`: a line with what it reads like, masked, by which a person sees that the encoding is the right one. */
  | {
      readonly what: 'encoding';
      readonly from: string;
      readonly sample: { readonly line: number; readonly text: string } | null;
    }
  | { readonly what: 'bom' }
  | { readonly what: 'line-ends'; readonly to: LineEnd; readonly lines: number }
  | { readonly what: 'times' | 'indexes' | 'blank-lines'; readonly edits: readonly LineEdit[] }
  /** Cues that stood behind a later one, by their time lines. */
  | { readonly what: 'order'; readonly lines: readonly number[] }
  | ({ readonly what: 'format' } & Conversion);

/** A text with its changes; `faults` are left to a person. */
export interface TextFix {
  readonly path: string;
  readonly format: string;
  readonly changes: readonly TextChange[];
  readonly faults: readonly SubtitleFault[];
}

export const LEFT_REASONS = [
  'undecodable', // in no encoding that can be told
  'broken-bytes', // a rewriting would lose the bytes that are no characters
  'unreadable', // the system refuses
  'too-large',
  'no-cues',
  'other-content', // under a subtitle's name
  'markup', // TTML says its encoding in itself
  'order', // cues out of order, and not every time is certain
  'no-conversion', // TTML
  'no-end', // LRC: nothing says how long the last line lasts
  'offset', // LRC: all times are moved, and programs differ in which way
  'unsure-times', // what is not certain is not converted
  'past-a-day', // 24 hours and more
  'name-taken', // a file of the new name is there
  'name-encoding',
  'name-hidden', // the mended name would be one that is passed over
  'name-long', // the mended name would be longer than a system takes
  'name-parts-work', // files of one work would not be found together any more
] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

export interface LeftAlone {
  readonly path: string;
  readonly reason: LeftReason;
}

/** `to` is the last name of the path alone. */
export interface Rename {
  readonly from: string;
  readonly to: string;
  readonly folder: boolean;
}

/** A waiver's subject in `sizheng.yaml`, which follows the work that it names. */
export interface SubjectChange {
  readonly from: string;
  readonly to: string;
}

export interface FixPlan {
  /** Those with changes or with faults that are left. */
  readonly texts: readonly TextFix[];
  /** In the order in which they are made: what lies deepest first. */
  readonly renames: readonly Rename[];
  /** Litter of systems. */
  readonly removals: readonly string[];
  readonly subjects: readonly SubjectChange[];
  readonly left: readonly LeftAlone[];
  readonly steps: readonly PlannedStep[];
}

/** A path below the root, with `/`. Bytes that are not UTF-8 stand as `\xNN`, and then `bytes` (hexadecimal) says it exactly. */
export interface ExactPath {
  readonly path: string;
  readonly bytes?: string;
}

/** A file's content; of a folder, what lies in it. */
export interface Stamp {
  readonly sizeBytes: number;
  /** Hexadecimal; of a folder, over its listing. */
  readonly sha256: string;
}

/**
 * Every path is the one before any renaming: texts are written and files put aside first, then names are changed, what lies
 * deepest first.
 */
export type PlannedStep =
  | { readonly type: 'write'; readonly at: ExactPath; readonly before: Stamp; readonly content: Uint8Array }
  | { readonly type: 'create'; readonly at: ExactPath; readonly content: Uint8Array }
  /** Put aside; `before` is `null` where the content does not matter. */
  | { readonly type: 'remove'; readonly at: ExactPath; readonly before: Stamp | null }
  | { readonly type: 'rename'; readonly from: ExactPath; readonly to: ExactPath };

export const FIX_LOG_SCHEMA = 'sizheng-fix-log/1';

/** `log.json` in the folder of a run: written before anything is changed, so that a run that was broken off can be undone. */
export interface FixLog {
  readonly schema: typeof FIX_LOG_SCHEMA;
  readonly tool: { readonly name: 'sizheng'; readonly version: string };
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** `begun`: the run did not come to its end, and any of its last steps may not have been made. */
  readonly state: 'begun' | 'done' | 'undone';
  /** In the order in which they are made. */
  readonly steps: readonly LoggedStep[];
}

/** `original` is a path in the folder of the run: of a file that is written a copy, of one that is put aside the file itself. */
export type LoggedStep =
  | {
      readonly type: 'write';
      readonly at: ExactPath;
      readonly before: Stamp & FileTraits;
      readonly after: Stamp;
      readonly original: string;
    }
  | { readonly type: 'create'; readonly at: ExactPath; readonly after: Stamp }
  | { readonly type: 'remove'; readonly at: ExactPath; readonly before: Stamp; readonly original: string }
  | { readonly type: 'rename'; readonly from: ExactPath; readonly to: ExactPath };

/** What comes back with the content. */
export interface FileTraits {
  /** Permission bits. */
  readonly mode: number;
  /** Milliseconds since 1970. */
  readonly modifiedMs: number;
}

/** Why a run is not undone: what stands at a path now is not what the run left there. */
export interface UndoObstacle {
  readonly path: string;
  readonly why: 'changed' | 'missing' | 'in-the-way' | 'backup-damaged';
}
