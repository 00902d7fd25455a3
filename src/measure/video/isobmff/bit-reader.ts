/** Bits of a parameter set, most significant first, with the codes of ITU-T H.264 clause 9.1. */
import { MalformedBox } from './fields.ts';

export interface BitReader {
  bits(count: number): number;
  flag(): boolean;
  /** ue(v), an unsigned Exp-Golomb code. */
  unsigned(): number;
  /** se(v), a signed Exp-Golomb code. */
  signed(): number;
}

export function bitReader(bytes: Buffer): BitReader {
  let position = 0;
  const bits = (count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i += 1) {
      const byte = bytes[position >> 3];
      if (byte === undefined) throw new MalformedBox('a parameter set ends early');
      value = value * 2 + ((byte >> (7 - (position & 7))) & 1);
      position += 1;
    }
    return value;
  };
  const unsigned = (): number => {
    let zeros = 0;
    while (bits(1) === 0) {
      zeros += 1;
      if (zeros > 31) throw new MalformedBox('an Exp-Golomb code is too long');
    }
    return 2 ** zeros - 1 + bits(zeros);
  };
  const signed = (): number => {
    const code = unsigned();
    return code % 2 === 1 ? (code + 1) / 2 : -code / 2;
  };
  return { bits, flag: () => bits(1) === 1, unsigned, signed };
}

/** A NAL unit without its emulation prevention bytes (H.264 7.4.1: 00 00 03 stands for 00 00). */
export function withoutEmulation(nal: Buffer): Buffer {
  const kept: number[] = [];
  let zeros = 0;
  for (const byte of nal) {
    if (zeros >= 2 && byte === 3) {
      zeros = 0;
      continue;
    }
    zeros = byte === 0 ? zeros + 1 : 0;
    kept.push(byte);
  }
  return Buffer.from(kept);
}
