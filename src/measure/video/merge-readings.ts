/** Two readings of one file made into its facts: which reader is believed for what, and why. */
import type { AudioStreamFacts, ReaderName, VideoFacts, VideoReading, VideoStreamFacts } from '../../model/facts.ts';
import { displaySize } from './picture.ts';
import type { IndexReading, MediaReading, PictureReading } from './reading.ts';

type Believed = 'index' | 'decoder';

/**
 * What stands in the index is taken from our own reader, which gives the same on every machine: ffprobe's durations and rates
 * differ between its versions (4.0.2 counts a start delay as part of the stream). What only shows in the stream itself is taken
 * from ffprobe, which parses and decodes it. Where the one believed knows nothing, the other serves.
 */
const PICTURE_READERS = {
  codec: 'decoder', // the stream itself, whatever the entry's four letters claim
  profile: 'decoder',
  level: 'decoder',
  width: 'decoder', // a parameter set inside the stream overrules the one in the header
  height: 'decoder',
  rotation: 'decoder',
  sampleAspectRatio: 'decoder', // also takes the track's own size into account
  pixelFormat: 'decoder',
  bitDepth: 'decoder',
  scan: 'index', // certain where the header rules fields out; otherwise null, and a decoded frame tells
  frameRate: 'index', // the median frame, not an average that the last frame bends
  frameRateMode: 'index',
  bitRate: 'index', // the sum of the sizes, not an estimate
  durationMs: 'index',
} as const satisfies Record<keyof PictureReading, Believed>;

const SOUND_READERS = {
  codec: 'decoder',
  channels: 'decoder', // AAC may declare them in the stream only
  sampleRate: 'decoder', // implicit SBR doubles what the header says
  bitRate: 'index',
  bitRateMode: 'index',
  durationMs: 'index',
} as const satisfies Record<keyof AudioStreamFacts, Believed>;

export interface Readings {
  readonly index: IndexReading | null;
  readonly decoder: MediaReading | null;
}

export interface FileFrame {
  readonly sizeBytes: number;
  /** The container by signature, for files that have no brand. */
  readonly format: string | null;
}

/** At least one reading must be there. */
export function mergeReadings({ index, decoder }: Readings, file: FileFrame): VideoFacts {
  const main = index ?? decoder;
  if (main === null) throw new TypeError('nothing was read');
  const audio = mergeLists(index?.sounds, decoder?.sounds, SOUND_READERS);
  const pictures = mergeLists(index?.pictures, decoder?.pictures, PICTURE_READERS);
  const missingBytes = index?.missingBytes ?? 0;
  return {
    kind: 'video',
    container: index?.container ?? file.format,
    sizeBytes: file.sizeBytes,
    durationMs: index?.durationMs ?? decoder?.durationMs ?? null,
    faststart: index?.faststart ?? null,
    truncated: index === null ? null : missingBytes > 0,
    missingBytes: missingBytes > 0 ? missingBytes : null,
    video: pictures[0] === undefined ? null : asShown(pictures[0]),
    audio,
    subtitles: main.subtitles,
    extra: {
      videoStreams: Math.max(0, pictures.length - 1),
      audioStreams: Math.max(0, audio.length - 1),
      dataStreams: main.dataStreams,
      attachedPictures: Math.max(index?.attachedPictures ?? 0, decoder?.attachedPictures ?? 0),
    },
    readings: [decoder, index].filter((reading) => reading !== null).map(sideBySide),
    origins: {
      ...originsOf('file', fileFields(index), fileFields(decoder), FILE_READERS),
      ...originsOf('video', index?.pictures[0], decoder?.pictures[0], PICTURE_READERS),
      ...originsOf('audio', index?.sounds[0], decoder?.sounds[0], SOUND_READERS),
    },
  };
}

const FILE_READERS = { container: 'index', durationMs: 'index' } as const satisfies Record<string, Believed>;

function fileFields(reading: MediaReading | null) {
  return reading === null
    ? undefined
    : { container: (reading as Partial<IndexReading>).container ?? null, durationMs: reading.durationMs };
}

/** Which reader each value came from, for the first stream of a kind; values that nobody knows have none. */
function originsOf<T extends object>(
  group: string,
  index: T | undefined,
  decoder: T | undefined,
  table: Readonly<Record<keyof T, Believed>>,
): Record<string, ReaderName> {
  const origins: Record<string, ReaderName> = {};
  for (const key of Object.keys(table) as (keyof T & string)[]) {
    const known = { index: (index?.[key] ?? null) !== null, decoder: (decoder?.[key] ?? null) !== null };
    const believed = known[table[key]] ? table[key] : known.index ? 'index' : known.decoder ? 'decoder' : null;
    if (believed !== null) origins[`${group}.${key}`] = believed === 'index' ? 'isobmff' : 'ffprobe';
  }
  return origins;
}

/** Streams pair up by their order; where the readers count differently, the one that decodes says what there is. */
function mergeLists<T extends object>(
  index: readonly T[] | undefined,
  decoder: readonly T[] | undefined,
  table: Readonly<Record<keyof T, Believed>>,
): readonly T[] {
  if (index === undefined || decoder === undefined) return index ?? decoder ?? [];
  if (index.length !== decoder.length) return decoder;
  return decoder.map((stream, position) => mergeFields(index[position] ?? stream, stream, table));
}

function mergeFields<T extends object>(index: T, decoder: T, table: Readonly<Record<keyof T, Believed>>): T {
  const merged = { ...decoder };
  for (const key of Object.keys(table) as (keyof T)[]) {
    merged[key] = table[key] === 'index' ? (index[key] ?? decoder[key]) : (decoder[key] ?? index[key]);
  }
  return merged;
}

/** A picture that says nothing of its pixels has square ones. */
function asShown(picture: PictureReading): VideoStreamFacts {
  const { width, height, rotation } = picture;
  const sampleAspectRatio = picture.sampleAspectRatio ?? '1:1';
  const shown = width !== null && height !== null ? displaySize({ width, height }, sampleAspectRatio, rotation) : null;
  return { ...picture, sampleAspectRatio, displayWidth: shown?.width ?? null, displayHeight: shown?.height ?? null };
}

function sideBySide({ reader, version, pictures, durationMs }: MediaReading): VideoReading {
  const picture = pictures[0];
  return {
    reader,
    version,
    codec: picture?.codec ?? null,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    durationMs,
  };
}
