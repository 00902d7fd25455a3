/**
 * A small forward reader for XML from strangers. It knows no document type: `<!DOCTYPE` ends the reading, so that no
 * entity can be declared, let alone expanded or fetched. Tags must nest; namespaces are left to the caller.
 */

const MAX_DEPTH = 1_000;
const QUOTE = 34;
const APOSTROPHE = 39;
const LESS_THAN = 60;
const GREATER_THAN = 62;
const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function readPredefined(name: string): string | undefined {
  return Object.hasOwn(PREDEFINED, name) ? PREDEFINED[name] : undefined;
}

/** Where a tag stands in the document: from its `<` to past its `>`, in UTF-16 units. */
export interface TagSpan {
  readonly start: number;
  readonly end: number;
  readonly selfClosing: boolean;
}

export interface XmlHandler {
  /** `attributes` is the raw text after the name; see `readAttribute`. */
  open?(name: string, attributes: string, span: TagSpan): void;
  /** A self-closing tag is closed at once, with the same span. */
  close?(name: string, span: TagSpan): void;
  /** Character data, references decoded; one run may come in several calls. */
  text?(value: string): void;
}

export class XmlError extends Error {
  override readonly name = 'XmlError';
}

/** Walks through the document in order. Throws XmlError where it is not well-formed or declares a document type. */
export function scanXml(xml: string, handler: XmlHandler): void {
  const open: string[] = [];
  let at = 0;
  let elements = 0;
  while (at < xml.length) {
    const markup = xml.indexOf('<', at);
    const textEnd = markup < 0 ? xml.length : markup;
    if (textEnd > at && open.length > 0) handler.text?.(decodeReferences(xml.slice(at, textEnd)));
    if (markup < 0) break;
    if (xml.startsWith('<!', markup) || xml.startsWith('<?', markup)) {
      at = skipDeclaration(xml, markup, handler);
      continue;
    }
    const end = findTagEnd(xml, markup + 1);
    readTag(xml.slice(markup + 1, end), markup, open, handler);
    elements += 1;
    at = end + 1;
  }
  if (open.length > 0 || elements === 0) throw new XmlError(`ends inside ${open.at(-1) ?? 'no element at all'}`);
}

/** The value of one attribute, references decoded; `null` when the tag has none of that name before anything ill-formed. */
export function readAttribute(attributes: string, name: string): string | null {
  return findAttribute(attributes, (found) => found === name);
}

/** The same by the name's local part, whatever prefix the writer chose. */
export function readLocalAttribute(attributes: string, name: string): string | null {
  return findAttribute(attributes, (found) => localName(found) === name);
}

/** Each match begins where the last one ended, so that no text is looked at twice. */
function findAttribute(attributes: string, isWanted: (name: string) => boolean): string | null {
  const next = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  for (let match = next.exec(attributes); match !== null; match = next.exec(attributes)) {
    const [, found = '', double, single] = match;
    if (isWanted(found)) return decodeReferences(double ?? single ?? '');
  }
  return null;
}

/** The part after the namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function skipDeclaration(xml: string, at: number, handler: XmlHandler): number {
  if (xml.startsWith('<!--', at)) return skipPast(xml, '-->', at + 4);
  if (xml.startsWith('<?', at)) return skipPast(xml, '?>', at + 2);
  if (!xml.startsWith('<![CDATA[', at)) throw new XmlError('a document type declaration is not accepted');
  const next = skipPast(xml, ']]>', at + 9);
  handler.text?.(xml.slice(at + 9, next - 3));
  return next;
}

function skipPast(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw new XmlError(`no ${mark} to the end`);
  return found + mark.length;
}

/** Position of the `>` that ends a tag; one inside a quoted value does not. */
function findTagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at += 1) {
    const unit = xml.charCodeAt(at);
    if (unit === LESS_THAN) break;
    if (quote !== 0) quote = unit === quote ? 0 : quote;
    else if (unit === GREATER_THAN) return at;
    else if (unit === QUOTE || unit === APOSTROPHE) quote = unit;
  }
  throw new XmlError('a tag does not end');
}

function readTag(tag: string, start: number, open: string[], handler: XmlHandler): void {
  const selfClosing = !tag.startsWith('/') && tag.endsWith('/');
  const span: TagSpan = { start, end: start + tag.length + 2, selfClosing };
  if (tag.startsWith('/')) {
    const name = tag.slice(1).trimEnd();
    if (open.pop() !== name) throw new XmlError(`</${name.slice(0, 40)}> closes nothing`);
    handler.close?.(name, span);
    return;
  }
  const body = selfClosing ? tag.slice(0, -1) : tag;
  const name = /^[^\s=/]+/.exec(body)?.[0];
  if (!name) throw new XmlError('a tag has no name');
  handler.open?.(name, body.slice(name.length), span);
  if (selfClosing) handler.close?.(name, span);
  else if (open.push(name) > MAX_DEPTH) throw new XmlError(`more than ${MAX_DEPTH} levels`);
}

function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|(\w{1,40}));/gi, (_, hex, decimal, name) => {
    const character = name ? readPredefined(name) : fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
    if (character === undefined) throw new XmlError('an entity is not declared');
    return character;
  });
}

function fromCodePoint(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
