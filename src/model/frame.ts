/** A small picture of a video, as a page shows it. */
export interface Frame {
  /** Where in the video it stands. */
  readonly timeMs: number;
  /** `data:image/jpeg;base64,…`, about 320 pixels wide. */
  readonly dataUri: string;
  readonly width: number;
  readonly height: number;
}
