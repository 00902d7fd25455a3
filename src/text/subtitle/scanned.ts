/** What the scanner makes of a subtitle: cues as they stand in the file, and every fault on the way. Nothing is masked yet. */
import type { SubtitleFault, SubtitleFaultDetail, SubtitleFaultKind } from '../../model/subtitle-facts.ts';
import type { SubtitleFormat } from './formats.ts';

export interface SubtitleScan {
  readonly format: SubtitleFormat;
  /** A line end at the very end begins no line of its own. */
  readonly lineCount: number;
  /** Raw, as they stand. */
  readonly lines: readonly string[];
  /** More than any subtitle holds (`MAX_CUES`, `MAX_TEXT_LINES`): the rest was not read. */
  readonly isCutShort: boolean;
  /** In the order of the file; LRC, whose lines may bear several stamps, in order of time. */
  readonly cues: readonly ScannedCue[];
  /** In order of line; at most one for a line and detail. */
  readonly faults: readonly ScanFault[];
}

/**
 * A cue with a start that can be read. Where a detail of its time line is in doubt (`ScanFault.certain` is false) its start is the
 * likeliest reading, and it has no end: nothing is to be measured by a guess. Where the start cannot be read there is no cue.
 */
export interface ScannedCue {
  /** As it stands: a number in SRT, any text in WebVTT. */
  readonly index: string | null;
  readonly indexLine: number | null;
  readonly timeLine: number;
  readonly startMs: number;
  readonly endMs: number | null;
  /** What stands behind the times: `align:start`, `X1:40 …`. */
  readonly settings: string;
  /** Raw lines, blank ones left out; of ASS and LRC the text behind the times. */
  readonly text: readonly ScannedLine[];
}

export interface ScannedLine {
  readonly line: number;
  readonly raw: string;
}

export interface ScanFault extends SubtitleFault {
  /**
   * Only one mending is possible: a time line is written anew from the cue's own times, a blank line put in or taken out, an
   * index counted anew. What is not certain is for a person to decide.
   */
  readonly certain: boolean;
  /** Where `found` stands, if on another line: the text behind a blank line. */
  readonly foundLine?: number;
}

/** A fault of one line that does not know yet where it stands. */
export interface LineFault {
  readonly kind: SubtitleFaultKind;
  readonly detail: SubtitleFaultDetail;
  readonly certain: boolean;
}

/** An hour of speech has some 1,200, one of two lines a second 7,200. */
export const MAX_CUES = 20_000;
export const MAX_TEXT_LINES = 60_000;
