/** Where on the time line cues stand. */
import type { SubtitleSummary } from '../../model/subtitle-facts.ts';

interface Span {
  readonly startMs: number;
  readonly endMs: number | null;
}

/** Cues that follow one another as closely are drawn as one. */
const MIN_GAP_MS = 2000;

export function timelineOf(cues: readonly Span[]): Pick<SubtitleSummary, 'firstMs' | 'lastMs' | 'coveredMs' | 'spans'> {
  const ended: [number, number][] = [];
  for (const { startMs, endMs } of cues) {
    if (endMs !== null && endMs > startMs) ended.push([Math.max(0, startMs), endMs]);
  }
  ended.sort((a, b) => a[0] - b[0]);
  const covered = joined(ended, 0);
  return {
    firstMs: least(cues.map(({ startMs }) => Math.max(0, startMs))),
    lastMs: covered.at(-1)?.[1] ?? null,
    coveredMs: covered.length === 0 ? null : covered.reduce((sum, [start, end]) => sum + end - start, 0),
    spans: joined(ended, MIN_GAP_MS),
  };
}

/** @param gapMs spans that lie less than this apart become one */
function joined(spans: readonly (readonly [number, number])[], gapMs: number): [number, number][] {
  const all: [number, number][] = [];
  let last: [number, number] | undefined;
  for (const span of spans) {
    const start = span[0];
    if (last !== undefined && (start <= last[1] || start - last[1] < gapMs)) last[1] = Math.max(last[1], span[1]);
    else {
      last = [start, span[1]];
      all.push(last);
    }
  }
  return all;
}

function least(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => Math.min(a, b));
}
