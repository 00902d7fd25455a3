/** The elementary stream descriptor of ISO/IEC 14496-1 (7.2.6) as `esds` holds it. */
import { bitReader } from './bit-reader.ts';
import { lenient, u8, u32 } from './fields.ts';

export interface StreamDescriptor {
  /** objectTypeIndication: 0x40 is MPEG-4 audio, 0x20 MPEG-4 video (mp4ra.org). */
  readonly objectType: number;
  /** Bits a second; `null` when the field is left at 0. */
  readonly averageBitRate: number | null;
  readonly audio: AudioConfig | null;
}

export interface AudioConfig {
  readonly sampleRate: number | null;
  /** `null` where the stream itself says it (channel configuration 0). */
  readonly channels: number | null;
}

const ES_DESCRIPTOR = 3;
const DECODER_CONFIG = 4;
const DECODER_SPECIFIC = 5;

/** `body` is a full box. `null` when no decoder configuration can be found in it. */
export function parseEsds(body: Buffer): StreamDescriptor | null {
  return lenient(() => {
    const es = descriptor(body.subarray(4), ES_DESCRIPTOR);
    const config = es && descriptor(es.subarray(esHeaderBytes(es)), DECODER_CONFIG);
    if (!config) return null;
    const specific = descriptor(config.subarray(13), DECODER_SPECIFIC);
    const averageBitRate = u32(config, 9);
    return {
      objectType: u8(config, 0),
      averageBitRate: averageBitRate === 0 ? null : averageBitRate,
      audio: specific && lenient(() => parseAudioConfig(specific)),
    };
  });
}

/** ES_ID and flags, then what the flags announce: a dependency, a URL, a clock. */
function esHeaderBytes(es: Buffer): number {
  const flags = u8(es, 2);
  const dependency = (flags & 0x80) === 0 ? 0 : 2;
  const url = (flags & 0x40) === 0 ? 0 : 1 + u8(es, 3 + dependency);
  const clock = (flags & 0x20) === 0 ? 0 : 2;
  return 3 + dependency + url + clock;
}

/** The body of the descriptor that stands first, when it has the tag asked for; clipped to what is there. */
function descriptor(bytes: Buffer, tag: number): Buffer | null {
  if (bytes.length < 2 || u8(bytes, 0) !== tag) return null;
  let length = 0;
  let offset = 1;
  for (let more = true; more && offset < 5; offset += 1) {
    const byte = u8(bytes, offset);
    length = length * 128 + (byte & 0x7f);
    more = (byte & 0x80) !== 0;
  }
  return bytes.subarray(offset, offset + length);
}

const SAMPLE_RATES = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350] as const;
const EXPLICIT_RATE = 15;
/** Spectral band replication, parametric stereo: the configuration of the core follows, after the output's rate. */
const EXTENSION_TYPES = new Set([5, 29]);
const CHANNELS = [null, 1, 2, 3, 4, 5, 6, 8] as const;

/** AudioSpecificConfig, ISO/IEC 14496-3 1.6.2.1: the rate and channels that come out of the decoder. */
function parseAudioConfig(bytes: Buffer): AudioConfig {
  const reader = bitReader(bytes);
  const rate = (): number | null => {
    const index = reader.bits(4);
    return index === EXPLICIT_RATE ? reader.bits(24) : (SAMPLE_RATES[index] ?? null);
  };
  const five = reader.bits(5);
  const type = five === 31 ? 32 + reader.bits(6) : five;
  const coreRate = rate();
  const channels = CHANNELS[reader.bits(4)] ?? null;
  return { sampleRate: EXTENSION_TYPES.has(type) ? rate() : coreRate, channels: type === 29 ? 2 : channels };
}
