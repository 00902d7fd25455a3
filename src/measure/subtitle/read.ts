/** Facts of a subtitle file. */
import type { Measured } from '../../model/facts.ts';
import type { SubtitleFacts } from '../../model/subtitle-facts.ts';
import { decodeText } from '../../text/encoding/decode.ts';
import { subtitleFacts } from '../../text/subtitle/facts.ts';
import type { SubtitleFormat } from '../../text/subtitle/formats.ts';
import { scanSubtitle } from '../../text/subtitle/scan.ts';
import { failed } from '../text/failure.ts';
import { type FileSource, readWhole } from '../text/read-whole.ts';

/** An hour of speech takes some 100 kB; ASS with effects up to 2 MB. */
export const MAX_SUBTITLE_BYTES = 2 * 1024 * 1024;

/** Fails with 'undecodable', 'no-cues', and what reading the file may fail with: 'too-large', 'unreadable'. */
export async function readSubtitleFile(source: FileSource, format: SubtitleFormat): Promise<Measured<SubtitleFacts>> {
  const bytes = await readWhole(source, MAX_SUBTITLE_BYTES);
  return bytes.ok ? readSubtitle(bytes.value, format) : bytes;
}

/** Fails with 'too-large' also where it holds more cues or lines than any subtitle. A file whose time lines are all beyond reading has no cue, and is still a subtitle: its faults say where. */
export function readSubtitle(bytes: Uint8Array, format: SubtitleFormat): Measured<SubtitleFacts> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const scan = scanSubtitle(decoded.value.text, format);
  if (scan.isCutShort) return failed('too-large');
  const hasTimes = scan.cues.length > 0 || scan.faults.some(({ detail }) => detail === 'not-a-time');
  return hasTimes ? { ok: true, value: subtitleFacts(scan, decoded.value) } : failed('no-cues');
}
