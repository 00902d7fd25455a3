/** Our own reader of ISO base media files, as one call. */
import { type ByteSource, withFileSource } from './isobmff/byte-source.ts';
import { MalformedBox } from './isobmff/fields.ts';
import { readingOf, subtitleTracks } from './isobmff/index-reading.ts';
import { IndexTooLarge, readIndex } from './isobmff/read-index.ts';
import { readTextTracks } from './isobmff/text-track.ts';
import type { IndexReading } from './reading.ts';

export type IndexOutcome =
  | { readonly ok: true; readonly reading: IndexReading }
  | { readonly ok: false; readonly reason: 'damaged' | 'too-large'; readonly detail: string };

/** Errors of the source and of the signal pass through; what the bytes hold never throws. */
export async function readIndexFrom(source: ByteSource, signal?: AbortSignal): Promise<IndexOutcome> {
  try {
    const index = await readIndex(source, signal);
    const texts = await readTextTracks(subtitleTracks(index), source, signal);
    return { ok: true, reading: readingOf(index, texts) };
  } catch (error) {
    if (error instanceof MalformedBox) return { ok: false, reason: 'damaged', detail: error.message };
    if (error instanceof IndexTooLarge) return { ok: false, reason: 'too-large', detail: error.message };
    throw error;
  }
}

export function readIndexOf(location: string | Buffer, signal: AbortSignal): Promise<IndexOutcome> {
  return withFileSource(location, (source) => readIndexFrom(source, signal));
}
