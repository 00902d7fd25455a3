/** The facts of one media file, from every reader that can read it. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { ContentType, Failure, FailureReason, Measured, VideoFacts } from '../../model/facts.ts';
import type { ExternalTool } from '../external-tool.ts';
import { demuxerOf, type ProbeOutcome, type ProbeTarget, probe, probeScan } from './ffprobe-reader.ts';
import type { ProbeReading } from './ffprobe-reading.ts';
import { type IndexOutcome, readIndexOf } from './index-reader.ts';
import { mergeReadings } from './merge-readings.ts';
import { hasStreams, type IndexReading } from './reading.ts';

export interface VideoSource {
  /** Relative path, for messages of others; this module shows none. */
  readonly path: string;
  readonly location: string | Buffer;
  readonly sizeBytes: number;
}

export interface ReadVideoOptions {
  readonly signal: AbortSignal;
  /** For each call of ffprobe. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * A file with sound and no picture is read as well: `video` is `null` then. Rejects with the signal's reason when aborted, and
 * for nothing else.
 * @param type what content sniffing found; it chooses the demuxer, so that a playlist is never followed
 */
export async function readVideo(
  source: VideoSource,
  type: ContentType,
  tools: { readonly ffprobe: ExternalTool | null },
  options: ReadVideoOptions,
): Promise<Measured<VideoFacts>> {
  const demuxer = demuxerOf(type.format);
  if (demuxer === null) return failed('unreadable', `no reader for ${type.format ?? 'this container'}`);
  try {
    const target = tools.ffprobe && targetOf(source, demuxer, tools.ffprobe, options);
    const [index, decoder] = await Promise.all([
      demuxer === 'mov'
        ? readIndexOf(source.location, options.signal)
        : access(source.location, constants.R_OK).then(() => null),
      target && probe(target),
    ]);
    const failure = failureOf(index, decoder);
    if (failure !== null) return { ok: false, failure };
    const readings = {
      index: index?.ok ? index.reading : null,
      decoder: decoder?.ok && target ? await withScan(decoder.reading, index, target) : null,
    };
    return { ok: true, value: mergeReadings(readings, { sizeBytes: source.sizeBytes, format: type.format }) };
  } catch (error) {
    options.signal.throwIfAborted();
    if (isSystemError(error)) return failed('unreadable', error.code);
    throw error;
  }
}

function targetOf(source: VideoSource, demuxer: string, tool: ExternalTool, options: ReadVideoOptions): ProbeTarget {
  const { signal, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  return { tool, location: source.location, demuxer, timeoutMs, signal };
}

/**
 * `null` when one reading or both can serve.
 * - A broken index is a broken file, even where ffprobe makes something of it: a track without a sample description plays
 *   nowhere. An index past our limits is not; then ffprobe serves alone.
 * - What ffprobe refuses is damaged, even where the index is in order; but when the index shows that the file was cut, that is
 *   the fault to name, and the index serves alone. The same when ffprobe itself does not run.
 */
function failureOf(index: IndexOutcome | null, decoder: ProbeOutcome | null): Failure | null {
  if (index !== null && !index.ok && index.reason === 'damaged') return { reason: 'damaged', detail: index.detail };
  const usable = index?.ok && hasStreams(index.reading) ? index.reading : null;
  if (decoder === null) return usable === null ? withoutFfprobe(index) : null;
  if (decoder.ok) return null;
  if (usable !== null && (decoder.toolFault || usable.missingBytes > 0)) return null;
  return decoder.failure;
}

function withoutFfprobe(index: IndexOutcome | null): Failure {
  if (index === null) return { reason: 'unreadable', detail: 'this container needs ffprobe' };
  return index.ok ? { reason: 'no-streams', detail: null } : { reason: index.reason, detail: index.detail };
}

/** A frame is decoded only where neither the header nor the stream's own words settle it. */
async function withScan(reading: ProbeReading, index: IndexOutcome | null, target: ProbeTarget): Promise<ProbeReading> {
  const [picture, ...others] = reading.pictures;
  const known = picture?.scan ?? firstScan(index?.ok ? index.reading : null);
  if (picture === undefined || known !== null || reading.pictureIndex === null) return reading;
  const scan = await probeScan(target, reading.pictureIndex);
  return { ...reading, pictures: [{ ...picture, scan }, ...others] };
}

function firstScan(reading: IndexReading | null) {
  return reading?.pictures[0]?.scan ?? null;
}

function failed(reason: FailureReason, detail: string | null): Measured<VideoFacts> {
  return { ok: false, failure: { reason, detail } };
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in error;
}
