/** What an OLE2 compound file holds, by the streams under its root. */
import { extname } from 'node:path';
import type { ContentType } from '../../model/facts.ts';
import type { ReadAt } from '../../util/byte-source.ts';
import { OLE2_SIGNATURE, readOle2Root } from '../../util/ole2.ts';

const BY_STREAM: readonly { readonly stream: string; readonly type: ContentType }[] = [
  { stream: 'WordDocument', type: { kind: 'document', format: 'doc' } },
  { stream: 'PowerPoint Document', type: { kind: 'slides', format: 'ppt' } },
  { stream: 'Workbook', type: { kind: 'spreadsheet', format: 'xls' } },
  { stream: 'Book', type: { kind: 'spreadsheet', format: 'xls' } },
  // Microsoft Works; Kingsoft's .wps has Word's own streams.
  { stream: 'MatOST', type: { kind: 'document', format: 'wps' } },
];
/** Cut off before its directory, nothing but the name is left to say what it was; the reader finds the damage. */
const BROKEN_BY_EXTENSION: Readonly<Record<string, ContentType>> = {
  '.doc': { kind: 'document', format: 'doc' },
  '.wps': { kind: 'document', format: 'wps' },
};
/** [MS-OFFCRYPTO] 2.3.4.4: the whole OOXML package is inside, so nothing but the name says which it is. */
const ENCRYPTED_PACKAGE = 'EncryptedPackage';
const ENCRYPTED_BY_EXTENSION: Readonly<Record<string, ContentType>> = {
  '.xlsx': { kind: 'spreadsheet', format: 'xlsx' },
  '.pptx': { kind: 'slides', format: 'pptx' },
};

export async function detectOle2(head: Buffer, name: string, readAt: ReadAt): Promise<ContentType | null> {
  if (!head.subarray(0, OLE2_SIGNATURE.length).equals(OLE2_SIGNATURE)) return null;
  const extension = extname(name).toLowerCase();
  const streams = new Set((await readOle2Root(readAt))?.map((entry) => entry.name));
  if (streams.has(ENCRYPTED_PACKAGE)) {
    return ENCRYPTED_BY_EXTENSION[extension] ?? { kind: 'document', format: 'docx' };
  }
  const type = BY_STREAM.find(({ stream }) => streams.has(stream))?.type;
  if (type?.format === 'doc' && extension === '.wps') return { kind: 'document', format: 'wps' };
  const broken = streams.size === 0 ? BROKEN_BY_EXTENSION[extension] : undefined;
  return type ?? broken ?? { kind: 'unknown', format: 'ole2' };
}
