/** What a ZIP holds: an office document in one of its packagings, or just files. */
import type { ContentType } from '../../model/facts.ts';
import type { ReadAt } from '../../util/byte-source.ts';
import { listZipNames } from '../../util/zip-names.ts';

/** Local header, end record of an empty archive, and the marker of a split one (APPNOTE 4.3.7, 4.3.16, 8.5.3). */
const STARTS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

const ARCHIVE: ContentType = { kind: 'archive', format: 'zip' };
const OOXML_PARTS = ['[Content_Types].xml', '_rels/.rels'];
/** The folder of the main part, by the application that writes it; the package's own files come beside it. */
const OOXML_FOLDERS: readonly { readonly folder: string; readonly type: ContentType }[] = [
  { folder: 'word/', type: { kind: 'document', format: 'docx' } },
  { folder: 'xl/', type: { kind: 'spreadsheet', format: 'xlsx' } },
  { folder: 'ppt/', type: { kind: 'slides', format: 'pptx' } },
];
/** OpenDocument 1.2 part 3, 3.3: an uncompressed first entry holds the type, so that it can be read in place. */
const MIMETYPE_ENTRY = 'mimetype';
const MIMETYPE_OFFSET = 38;
const MIMETYPES: Readonly<Record<string, ContentType>> = {
  'application/vnd.oasis.opendocument.text': { kind: 'document', format: 'odt' },
  'application/vnd.oasis.opendocument.spreadsheet': { kind: 'spreadsheet', format: 'ods' },
  'application/vnd.oasis.opendocument.presentation': { kind: 'slides', format: 'odp' },
  'application/epub+zip': { kind: 'document', format: 'epub' },
};

export async function detectZip(head: Buffer, sizeBytes: number, readAt: ReadAt): Promise<ContentType | null> {
  if (!STARTS.includes(head.toString('latin1', 0, 4))) return null;
  const names = await listZipNames(head, sizeBytes, readAt);
  return detectOoxml(names) ?? detectMimetype(head) ?? detectByEntry(names) ?? ARCHIVE;
}

function detectOoxml(names: readonly string[]): ContentType | null {
  // Either will do: of a package that was cut off, one may be lost.
  const isPackage = OOXML_PARTS.some((part) => names.includes(part));
  const inOrder = names.flatMap((name) => OOXML_FOLDERS.filter(({ folder }) => name.startsWith(folder)));
  return isPackage ? (inOrder[0]?.type ?? null) : null;
}

function detectMimetype(head: Buffer): ContentType | null {
  if (head.toString('latin1', 30, MIMETYPE_OFFSET) !== MIMETYPE_ENTRY) return null;
  const mimetype = head.toString('latin1', MIMETYPE_OFFSET, MIMETYPE_OFFSET + head.readUInt32LE(18));
  return MIMETYPES[mimetype.trim()] ?? null;
}

/** OFD (GB/T 33190-2016, 7.1) has `OFD.xml` at its root; Apple's iWork keeps its parts as `Index/….iwa`. */
function detectByEntry(names: readonly string[]): ContentType | null {
  if (names.includes('OFD.xml')) return { kind: 'document', format: 'ofd' };
  if (!names.includes('Index/Document.iwa')) return null;
  if (names.some((name) => name.startsWith('Index/Slide'))) return { kind: 'slides', format: 'key' };
  if (names.includes('Index/CalculationEngine.iwa') && names.some((name) => name.startsWith('Index/Tables/'))) {
    return { kind: 'spreadsheet', format: 'numbers' };
  }
  return { kind: 'document', format: 'pages' };
}
