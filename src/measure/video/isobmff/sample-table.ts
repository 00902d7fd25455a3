/** Times, sizes and places of a track's samples (`stbl`, ISO/IEC 14496-12 8.5 to 8.7). */
import { findBox } from './boxes.ts';
import { u32, u64 } from './fields.ts';
import { appendRun, type SampleRun } from './sample-runs.ts';

export interface Samples {
  readonly runs: readonly SampleRun[];
  readonly count: number;
  readonly totalBytes: number;
  readonly smallestBytes: number;
  readonly largestBytes: number;
  /** Offset behind the furthest sample; 0 when the table places none. */
  readonly endOffset: number;
}

/**
 * Counts in the table are clipped to the bytes that are there, so that a lie costs nothing.
 * @param pcmFrameBytes bytes of a frame of uncompressed sound: old QuickTime writes a sample size of 1 for it
 */
export function readSampleTable(stbl: Buffer, pcmFrameBytes: number | null): Samples {
  const sizes = sampleSizes(stbl, pcmFrameBytes);
  return { runs: timeToSample(stbl), ...measureSizes(sizes), endOffset: furthestEnd(stbl, sizes) };
}

/** Entries of a table behind a full box header and a count. */
function entryCount(body: Buffer, countAt: number, entryBytes: number): number {
  if (body.length < countAt + 4) return 0;
  return Math.min(u32(body, countAt), Math.floor((body.length - countAt - 4) / entryBytes));
}

/** Big-endian words as an array: a lesson has some 100,000 of them, and reading each through a Buffer takes ten times as long. */
function words(body: Buffer, from: number, count: number): Uint32Array {
  const copy = new Uint8Array(count * 4);
  copy.set(body.subarray(from, from + count * 4));
  Buffer.from(copy.buffer).swap32();
  return new Uint32Array(copy.buffer);
}

function timeToSample(stbl: Buffer): SampleRun[] {
  const stts = findBox(stbl, 'stts');
  const runs: { count: number; delta: number }[] = [];
  if (stts === null) return runs;
  const entries = words(stts, 8, entryCount(stts, 4, 8) * 2);
  for (let i = 0; i < entries.length; i += 2) appendRun(runs, entries[i] ?? 0, sampleDelta(entries[i + 1] ?? 0));
  return runs;
}

/** Some writers store a negative correction; players take it as no time at all. */
function sampleDelta(raw: number): number {
  return raw > 0x7fffffff ? 0 : raw;
}

interface SizeTable {
  readonly count: number;
  /** The size all samples share; otherwise each has its own. */
  readonly uniform: number | null;
  readonly sizes: Uint32Array;
}

const NONE = new Uint32Array(0);

function sampleSizes(stbl: Buffer, pcmFrameBytes: number | null): SizeTable {
  const stsz = findBox(stbl, 'stsz');
  if (stsz === null || stsz.length < 12) return compactSizes(findBox(stbl, 'stz2'));
  const shared = u32(stsz, 4);
  if (shared !== 0) return { count: u32(stsz, 8), uniform: pcmFrameBytes ?? shared, sizes: NONE };
  const sizes = words(stsz, 12, entryCount(stsz, 8, 4));
  return { count: sizes.length, uniform: null, sizes };
}

/** `stz2` (8.7.3.3): sizes of 4, 8 or 16 bits. */
function compactSizes(stz2: Buffer | null): SizeTable {
  if (stz2 === null || stz2.length < 12) return { count: 0, uniform: 0, sizes: NONE };
  const bits = u32(stz2, 4) & 0xff;
  if (bits !== 4 && bits !== 8 && bits !== 16) return { count: 0, uniform: 0, sizes: NONE };
  const room = Math.floor(((stz2.length - 12) * 8) / (bits || 8));
  const sizes = Uint32Array.from({ length: Math.min(u32(stz2, 8), room) }, (_, index) => {
    if (bits === 16) return stz2.readUInt16BE(12 + index * 2);
    if (bits === 8) return stz2.readUInt8(12 + index);
    const pair = stz2.readUInt8(12 + (index >> 1));
    return index % 2 === 0 ? pair >> 4 : pair & 15;
  });
  return { count: sizes.length, uniform: null, sizes };
}

