/**
 * JSON of many megabytes, parsed piece by piece from its bytes: its text as a whole, which would take twice as much again, is
 * never there.
 */

/** What is parsed at once. */
const PIECE_BYTES = 1 << 20;
/** How deep larger containers may lie in one another. */
const MAX_DEPTH = 8;

const [QUOTE, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c];
const [ARRAY, ARRAY_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The value of `bytes`, in UTF-8. @throws SyntaxError */
export function parseJsonBytes(bytes: Buffer, pieceBytes: number = PIECE_BYTES): unknown {
  return parseContainer(bytes, pieceBytes, 0);
}

function parseContainer(bytes: Buffer, pieceBytes: number, depth: number): unknown {
  if (bytes.length <= pieceBytes) return JSON.parse(bytes.toString('utf8'));
  const { start, end } = trim(bytes);
  const inside = bytes.subarray(start + 1, end - 1);
  const parse = (part: Buffer) => parseContainer(part, pieceBytes, depth + 1);
  if (depth < MAX_DEPTH && bytes[start] === ARRAY && bytes[end - 1] === ARRAY_END) {
    return splitAtCommas(inside).map(parse);
  }
  if (depth < MAX_DEPTH && bytes[start] === OBJECT && bytes[end - 1] === OBJECT_END) {
    return Object.fromEntries(splitAtCommas(inside).map((member) => parseMember(member, parse)));
  }
  throw new SyntaxError('a value is too large to be parsed');
}

function parseMember(member: Buffer, parse: (part: Buffer) => unknown): [key: string, value: unknown] {
  const colon = findOutside(member, COLON, 0);
  if (colon < 0) throw new SyntaxError('a member of an object has no value');
  const key: unknown = JSON.parse(member.toString('utf8', 0, colon));
  if (typeof key !== 'string') throw new SyntaxError('a key is no string');
  return [key, parse(member.subarray(colon + 1))];
}

/** What lies between the commas that are in no string and no container. */
function splitAtCommas(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (let comma = findOutside(bytes, COMMA, 0); comma >= 0; comma = findOutside(bytes, COMMA, start)) {
    parts.push(bytes.subarray(start, comma));
    start = comma + 1;
  }
  return [...parts, bytes.subarray(start)];
}

/** The position of a byte that is in no string and no container; -1 when there is none. */
function findOutside(bytes: Buffer, wanted: number, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === wanted && depth === 0) return at;
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (byte === ARRAY || byte === OBJECT) depth += 1;
    else if (byte === ARRAY_END || byte === OBJECT_END) depth -= 1;
  }
  return -1;
}

/** The position of the closing quote. */
function endOfString(bytes: Buffer, opening: number): number {
  let at = bytes.indexOf(QUOTE, opening + 1);
  while (at >= 0 && isEscaped(bytes, at)) at = bytes.indexOf(QUOTE, at + 1);
  if (at < 0) throw new SyntaxError('a string does not end');
  return at;
}

/** An odd number of backslashes stands before it. */
function isEscaped(bytes: Buffer, at: number): boolean {
  let first = at;
  while (bytes[first - 1] === BACKSLASH) first -= 1;
  return (at - first) % 2 === 1;
}

/** JSON's white space (RFC 8259, 2). */
const SPACE: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);

function trim(bytes: Buffer): { start: number; end: number } {
  let start = 0;
  let end = bytes.length;
  while (start < end && SPACE.has(bytes[start])) start += 1;
  while (end > start && SPACE.has(bytes[end - 1])) end -= 1;
  return { start, end };
}
