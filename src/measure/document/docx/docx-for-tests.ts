/** Packages of WordprocessingML, as small as a reader accepts. Used by tests only. */
import { strToU8, zipSync } from 'fflate';

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ROOT = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NAMESPACES = 'xmlns:w="w" xmlns:r="r" xmlns:mc="mc" xmlns:m="m" xmlns:wps="wps"';

export interface DocxContent {
  /** Inside `w:body`. */
  readonly body?: string;
  /** Other parts by name, as they stand; `xml` makes one of a root and what is in it. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Relationships of the main part: type, target, and whether it lies outside. */
  readonly links?: readonly Link[];
  /** Of the package, beside the one to the main part. */
  readonly packageLinks?: readonly Link[];
}
type Link = readonly [type: string, target: string, external?: boolean];

export function makeDocx({ body = '', parts = {}, links = [], packageLinks = [] }: DocxContent): Uint8Array {
  const all = {
    '[Content_Types].xml': xml('Types', ''),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml'], ...packageLinks]),
    'word/_rels/document.xml.rels': relationships(links),
    'word/document.xml': xml('w:document', `<w:body>${body}</w:body>`),
    ...parts,
  };
  const files = Object.entries(all).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]);
  return zipSync(Object.fromEntries(files), { mtime: new Date(2000, 0, 1) });
}

export function xml(root: string, inner: string): string {
  return `${ROOT}<${root} ${NAMESPACES}>${inner}</${root}>`;
}

export function relationships(links: readonly Link[]): string {
  const all = links.map(
    ([type, target, external], index) =>
      `<Relationship Id="rId${index}" Type="${TYPE}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return xml('Relationships', all.join(''));
}

export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** @param inner runs, or text */
export function paragraph(inner: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner.startsWith('<') ? inner : run(inner)}</w:p>`;
}

/** A text box as Word writes it: drawn for new readers, and again for old ones. */
export function textBox(inner: string): string {
  const content = `<w:txbxContent>${inner}</w:txbxContent>`;
  return `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>${content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
}
