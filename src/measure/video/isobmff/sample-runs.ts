/** Lengths of samples in runs, as `stts` has them (ISO/IEC 14496-12 8.6.1.2), and what follows about the frame rate. */
import type { RateMode } from '../../../model/facts.ts';
import { frameRateValue } from '../picture.ts';

export interface SampleRun {
  readonly count: number;
  /** Ticks of the track's clock. */
  readonly delta: number;
}

/** Adds samples behind a list of runs, joining equal neighbours. */
export function appendRun(runs: { count: number; delta: number }[], count: number, delta: number): void {
  const last = runs.at(-1);
  if (last !== undefined && last.delta === delta) last.count += count;
  else if (last !== undefined && runs.length >= MAX_RUNS) blend(last, count, delta);
  else if (count > 0) runs.push({ count, delta });
}

/** No film changes its pace this often; past it only the sum is kept. */
const MAX_RUNS = 250_000;

function blend(run: { count: number; delta: number }, count: number, delta: number): void {
  const ticks = run.count * run.delta + count * delta;
  run.count += count;
  run.delta = run.count === 0 ? 0 : ticks / run.count;
}

export function totalTicks(runs: readonly SampleRun[]): number {
  return runs.reduce((sum, run) => sum + run.count * run.delta, 0);
}

function totalSamples(runs: readonly SampleRun[]): number {
  return runs.reduce((sum, run) => sum + run.count, 0);
}

export interface FrameRate {
  readonly frameRate: number | null;
  readonly frameRateMode: RateMode | null;
}

/**
 * Constant when every frame lasts as long as the middle one, but for a tick of rounding (29.97 on a clock of 600) and for the
 * first and the last frame, which writers stretch to line up with the sound. A variable rate is given as its average.
 */
export function frameRateOf(runs: readonly SampleRun[], timescale: number): FrameRate {
  const samples = totalSamples(runs);
  const ticks = totalTicks(runs);
  if (samples === 0 || ticks === 0 || timescale === 0) return { frameRate: null, frameRateMode: null };
  const average = frameRateValue((samples * timescale) / ticks);
  if (samples === 1) return { frameRate: average, frameRateMode: null };
  const middle = medianDelta(runs, samples);
  const isRegular = (run: SampleRun) => Math.abs(run.delta - middle) <= rounding(middle);
  const regular = runs.filter(isRegular);
  const constant = withoutEdges(runs).every(isRegular);
  if (!constant || totalTicks(regular) === 0) return { frameRate: average, frameRateMode: 'variable' };
  return {
    frameRate: frameRateValue((totalSamples(regular) * timescale) / totalTicks(regular)),
    frameRateMode: 'constant',
  };
}

/** One tick is rounding only where it is small beside a frame. */
function rounding(delta: number): number {
  return delta >= 7 ? 1 : 0;
}

function medianDelta(runs: readonly SampleRun[], samples: number): number {
  const sorted = [...runs].sort((a, b) => a.delta - b.delta);
  let seen = 0;
  for (const run of sorted) {
    seen += run.count;
    if (seen * 2 >= samples) return run.delta;
  }
  return 0;
}

function withoutEdges(runs: readonly SampleRun[]): readonly SampleRun[] {
  const from = runs[0]?.count === 1 ? 1 : 0;
  const to = runs.at(-1)?.count === 1 ? runs.length - 1 : runs.length;
  return runs.slice(from, to);
}
