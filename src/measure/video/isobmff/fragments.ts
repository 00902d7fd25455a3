/** Samples that stand in movie fragments (`moof`, ISO/IEC 14496-12 8.8) instead of in the movie's own table. */
import { type Box, childBoxes, findBox } from './boxes.ts';
import { lenient, u32 } from './fields.ts';
import { appendRun } from './sample-runs.ts';
import type { Samples } from './sample-table.ts';

/** Collects the samples of one fragment after another. */
export interface FragmentSamples {
  addFragment(moof: Buffer): void;
  /** What was collected for a track; `null` when no fragment names it. */
  samplesOf(trackId: number): Samples | null;
}

interface Defaults {
  readonly duration: number;
  readonly sizeBytes: number;
}
const NO_DEFAULTS: Defaults = { duration: 0, sizeBytes: 0 };

interface Tally {
  runs: { count: number; delta: number }[];
  count: number;
  totalBytes: number;
  smallestBytes: number;
  largestBytes: number;
}

/** @param moov the movie's own box, whose `mvex` holds each track's defaults */
export function collectFragments(moov: Buffer): FragmentSamples {
  const defaults = trackDefaults(moov);
  const tallies = new Map<number, Tally>();
  return {
    addFragment(moof) {
      for (const box of childBoxes(moof)) {
        if (box.type === 'traf') lenient(() => addTrackFragment(box.body, defaults, tallies));
      }
    },
    samplesOf(trackId) {
      const tally = tallies.get(trackId);
      return tally === undefined ? null : { ...tally, endOffset: 0 };
    },
  };
}

/** `trex`: track id, description index, duration, size, flags. */
function trackDefaults(moov: Buffer): ReadonlyMap<number, Defaults> {
  const defaults = new Map<number, Defaults>();
  const mvex = findBox(moov, 'mvex');
  if (mvex === null) return defaults;
  for (const { type, body } of childBoxes(mvex)) {
    if (type === 'trex' && body.length >= 20) {
      defaults.set(u32(body, 4), { duration: u32(body, 12), sizeBytes: u32(body, 16) });
    }
  }
  return defaults;
}

/** More tracks than any file has; a hostile one invents an id in each fragment. */
const MAX_TRACKS = 256;

function addTrackFragment(
  traf: Buffer,
  movieDefaults: ReadonlyMap<number, Defaults>,
  tallies: Map<number, Tally>,
): void {
  const tfhd = findBox(traf, 'tfhd');
  if (tfhd === null) return;
  const trackId = u32(tfhd, 4);
  const tally = tallies.get(trackId) ?? emptyTally();
  if (tallies.size >= MAX_TRACKS && !tallies.has(trackId)) return;
  tallies.set(trackId, tally);
  const defaults = fragmentDefaults(tfhd, movieDefaults.get(trackId) ?? NO_DEFAULTS);
  for (const box of childBoxes(traf)) if (box.type === 'trun') addRun(box, defaults, tally);
}

function emptyTally(): Tally {
  return { runs: [], count: 0, totalBytes: 0, smallestBytes: Number.POSITIVE_INFINITY, largestBytes: 0 };
}

/** `tfhd` (8.8.7): fields that its flags announce, in this order. */
function fragmentDefaults(tfhd: Buffer, inherited: Defaults): Defaults {
  const flags = u32(tfhd, 0) & 0xffffff;
  const durationAt = 8 + ((flags & 0x01) === 0 ? 0 : 8) + ((flags & 0x02) === 0 ? 0 : 4);
  const hasDuration = (flags & 0x08) !== 0;
  const sizeAt = durationAt + (hasDuration ? 4 : 0);
  return {
    duration: hasDuration ? u32(tfhd, durationAt) : inherited.duration,
    sizeBytes: (flags & 0x10) !== 0 ? u32(tfhd, sizeAt) : inherited.sizeBytes,
  };
}

/** `trun` (8.8.8): a count, then for each sample the fields that the flags announce. */
function addRun({ body }: Box, defaults: Defaults, tally: Tally): void {
  const flags = u32(body, 0) & 0xffffff;
  const [hasDuration, hasSize] = [(flags & 0x100) !== 0, (flags & 0x200) !== 0];
  const entryBytes = [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length * 4;
  const start = 8 + ((flags & 0x01) === 0 ? 0 : 4) + ((flags & 0x04) === 0 ? 0 : 4);
  if (entryBytes === 0) {
    addSamples(tally, u32(body, 4), defaults.duration, defaults.sizeBytes);
    return;
  }
  const count = Math.min(u32(body, 4), Math.floor(Math.max(0, body.length - start) / entryBytes));
  for (let i = 0; i < count; i += 1) {
    const at = start + i * entryBytes;
    const duration = hasDuration ? u32(body, at) : defaults.duration;
    const sizeBytes = hasSize ? u32(body, at + (hasDuration ? 4 : 0)) : defaults.sizeBytes;
    addSamples(tally, 1, duration, sizeBytes);
  }
}

function addSamples(tally: Tally, count: number, duration: number, sizeBytes: number): void {
  appendRun(tally.runs, count, duration);
  tally.count += count;
  tally.totalBytes += count * sizeBytes;
  tally.smallestBytes = Math.min(tally.smallestBytes, sizeBytes);
  tally.largestBytes = Math.max(tally.largestBytes, sizeBytes);
}
