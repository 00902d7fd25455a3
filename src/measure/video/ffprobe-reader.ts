/** ffprobe as a reader: arguments, one call or two, and what becomes of each way to fail. */
import type { Failure, FailureReason, Scan } from '../../model/facts.ts';
import type { ExternalTool } from '../external-tool.ts';
import { complaintOf } from './ffprobe-detail.ts';
import { parseObject } from './ffprobe-json.ts';
import { frameScan, type ProbeReading, probeReading } from './ffprobe-reading.ts';
import { hasStreams } from './reading.ts';
import { type ProbeRun, runFfprobe } from './run-ffprobe.ts';

/**
 * The demuxer for each format that content sniffing gives. ffprobe is never left to guess: a playlist would make it open what
 * the playlist names.
 */
const DEMUXERS: Readonly<Record<string, string>> = {
  mp4: 'mov',
  mov: 'mov',
  m4v: 'mov',
  m4a: 'mov',
  '3gp': 'mov',
  '3g2': 'mov',
  matroska: 'matroska',
  webm: 'matroska',
  avi: 'avi',
  flv: 'flv',
  mpegts: 'mpegts',
  mpegps: 'mpeg',
  mpegvideo: 'mpegvideo',
  asf: 'asf',
  rm: 'rm',
  ogg: 'ogg',
};

export function demuxerOf(format: string | null): string | null {
  return format !== null && Object.hasOwn(DEMUXERS, format) ? (DEMUXERS[format] ?? null) : null;
}

export interface ProbeTarget {
  readonly tool: ExternalTool;
  readonly location: string | Buffer;
  readonly demuxer: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export type ProbeOutcome =
  | { readonly ok: true; readonly reading: ProbeReading }
  /** `toolFault`: ffprobe itself does not start, which says nothing about the file. */
  | { readonly ok: false; readonly failure: Failure; readonly toolFault: boolean };

/** Rejects when aborted. */
export async function probe(target: ProbeTarget): Promise<ProbeOutcome> {
  const run = await call(target, ['-show_format', '-show_streams']);
  if (run.outcome !== 'ended') return { ok: false, ...WHEN_NOT_ENDED[run.outcome] };
  const json = parseObject(run.stdout);
  // A shell that finds no program in the file answers for it.
  if (json === null && (run.exitCode === 126 || run.exitCode === 127))
    return { ok: false, ...WHEN_NOT_ENDED['not-started'] };
  if (json === null) return failed('damaged', complaintOf(run.stderr) ?? 'ffprobe gave no JSON');
  const reading = probeReading(json, target.tool.version);
  // Exit 0 is not "readable": 100 bytes of an MP4 end with 0 and an empty list.
  if (hasStreams(reading)) return { ok: true, reading };
  const complaint = complaintOf(run.stderr);
  return run.exitCode === 0 && complaint === null ? failed('no-streams', null) : failed('damaged', complaint);
}

/**
 * Decodes one frame to see whether it has fields. A call of its own: `-select_streams` also takes the other streams from
 * `-show_streams`, and without it the one packet read may be a sound.
 */
export async function probeScan(target: ProbeTarget, pictureIndex: number): Promise<Scan | null> {
  const select = ['-select_streams', String(pictureIndex), '-read_intervals', '%+#1'];
  const run = await call(target, ['-show_entries', 'frame=media_type,interlaced_frame', ...select]);
  const json = run.outcome === 'ended' ? parseObject(run.stdout) : null;
  return json && frameScan(json);
}

function call({ tool, location, demuxer, timeoutMs, signal }: ProbeTarget, show: readonly string[]): Promise<ProbeRun> {
  const fixed = ['-v', 'error', '-protocol_whitelist', 'file', '-f', demuxer, '-print_format', 'json'];
  return runFfprobe({ ffprobe: tool.path, location, args: [...fixed, ...show, '-i'], timeoutMs, signal });
}

const WHEN_NOT_ENDED: Readonly<
  Record<Exclude<ProbeRun['outcome'], 'ended'>, { failure: Failure; toolFault: boolean }>
> = {
  timeout: { failure: { reason: 'timeout', detail: null }, toolFault: false },
  'too-much-output': { failure: { reason: 'too-large', detail: 'ffprobe writes more than is read' }, toolFault: false },
  'not-started': { failure: { reason: 'unreadable', detail: 'ffprobe does not run' }, toolFault: true },
};

function failed(reason: FailureReason, detail: string | null): ProbeOutcome {
  return { ok: false, failure: { reason, detail }, toolFault: false };
}
