/** Pictures of the videos of a report, for a page that shows them. */
import { resolve } from 'node:path';
import { findPrivateNames, maskNames, type Named } from '../judge/private-names.ts';
import type { ExternalTool } from '../measure/external-tool.ts';
import { findFfmpeg } from '../measure/frames/ffmpeg-tool.ts';
import { takeFrames } from '../measure/frames/take-frames.ts';
import { machineError } from '../model/errors.ts';
import type { VideoSummary } from '../model/facts.ts';
import type { CollectedFrames, Frame } from '../model/frame.ts';
import type { Report } from '../model/report.ts';
import type { Entry } from '../model/submission.ts';
import { FactsCache } from '../workspace/cache.ts';
import { DEFAULT_CONFIG } from '../workspace/default-config.ts';
import type { Checked } from './check.ts';
import { FramesStore } from './frames-store.ts';
import { measureFiles, type Progress } from './measure-files.ts';
import { listWorkspace } from './open-workspace.ts';
import { cacheKey, openReaders } from './readers.ts';
import { cacheFolder } from './state-folder.ts';

export interface TakingOptions {
  /** `null` where there is none: then nothing is taken, and nothing kept is shown. */
  readonly tool: ExternalTool | null;
  /** Where frames are kept for the next run; `null` keeps none. */
  readonly cacheFolder: string | null;
  readonly signal: AbortSignal;
  onProgress?(progress: Progress): void;
}

/** @throws machineError when SIZHENG_FFMPEG names what does not run */
export async function openFfmpeg(env: Readonly<Record<string, string | undefined>>): Promise<ExternalTool | null> {
  const found = await findFfmpeg(env);
  if (found !== null && !found.runs) throw machineError('machine/ffmpeg-broken', { path: found.path });
  return found;
}

/** Of the videos of a check that was just made. Rejects with the signal's reason when aborted. */
export async function framesOfCheck(checked: Checked, options: TakingOptions): Promise<CollectedFrames> {
  const { report, workspace, submission } = checked;
  const { entries, config } = workspace;
  const { videos } = findVideos(report, entries, { entries, config, items: submission.items });
  if (options.tool === null) return { frames: new Map(), missing: videos.length > 0 ? 'no-ffmpeg' : null };
  const store = new FramesStore(options.cacheFolder, options.tool.version);
  const frames = await framesOf(videos, options.tool, store, options);
  if (!report.partial) await store.prune();
  return { frames, missing: null };
}

export interface FramesOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  onProgress?(progress: Progress): void;
}

/**
 * Of the videos of a report that was made before, which lie in `dir` as the report has them. A video that is not there, or has
 * another size or duration by now, gets no pictures.
 * @throws SizhengError when the folder cannot be listed, or SIZHENG_FFMPEG or SIZHENG_FFPROBE names what does not run; the
 *   signal's reason when aborted
 */
export async function collectFrames(
  report: Report,
  dir: string,
  { env = process.env, signal = new AbortController().signal, onProgress }: FramesOptions = {},
): Promise<CollectedFrames> {
  const tool = await openFfmpeg(env);
  const root = resolve(dir);
  const entries = await listWorkspace(root, dir);
  const { videos: alike, lost } = findVideos(report, entries, { entries, config: DEFAULT_CONFIG, items: [] });
  if (tool === null) return { frames: new Map(), missing: alike.length > 0 ? 'no-ffmpeg' : null };
  const folder = await cacheFolder(root);
  const videos = await ofSameDuration(alike, folder, env, signal);
  const left = lost + alike.length - videos.length;
  const store = new FramesStore(folder, tool.version);
  const taking = { signal, ...(onProgress === undefined ? {} : { onProgress }) };
  return { frames: await framesOf(videos, tool, store, taking), missing: left > 0 ? { lost: left } : null };
}

/** For a report without the folder that it was made of. */
export function noFrames(report: Report): CollectedFrames {
  return { frames: new Map(), missing: videoFactsOf(report).size > 0 ? 'not-kept' : null };
}

interface Video {
  /** As the report tells it. */
  readonly path: string;
  readonly entry: Entry;
  readonly facts: VideoSummary;
}

/** By the names that the report gives them; `lost` are those that are not there as the report has them. */
function findVideos(
  report: Report,
  entries: readonly Entry[],
  named: Named,
): { readonly videos: readonly Video[]; readonly lost: number } {
  const wanted = videoFactsOf(report);
  const names = findPrivateNames(named);
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const path = maskNames(entry.path, names);
    if (wanted.has(path) && entry.type === 'file') found.set(path, [...(found.get(path) ?? []), entry]);
  }
  const videos = [...wanted].flatMap(([path, { facts, sizeBytes }]) => {
    const [entry, other] = found.get(path) ?? [];
    // Two names can look alike once they are masked: better no picture than one of another video.
    return entry?.sizeBytes === sizeBytes && other === undefined ? [{ path, entry, facts }] : [];
  });
  return { videos, lost: wanted.size - videos.length };
}

/** Readers of two machines may differ by a frame or two. */
const SAME_DURATION_MS = 100;

/** Those that are still as long as the report says, where both it and the readers here know. */
async function ofSameDuration(
  videos: readonly Video[],
  folder: string | null,
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<Video[]> {
  const cache = await FactsCache.open(folder);
  const readers = await openReaders(env, cache);
  cache.use(cacheKey(readers, true), false);
  try {
    const tasks = videos.map(({ entry }) => ({ entry, depth: 'content' as const }));
    const measured = await measureFiles(tasks, { readers, cache, jobs: FRAMES_AT_ONCE, signal });
    return videos.filter(({ entry, facts: { durationMs } }) => {
      const content = measured.get(entry.path)?.content;
      if (!content?.ok || content.value.kind !== 'video') return false;
      const now = content.value.durationMs;
      return durationMs === null || now === null || Math.abs(now - durationMs) <= SAME_DURATION_MS;
    });
  } finally {
    readers.close();
  }
}

/** Of works that stand; what could not be read has no pictures either. */
function videoFactsOf({ items }: Report): Map<string, { readonly facts: VideoSummary; readonly sizeBytes: number }> {
  const assets = items.filter(({ status }) => status !== 'withdrawn').flatMap((item) => item.assets);
  return new Map(
    assets.flatMap(({ path, source, facts, sizeBytes }) =>
      source === 'file' && facts?.kind === 'video' ? [[path, { facts, sizeBytes }] as const] : [],
    ),
  );
}

/** ffmpeg waits for the disk half of its time, and its decoder wants memory. */
const FRAMES_AT_ONCE = 2;

async function framesOf(
  videos: readonly Video[],
  tool: ExternalTool,
  store: FramesStore,
  { signal, onProgress }: Pick<TakingOptions, 'signal' | 'onProgress'>,
): Promise<ReadonlyMap<string, readonly Frame[]>> {
  const frames = new Map<string, readonly Frame[]>();
  for (const [done, video] of videos.entries()) {
    onProgress?.({ done, total: videos.length, path: video.path });
    const taken = (await store.get(video.entry)) ?? (await takeAndKeep(video, tool, store, signal));
    if (taken.length > 0) frames.set(video.path, taken);
  }
  return frames;
}

async function takeAndKeep(
  { entry, facts }: Video,
  tool: ExternalTool,
  store: FramesStore,
  signal: AbortSignal,
): Promise<readonly Frame[]> {
  const { location } = entry;
  const { frames, timedOut } = await takeFrames({ tool, location, facts, jobs: FRAMES_AT_ONCE, signal });
  if (!timedOut) await store.set(entry, frames);
  return frames;
}
