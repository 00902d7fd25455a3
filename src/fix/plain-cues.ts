/** Cues as SRT has them: two times, and lines with no styling but emphasis. */
import { readMarkup } from '../text/subtitle/markup.ts';
import type { ScannedCue, SubtitleScan } from '../text/subtitle/scan.ts';
import { emphasised } from './emphasis.ts';

export interface PlainCue {
  readonly startMs: number;
  readonly endMs: number;
  readonly lines: readonly string[];
}

/** What is seen on the screen. */
export function plainLines(cue: ScannedCue, scan: SubtitleScan): string[] {
  const plain = readMarkup(cue.text, scan.format).lines.map((line) => line.text);
  return emphasised(cue, scan, plain) ?? plain;
}
