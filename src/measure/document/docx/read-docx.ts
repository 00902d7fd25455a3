/**
 * Facts of a .docx (ECMA-376, WordprocessingML), by a light reader of our own: only parts with text are inflated, within
 * limits, and nothing outside the file is ever followed.
 */
import { open } from 'node:fs/promises';
import type { DocumentExtras, DocumentFacts } from '../../../model/document-facts.ts';
import type { Measured } from '../../../model/facts.ts';
import type { TextPart } from '../../../model/text-facts.ts';
import { TextCollector } from '../../../text/document/collect.ts';
import { collectedFacts, unreadFacts } from '../../../text/document/facts.ts';
import { describePeople, type NamedPeople } from '../../../text/document/people.ts';
import { OLE2_SIGNATURE } from '../../../util/ole2.ts';
import { localName, readLocalAttribute, scanXml } from '../../../util/xml-scan.ts';
import { openZip, ZipError } from '../../../util/zip-guard.ts';
import { failed, isSystemError } from '../../text/failure.ts';
import type { FileSource } from '../../text/read-whole.ts';
import { findEmbedded, findExternals, findMacros } from './carried.ts';
import { PackageParts, type Relationship } from './package-parts.ts';
import { readProperties } from './properties.ts';
import { readStory, type StoryMarks } from './story.ts';
import { type HeadingLevels, readHeadingLevels } from './styles.ts';

const USUAL_MAIN_PART = 'word/document.xml';
/** Parts with text beside the main one, by type of relationship, in the order in which they are read. */
const STORY_PARTS: readonly (readonly [type: string, part: TextPart])[] = [
  ['header', 'header'],
  ['footer', 'footer'],
  ['footnotes', 'footnote'],
  ['endnotes', 'endnote'],
  ['diagramData', 'text-box'],
  ['comments', 'comment'],
];
/** Properties that are text of the document's own, beside those that name people. */
const TEXT_PROPERTIES = ['title', 'subject', 'keywords', 'description', 'category'];

/** Fails with 'encrypted', 'damaged', 'too-large' or 'unreadable'. */
export async function readDocx({ location }: FileSource): Promise<Measured<DocumentFacts>> {
  try {
    if (await isCompoundFile(location)) return failed('encrypted');
    const zip = await openZip(location);
    try {
      return await readPackage(new PackageParts(zip));
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof ZipError) return failed(error.reason);
    return isSystemError(error) ? failed('unreadable', error) : failed('damaged');
  }
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

async function readPackage(parts: PackageParts): Promise<Measured<DocumentFacts>> {
  const ofPackage = await parts.relationships('');
  const main = findMainPart(parts, ofPackage);
  const links = await parts.relationships(main);
  const marks = newMarks();
  const headings = await readHeadings(parts, links);
  const xml = await parts.read(main);
  if (xml === null) return failed('damaged');
  readStory(xml, marks, { headings });
  const comments = await readOtherStories(parts, links, marks);
  const named = await readPeople(parts, ofPackage, marks.text);
  const extras: DocumentExtras = {
    revisions: marks.revisions,
    firstRevision: marks.firstRevision,
    comments,
    firstComment: marks.firstComment,
    people: describePeople(named),
    macros: await findMacros(parts, main),
    embedded: findEmbedded(parts),
    externals: await findExternals(parts),
  };
  const facts = marks.hasForeignText
    ? unreadFacts('docx', { extras })
    : collectedFacts({ format: 'docx', collected: marks.text, extras });
  return { ok: true, value: facts };
}

function newMarks(): StoryMarks {
  return {
    text: new TextCollector(),
    revisions: 0,
    firstRevision: null,
    commentIds: new Set(),
    firstComment: null,
    hasForeignText: false,
  };
}

/** The package's relationships name the main part (ECMA-376 part 2, 9.3); some writers call it `document2.xml`. */
function findMainPart(parts: PackageParts, links: readonly Relationship[]): string {
  const target = links.find(({ type, external }) => type === 'officeDocument' && !external)?.target;
  return target !== undefined && parts.has(target) ? target : USUAL_MAIN_PART;
}

/** Each part once, however often it is referred to. */
function targetsOf(links: readonly Relationship[], wanted: string): Set<string> {
  return new Set(links.filter(({ type, external }) => type === wanted && !external).map(({ target }) => target));
}

async function readHeadings(parts: PackageParts, links: readonly Relationship[]): Promise<HeadingLevels> {
  for (const target of targetsOf(links, 'styles')) {
    const xml = await parts.read(target);
    if (xml !== null) return readHeadingLevels(xml);
  }
  return new Map();
}

/** Returns the number of comments that the text refers to; the others are remains that no program shows. */
async function readOtherStories(
  parts: PackageParts,
  links: readonly Relationship[],
  marks: StoryMarks,
): Promise<number> {
  let comments = 0;
  for (const [type, part] of STORY_PARTS) {
    let counted = 0;
    for (const target of targetsOf(links, type)) {
      const xml = await parts.read(target);
      if (xml === null) continue;
      counted = readStory(xml, marks, { part, counted });
      if (part === 'comment') comments += countComments(xml, marks.commentIds);
    }
  }
  return comments;
}

function countComments(xml: string, ids: ReadonlySet<string>): number {
  let count = 0;
  scanXml(xml, {
    open(name, attributes) {
      if (localName(name) === 'comment' && ids.has(readLocalAttribute(attributes, 'id') ?? '')) count += 1;
    },
  });
  return count;
}

async function readPeople(
  parts: PackageParts,
  links: readonly Relationship[],
  text: TextCollector,
): Promise<NamedPeople> {
  const core = await readPropertiesOf(parts, links, 'core-properties');
  const extended = await readPropertiesOf(parts, links, 'extended-properties');
  for (const name of TEXT_PROPERTIES) text.add({ text: core.get(name) ?? '', at: { part: 'properties' } });
  return [
    ['author', core.get('creator') ?? null],
    ['last-saved-by', core.get('lastModifiedBy') ?? null],
    ['company', extended.get('Company') ?? null],
    ['manager', extended.get('Manager') ?? null],
  ];
}

async function readPropertiesOf(
  parts: PackageParts,
  links: readonly Relationship[],
  type: string,
): Promise<ReadonlyMap<string, string>> {
  const [target] = targetsOf(links, type);
  const xml = target === undefined ? null : await parts.read(target);
  return xml === null ? new Map() : readProperties(xml);
}
