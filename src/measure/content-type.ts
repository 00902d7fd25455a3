/**
 * What a file is, by its content. The name decides only between formats whose bytes are alike: txt and md, doc and wps,
 * and what an encrypted or cut-off Office file held. Damage is not looked for: the reader of the kind finds it.
 */
import type { ContentType } from '../model/facts.ts';
import { asBuffer } from '../util/as-buffer.ts';
import { type ReadAt, readAtBytes } from '../util/byte-source.ts';
import { detectIsobmff } from './content-type/isobmff.ts';
import { detectMpeg } from './content-type/mpeg.ts';
import { detectOle2 } from './content-type/ole2.ts';
import { detectSignature } from './content-type/signatures.ts';
import { detectText } from './content-type/text.ts';
import { detectZip } from './content-type/zip.ts';

/** How many bytes from the start `detectContentType` wants; a shorter file is given whole. */
export const CONTENT_HEAD_BYTES = 64 * 1024;

const UNKNOWN: ContentType = { kind: 'unknown', format: null };
/** Readers accept a PDF's header within this distance of the start (ISO 32000-1, Annex H.3, note 13). */
const PDF_JUNK_BYTES = 1024;
const PDF_HEADER_BYTES = 8;
/** On its own, not within a line that speaks of PDF; MacBinary headers end in NUL, byte order marks in BF. */
const PDF_AFTER_JUNK = /(?:^\s+|[\r\n\0\xbf])%PDF-\d\.\d/;
/** A page with a PDF behind it is a page: the first signature wins. */
const HTML_START = /^\s*<(?:!doctype|html)/i;

/**
 * @param head the first `CONTENT_HEAD_BYTES` bytes, or all there are
 * @param name the file's name, with its extension
 * @param readAt for directories that lie elsewhere in the file (ZIP, OLE2); without it only the head is seen
 */
export async function detectContentType(
  head: Uint8Array,
  sizeBytes: number,
  name: string,
  readAt: ReadAt = readAtBytes(head),
): Promise<ContentType> {
  if (sizeBytes === 0 || head.length === 0) return { kind: 'empty', format: null };
  const bytes = asBuffer(head);
  return (
    detectSignature(bytes) ??
    (await detectZip(bytes, sizeBytes, readAt)) ??
    (await detectOle2(bytes, name, readAt)) ??
    detectIsobmff(bytes, sizeBytes) ??
    detectMpeg(bytes) ??
    detectPdfAfterJunk(bytes) ??
    detectText(bytes, sizeBytes, name) ??
    UNKNOWN
  );
}

function detectPdfAfterJunk(head: Buffer): ContentType | null {
  const start = head.toString('latin1', 0, PDF_JUNK_BYTES + PDF_HEADER_BYTES);
  const isPdf = PDF_AFTER_JUNK.test(start) && !HTML_START.test(start);
  return isPdf ? { kind: 'document', format: 'pdf' } : null;
}
