/** Text of a binary .doc ([MS-DOC]). Runs in the document process: word-extractor follows what the file says. */
import type { DocumentFacts, Measured } from '../../model/facts.ts';
import { readAtBytes } from '../../util/byte-source.ts';
import { countCharacters } from '../../util/count-characters.ts';
import { readOle2Root } from '../../util/ole2.ts';
import { failed } from '../text/failure.ts';
import { type FileSource, readWhole } from '../text/read-whole.ts';

const MAX_DOC_BYTES = 64 * 1024 * 1024;
/** Streams below this live in the mini stream ([MS-CFB] 2.2, Mini Stream Cutoff Size); a main stream is never so small. */
const MINI_STREAM_CUTOFF_BYTES = 4096;
/** FibBase ([MS-DOC] 2.5.2): `wIdent` of Word 97 and later, and `fEncrypted` in the flags. */
const FIB_IDENT = 0xa5ec;
const FIB_FLAGS_OFFSET = 10;
const FIB_ENCRYPTED = 0x0100;

/** Fails with 'encrypted', 'damaged', 'too-large' or 'unreadable'. */
export async function readDoc(source: FileSource): Promise<Measured<DocumentFacts>> {
  const bytes = await readWhole(source, MAX_DOC_BYTES);
  if (!bytes.ok) return bytes;
  if (await isEncrypted(bytes.value)) return failed('encrypted');
  try {
    const { default: WordExtractor } = await import('word-extractor');
    const document = await new WordExtractor().extract(bytes.value);
    const text = document.getBody() + document.getTextboxes({ includeHeadersAndFooters: false });
    return { ok: true, value: { kind: 'document', format: 'doc', characters: countCharacters(text), pages: null } };
  } catch (error) {
    return failed('damaged', error);
  }
}

async function isEncrypted(bytes: Buffer): Promise<boolean> {
  const main = (await readOle2Root(readAtBytes(bytes)))?.find((entry) => entry.name === 'WordDocument');
  if (!main || main.sizeBytes < MINI_STREAM_CUTOFF_BYTES) return false;
  const fib = bytes.subarray(main.offset, main.offset + FIB_FLAGS_OFFSET + 2);
  if (fib.length < FIB_FLAGS_OFFSET + 2 || fib.readUInt16LE(0) !== FIB_IDENT) return false;
  return (fib.readUInt16LE(FIB_FLAGS_OFFSET) & FIB_ENCRYPTED) !== 0;
}
