/** The facts of a text track: its cues are numbered from 1, and have no lines of a file. */
import type { SubtitleFacts } from '../../model/subtitle-facts.ts';
import { subtitleFacts } from './facts.ts';
import { faultLog } from './fault-log.ts';
import { splitLines } from './lines.ts';
import { reportMojibake } from './mojibake.ts';

export interface TrackCue {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

export function trackFacts(cues: readonly TrackCue[], encoding: string): SubtitleFacts {
  const faults = faultLog();
  const scanned = cues.map(({ startMs, endMs, text }, at) => {
    const line = at + 1;
    faults.cueFrom(line, startMs);
    const lines = splitLines(text).map((raw) => ({ line, raw }));
    return { index: null, indexLine: null, timeLine: line, startMs, endMs, settings: '', text: lines };
  });
  reportMojibake(
    cues.map(({ text }) => text),
    faults,
  );
  return subtitleFacts(
    { format: 'mov_text', cues: scanned, lines: [], faults: faults.list() },
    { encoding, hadBom: false },
  );
}
