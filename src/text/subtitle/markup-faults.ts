/** Faults in the text of cues: tags, and cues without a word. */
import type { FaultLog } from './fault-log.ts';
import type { SubtitleFormat } from './formats.ts';
import { readMarkup } from './markup.ts';
import type { ScannedCue } from './scanned.ts';

export function reportMarkup(cues: readonly ScannedCue[], format: SubtitleFormat, faults: FaultLog): void {
  for (const { text, timeLine } of cues) {
    const seen = readMarkup(text, format);
    for (const { detail, line, found } of seen.faults) faults.add('tags', detail, line, found);
    if (seen.lines.length === 0 && !seen.hasDrawing) {
      faults.add('empty-cue', 'no-text', timeLine, text.map(({ raw }) => raw).join(' '));
    }
  }
}
