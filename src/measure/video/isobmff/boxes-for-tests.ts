/** Builds ISO base media files in memory. Used by tests only. */

export function box(type: string, ...parts: readonly (Buffer | number[])[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return Buffer.concat([u32(8 + body.length), Buffer.from(type, 'latin1'), body]);
}

export function fullBox(type: string, ...parts: readonly (Buffer | number[])[]): Buffer {
  return box(type, u32(0), ...parts);
}

export function u16(...values: readonly number[]): Buffer {
  return Buffer.concat(values.map((value) => Buffer.from([(value >> 8) & 0xff, value & 0xff])));
}

export function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    bytes.writeUInt32BE(value >>> 0, index * 4);
  });
  return bytes;
}

const ONE = 0x10000;
/** First two rows of a matrix that turns clockwise. */
const TURNS = {
  0: [ONE, 0, 0, 0, ONE, 0],
  90: [0, ONE, 0, -ONE, 0, 0],
  180: [-ONE, 0, 0, 0, -ONE, 0],
  270: [0, -ONE, 0, ONE, 0, 0],
};

function matrix(turn: keyof typeof TURNS): Buffer {
  return u32(...TURNS[turn], 0, 0, 0x40000000);
}

export interface TrackPlan {
  readonly id?: number;
  readonly handler?: string;
  /** `null` leaves the sample description out. */
  readonly entry?: Buffer | null;
  readonly timescale?: number;
  /** `stts`: (count, delta). */
  readonly times?: readonly (readonly [number, number])[];
  readonly sizes?: readonly number[];
  /** Samples in every chunk. */
  readonly perChunk?: number;
  readonly chunks?: readonly number[];
  /** `elst`: (duration in ms, media time). */
  readonly edits?: readonly (readonly [number, number])[];
  readonly turn?: keyof typeof TURNS;
  readonly language?: string;
  readonly chapterTrack?: number;
}

/** A second of 25 frames unless the plan says otherwise. */
export function trak(plan: TrackPlan = {}): Buffer {
  const { id = 1, handler = 'vide', entry = visualEntry('avc1'), timescale = 25, turn = 0 } = plan;
  const { times = [[25, 1]], sizes = [], perChunk = 1, chunks = [], edits, chapterTrack, language = 'und' } = plan;
  const packed = [...language].reduce((sum, letter) => sum * 32 + letter.charCodeAt(0) - 0x60, 0);
  const stbl = box(
    'stbl',
    entry === null ? [] : fullBox('stsd', u32(1), entry),
    fullBox('stts', u32(times.length, ...times.flat())),
    fullBox('stsc', u32(1, 1, perChunk, 1)),
    fullBox('stsz', u32(0, sizes.length, ...sizes)),
    fullBox('stco', u32(chunks.length, ...chunks)),
  );
  return box(
    'trak',
    fullBox('tkhd', u32(0, 0, id, 0, 0, 0, 0, 0, 0), matrix(turn), u32(0, 0)),
    edits === undefined
      ? []
      : box('edts', fullBox('elst', u32(edits.length, ...edits.flatMap((edit) => [...edit, ONE])))),
    chapterTrack === undefined ? [] : box('tref', box('chap', u32(chapterTrack))),
    box(
      'mdia',
      fullBox('mdhd', u32(0, 0, timescale, 0), u16(packed, 0)),
      fullBox('hdlr', u32(0), Buffer.from(handler, 'latin1'), u32(0, 0, 0)),
      box('minf', stbl),
    ),
  );
}

export function moov(...parts: readonly Buffer[]): Buffer {
  const mvhd = fullBox('mvhd', u32(0, 0, 1000, 0, ONE), Buffer.alloc(12), matrix(0), Buffer.alloc(28));
  return box('moov', mvhd, ...parts);
}

export function ftyp(major: string, ...compatible: readonly string[]): Buffer {
  return box('ftyp', Buffer.from(major, 'latin1'), u32(0), Buffer.from(compatible.join(''), 'latin1'));
}

/** 320 by 180 as the entry says. */
export function visualEntry(type: string, ...children: readonly Buffer[]): Buffer {
  return box(type, Buffer.alloc(24), u16(320, 180), Buffer.alloc(50), ...children);
}

/** Two channels of 16 bits at 48 kHz. */
export function soundEntry(type: string, ...children: readonly Buffer[]): Buffer {
  return box(type, Buffer.alloc(16), u16(2, 16, 0, 0, 48000, 0), ...children);
}

/** AAC LC, mono, 48 kHz, as ffmpeg writes it. */
export const AAC_ESDS = box(
  'esds',
  Buffer.from('0000000003808080250002000480808017401500000000011014000110140580808005118856e500068080800102', 'hex'),
);

/** 1920 by 1080, 4:2:0, 8 bits, frames only, pixels 1:1; as x264 writes it for level 4.0. */
export const AVC_1080P = box(
  'avcC',
  Buffer.from('0142c028ffe100196742c028da01e0089f97011000000300100000030320f1832a', 'hex'),
);

export const INTERLACED_AVC = box(
  'avcC',
  Buffer.from('01640015ffe1001967640015acd941433f260220000003002000000643e28532c0', 'hex'),
);
