/** The lines of a bag's tag file (RFC 8493, 2.3), in the encoding that the bag declares. */
import { TextDecoder } from 'node:util';

/** What is decoded at a time, so that a list of many megabytes is never held as text as well. */
const CHUNK_BYTES = 64 * 1024;
/** RFC 8493 sets no limit; a line past this one is given in parts, none of which any reader can use. */
const MAX_LINE_LENGTH = 256 * 1024;
const LINE_BREAK = /\r\n|\r(?!$)|\n/;

/** Lines end in LF, CR or CRLF; the last may end without. @param encoding `null`: UTF-8 */
export function* tagLines(bytes: Buffer, encoding: string | null): Generator<string> {
  const decode = decoderOf(bytes, encoding);
  let rest = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const isLast = at + CHUNK_BYTES >= bytes.length;
    const lines = (rest + decode(bytes.subarray(at, at + CHUNK_BYTES), !isLast)).split(LINE_BREAK);
    rest = lines.pop() as string;
    yield* lines;
    if (rest.length > MAX_LINE_LENGTH) {
      yield rest;
      rest = '';
    }
  }
  if (rest !== '') yield rest.endsWith('\r') ? rest.slice(0, -1) : rest;
}

type Decode = (chunk: Buffer, more: boolean) => string;

/** An encoding that this platform does not know is read as UTF-8: what is ASCII in it reads the same. */
function decoderOf(bytes: Buffer, encoding: string | null): Decode {
  const label = (encoding ?? 'utf-8').trim().toLowerCase();
  // The platform takes Latin-1 for Windows-1252, which differs in 32 characters.
  if (/^(?:iso[-_]?8859-1|latin-?1)$/.test(label)) return (chunk) => chunk.toString('latin1');
  const decoder = knownDecoder(label === 'utf-16' ? utf16Of(bytes) : label) ?? new TextDecoder();
  return (chunk, more) => decoder.decode(chunk, { stream: more });
}

/** By its byte order mark; without one it is big-endian (RFC 2781, 4.3), which the platform does not assume. */
function utf16Of(bytes: Buffer): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be';
}

function knownDecoder(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}
