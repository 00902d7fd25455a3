/** What one reader says of a media file, before two readings are merged. Unknown is `null`. */
import type { AudioStreamFacts, ReaderName, SubtitleTrackFacts, VideoStreamFacts } from '../../model/facts.ts';

/** A picture as it is coded; the displayed size follows from size, pixel shape and rotation. */
export type PictureReading = Omit<VideoStreamFacts, 'displayWidth' | 'displayHeight'>;

export interface MediaReading {
  readonly reader: ReaderName;
  readonly version: string;
  readonly durationMs: number | null;
  /** Moving pictures, in the file's order; attached pictures are only counted. */
  readonly pictures: readonly PictureReading[];
  readonly sounds: readonly AudioStreamFacts[];
  readonly subtitles: readonly SubtitleTrackFacts[];
  readonly dataStreams: number;
  readonly attachedPictures: number;
}

/** What only the boxes of an ISO base media file tell. */
export interface IndexReading extends MediaReading {
  /** By brand: `mp4`, `mov`, `m4v`, `m4a`, `3gp`, `3g2`. */
  readonly container: string;
  /** `null` when the file has no media data to stand before or after. */
  readonly faststart: boolean | null;
  /** Bytes between the end of the file and the furthest byte its boxes and index name; 0 when the file is whole. */
  readonly missingBytes: number;
}

export function hasStreams(reading: MediaReading): boolean {
  return reading.pictures.length > 0 || reading.sounds.length > 0;
}
