/** The first entry of a sample description (`stsd`, ISO/IEC 14496-12 8.5.2): codec and format of a track. */
import { ratioText } from '../picture.ts';
import { childBoxes, findBox, readHeader } from './boxes.ts';
import { OBJECT_TYPES, PICTURE_CODECS, PRORES_PROFILES, pcmCodec, SOUND_CODECS } from './codec-words.ts';
import { parseEsds, type StreamDescriptor } from './esds.ts';
import { lenient, u16, u32 } from './fields.ts';
import { CONFIG_READERS, type PictureConfig, UNKNOWN_CONFIG } from './picture-config.ts';

export interface SampleEntry {
  readonly type: string;
  readonly body: Buffer;
}

/** `null` when the description is empty or broken. */
export function firstSampleEntry(stsd: Buffer): SampleEntry | null {
  return lenient(() => {
    const header = readHeader(stsd.subarray(8));
    const end = 8 + (header?.sizeBytes ?? Number.POSITIVE_INFINITY);
    if (header === null || u32(stsd, 4) === 0 || end > stsd.length) return null;
    return { type: header.type, body: stsd.subarray(8 + header.headerBytes, end) };
  });
}

export interface PictureEntry extends PictureConfig {
  readonly codec: string | null;
}

/** Fixed fields of a VisualSampleEntry (12.1.3) before its boxes. */
const VISUAL_BYTES = 78;

/** Throws `MalformedBox` when the entry is shorter than its fixed fields. */
export function readPictureEntry({ type, body }: SampleEntry): PictureEntry {
  const stored = { width: positive(u16(body, 24)), height: positive(u16(body, 26)) };
  const children = body.subarray(VISUAL_BYTES);
  const config = readConfig(children);
  return {
    ...config,
    codec: PICTURE_CODECS[type] ?? objectTypeCodec(findBox(children, 'esds')),
    profile: config.profile ?? PRORES_PROFILES[type] ?? null,
    // The parameter set knows its cropping; the entry's size is the writer's word.
    width: config.width ?? stored.width,
    height: config.height ?? stored.height,
    sampleAspectRatio: pixelAspect(findBox(children, 'pasp')) ?? config.sampleAspectRatio,
  };
}

function readConfig(children: Buffer): PictureConfig {
  for (const box of childBoxes(children)) {
    const read = CONFIG_READERS[box.type];
    if (read !== undefined) return lenient(() => read(box.body)) ?? UNKNOWN_CONFIG;
  }
  return UNKNOWN_CONFIG;
}

function pixelAspect(pasp: Buffer | null): string | null {
  return pasp && lenient(() => ratioText(u32(pasp, 0), u32(pasp, 4)));
}

function objectTypeCodec(esds: Buffer | null): string | null {
  const descriptor = esds && parseEsds(esds);
  return descriptor ? (OBJECT_TYPES[descriptor.objectType] ?? null) : null;
}

export interface SoundEntry {
  readonly codec: string | null;
  readonly channels: number | null;
  readonly sampleRate: number | null;
  /** What the descriptor claims, in bits a second. */
  readonly statedBitRate: number | null;
  /** Bytes of one sample of all channels; `null` for compressed sound. */
  readonly pcmFrameBytes: number | null;
}

/** Entries of these codecs hold 2 whatever the stream has (ETSI TS 102 366 F.3, ISO/IEC 14496-14 5.6). */
const TEMPLATE_CHANNELS = new Set(['ac3', 'eac3', 'dts', 'mp3']);

interface SoundHeader {
  readonly channels: number;
  readonly bits: number;
  readonly sampleRate: number;
  /** Where the boxes inside the entry begin. */
  readonly childrenAt: number;
  /** `lpcm` only. */
  readonly flags: number | null;
}

/** Throws `MalformedBox` when the entry is shorter than its fixed fields. */
export function readSoundEntry({ type, body }: SampleEntry): SoundEntry {
  const header = readSoundHeader(body);
  const children = body.subarray(header.childrenAt);
  const descriptor = findDescriptor(children);
  const pcm = type === 'lpcm' ? lpcmCodec(header) : pcmCodec(type, header.bits, bigEndian(children));
  const codec = pcm ?? SOUND_CODECS[type] ?? (descriptor && OBJECT_TYPES[descriptor.objectType]) ?? null;
  const stated = codec !== null && TEMPLATE_CHANNELS.has(codec) ? null : positive(header.channels);
  return {
    codec,
    channels: descriptor?.audio?.channels ?? stated,
    sampleRate: descriptor?.audio?.sampleRate ?? positive(header.sampleRate),
    statedBitRate: descriptor?.averageBitRate ?? null,
    pcmFrameBytes: pcm === null ? null : header.channels * Math.ceil(pcmBits(type, header.bits) / 8),
  };
}

/** ISO has one layout (12.2.3); QuickTime's versions 1 and 2 add fields behind it. */
function readSoundHeader(body: Buffer): SoundHeader {
  const version = u16(body, 8);
  const base = { channels: u16(body, 16), bits: u16(body, 18), sampleRate: u32(body, 24) >>> 16, flags: null };
  if (version !== 2) return { ...base, childrenAt: version === 1 ? 44 : 28 };
  const sampleRate = Math.round(body.subarray(32, 40).length === 8 ? body.readDoubleBE(32) : 0);
  return { channels: u32(body, 40), bits: u32(body, 48), sampleRate, childrenAt: 64, flags: u32(body, 52) };
}

/** In QuickTime the descriptor hides inside `wave`. */
function findDescriptor(children: Buffer): StreamDescriptor | null {
  const esds = findBox(children, 'esds') ?? findBox(children, 'wave', 'esds');
  return esds && parseEsds(esds);
}

function bigEndian(children: Buffer): boolean | null {
  const enda = findBox(children, 'wave', 'enda');
  return enda && lenient(() => u16(enda, 0) === 0);
}

/** Linear PCM of QuickTime's version 2: bit 0 floating point, bit 1 big-endian, bit 2 signed. */
function lpcmCodec({ bits, flags }: SoundHeader): string {
  const set = flags ?? 0;
  const kind = (set & 1) !== 0 ? 'f' : (set & 4) !== 0 ? 's' : 'u';
  if (bits <= 8) return `pcm_${kind}8`;
  return `pcm_${kind}${bits}${(set & 2) === 0 ? 'le' : 'be'}`;
}

/** `in24` and its like may leave the field of bits at 16. */
function pcmBits(type: string, bits: number): number {
  const named = /^(?:in|fl)(24|32|64)$/.exec(type);
  return named === null ? bits : Number(named[1]);
}

function positive(value: number): number | null {
  return value > 0 ? value : null;
}
