/** Text of a .docx (ECMA-376 part 1, WordprocessingML), by its own light reader: only the main part is inflated. */
import { open } from 'node:fs/promises';
import type { DocumentFacts, Measured } from '../../model/facts.ts';
import { countCharacters } from '../../util/count-characters.ts';
import { OLE2_SIGNATURE } from '../../util/ole2.ts';
import { localName, readAttribute, scanXml, XmlError } from '../../util/xml-scan.ts';
import { type GuardedZip, openZip, ZipError } from '../../util/zip-guard.ts';
import { failed } from '../text/failure.ts';
import type { FileSource } from '../text/read-whole.ts';

const USUAL_MAIN_PART = 'word/document.xml';
/**
 * Holds what is in the text a second time: the fallback of a drawing for old readers, and the place a tracked move came
 * from. Deleted text has an element of its own (`w:delText`) and needs no care.
 */
const REPEATS = new Set(['Fallback', 'moveFrom']);

/** Fails with 'encrypted', 'damaged', 'too-large' or 'unreadable'. */
export async function readDocx({ location }: FileSource): Promise<Measured<DocumentFacts>> {
  try {
    if (await isCompoundFile(location)) return failed('encrypted');
    const xml = await readMainPart(location);
    if (xml === null) return failed('damaged', `no ${USUAL_MAIN_PART}`);
    return { ok: true, value: { kind: 'document', format: 'docx', characters: countTextRuns(xml), pages: null } };
  } catch (error) {
    if (error instanceof ZipError) return failed(error.reason, error);
    return failed(error instanceof XmlError ? 'damaged' : 'unreadable', error);
  }
}

/** Characters in the text runs (`w:t`, and `m:t` of formulas) of a main part. Throws XmlError. */
export function countTextRuns(xml: string): number {
  let characters = 0;
  let repeats = 0;
  let inRun = false;
  scanXml(xml, {
    open(name) {
      const local = localName(name);
      if (REPEATS.has(local)) repeats += 1;
      inRun = local === 't';
    },
    close(name) {
      if (REPEATS.has(localName(name))) repeats -= 1;
      inRun = false;
    },
    text(value) {
      if (inRun && repeats === 0) characters += countCharacters(value);
    },
  });
  return characters;
}

/** A package with a password is wrapped into an OLE2 file ([MS-OFFCRYPTO] 1.3.3). */
async function isCompoundFile(location: string | Buffer): Promise<boolean> {
  const handle = await open(location, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(OLE2_SIGNATURE.length), 0, OLE2_SIGNATURE.length, 0);
    return buffer.equals(OLE2_SIGNATURE);
  } finally {
    await handle.close();
  }
}

async function readMainPart(location: string | Buffer): Promise<string | null> {
  const zip = await openZip(location);
  try {
    const bytes = await zip.read(await findMainPart(zip));
    return bytes && decodeXml(bytes);
  } finally {
    zip.close();
  }
}

/** The package's relationships name the main part (ECMA-376 part 2, 9.3); some writers call it `document2.xml`. */
async function findMainPart(zip: GuardedZip): Promise<string> {
  const relationships = await zip.read('_rels/.rels');
  let target: string | null = null;
  if (relationships) {
    scanXml(decodeXml(relationships), {
      open(name, attributes) {
        if (localName(name) !== 'Relationship') return;
        if (readAttribute(attributes, 'Type')?.endsWith('/officeDocument')) {
          target = readAttribute(attributes, 'Target');
        }
      },
    });
  }
  const part = (target as string | null)?.replace(/^\//, '') ?? USUAL_MAIN_PART;
  return zip.names.includes(part) ? part : USUAL_MAIN_PART;
}

/** Parts are UTF-8 or UTF-16 (ECMA-376 part 2, 8.1.2). */
function decodeXml(bytes: Buffer): string {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
