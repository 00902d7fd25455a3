/** Facts of a binary .doc ([MS-DOC]). Runs in the document process: word-extractor follows what the file says. */
import { type DocumentExtras, type DocumentFacts, NO_EXTRAS } from '../../model/document-facts.ts';
import type { Measured } from '../../model/facts.ts';
import type { TextPart } from '../../model/text-facts.ts';
import { TextCollector } from '../../text/document/collect.ts';
import { collectedFacts } from '../../text/document/facts.ts';
import { describePeople } from '../../text/document/people.ts';
import { readAtBytes } from '../../util/byte-source.ts';
import { MINI_STREAM_CUTOFF_BYTES, type Ole2Entry, readOle2Root } from '../../util/ole2.ts';
import { failed } from '../text/failure.ts';
import { type FileSource, readWhole } from '../text/read-whole.ts';
import { readPropertySet } from './property-set.ts';

const MAX_DOC_BYTES = 64 * 1024 * 1024;
/** FibBase ([MS-DOC] 2.5.2): `wIdent` of Word 97 and later, and `fEncrypted` in the flags. */
const FIB_IDENT = 0xa5ec;
const FIB_FLAGS_OFFSET = 10;
const FIB_ENCRYPTED = 0x0100;
/** `lcbPlcfandRef` (2.5.6): a position for each comment and one more, and 30 bytes for each. */
const FIB_COMMENTS_OFFSET = 0xbe;
const FIB_BYTES = FIB_COMMENTS_OFFSET + 4;
/** Storages that hold code and objects of other programs. */
const MACRO_STORAGES = ['Macros', '_VBA_PROJECT_CUR'];
const OBJECT_STORAGE = 'ObjectPool';

/** Fails with 'encrypted', 'damaged', 'too-large' or 'unreadable'. */
export async function readDoc(source: FileSource): Promise<Measured<DocumentFacts>> {
  const bytes = await readWhole(source, MAX_DOC_BYTES);
  if (!bytes.ok) return bytes;
  const entries = (await readOle2Root(readAtBytes(bytes.value))) ?? [];
  const fib = readFib(bytes.value, entries);
  if (fib !== null && (fib.readUInt16LE(FIB_FLAGS_OFFSET) & FIB_ENCRYPTED) !== 0) return failed('encrypted');
  try {
    const collected = await collectText(bytes.value);
    const extras = readExtras(bytes.value, entries, fib, collected);
    return { ok: true, value: collectedFacts({ format: 'doc', collected, extras }) };
  } catch {
    // What the library says of it is no help to anybody who reads a report.
    return failed('damaged');
  }
}

/** The start of the main stream; a main stream is never so small that it lies in the mini stream. */
function readFib(bytes: Buffer, entries: readonly Ole2Entry[]): Buffer | null {
  const main = entries.find(({ name }) => name === 'WordDocument');
  if (!main || main.sizeBytes < MINI_STREAM_CUTOFF_BYTES) return null;
  const fib = bytes.subarray(main.offset, main.offset + FIB_BYTES);
  return fib.length === FIB_BYTES && fib.readUInt16LE(0) === FIB_IDENT ? fib : null;
}

/** Paragraphs are counted part by part, those with text only; the cells of a table stand in one, tabs between them. */
async function collectText(bytes: Buffer): Promise<TextCollector> {
  const { default: WordExtractor } = await import('word-extractor');
  const document = await new WordExtractor().extract(bytes);
  // Left as it is, quotation marks and dashes stay what they are.
  const asIs = { filterUnicode: false };
  const texts: readonly (readonly [TextPart | undefined, string])[] = [
    [undefined, document.getBody(asIs)],
    ['text-box', document.getTextboxes({ ...asIs, includeHeadersAndFooters: false })],
    ['footnote', document.getFootnotes(asIs)],
    ['endnote', document.getEndnotes(asIs)],
    ['header', document.getHeaders({ ...asIs, includeFooters: false })],
    ['footer', document.getFooters(asIs)],
    ['comment', document.getAnnotations(asIs)],
  ];
  const collected = new TextCollector();
  for (const [part, text] of texts) {
    const paragraphs = text.split('\n').filter((paragraph) => /\S/.test(paragraph));
    for (const [index, paragraph] of paragraphs.entries()) {
      collected.add({ text: paragraph, at: { paragraph: index + 1, ...(part === undefined ? {} : { part }) } });
    }
  }
  return collected;
}

function readExtras(
  bytes: Buffer,
  entries: readonly Ole2Entry[],
  fib: Buffer | null,
  collected: TextCollector,
): DocumentExtras {
  const summary = readPropertySet(bytes, entries, '\u0005SummaryInformation');
  const more = readPropertySet(bytes, entries, '\u0005DocumentSummaryInformation');
  // [MS-OLEPS] 3.1: title, subject, keywords, comments.
  for (const id of [2, 3, 5, 6]) collected.add({ text: summary.get(id) ?? '', at: { part: 'properties' } });
  const comments = fib === null ? 0 : Math.floor((fib.readUInt32LE(FIB_COMMENTS_OFFSET) - 4) / 34);
  const commented = collected.blocks.filter(({ at }) => at.part === 'comment').length;
  return {
    ...NO_EXTRAS,
    // A comment has a paragraph at least: so much for a number that was made up.
    comments: Math.max(Math.min(comments, commented), 0),
    people: describePeople([
      ['author', summary.get(4) ?? null],
      ['last-saved-by', summary.get(8) ?? null],
      ['company', more.get(15) ?? null],
      ['manager', more.get(14) ?? null],
    ]),
    macros: namesOf(entries, MACRO_STORAGES),
    embedded: namesOf(entries, [OBJECT_STORAGE]),
  };
}

function namesOf(entries: readonly Ole2Entry[], wanted: readonly string[]): string[] {
  return entries.filter(({ name, hasEntries }) => hasEntries && wanted.includes(name)).map(({ name }) => name);
}
