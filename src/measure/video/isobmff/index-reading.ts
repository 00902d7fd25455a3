/** An index in the words of the facts. */
import type { AudioStreamFacts, Measured, RateMode, SubtitleTrackFacts } from '../../../model/facts.ts';
import type { SubtitleFacts } from '../../../model/subtitle-facts.ts';
import type { IndexReading, PictureReading } from '../reading.ts';
import { SUBTITLE_CODECS } from './codec-words.ts';
import { MalformedBox } from './fields.ts';
import type { MovieIndex } from './read-index.ts';
import { INDEX_READER_VERSION } from './reader-version.ts';
import { readPictureEntry, readSoundEntry, type SampleEntry } from './sample-entry.ts';
import { frameRateOf } from './sample-runs.ts';
import type { Track } from './track.ts';

/** What the text tracks say, by the track's index. */
export type TrackTexts = ReadonlyMap<number, Measured<SubtitleFacts>>;

/** Tracks that are read as subtitles; chapter titles are not. */
export function subtitleTracks(index: MovieIndex): readonly Track[] {
  const isChapter = chapterTest(index);
  return index.tracks.filter((track) => track.kind === 'subtitle' && !isChapter(track));
}

function chapterTest(index: MovieIndex): (track: Track) => boolean {
  const chapters = new Set(index.tracks.flatMap((track) => track.chapterIds));
  return (track) => chapters.has(track.id);
}

/** Throws `MalformedBox` when a picture or a sound does not say how it is coded: no player can decode it. */
export function readingOf(index: MovieIndex, texts: TrackTexts): IndexReading {
  const isChapter = chapterTest(index);
  const ofKind = (kind: Track['kind']) => index.tracks.filter((track) => track.kind === kind && !isChapter(track));
  const pictures = ofKind('picture');
  const sounds = ofKind('sound');
  const thumbnails = index.tracks.filter((track) => track.kind === 'picture' && isChapter(track)).length;
  const shown = [...pictures, ...sounds];
  return {
    reader: 'isobmff',
    version: INDEX_READER_VERSION,
    container: index.container,
    faststart: index.faststart,
    missingBytes: index.missingBytes,
    durationMs: duration(shown.length === 0 ? index.tracks : shown),
    pictures: pictures.map(pictureOf),
    sounds: sounds.map(soundOf),
    subtitles: subtitleTracks(index).map((track) => subtitleOf(track, texts)),
    dataStreams: index.tracks.filter((track) => isData(track, isChapter(track))).length,
    attachedPictures: index.attachedPictures + thumbnails,
  };
}

/** Chapter titles are text that nobody reads as a subtitle. */
function isData(track: Track, chapter: boolean): boolean {
  return track.kind === 'data' || (track.kind === 'subtitle' && chapter);
}

/** Until the last track has ended; a track that begins late ends late. */
function duration(tracks: readonly Track[]): number | null {
  const ends = tracks.map(({ edits }) => edits.delayMs + edits.presentedMs);
  const last = Math.max(0, ...ends);
  return last > 0 ? Math.round(last) : null;
}

function entryOf(track: Track): SampleEntry {
  if (track.entry !== null) return track.entry;
  throw new MalformedBox(`track ${track.index + 1} (${track.kind}) has no sample description (stsd)`);
}

function pictureOf(track: Track): PictureReading {
  const entry = readPictureEntry(entryOf(track));
  return {
    ...entry,
    rotation: track.rotation,
    ...frameRateOf(track.samples.runs, track.timescale),
    bitRate: bitRateOf(track),
    durationMs: presentedMs(track),
  };
}

function soundOf(track: Track): AudioStreamFacts {
  const { codec, channels, sampleRate, statedBitRate } = readSoundEntry(entryOf(track));
  return {
    codec,
    channels,
    sampleRate,
    bitRate: bitRateOf(track) ?? statedBitRate,
    bitRateMode: soundRateMode(codec, track),
    durationMs: presentedMs(track),
  };
}

function subtitleOf(track: Track, texts: TrackTexts): SubtitleTrackFacts {
  const codec = track.entry === null ? null : (SUBTITLE_CODECS[track.entry.type] ?? null);
  return { index: track.index, codec, language: track.language, content: texts.get(track.index) ?? null };
}

function presentedMs({ edits }: Track): number | null {
  return edits.presentedMs > 0 ? Math.round(edits.presentedMs) : null;
}

/** Over all of the media, edited away or not. */
function bitRateOf({ samples, mediaMs }: Track): number | null {
  return samples.totalBytes > 0 && mediaMs > 0 ? Math.round((samples.totalBytes * 8000) / mediaMs) : null;
}

/** Codecs whose frames differ in size only where the rate does. AAC is not one: its bit reservoir hides the rate. */
const RATE_SHOWS_IN_SIZES = new Set(['mp3', 'ac3', 'eac3', 'flac', 'alac', 'opus', 'vorbis', 'amr_nb', 'amr_wb']);

function soundRateMode(codec: string | null, { samples }: Track): RateMode | null {
  if (samples.count < 2) return null;
  const padding = codec === 'mp3' || codec === 'ac3' ? 2 : 0;
  if (samples.largestBytes - samples.smallestBytes <= padding) return 'constant';
  return codec !== null && RATE_SHOWS_IN_SIZES.has(codec) ? 'variable' : null;
}
