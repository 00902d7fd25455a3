/** A small picture of a video, as a page shows it. */
export interface Frame {
  /** Where in the video it stands. */
  readonly timeMs: number;
  /** `data:image/jpeg;base64,…`, about 320 pixels wide. */
  readonly dataUri: string;
  readonly width: number;
  readonly height: number;
}

/** The pictures of a report's videos, and why some have none. */
export interface CollectedFrames {
  /** By path as the report tells it: private data in names is masked there. Videos that give no pictures are left out. */
  readonly frames: ReadonlyMap<string, readonly Frame[]>;
  /** `null` where nothing has to be said, or where there is no video. */
  readonly missing: FramesMissing | null;
}

/** `not-kept`: a saved report holds none. `lost`: so many videos are not where the report was made, or changed since. */
export type FramesMissing = 'no-ffmpeg' | 'not-kept' | { readonly lost: number };

/** For what shows no pictures. */
export const NO_FRAMES: CollectedFrames = { frames: new Map(), missing: null };