function measureSizes({ count, uniform, sizes }: SizeTable): Omit<Samples, 'runs' | 'endOffset'> {
  if (uniform !== null) return { count, totalBytes: count * uniform, smallestBytes: uniform, largestBytes: uniform };
  let totalBytes = 0;
  let smallestBytes = Number.POSITIVE_INFINITY;
  let largestBytes = 0;
  for (const size of sizes) {
    totalBytes += size;
    if (size < smallestBytes) smallestBytes = size;
    if (size > largestBytes) largestBytes = size;
  }
  return { count, totalBytes, smallestBytes: count === 0 ? 0 : smallestBytes, largestBytes };
}

/** Walks chunk by chunk: `stsc` says how many samples each holds, `stco` or `co64` where it begins. */
function furthestEnd(stbl: Buffer, table: SizeTable): number {
  const samplesIn = samplesPerChunk(stbl);
  let end = 0;
  let sample = 0;
  let chunk = 0;
  for (const offset of chunkOffsets(stbl)) {
    if (sample >= table.count) break;
    const next = Math.min(table.count, sample + samplesIn(chunk));
    end = Math.max(end, offset + bytesBetween(table, sample, next));
    sample = next;
    chunk += 1;
  }
  return end;
}

export interface PlacedSample {
  readonly offset: number;
  readonly sizeBytes: number;
  /** Ticks of the track's clock. */
  readonly start: number;
  readonly duration: number;
}

/** One sample after another: where it lies and when it is shown. An index that lies can name four milliards: ask for no more than you need. */
export function* placedSamples(stbl: Buffer): Generator<PlacedSample> {
  const table = sampleSizes(stbl, null);
  const samplesIn = samplesPerChunk(stbl);
  const durationOf = sampleDurations(timeToSample(stbl));
  let [sample, start, chunk] = [0, 0, 0];
  for (const chunkOffset of chunkOffsets(stbl)) {
    let offset = chunkOffset;
    for (let left = samplesIn(chunk); left > 0 && sample < table.count; left -= 1) {
      const sizeBytes = table.uniform ?? table.sizes[sample] ?? 0;
      const duration = durationOf(sample);
      yield { offset, sizeBytes, start, duration };
      offset += sizeBytes;
      start += duration;
      sample += 1;
    }
    chunk += 1;
  }
}

/** The length of a sample, asked for in ascending order; 0 past the last run. */
function sampleDurations(runs: readonly SampleRun[]): (sample: number) => number {
  let [at, end] = [0, runs[0]?.count ?? 0];
  return (sample) => {
    while (sample >= end && at < runs.length) {
      at += 1;
      end += runs[at]?.count ?? 0;
    }
    return runs[at]?.delta ?? 0;
  };
}

function bytesBetween({ uniform, sizes }: SizeTable, from: number, to: number): number {
  if (uniform !== null) return (to - from) * uniform;
  let bytes = 0;
  for (let i = from; i < to; i += 1) bytes += sizes[i] ?? 0;
  return bytes;
}

function chunkOffsets(stbl: Buffer): Iterable<number> {
  const stco = findBox(stbl, 'stco');
  if (stco !== null) return words(stco, 8, entryCount(stco, 4, 4));
  const co64 = findBox(stbl, 'co64');
  return co64 === null ? NONE : Float64Array.from({ length: entryCount(co64, 4, 8) }, (_, i) => u64(co64, 8 + i * 8));
}

/** Samples in a chunk, asked for in ascending order. Entries are (first chunk from 1, samples, description). */
function samplesPerChunk(stbl: Buffer): (chunk: number) => number {
  const stsc = findBox(stbl, 'stsc');
  const entries = stsc === null ? NONE : words(stsc, 8, entryCount(stsc, 4, 12) * 3);
  let at = 0;
  return (chunk) => {
    while ((entries[at + 3] ?? Number.POSITIVE_INFINITY) <= chunk + 1) at += 3;
    return entries[at + 1] ?? 0;
  };
}
