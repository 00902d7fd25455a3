/** All that is measured of one file: what it is by its bytes, and the facts of its kind. */
import { open } from 'node:fs/promises';
import type { ContentType, Facts, FileFacts, Measured, VideoFacts } from '../model/facts.ts';
import { baseName, kindOfExtension, splitName } from '../model/file-names.ts';
import type { Entry } from '../model/submission.ts';
import { isSubtitleFormat } from '../text/subtitle/formats.ts';
import { readAtHandle } from '../util/byte-source.ts';
import { CONTENT_HEAD_BYTES, detectContentType } from './content-type.ts';
import type { DocumentReader } from './document/reader.ts';
import type { ExternalTool } from './external-tool.ts';
import { readSubtitleFile } from './subtitle/read.ts';
import { demuxerOf } from './video/ffprobe-reader.ts';
import { readVideo } from './video/read-video.ts';

export interface Readers {
  /** `null`: the index reader serves alone. */
  readonly ffprobe: ExternalTool | null;
  readonly documents: DocumentReader;
}

/** How deep to look: `type` reads the first bytes only. */
export type Depth = 'type' | 'content';

type Source = Pick<Entry, 'path' | 'location' | 'sizeBytes'>;

/** Never rejects for what the file is or does; rejects with the signal's reason when aborted. */
export async function measureFile(
  source: Source,
  depth: Depth,
  readers: Readers,
  signal: AbortSignal,
): Promise<FileFacts> {
  signal.throwIfAborted();
  const type = await sniff(source);
  if (!type.ok) return { type: { kind: 'unknown', format: null }, content: type };
  if (depth === 'type') return { type: type.value, content: null };
  return readContent(source, type.value, readers, signal);
}

async function sniff({ path, location, sizeBytes }: Source): Promise<Measured<ContentType>> {
  try {
    const handle = await open(location, 'r');
    try {
      const readAt = readAtHandle(handle);
      const head = await readAt(0, Math.min(CONTENT_HEAD_BYTES, sizeBytes));
      return {
        ok: true,
        value: await detectContentType(head, sizeBytes, splitName(baseName(path)).stem + extensionOf(path), readAt),
      };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { ok: false, failure: { reason: 'unreadable', detail: (error as NodeJS.ErrnoException).code ?? null } };
  }
}

function extensionOf(path: string): string {
  const { extension } = splitName(baseName(path));
  return extension === '' ? '' : `.${extension}`;
}

async function readContent(
  source: Source,
  type: ContentType,
  readers: Readers,
  signal: AbortSignal,
): Promise<FileFacts> {
  const { kind, format } = type;
  if (kind === 'video') return readMedia(source, type, readers, signal);
  const subtitle = subtitleFormat(source.path, type);
  if (subtitle !== null) return { type, content: await readSubtitleFile(source, subtitle) };
  if (kind === 'document') return { type, content: await readers.documents.read(source, format ?? '', { signal }) };
  if (kind === 'audio' || kind === 'image' || kind === 'slides' || kind === 'spreadsheet') return other(kind, format);
  return { type, content: null };
}

/** Text under a subtitle's name is read as that subtitle, so that a file without a cue is told apart from one of another kind. */
export function subtitleFormat(path: string, { kind, format }: ContentType) {
  if (kind === 'subtitle') return isSubtitleFormat(format) ? format : null;
  const { extension } = splitName(baseName(path));
  const plain = kind === 'text' || (kind === 'document' && (format === 'txt' || format === 'md'));
  if (!plain || kindOfExtension(extension) !== 'subtitle') return null;
  const named = extension === 'ssa' ? 'ass' : extension;
  return isSubtitleFormat(named) ? named : 'srt';
}

function other(kind: 'audio' | 'image' | 'slides' | 'spreadsheet', format: string | null): FileFacts {
  return { type: { kind, format }, content: { ok: true, value: { kind, format } } };
}

async function readMedia(source: Source, type: ContentType, readers: Readers, signal: AbortSignal): Promise<FileFacts> {
  const needsFfprobe = demuxerOf(type.format) !== 'mov';
  if (readers.ffprobe === null && needsFfprobe)
    return { type, content: { ok: true, value: bySignature(source, type) } };
  const measured: Measured<Facts> = await readVideo(source, type, readers, { signal });
  // A film without a picture is a recording, whatever its box is called.
  if (measured.ok && measured.value.kind === 'video' && measured.value.video === null)
    return other('audio', type.format);
  return { type, content: measured };
}

/** All that is known of a container that only ffprobe could read, where there is none. */
function bySignature({ sizeBytes }: Source, { format }: ContentType): VideoFacts {
  return {
    kind: 'video',
    container: format,
    sizeBytes,
    durationMs: null,
    faststart: null,
    truncated: null,
    missingBytes: null,
    video: UNKNOWN_PICTURE,
    audio: [{ codec: null, channels: null, sampleRate: null, bitRate: null, bitRateMode: null, durationMs: null }],
    subtitles: [],
    extra: { videoStreams: 0, audioStreams: 0, dataStreams: 0, attachedPictures: 0 },
    readings: [],
    origins: {},
  };
}

const UNKNOWN_PICTURE: NonNullable<VideoFacts['video']> = {
  codec: null,
  profile: null,
  level: null,
  width: null,
  height: null,
  displayWidth: null,
  displayHeight: null,
  rotation: null,
  sampleAspectRatio: null,
  frameRate: null,
  frameRateMode: null,
  scan: null,
  pixelFormat: null,
  bitDepth: null,
  bitRate: null,
  durationMs: null,
};
