/** What the decoder configuration boxes of the common video codecs say. */
import type { Scan } from '../../../model/facts.ts';
import { type Chroma, pixelFormatName } from '../picture.ts';
import { lenient, u8, u16 } from './fields.ts';
import { type H264Sps, parseH264Sps } from './h264-sps.ts';

export interface PictureConfig {
  readonly profile: string | null;
  readonly level: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly scan: Scan | null;
  readonly pixelFormat: string | null;
  readonly bitDepth: number | null;
  readonly sampleAspectRatio: string | null;
}

export const UNKNOWN_CONFIG: PictureConfig = {
  profile: null,
  level: null,
  width: null,
  height: null,
  scan: null,
  pixelFormat: null,
  bitDepth: null,
  sampleAspectRatio: null,
};

/** Readers by the type of the box that holds the configuration. */
export const CONFIG_READERS: Readonly<Record<string, (body: Buffer) => PictureConfig>> = {
  avcC: readAvcConfig,
  hvcC: readHevcConfig,
  av1C: readAv1Config,
  vpcC: readVpConfig,
};

const CONSTRAINT_SET1 = 0x40;
const CONSTRAINT_SET3 = 0x10;

/** profile_idc and constraint flags, in ffprobe's words. */
function h264Profile(profileIdc: number, constraints: number): string | null {
  const intra = (constraints & CONSTRAINT_SET3) === 0 ? '' : ' Intra';
  switch (profileIdc) {
    case 66:
      return (constraints & CONSTRAINT_SET1) === 0 ? 'Baseline' : 'Constrained Baseline';
    case 77:
      return 'Main';
    case 88:
      return 'Extended';
    case 100:
      return 'High';
    case 110:
      return `High 10${intra}`;
    case 122:
      return `High 4:2:2${intra}`;
    case 244:
      return intra === '' ? 'High 4:4:4 Predictive' : 'High 4:4:4 Intra';
    case 44:
      return 'CAVLC 4:4:4';
    default:
      return null;
  }
}

/** ISO/IEC 14496-15 5.3.3.1: version, profile, compatibility, level, two lengths, then the first parameter set. */
function readAvcConfig(body: Buffer): PictureConfig {
  const sps = lenient(() => parseH264Sps(body.subarray(8, 8 + u16(body, 6))));
  const profile = h264Profile(u8(body, 1), u8(body, 2));
  const level = u8(body, 3);
  return sps === null ? { ...UNKNOWN_CONFIG, profile, level } : { ...fromSps(sps), profile, level };
}

function fromSps(sps: H264Sps): PictureConfig {
  return {
    ...UNKNOWN_CONFIG,
    width: sps.width,
    height: sps.height,
    // Without the flag the stream may hold fields or frames: only its pictures tell.
    scan: sps.framesOnly ? 'progressive' : null,
    pixelFormat: pixelFormatName(sps.chroma, sps.bitDepth),
    bitDepth: sps.bitDepth,
    sampleAspectRatio: sps.sampleAspectRatio,
  };
}

const HEVC_PROFILES: Readonly<Record<number, string>> = { 1: 'Main', 2: 'Main 10', 3: 'Main Still Picture', 4: 'Rext' };
const CHROMA_BY_IDC = ['400', '420', '422', '444'] as const satisfies readonly Chroma[];

/** ISO/IEC 14496-15 8.3.3.1. general_level_idc is thirty times the level's number. */
function readHevcConfig(body: Buffer): PictureConfig {
  const bitDepth = 8 + (u8(body, 17) & 7);
  const chroma = CHROMA_BY_IDC[u8(body, 16) & 3] ?? '420';
  return {
    ...UNKNOWN_CONFIG,
    profile: HEVC_PROFILES[u8(body, 1) & 0x1f] ?? null,
    level: hevcLevel(u8(body, 12)),
    scan: hevcScan(u8(body, 6)),
    pixelFormat: pixelFormatName(chroma, bitDepth),
    bitDepth,
  };
}

export function hevcLevel(levelIdc: number): number | null {
  return levelIdc > 0 ? Math.round(levelIdc / 3) : null;
}

/** general_progressive_source_flag and general_interlaced_source_flag; both or neither say nothing (H.265 7.4.4). */
function hevcScan(flags: number): Scan | null {
  const source = flags >> 6;
  if (source === 0b10) return 'progressive';
  return source === 0b01 ? 'interlaced' : null;
}

const AV1_PROFILES = ['Main', 'High', 'Professional'] as const;

/** AV1 Codec ISO Media File Format Binding 2.3. */
function readAv1Config(body: Buffer): PictureConfig {
  const flags = u8(body, 2);
  const profile = u8(body, 1) >> 5;
  const bitDepth = (flags & 0x40) === 0 ? 8 : profile === 2 && (flags & 0x20) !== 0 ? 12 : 10;
  return {
    ...UNKNOWN_CONFIG,
    profile: AV1_PROFILES[profile] ?? null,
    level: av1Level(u8(body, 1) & 0x1f),
    scan: 'progressive', // AV1 codes no fields
    pixelFormat: pixelFormatName(av1Chroma(flags), bitDepth),
    bitDepth,
  };
}

/** seq_level_idx counts 2.0, 2.1, 2.2, 2.3, 3.0 …; 31 is "no level" (AV1 annex A.3). */
export function av1Level(index: number): number | null {
  return index >= 0 && index < 24 ? (2 + (index >> 2)) * 10 + (index & 3) : null;
}

function av1Chroma(flags: number): Chroma {
  if ((flags & 0x10) !== 0) return '400';
  if ((flags & 0x08) === 0) return '444';
  return (flags & 0x04) === 0 ? '422' : '420';
}

const VP_CHROMA = ['420', '420', '422', '444'] as const satisfies readonly Chroma[];

/** VP Codec ISO Media File Format Binding: a full box. */
function readVpConfig(body: Buffer): PictureConfig {
  const packed = u8(body, 6);
  const bitDepth = packed >> 4;
  const level = u8(body, 5);
  return {
    ...UNKNOWN_CONFIG,
    profile: `Profile ${u8(body, 4)}`,
    level: level === 0 ? null : level,
    scan: 'progressive', // VP8 and VP9 code no fields
    pixelFormat: pixelFormatName(VP_CHROMA[(packed >> 1) & 3] ?? '420', bitDepth),
    bitDepth,
  };
}
