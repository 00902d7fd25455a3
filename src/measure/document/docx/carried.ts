/** What a .docx carries or asks for beside its text: code that runs, objects inside, content from elsewhere. */

import { maskWord } from '../../../text/privacy/mask.ts';
import { cutTextFront } from '../../../util/cut-text.ts';
import { localName, readLocalAttribute, scanXml } from '../../../util/xml-scan.ts';
import type { PackageParts, Relationship } from './package-parts.ts';

const MACRO_PART = /(?:^|\/)vbaProject[^/]*\.bin$/i;
const EMBEDDED_PART = /(?:^|\/)(?:embeddings|activeX)\/[^/]+\.(?!xml$|rels$)\w+$/i;
const RELATIONSHIPS_PART = /(?:^|\/)_rels\/[^/]*\.rels$/;
/** `http://…`, `file://server/…`, `file:///\\\\server\\…`; not `file:///C:/…`. */
const REMOTE = /^(?:(?:https?|ftp):|(?:file:)?(?:\/\/\/)?(?:\\\\|\/\/)(?![\\/]|[a-z]:))/i;
/** Stands for a link that was cut. */
const NO_ADDRESS = /^(?:NULL)?$/i;
const CONTENT_TYPES_PART = '[Content_Types].xml';
/** No message tells of more. */
const MAX_NAMED = 100;
const MAX_NAME_LENGTH = 80;
const MAX_ADDRESS_LENGTH = 2_000;

/** Parts with macros; the content types where they say so themselves, as those of a renamed .docm do. */
export async function findMacros(parts: PackageParts, main: string): Promise<string[]> {
  const named = parts.names.filter((name) => MACRO_PART.test(name));
  if (named.length > 0) return shortNames(named);
  const types = await parts.read(CONTENT_TYPES_PART);
  return types !== null && isMacroEnabled(types, main) ? [CONTENT_TYPES_PART] : [];
}

function isMacroEnabled(types: string, main: string): boolean {
  let found = false;
  scanXml(types, {
    open(name, attributes) {
      if (localName(name) !== 'Override' || readLocalAttribute(attributes, 'PartName') !== `/${main}`) return;
      found ||= /\.macroEnabled/i.test(readLocalAttribute(attributes, 'ContentType') ?? '');
    },
  });
  return found;
}

/** Objects of other programs; the table behind a chart is one too, with all that stands in it. */
export function findEmbedded(parts: PackageParts): string[] {
  return shortNames(parts.names.filter((name) => EMBEDDED_PART.test(name)));
}

/** Files elsewhere that the document takes content from, by name and server. */
export async function findExternals(parts: PackageParts): Promise<string[]> {
  const found = new Set<string>();
  for (const name of parts.names) {
    if (!RELATIONSHIPS_PART.test(name)) continue;
    const part = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
    for (const link of await parts.relationships(part)) {
      if (link.external && found.size < MAX_NAMED && takesContent(link)) found.add(describeAddress(link.target));
    }
  }
  return shortNames([...found]);
}

/**
 * Hyperlinks take nothing. The template that a document was made from is only a note as long as it lies on the writer's
 * own disk; one on a server is fetched by every reader.
 */
function takesContent({ type, target }: Relationship): boolean {
  if (type === 'hyperlink' || NO_ADDRESS.test(target)) return false;
  return type !== 'attachedTemplate' || REMOTE.test(target);
}

/** `example.com/…/a.png`, `C:/…/图1.png`: folders of a disk name people. */
function describeAddress(target: string): string {
  const path = decode(target.slice(0, MAX_ADDRESS_LENGTH).replace(/[?#].*$/s, '')).replace(
    /^(?:file:\/*|\w+:\/\/)/i,
    '',
  );
  const steps = path.split(/[\\/]+/).filter((step) => step !== '');
  return steps.length <= 2 ? steps.join('/') : `${steps[0]}/…/${steps.at(-1)}`;
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function shortNames(names: readonly string[]): string[] {
  return names.slice(0, MAX_NAMED).map((name) => maskWord(cutTextFront(name, MAX_NAME_LENGTH)));
}
