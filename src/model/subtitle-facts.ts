/** What measuring found in a subtitle: a file, or a text track inside a video. */
import type { PrivateDatum } from './text-facts.ts';

export const SUBTITLE_LANGUAGES = ['zh', 'en', 'ja', 'ko', 'other'] as const;
export type SubtitleLanguage = (typeof SUBTITLE_LANGUAGES)[number];

/** What a report tells of a subtitle. */
export interface SubtitleSummary {
  readonly kind: 'subtitle';
  /** `srt`, `vtt`, `ass`, `lrc`, `ttml`; `mov_text` for a track. */
  readonly format: string;
  /** WHATWG label: `utf-8`, `utf-16le`, `big5` …; of `gb2312`, `gbk` and `gb18030` the smallest that holds the text. */
  readonly encoding: string;
  readonly hadBom: boolean;
  /** By content, the most frequent first: `['zh', 'en']` where cues hold both. Empty when nothing tells. */
  readonly languages: readonly SubtitleLanguage[];
  readonly cueCount: number;
  /** Start of the first cue and end of the last; `null` when no cue has it. */
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  /** Time under cues, overlaps counted once; `null` where cues have no end. */
  readonly coveredMs: number | null;
  /** Cues run together where less than two seconds lie between them: `[startMs, endMs]`, in order. For a timeline. */
  readonly spans: readonly (readonly [number, number])[];
}

export interface SubtitleFacts extends SubtitleSummary {
  readonly cues: CueColumns;
  readonly faults: readonly SubtitleFault[];
  readonly privateData: readonly PrivateDatum[];
}

/**
 * Cues in the order of the file, a column for each thing that is known of them: a batch has some 200,000, and an object for
 * each takes several times the memory. `subtitleText` makes `SubtitleCue`s of them.
 */
export interface CueColumns {
  readonly line: readonly number[];
  readonly startMs: readonly number[];
  readonly endMs: readonly (number | null)[];
  /** How many of the lines below belong to the cue. */
  readonly lineCount: readonly number[];
  /** Of every line of text, cue after cue. */
  readonly textLine: readonly number[];
  readonly columns: readonly number[];
  readonly characters: readonly number[];
  /** 1 for `han`, 0 for `other`. */
  readonly han: readonly number[];
  /** All lines of text, a line feed between two. */
  readonly text: string;
}

/** A subtitle as rules read it: cue by cue. */
export interface SubtitleText extends Omit<SubtitleFacts, 'cues'> {
  readonly cues: readonly SubtitleCue[];
}

export interface SubtitleCue {
  /** The line of its time line, from 1; in a track, the cue's own number. */
  readonly line: number;
  readonly startMs: number;
  /** `null` where the format has none (LRC), or the file's own is no time. */
  readonly endMs: number | null;
  readonly lines: readonly SubtitleLine[];
}

/** A line of a cue's text as it is read on the screen: tags taken out, private data masked. */
export interface SubtitleLine {
  /** Where it stands in the file, from 1; in a track, the number of its cue. */
  readonly line: number;
  readonly text: string;
  /** Half-width columns: a full-width character is two. */
  readonly columns: number;
  /** Characters that are read: white space and punctuation left out. */
  readonly characters: number;
  /** `han` where a reader of Chinese reads it (Han characters, also with words of another script in it). */
  readonly script: 'han' | 'other';
}

/** What the scanner stumbled on; what follows from times and texts is for the rules to see. */
export const SUBTITLE_FAULTS = [
  'time-syntax',
  'time-range',
  'index',
  'blank-lines',
  'empty-cue',
  'tags',
  'mojibake',
] as const;
export type SubtitleFaultKind = (typeof SUBTITLE_FAULTS)[number];

/** What exactly is wrong: one list for all kinds, so that messages are complete by type. */
export const SUBTITLE_FAULT_DETAILS = [
  // time-syntax
  'full-width', // full-width colon, comma, full stop
  'arrow', // `->`, `→`, no space about it
  'milliseconds', // missing, or not three digits
  'separator', // `.` for `,` in SRT and the like
  'fields', // hours left out, or not two digits each
  'text-beside', // other text in the time line: `1 00:00:01,000 --> 00:00:02,000 text`
  'not-a-time', // no reading of it is certain
  'time-missing', // text, or an index, that no time line belongs to
  'end-missing',
  // time-range
  'minutes-or-seconds', // 60 and more
  'negative',
  'end-before-start',
  'hours', // more than 99
  // index
  'missing',
  'repeated',
  'out-of-order',
  'not-a-number',
  // blank-lines
  'missing-before', // the next cue begins without one
  'inside', // a blank line inside a cue's text
  // empty-cue
  'no-text',
  // tags
  'unbalanced',
  'unknown',
  'ass-codes', // `{\an8}` in a format that knows none
  // mojibake
  'replacement', // U+FFFD in the file, or bytes that are no character
  'nul',
  'kun-jin-kao', // 锟斤拷, 烫烫烫
  'utf8-as-gbk',
  'bom-inside',
] as const;
export type SubtitleFaultDetail = (typeof SUBTITLE_FAULT_DETAILS)[number];

export interface SubtitleFault {
  readonly kind: SubtitleFaultKind;
  readonly detail: SubtitleFaultDetail;
  /** From 1; never past the file's last. */
  readonly line: number;
  /** Start of the cue it belongs to, where that is known. */
  readonly timeMs: number | null;
  /** What stands there: masked, one line, at most 60 characters. */
  readonly found: string;
}
