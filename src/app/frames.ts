/** Pictures of the videos of a check, for a report that shows them. */
import { findPrivateNames, maskNames } from '../judge/private-names.ts';
import { type FfmpegTool, findFfmpeg } from '../measure/frames/ffmpeg-tool.ts';
import { takeFrames } from '../measure/frames/take-frames.ts';
import { machineError } from '../model/errors.ts';
import type { VideoFacts } from '../model/facts.ts';
import type { Frame } from '../model/frame.ts';
import type { Entry } from '../model/submission.ts';
import type { Checked } from './check.ts';
import { FramesStore } from './frames-store.ts';
import type { Progress } from './measure-files.ts';

export interface FramesOptions {
  /** `null` where there is none: then nothing is taken, and nothing kept is shown. */
  readonly tool: FfmpegTool | null;
  /** Where frames are kept for the next run; `null` keeps none. */
  readonly cacheFolder: string | null;
  readonly signal: AbortSignal;
  onProgress?(progress: Progress): void;
}

export interface CollectedFrames {
  /** By path as the report tells it: private data in names is masked there. Videos that give no pictures are left out. */
  readonly frames: ReadonlyMap<string, readonly Frame[]>;
  /** Why no video has any; `null` where that is not so, or where there is no video. */
  readonly missing: 'no-ffmpeg' | null;
}

/** @throws machineError when SIZHENG_FFMPEG names what does not run */
export async function openFfmpeg(env: Readonly<Record<string, string | undefined>>): Promise<FfmpegTool | null> {
  const found = await findFfmpeg(env);
  if (found !== null && !found.runs) throw machineError('machine/ffmpeg-broken', { path: found.path });
  return found;
}

/** ffmpeg waits for the disk half of its time, and its decoder wants memory. */
const FRAMES_AT_ONCE = 2;

/** Rejects with the signal's reason when aborted. */
export async function collectFrames(checked: Checked, options: FramesOptions): Promise<CollectedFrames> {
  const { tool, cacheFolder, signal, onProgress } = options;
  const videos = videosOf(checked);
  if (tool === null) return { frames: new Map(), missing: videos.length > 0 ? 'no-ffmpeg' : null };
  const store = new FramesStore(cacheFolder, tool.version);
  const toldAs = tellerOf(checked);
  const frames = new Map<string, readonly Frame[]>();
  for (const [done, video] of videos.entries()) {
    const path = toldAs(video.entry.path);
    onProgress?.({ done, total: videos.length, path });
    const taken = await framesOf(video, tool, store, signal);
    if (taken.length > 0) frames.set(path, taken);
  }
  if (!checked.report.partial) await store.prune();
  return { frames, missing: null };
}

interface Video {
  readonly entry: Entry;
  readonly format: string | null;
  readonly facts: VideoFacts;
}

/** Of works that stand; what could not be read has no pictures either. */
function videosOf({ submission, facts, workspace }: Checked): Video[] {
  const entries = new Map(workspace.entries.map((entry) => [entry.path, entry]));
  const assets = submission.items.filter(({ status }) => status !== 'withdrawn').flatMap((item) => item.assets);
  const paths = new Set(assets.filter(({ source }) => source.type === 'file').map(({ path }) => path));
  return [...paths].flatMap((path) => {
    const entry = entries.get(path);
    const { type, content } = facts.get(path) ?? {};
    if (entry === undefined || !content?.ok || content.value.kind !== 'video') return [];
    return [{ entry, format: type?.format ?? null, facts: content.value }];
  });
}

function tellerOf({ workspace: { entries, config }, submission: { items } }: Checked): (path: string) => string {
  const names = findPrivateNames({ entries, items, config });
  return (path) => maskNames(path, names);
}

async function framesOf(
  { entry, format, facts }: Video,
  tool: FfmpegTool,
  store: FramesStore,
  signal: AbortSignal,
): Promise<readonly Frame[]> {
  const kept = await store.get(entry);
  if (kept !== null) return kept;
  const { location } = entry;
  const { frames, timedOut } = await takeFrames({ tool, location, format, facts, jobs: FRAMES_AT_ONCE, signal });
  if (!timedOut) await store.set(entry, frames);
  return frames;
}
