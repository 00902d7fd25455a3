/** Facts of a subtitle file. */
import type { Measured, SubtitleFacts } from '../../model/facts.ts';
import { decodeText } from '../text/decode.ts';
import { failed } from '../text/failure.ts';
import { type FileSource, MAX_TEXT_BYTES, readWhole } from '../text/read-whole.ts';
import { countCues, type SubtitleFormat } from './lines.ts';

/** Fails with 'undecodable', 'no-cues', and what reading the file may fail with: 'too-large', 'unreadable'. */
export async function readSubtitleFile(source: FileSource, format: SubtitleFormat): Promise<Measured<SubtitleFacts>> {
  const bytes = await readWhole(source, MAX_TEXT_BYTES);
  return bytes.ok ? readSubtitle(bytes.value, format) : bytes;
}

export function readSubtitle(bytes: Uint8Array, format: SubtitleFormat): Measured<SubtitleFacts> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const cueCount = countCues(text, format);
  return cueCount > 0 ? { ok: true, value: { kind: 'subtitle', format, encoding, cueCount } } : failed('no-cues');
}
