const LINE_FEED = 0x0a;

/** The lines of a text in bytes, one at a time, without the line feed that ends each. */
export function* byteLines(bytes: Buffer): Generator<Buffer, undefined> {
  for (let from = 0, to = bytes.indexOf(LINE_FEED); to >= 0; from = to + 1, to = bytes.indexOf(LINE_FEED, from)) {
    yield bytes.subarray(from, to);
  }
}
