/** Reads what an ISO base media file (ISO/IEC 14496-12, QuickTime) says about itself: headers only, never the media. */
import { childBoxes, findBox, type TopLevelBox, topLevelBoxes } from './boxes.ts';
import { containerOf } from './brand.ts';
import type { ByteSource } from './byte-source.ts';
import { MalformedBox } from './fields.ts';
import { collectFragments, type FragmentSamples } from './fragments.ts';
import { readMovieHeader, readTrack, type Track } from './track.ts';

const MEGABYTE = 1024 * 1024;
/** The boxes that are read, and how large they may be. An hour of 60 frames a second has a `moov` of some 5 MB. */
const BODY_LIMITS: Readonly<Record<string, number>> = { ftyp: 64 * 1024, moov: 64 * MEGABYTE, moof: 8 * MEGABYTE };
const MAX_TRACKS = 256;

export interface MovieIndex {
  readonly container: string;
  readonly tracks: readonly Track[];
  readonly attachedPictures: number;
  /** `null` when the file has no media data. */
  readonly faststart: boolean | null;
  readonly missingBytes: number;
}

/** Past this reader's limits, and perhaps sound. */
export class IndexTooLarge extends Error {
  override readonly name = 'IndexTooLarge';
}

/**
 * Throws `MalformedBox` for a file no player can make sense of, `IndexTooLarge` past the limits; errors of the source and of the
 * signal pass through.
 */
export async function readIndex(source: ByteSource, signal?: AbortSignal): Promise<MovieIndex> {
  const layout = await readLayout(source, signal);
  if (layout.movie === null) throw new MalformedBox(whyNoIndex(layout));
  return interpret(layout, layout.movie);
}

interface Movie {
  readonly start: number;
  readonly moov: Buffer;
  readonly fragments: FragmentSamples;
}

/** What a walk over the file's own boxes gathers. */
interface Layout {
  readonly sizeBytes: number;
  ftyp: Buffer | null;
  movie: Movie | null;
  mediaStart: number | null;
  /** Where the last box says it ends; past the file's size when it was cut. */
  boxesEnd: number;
}

async function readLayout(source: ByteSource, signal: AbortSignal | undefined): Promise<Layout> {
  const { sizeBytes } = source;
  const layout: Layout = { sizeBytes, ftyp: null, movie: null, mediaStart: null, boxesEnd: 0 };
  for await (const box of topLevelBoxes(source)) {
    signal?.throwIfAborted();
    layout.boxesEnd = box.end;
    await takeBox(layout, source, box);
  }
  return layout;
}

async function takeBox(layout: Layout, source: ByteSource, box: TopLevelBox): Promise<void> {
  if (box.type === 'mdat') layout.mediaStart ??= box.start;
  // A box that is cut is as good as none.
  const limit = BODY_LIMITS[box.type];
  if (limit === undefined || box.end > source.sizeBytes) return;
  const length = box.end - box.bodyStart;
  if (length > limit) throw new IndexTooLarge(`the box ${box.type} has ${length} bytes, more than ${limit}`);
  const body = await source.readAt(box.bodyStart, length);
  if (box.type === 'ftyp') layout.ftyp ??= body;
  else if (box.type === 'moof') layout.movie?.fragments.addFragment(body);
  else layout.movie ??= { start: box.start, moov: body, fragments: collectFragments(body) };
}

function whyNoIndex({ boxesEnd, sizeBytes, ftyp, mediaStart }: Layout): string {
  const known = ftyp !== null || mediaStart !== null;
  if (known && boxesEnd > sizeBytes) return `no index (moov): the file ends ${boxesEnd - sizeBytes} bytes early`;
  if (boxesEnd < sizeBytes) return `no index (moov): no box begins at byte ${boxesEnd}`;
  return 'no index (moov)';
}

function interpret(layout: Layout, { moov, fragments, start }: Movie): MovieIndex {
  const tracks = readTracks(moov, fragments);
  const samplesEnd = Math.max(0, ...tracks.map((track) => track.samples.endOffset));
  return {
    container: containerOf(layout.ftyp),
    tracks,
    attachedPictures: countCovers(moov),
    faststart: layout.mediaStart === null ? null : start < layout.mediaStart,
    missingBytes: Math.max(0, layout.boxesEnd - layout.sizeBytes, samplesEnd - layout.sizeBytes),
  };
}

function readTracks(moov: Buffer, fragments: FragmentSamples): Track[] {
  const mvhd = findBox(moov, 'mvhd');
  if (mvhd === null) throw new MalformedBox('the index has no header (mvhd)');
  const header = readMovieHeader(mvhd);
  const tracks: Track[] = [];
  for (const box of childBoxes(moov)) {
    const track = box.type === 'trak' ? readTrack(box.body, tracks.length, header, fragments) : null;
    if (track !== null) tracks.push(track);
    if (tracks.length === MAX_TRACKS) break;
  }
  return tracks;
}

/** Cover art in iTunes metadata: ffprobe shows each image as a stream. */
function countCovers(moov: Buffer): number {
  const meta = findBox(moov, 'udta', 'meta');
  // A full box in MP4, a plain one in QuickTime.
  const covr = meta && (findBox(meta.subarray(4), 'ilst', 'covr') ?? findBox(meta, 'ilst', 'covr'));
  return covr === null ? 0 : [...childBoxes(covr)].filter((box) => box.type === 'data').length;
}
