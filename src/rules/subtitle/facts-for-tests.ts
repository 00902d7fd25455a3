/** Subtitles built in memory. Used by tests only. */
import type { Facts } from '../../model/facts.ts';
import type { SubtitleCue, SubtitleFault, SubtitleText } from '../../model/subtitle-facts.ts';
import { displayWidth } from '../../util/display-width.ts';
import { asset, category, item, slot, video } from '../builders-for-tests.ts';
import type { SubtitleSubject } from './cues.ts';

export const SUBTITLE_PATH = '心理微课/01-睡眠-甲大学/字幕.srt';

/** `[start, end, text …]`, times in milliseconds. */
export type CueRow = readonly [startMs: number, endMs: number | null, ...text: readonly string[]];

/** Cues as a file holds them that has a number, a time line, the text and a blank line for each. */
export function cues(...rows: readonly CueRow[]): SubtitleCue[] {
  let line = 2;
  return rows.map(([startMs, endMs, ...text]) => {
    const cue = { line, startMs, endMs, lines: text.map((words, at) => readLine(words, line + 1 + at)) };
    line += text.length + 3;
    return cue;
  });
}

function readLine(text: string, line: number): SubtitleCue['lines'][number] {
  return {
    line,
    text,
    columns: displayWidth(text),
    characters: text.match(/[\p{Letter}\p{Number}]/gu)?.length ?? 0,
    script: /\p{Script=Han}/u.test(text) ? 'han' : 'other',
  };
}

export function fault(change: Partial<SubtitleFault>): SubtitleFault {
  return { kind: 'tags', detail: 'unbalanced', line: 3, timeMs: 1000, found: '<i>', ...change };
}

/** A Chinese SRT in UTF-8 with these cues. */
export function subtitle(rows: readonly CueRow[], change: Partial<SubtitleText> = {}): SubtitleText {
  const own = cues(...rows);
  return {
    kind: 'subtitle',
    format: 'srt',
    encoding: 'utf-8',
    hadBom: false,
    languages: ['zh'],
    cueCount: own.length,
    firstMs: own[0]?.startMs ?? null,
    lastMs: own.at(-1)?.endMs ?? null,
    coveredMs: null,
    spans: [],
    cues: own,
    faults: [],
    privateData: [],
    ...change,
  };
}

/** The text of the first cue is not what was written. */
export function garbled(rows: readonly CueRow[], change: Partial<SubtitleText> = {}): SubtitleSubject {
  return subtitleSubject(rows, {
    ...change,
    faults: [fault({ kind: 'mojibake', detail: 'replacement' }), ...(change.faults ?? [])],
  });
}

/** A subtitle of a work, beside a video of 16:40. */
export function subtitleSubject(
  rows: readonly CueRow[],
  change: Partial<SubtitleText> = {},
  needed: readonly Facts[] = [video()],
): SubtitleSubject {
  const own = slot({ id: 'subtitle', kinds: ['subtitle'], max: null });
  return {
    item: item(),
    category: category({ slots: [own] }),
    asset: asset(SUBTITLE_PATH, { slot: 'subtitle', kind: 'subtitle' }),
    slot: own,
    facts: subtitle(rows, change),
    needed,
  };
}
