/** What measuring found in a file. Unknown is `null`; a measurement that failed says why. Nothing here judges. */
import type { DocumentFacts, DocumentSummary } from './document-facts.ts';
import type { AssetKind } from './spec.ts';
import type { SubtitleFacts, SubtitleSummary } from './subtitle-facts.ts';

export type Measured<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const FAILURE_REASONS = [
  'unreadable', // the system refuses to open or read it
  'damaged', // it opens, and its structure does not hold
  'no-streams', // a media container without a picture or a sound
  'timeout', // the reader did not end in time
  'encrypted', // needs a password
  'undecodable', // text in no encoding we know
  'no-cues', // a subtitle without a single cue
  'too-large', // past the limits set for safe reading
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

export interface Failure {
  readonly reason: FailureReason;
  /** The reader's own words, one line, already made safe to show. */
  readonly detail: string | null;
}

/** What the first and last bytes say a file is. */
export type ContentKind =
  | AssetKind
  | 'archive'
  | 'html'
  | 'playlist'
  | 'text' // text that is none of the kinds above (JSON, XML, code …)
  | 'lfs-pointer'
  | 'empty'
  | 'unknown';

export interface ContentType {
  readonly kind: ContentKind;
  /** `mp4`, `mov`, `matroska`, `srt`, `docx`, `zip` …; `null` when unknown. */
  readonly format: string | null;
}

export type Scan = 'progressive' | 'interlaced';
export type RateMode = 'constant' | 'variable';

export interface VideoStreamFacts {
  /** As ffprobe spells it: `h264`, `hevc`, `av1`. */
  readonly codec: string | null;
  /** `High`, `Main`, `Constrained Baseline` … */
  readonly profile: string | null;
  /** Ten times the level's number, as in the bit stream: 40 is level 4.0. */
  readonly level: number | null;
  /** Coded size in pixels, cropping applied. */
  readonly width: number | null;
  readonly height: number | null;
  /** Size as shown: pixel shape and rotation applied. */
  readonly displayWidth: number | null;
  readonly displayHeight: number | null;
  /** Degrees clockwise: 0, 90, 180 or 270. */
  readonly rotation: number | null;
  /** `1:1`, `4:3` … */
  readonly sampleAspectRatio: string | null;
  /** Frames a second. */
  readonly frameRate: number | null;
  readonly frameRateMode: RateMode | null;
  readonly scan: Scan | null;
  /** As ffprobe spells it: `yuv420p`. */
  readonly pixelFormat: string | null;
  readonly bitDepth: number | null;
  /** Bits a second. */
  readonly bitRate: number | null;
  readonly durationMs: number | null;
}

export interface AudioStreamFacts {
  readonly codec: string | null;
  readonly channels: number | null;
  /** Hz. */
  readonly sampleRate: number | null;
  /** Bits a second. */
  readonly bitRate: number | null;
  readonly bitRateMode: RateMode | null;
  readonly durationMs: number | null;
}

export interface SubtitleTrackFacts {
  /** Index of the stream in the file. */
  readonly index: number;
  /** As ffprobe spells it: `mov_text`. */
  readonly codec: string | null;
  /** ISO 639 code, `und` left out. */
  readonly language: string | null;
  /** What the track says; `null` for a codec whose text is not read. */
  readonly content: Measured<SubtitleFacts> | null;
}

/** What one reader said of the values that both readers know. */
export interface VideoReading {
  readonly reader: ReaderName;
  readonly version: string;
  readonly codec: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
}
export type ReaderName = 'ffprobe' | 'isobmff';

export interface VideoFacts {
  readonly kind: 'video';
  /** By brand: `mp4`, `mov`, `m4v`, `3gp`; by signature for the rest: `matroska`, `avi`, `flv`, `mpegts`, `asf` … */
  readonly container: string | null;
  readonly sizeBytes: number;
  readonly durationMs: number | null;
  /** Whether the index (`moov`) stands before the media data; `null` where a container has none. */
  readonly faststart: boolean | null;
  readonly truncated: boolean | null;
  /** Bytes that are missing at the end, at least; `null` when the file is whole or nobody can say. */
  readonly missingBytes: number | null;
  /** The main picture; `null` when the file has none. */
  readonly video: VideoStreamFacts | null;
  readonly audio: readonly AudioStreamFacts[];
  readonly subtitles: readonly SubtitleTrackFacts[];
  /** Streams beside one picture and one sound: counts. */
  readonly extra: {
    readonly videoStreams: number;
    readonly audioStreams: number;
    readonly dataStreams: number;
    readonly attachedPictures: number;
  };
  /** The readings side by side, for a cross-check. */
  readonly readings: readonly VideoReading[];
  /** Which reader a value was taken from: `video.codec` → `ffprobe`. */
  readonly origins: Readonly<Record<string, ReaderName>>;
}

/** Facts of a kind that is only known by its type. */
export interface OtherFacts {
  readonly kind: 'audio' | 'image' | 'slides' | 'spreadsheet';
  readonly format: string | null;
}

export type Facts = VideoFacts | SubtitleFacts | DocumentFacts | OtherFacts;

/** What a report tells of a video: its tracks without their text. */
export interface VideoSummary extends Omit<VideoFacts, 'subtitles'> {
  readonly subtitles: readonly Omit<SubtitleTrackFacts, 'content'>[];
}

/** What leaves the house of the facts: no text, and no list of cues. */
export type FactsSummary = VideoSummary | SubtitleSummary | DocumentSummary | OtherFacts;

/** Everything measured of one file. */
export interface FileFacts {
  readonly type: ContentType;
  /** `null` for content that has no facts of its own (an archive, a playlist, nothing at all). */
  readonly content: Measured<Facts> | null;
}
