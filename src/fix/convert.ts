/** The cues of WebVTT, ASS or LRC as SRT, written by the package `subtitle` and read back by our own scanner. */
import { stringifySync } from 'subtitle';
import type { LeftReason, Loss } from '../model/fix.ts';
import { splitLines } from '../text/subtitle/lines.ts';
import { type SubtitleScan, scanSubtitle } from '../text/subtitle/scan.ts';
import { lrcCues } from './convert-lrc.ts';
import { lossesOf } from './losses.ts';
import { isMendable } from './mend-cues.ts';
import { type PlainCue, plainLines } from './plain-cues.ts';

export type Converted =
  | {
      readonly ok: true;
      readonly lines: readonly string[];
      readonly cues: number;
      readonly losses: Readonly<Partial<Record<Loss, number>>>;
    }
  | { readonly ok: false; readonly reason: LeftReason };

const DAY_MS = 86_400_000;

export function convertToSrt(text: string, scan: SubtitleScan): Converted {
  const doubtful = scan.faults.some(
    ({ kind, certain }) => (kind === 'time-syntax' || kind === 'time-range') && !certain,
  );
  if (doubtful) return { ok: false, reason: 'unsure-times' };
  const read = cuesOf(text, scan);
  if (!Array.isArray(read)) return { ok: false, reason: read };
  const cues = read.filter(({ lines }) => lines.length > 0).toSorted((a, b) => a.startMs - b.startMs);
  // The package counts the hours of a day, and begins anew.
  if (cues.some(({ endMs }) => endMs >= DAY_MS)) return { ok: false, reason: 'past-a-day' };
  const written = stringifySync(
    cues.map(({ startMs, endMs, lines }) => ({
      type: 'cue',
      data: { start: startMs, end: endMs, text: lines.join('\n') },
    })),
    { format: 'SRT' },
  );
  if (!readsAs(written, cues)) return { ok: false, reason: 'no-conversion' };
  return { ok: true, lines: splitLines(written), cues: cues.length, losses: lossesOf(text, scan) };
}

function cuesOf(text: string, scan: SubtitleScan): PlainCue[] | LeftReason {
  if (scan.format === 'lrc') return lrcCues(text, scan);
  if (scan.format === 'ttml') return 'no-conversion';
  const cues = scan.cues.flatMap((cue) => {
    const { startMs, endMs } = cue;
    return endMs === null ? [] : [{ startMs, endMs, lines: plainLines(cue, scan) }];
  });
  return cues.length === scan.cues.length ? cues : 'unsure-times';
}

function readsAs(written: string, cues: readonly PlainCue[]): boolean {
  const { cues: found, faults } = scanSubtitle(written, 'srt');
  return (
    !faults.some(isMendable) &&
    found.length === cues.length &&
    cues.every(({ startMs, endMs, lines }, at) => {
      const cue = found[at];
      const same = cue?.startMs === startMs && cue.endMs === endMs;
      return same && cue.text.length === lines.length && lines.every((line, place) => cue.text[place]?.raw === line);
    })
  );
}
