/** The words of timed-text tracks (`tx3g`, 3GPP TS 26.245 5.17): the only media that this reader reads. */
import type { Measured } from '../../../model/facts.ts';
import type { SubtitleFacts } from '../../../model/subtitle-facts.ts';
import { type TrackCue, trackFacts } from '../../../text/subtitle/track.ts';
import { failed } from '../../text/failure.ts';
import { MAX_TEXT_BYTES } from '../../text/read-whole.ts';
import type { ByteSource } from './byte-source.ts';
import { type PlacedSample, placedSamples } from './sample-table.ts';
import type { Track } from './track.ts';

/** More than any film has; of a hostile one the rest stays unread. */
const MAX_TRACKS = 8;
const MAX_SAMPLES = 200_000;
/** Samples of text lie apart, a read for each: an hour of speech has some 2,000. */
const MAX_READS = 20_000;

/** @returns by the track's index; a track in another codec has no entry */
export async function readTextTracks(
  tracks: readonly Track[],
  source: ByteSource,
  signal?: AbortSignal,
): Promise<Map<number, Measured<SubtitleFacts>>> {
  const texts = new Map<number, Measured<SubtitleFacts>>();
  for (const track of tracks.slice(0, MAX_TRACKS)) {
    if (track.textTable === null || track.timescale === 0) continue;
    texts.set(track.index, await readTextTrack(track, track.textTable, source, signal));
  }
  return texts;
}

/** Fails with 'too-large' past the limits, 'damaged' where the file ends before its words do, 'no-cues'. */
async function readTextTrack(
  track: Track,
  table: Buffer,
  source: ByteSource,
  signal: AbortSignal | undefined,
): Promise<Measured<SubtitleFacts>> {
  const samples = samplesWithin(table);
  if (samples === null) return failed('too-large');
  const runs = runsOf(samples);
  if (runs.length > MAX_READS) return failed('too-large');
  const toMs = (ticks: number) => Math.round((ticks * 1000) / track.timescale + track.edits.delayMs);
  const cues: TrackCue[] = [];
  let isUtf8 = true;
  for (const run of runs) {
    signal?.throwIfAborted();
    const bytes = await source.readAt(run.offset, run.sizeBytes);
    if (bytes.length < run.sizeBytes) return failed('damaged');
    for (const { offset, sizeBytes, start, duration } of run.samples) {
      const { text, encoding } = decodeSample(bytes.subarray(offset - run.offset, offset - run.offset + sizeBytes));
      isUtf8 &&= encoding === 'utf-8';
      // An empty sample is the time between two cues.
      if (text.trim() !== '') cues.push({ startMs: toMs(start), endMs: toMs(start + duration), text });
    }
  }
  return cues.length === 0 ? failed('no-cues') : { ok: true, value: trackFacts(cues, isUtf8 ? 'utf-8' : 'utf-16be') };
}

/** In order of time; `null` past the limits. */
function samplesWithin(table: Buffer): PlacedSample[] | null {
  const samples: PlacedSample[] = [];
  let bytes = 0;
  for (const sample of placedSamples(table)) {
    bytes += sample.sizeBytes;
    if (samples.length >= MAX_SAMPLES || bytes > MAX_TEXT_BYTES) return null;
    samples.push(sample);
  }
  return samples;
}

interface Run {
  readonly offset: number;
  sizeBytes: number;
  readonly samples: PlacedSample[];
}

/** Samples that lie one behind the other are one read. */
function runsOf(samples: readonly PlacedSample[]): Run[] {
  const runs: Run[] = [];
  for (const sample of samples) {
    const last = runs.at(-1);
    if (last !== undefined && last.offset + last.sizeBytes === sample.offset) {
      last.sizeBytes += sample.sizeBytes;
      last.samples.push(sample);
    } else {
      runs.push({ offset: sample.offset, sizeBytes: sample.sizeBytes, samples: [sample] });
    }
  }
  return runs;
}

const DECODERS = {
  'utf-8': new TextDecoder('utf-8'),
  'utf-16be': new TextDecoder('utf-16be'),
  'utf-16le': new TextDecoder('utf-16le'),
};

/** A length of two bytes, the text, and boxes of style that nobody needs. Text is UTF-8, or UTF-16 behind a byte order mark. */
function decodeSample(sample: Buffer): { text: string; encoding: keyof typeof DECODERS } {
  const length = sample.length < 2 ? 0 : sample.readUInt16BE(0);
  const bytes = sample.subarray(2, 2 + length);
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  const encoding = mark === 0xfeff ? 'utf-16be' : mark === 0xfffe ? 'utf-16le' : 'utf-8';
  return { text: DECODERS[encoding].decode(bytes), encoding };
}
