/** Our own scanner of subtitles: it goes on after every fault, and tells of each with its line. */
import type { SubtitleFormat } from './formats.ts';
import { splitLines } from './lines.ts';
import { scanAss } from './scan-ass.ts';
import { scanBlocks } from './scan-blocks.ts';
import { scanLrc } from './scan-lrc.ts';
import { scanTtml } from './scan-ttml.ts';
import { MAX_CUES, MAX_TEXT_LINES, type SubtitleScan } from './scanned.ts';

export type { ScanFault, ScannedCue, ScannedLine, SubtitleScan } from './scanned.ts';

/** What one format's own scanner finds. */
type Scanned = Pick<SubtitleScan, 'cues' | 'faults'>;

const SCANNERS = {
  srt: (raw) => scanBlocks(raw, 'srt'),
  vtt: (raw) => scanBlocks(raw, 'vtt'),
  ass: scanAss,
  lrc: scanLrc,
  ttml: scanTtml,
} as const satisfies Record<SubtitleFormat, (raw: readonly string[], text: string) => Scanned>;

/** Linear in the length of the text, whatever stands in it. */
export function scanSubtitle(text: string, format: SubtitleFormat): SubtitleScan {
  const lines = splitLines(text);
  const known = { format, lineCount: lines.length, lines };
  if (hasTooManyLines(lines)) return { ...known, cues: [], faults: [], isCutShort: true };
  const { cues, faults } = SCANNERS[format](lines, text);
  const textLines = cues.reduce((sum, cue) => sum + cue.text.length, 0);
  return { ...known, cues, faults, isCutShort: cues.length >= MAX_CUES || textLines > MAX_TEXT_LINES };
}

/** Of each cue an index and a time line beside its text. */
function hasTooManyLines(lines: readonly string[]): boolean {
  let left = MAX_TEXT_LINES + 2 * MAX_CUES;
  return lines.some((line) => line !== '' && --left < 0);
}
