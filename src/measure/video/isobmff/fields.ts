/** Big-endian fields of a box, checked: a box that is too short for its own fields is `MalformedBox`, never a RangeError. */

export class MalformedBox extends Error {
  override readonly name = 'MalformedBox';
}

export function u8(body: Buffer, offset: number): number {
  return body.readUInt8(within(body, offset, 1));
}

export function u16(body: Buffer, offset: number): number {
  return body.readUInt16BE(within(body, offset, 2));
}

export function u32(body: Buffer, offset: number): number {
  return body.readUInt32BE(within(body, offset, 4));
}

export function i32(body: Buffer, offset: number): number {
  return body.readInt32BE(within(body, offset, 4));
}

/** As a number: past 2^53 only the magnitude holds, which is enough to see that it is absurd. */
export function u64(body: Buffer, offset: number): number {
  return Number(body.readBigUInt64BE(within(body, offset, 8)));
}

export function i64(body: Buffer, offset: number): number {
  return Number(body.readBigInt64BE(within(body, offset, 8)));
}

export function fourCC(body: Buffer, offset: number): string {
  return body.toString('latin1', within(body, offset, 4), offset + 4);
}

/** The fields of something that may be left out: `null` when it is malformed. */
export function lenient<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof MalformedBox) return null;
    throw error;
  }
}

function within(body: Buffer, offset: number, length: number): number {
  if (offset < 0 || offset + length > body.length)
    throw new MalformedBox(`a field ends at ${offset + length} of ${body.length} bytes`);
  return offset;
}
