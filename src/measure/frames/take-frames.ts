/** A contact sheet: a few pictures of one video, spread over its length. */
import type { VideoFacts } from '../../model/facts.ts';
import type { Frame } from '../../model/frame.ts';
import { mapConcurrently } from '../../util/concurrency.ts';
import type { ExternalTool } from '../external-tool.ts';
import { demuxerOf } from '../video/ffprobe-reader.ts';
import { type PictureRequest, takePicture } from './run-ffmpeg.ts';

export interface FramesRequest {
  readonly tool: ExternalTool;
  /** Absolute path; bytes where the name is not UTF-8. */
  readonly location: string | Buffer;
  readonly facts: Pick<VideoFacts, 'container' | 'durationMs' | 'truncated' | 'video'>;
  /** Frames taken at once. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
}

export interface TakenFrames {
  /** In order of time; those that cannot be had are left out. */
  readonly frames: readonly Frame[];
  /** ffmpeg was not in time: another day it may be. */
  readonly timedOut: boolean;
}

const COUNT = 6;
const WIDTH = 320;
/** Of a picture that is many times as high as it is wide. */
const MAX_HEIGHT = 640;
const TIMEOUT_MS = 10_000;

/** Rejects with the signal's reason when aborted. A video that gives no pictures is no error. */
export async function takeFrames(request: FramesRequest): Promise<TakenFrames> {
  const target = targetOf(request);
  if (target === null) return { frames: [], timedOut: false };
  const { durationMs, ...rest } = target;
  const times = Array.from({ length: COUNT }, (_, index) => Math.round(((index + 0.5) / COUNT) * durationMs));
  let timedOut = false;
  const taken = await mapConcurrently(times, request.jobs, async (timeMs): Promise<Frame[]> => {
    // What was not in time once will hardly be so five times more.
    if (timedOut) return [];
    const run = await takePicture({ ...rest, timeMs });
    timedOut ||= run.outcome === 'timeout';
    if (run.outcome !== 'taken') return [];
    const { jpeg, offsetMs } = run.picture;
    const shownMs = Math.min(Math.max(timeMs + offsetMs, 0), durationMs);
    const dataUri = `data:image/jpeg;base64,${jpeg.toString('base64')}`;
    return [{ timeMs: shownMs, dataUri, width: rest.width, height: rest.height }];
  });
  return { frames: taken.flat(), timedOut };
}

/** `null` for a video whose pictures cannot be asked for: broken off, of a length or a size that nobody knows, or without a name. */
function targetOf({
  tool,
  location,
  facts,
  signal,
  timeoutMs = TIMEOUT_MS,
}: FramesRequest): (Omit<PictureRequest, 'timeMs'> & { readonly durationMs: number }) | null {
  const { container, durationMs, truncated, video } = facts;
  const demuxer = demuxerOf(container);
  const size = sizeOf(video);
  // An argument is text on every system.
  if (typeof location !== 'string' || demuxer === null || size === null || truncated === true) return null;
  if (durationMs === null || durationMs <= 0) return null;
  return { ffmpeg: tool.path, location, demuxer, durationMs, ...size, timeoutMs, signal };
}

/** As shown; even numbers, which every build can encode. */
function sizeOf(video: VideoFacts['video']): { readonly width: number; readonly height: number } | null {
  const { displayWidth = null, displayHeight = null } = video ?? {};
  if (displayWidth === null || displayHeight === null || displayWidth <= 0 || displayHeight <= 0) return null;
  const scale = Math.min(WIDTH / displayWidth, MAX_HEIGHT / displayHeight);
  const even = (side: number) => Math.max(2, Math.round((side * scale) / 2) * 2);
  return { width: even(displayWidth), height: even(displayHeight) };
}
