/** The records of a ZIP as they are read (PKWARE APPNOTE 6.3.10, 4.3): signatures, fixed lengths, numbers. */

export const LOCAL_SIGNATURE = 0x04034b50;
export const LOCAL_BYTES = 30;
export const DESCRIPTOR_SIGNATURE = 0x08074b50;
export const CENTRAL_SIGNATURE = 0x02014b50;
export const CENTRAL_BYTES = 46;
export const END_BYTES = 22;
export const END64_SIGNATURE = 0x06064b50;
export const END64_BYTES = 56;
export const LOCATOR64_SIGNATURE = 0x07064b50;
export const LOCATOR64_BYTES = 20;

/** In a field of 16 or 32 bits: the number stands in a ZIP64 field or record (APPNOTE 4.4.1.4). */
export const MAX_16 = 0xffff;
export const MAX_32 = 0xffffffff;

/** Bits of the general purpose flag (APPNOTE 4.4.4). */
export const FLAG = { encrypted: 1 << 0, descriptor: 1 << 3, strongEncryption: 1 << 6, utf8: 1 << 11, masked: 1 << 13 };

export const STORED = 0;
export const DEFLATED = 8;

/** Past 2^53 the last bits are lost: such a number lies out of bounds anyway. */
export function readUInt64(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 2 ** 32;
}

/** `null` where the bytes end before it. */
export function uint32At(bytes: Buffer, at: number): number | null {
  return at >= 0 && at + 4 <= bytes.length ? bytes.readUInt32LE(at) : null;
}
