/** An xlsx file taken apart within limits: the parts of its archive, and its worksheets in order. */
import { asBuffer } from '../util/as-buffer.ts';
import type { Parts } from '../util/xlsx-parts.ts';
import { localName, readAttribute, scanXml, XmlError } from '../util/xml-scan.ts';
import { openZipBytes, ZIP_LIMITS, ZipError } from '../util/zip-guard.ts';
import { SheetError } from './sheet-fault.ts';

const LIMITS = { ...ZIP_LIMITS, maxEntries: 2_000, maxTotalBytes: 64 << 20 };
const OLE_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** MS-OFFCRYPTO 2.3.4: an encrypted document is an OLE file with this stream. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

/** Throws SheetError for anything but an archive with a workbook in it. */
export async function openParts(bytes: Uint8Array): Promise<Parts> {
  const buffer = asBuffer(bytes);
  if (buffer.subarray(0, OLE_SIGNATURE.length).equals(OLE_SIGNATURE)) {
    throw new SheetError(buffer.includes(ENCRYPTED_STREAM) ? 'encrypted' : 'old-xls');
  }
  if (buffer.toString('latin1', 0, 2) !== 'PK') throw new SheetError('not-xlsx');
  try {
    const parts = await inflateParts(buffer);
    if (!parts.has(WORKBOOK)) throw new SheetError('not-xlsx');
    return parts;
  } catch (error) {
    if (error instanceof ZipError) throw new SheetError(error.reason, error);
    throw error;
  }
}

async function inflateParts(buffer: Buffer): Promise<Map<string, Uint8Array>> {
  const zip = await openZipBytes(buffer, LIMITS);
  const parts = new Map<string, Uint8Array>();
  for (const name of zip.names) {
    const content = await zip.read(name);
    if (content !== null) parts.set(name, content);
  }
  zip.close();
  return parts;
}

const WORKBOOK = 'xl/workbook.xml';
const WORKBOOK_RELATIONS = 'xl/_rels/workbook.xml.rels';

/** Names of the parts that hold the worksheets, in the order of the tabs. */
export function listWorksheets(parts: Parts): string[] {
  const targets = new Map<string, string>();
  forEachTag(parts, WORKBOOK_RELATIONS, 'Relationship', (attributes) => {
    const target = readAttribute(attributes, 'Target');
    const isSheet = readAttribute(attributes, 'Type')?.endsWith('/worksheet') === true;
    const id = readAttribute(attributes, 'Id');
    if (target !== null && id !== null && isSheet) targets.set(id, partName(target));
  });
  const names: string[] = [];
  forEachTag(parts, WORKBOOK, 'sheet', (attributes) => {
    const name = targets.get(/:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '');
    if (name !== undefined && parts.has(name)) names.push(name);
  });
  return names;
}

/** The text of a part; empty when there is none. */
export function partText(parts: Parts, name: string): string {
  return new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
}

/** A relation's target counts from `xl/`, or from the archive's root when it begins with `/`. */
function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function forEachTag(parts: Parts, part: string, wanted: string, visit: (attributes: string) => void): void {
  try {
    scanXml(partText(parts, part), {
      open: (name, attributes) => {
        if (localName(name) === wanted) visit(attributes);
      },
    });
  } catch (error) {
    if (error instanceof XmlError) throw new SheetError('damaged', error);
    throw error;
  }
}
