/** MPEG streams without a signature: told by sync words that come back where each packet or frame says they should. */
import type { ContentType } from '../../model/facts.ts';

const TS_SYNC = 0x47;
const TS_PACKETS_TRIED = 8;
const TS_PACKETS_NEEDED = 3;
/** Packet length and where the sync byte stands: plain (ISO/IEC 13818-1), and with a time stamp before it (M2TS). */
const TS_LAYOUTS = [
  { stride: 188, first: 0 },
  { stride: 192, first: 4 },
] as const;

/** kbit/s by index, MPEG-1 and MPEG-2/2.5 (ISO/IEC 11172-3 2.4.2.3, 13818-3 2.4.2.3), layers II and III. */
const BIT_RATES = {
  mpeg1Layer2: [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  mpeg1Layer3: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const SAMPLE_RATES = [44_100, 48_000, 32_000] as const;

export function detectMpeg(head: Buffer): ContentType | null {
  if (TS_LAYOUTS.some(({ stride, first }) => isTransportStream(head, stride, first))) {
    return { kind: 'video', format: 'mpegts' };
  }
  if (framesFollow(head, adtsFrameBytes)) return { kind: 'audio', format: 'aac' };
  if (framesFollow(head, mpegAudioFrameBytes)) return { kind: 'audio', format: 'mp3' };
  return null;
}

function isTransportStream(head: Buffer, stride: number, first: number): boolean {
  const present = Math.ceil((head.length - first) / stride);
  const tried = Math.min(present, TS_PACKETS_TRIED);
  const synced = Array.from({ length: Math.max(tried, 0) }, (_, index) => head[first + index * stride] === TS_SYNC);
  return tried >= TS_PACKETS_NEEDED && synced.every(Boolean);
}

/** A frame at the start and another right behind it, or the end of a file of one frame. */
function framesFollow(head: Buffer, frameBytesAt: (head: Buffer, at: number) => number | null): boolean {
  const first = frameBytesAt(head, 0);
  if (first === null) return false;
  return first === head.length || frameBytesAt(head, first) !== null;
}

/** Length of an ADTS frame, header included (ISO/IEC 13818-7, 6.2); `null` when none starts there. */
function adtsFrameBytes(head: Buffer, at: number): number | null {
  if (at + 7 > head.length || (head.readUInt16BE(at) & 0xfff6) !== 0xfff0) return null;
  const length = (head.readUInt32BE(at + 2) >> 5) & 0x1fff;
  return length >= 7 ? length : null;
}

/** Length of a layer II or III frame; `null` when none starts there. Layer I is left out: FF FE is UTF-16's mark. */
function mpegAudioFrameBytes(head: Buffer, at: number): number | null {
  if (at + 4 > head.length) return null;
  const header = head.readUInt32BE(at);
  const version = (header >>> 19) & 3; // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5
  const layer = (header >>> 17) & 3; // 2: layer II, 1: layer III
  if (header >>> 21 !== 0x7ff || version === 1 || (layer !== 1 && layer !== 2)) return null;
  const rates = version !== 3 ? BIT_RATES.mpeg2 : layer === 2 ? BIT_RATES.mpeg1Layer2 : BIT_RATES.mpeg1Layer3;
  const kilobits = rates[((header >>> 12) & 15) - 1];
  const baseRate = SAMPLE_RATES[((header >>> 10) & 3) as 0 | 1 | 2];
  if (kilobits === undefined || baseRate === undefined) return null;
  const sampleRate = version === 3 ? baseRate : version === 2 ? baseRate / 2 : baseRate / 4;
  const samplesPerByte = layer === 1 && version !== 3 ? 72 : 144;
  return Math.floor((samplesPerByte * kilobits * 1000) / sampleRate) + ((header >>> 9) & 1);
}
