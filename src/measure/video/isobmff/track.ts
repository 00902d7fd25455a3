/** One track of a movie (`trak`, ISO/IEC 14496-12 8.3), as far as it can be known without its media. */
import { rightAngle, rotationOf } from '../picture.ts';
import { findBox } from './boxes.ts';
import { applyEdits, type Edits } from './edit-list.ts';
import { fourCC, i32, lenient, u8, u16, u32 } from './fields.ts';
import type { FragmentSamples } from './fragments.ts';
import { firstSampleEntry, readSoundEntry, type SampleEntry } from './sample-entry.ts';
import { totalTicks } from './sample-runs.ts';
import { readSampleTable, type Samples } from './sample-table.ts';

export type TrackKind = 'picture' | 'sound' | 'subtitle' | 'data';

export interface Track {
  /** Position among the file's tracks; ffprobe's stream index. */
  readonly index: number;
  readonly id: number;
  readonly kind: TrackKind;
  /** `null`: the track says nowhere how its samples are coded. */
  readonly entry: SampleEntry | null;
  /** ISO 639-2; `null` for `und` and for QuickTime's own numbers. */
  readonly language: string | null;
  /** Ticks a second of the track's clock. */
  readonly timescale: number;
  readonly samples: Samples;
  readonly mediaMs: number;
  readonly edits: Edits;
  readonly rotation: number | null;
  /** The table of a track of timed text (3GPP TS 26.245), for its words to be read by; `null` where fragments hold them. */
  readonly textTable: Buffer | null;
  /** Tracks that hold this one's chapters. */
  readonly chapterIds: readonly number[];
}

export interface MovieHeader {
  readonly timescale: number;
  readonly rotation: number | null;
}

/** Version 1 of a header has times of 64 bits, so that what stands behind them moves. */
export function readMovieHeader(mvhd: Buffer): MovieHeader {
  const long = u8(mvhd, 0) === 1;
  return { timescale: u32(mvhd, long ? 20 : 12), rotation: matrixRotation(mvhd, long ? 48 : 36) };
}

/** `null` for a track without the headers every track must have: players pass over it. Throws `MalformedBox`. */
export function readTrack(trak: Buffer, index: number, movie: MovieHeader, fragments: FragmentSamples): Track | null {
  const [tkhd, mdhd, hdlr] = [findBox(trak, 'tkhd'), findBox(trak, 'mdia', 'mdhd'), findBox(trak, 'mdia', 'hdlr')];
  const stbl = findBox(trak, 'mdia', 'minf', 'stbl');
  if (tkhd === null || mdhd === null || hdlr === null || stbl === null) return null;
  const stsd = findBox(stbl, 'stsd');
  const entry = stsd && firstSampleEntry(stsd);
  const kind = kindOf(fourCC(hdlr, 8), entry);
  const header = { ...readTrackHeader(tkhd, movie), ...readMediaHeader(mdhd) };
  const pcmFrameBytes = kind === 'sound' && entry ? lenient(() => readSoundEntry(entry).pcmFrameBytes) : null;
  const fragmented = fragments.samplesOf(header.id);
  const samples = joined(readSampleTable(stbl, pcmFrameBytes ?? null), fragmented);
  const mediaMs = header.timescale === 0 ? 0 : (totalTicks(samples.runs) * 1000) / header.timescale;
  const edits = applyEdits(findBox(trak, 'edts', 'elst'), mediaMs, movie.timescale, header.timescale);
  const textTable = kind === 'subtitle' && entry?.type === 'tx3g' && fragmented === null ? stbl : null;
  return { index, kind, entry, samples, mediaMs, edits, textTable, chapterIds: chapters(trak), ...header };
}

function kindOf(handler: string, entry: SampleEntry | null): TrackKind {
  switch (handler) {
    case 'vide':
      return 'picture';
    case 'soun':
      return 'sound';
    case 'sbtl':
    case 'subt':
    case 'clcp':
      return 'subtitle';
    case 'text':
      return entry?.type === 'tx3g' || entry?.type === 'wvtt' || entry?.type === 'text' ? 'subtitle' : 'data';
    default:
      return 'data';
  }
}

function readTrackHeader(tkhd: Buffer, movie: MovieHeader): { id: number; rotation: number | null } {
  const long = u8(tkhd, 0) === 1;
  const own = matrixRotation(tkhd, long ? 52 : 40);
  const rotation = own === null || movie.rotation === null ? null : rightAngle(own + movie.rotation);
  return { id: u32(tkhd, long ? 20 : 12), rotation };
}

/** The matrix's first row; an all-zero one counts as none. */
function matrixRotation(header: Buffer, offset: number): number | null {
  const [a, b] = [i32(header, offset), i32(header, offset + 4)];
  return a === 0 && b === 0 ? 0 : rotationOf(a, b);
}

function readMediaHeader(mdhd: Buffer): { timescale: number; language: string | null } {
  const long = u8(mdhd, 0) === 1;
  return { timescale: u32(mdhd, long ? 20 : 12), language: languageOf(u16(mdhd, long ? 32 : 20)) };
}

/** Three letters of five bits, counted from 0x60 (8.4.2.3); below 0x400 it is a QuickTime language number. */
function languageOf(packed: number): string | null {
  if (packed < 0x400) return null;
  const code = String.fromCharCode(...[10, 5, 0].map((shift) => ((packed >> shift) & 0x1f) + 0x60));
  return /^[a-z]{3}$/.test(code) && code !== 'und' ? code : null;
}

/** A movie may begin in its table and go on in fragments. */
function joined(table: Samples, fragments: Samples | null): Samples {
  if (fragments === null) return table;
  if (table.count === 0) return fragments;
  return {
    runs: [...table.runs, ...fragments.runs],
    count: table.count + fragments.count,
    totalBytes: table.totalBytes + fragments.totalBytes,
    smallestBytes: Math.min(table.smallestBytes, fragments.smallestBytes),
    largestBytes: Math.max(table.largestBytes, fragments.largestBytes),
    endOffset: table.endOffset,
  };
}

const MAX_CHAPTER_TRACKS = 256;

function chapters(trak: Buffer): readonly number[] {
  const chap = findBox(trak, 'tref', 'chap');
  return chap === null
    ? []
    : Array.from({ length: Math.min(chap.length >> 2, MAX_CHAPTER_TRACKS) }, (_, i) => u32(chap, i * 4));
}
