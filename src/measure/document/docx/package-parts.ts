/** The parts of a .docx package and how they hang together (ECMA-376 part 2): read within one budget, linked by relationships. */
import { localName, readLocalAttribute, scanXml } from '../../../util/xml-scan.ts';
import { type GuardedZip, ZipError } from '../../../util/zip-guard.ts';

/** Inflated bytes read of one package. A thesis of 300 pages has 15 MiB; pictures are not read. 32 MiB take 1.5 s and 150 MB. */
const MAX_READ_BYTES = 32 * 1024 * 1024;
/** Headers, footers and notes with the relationships of each: a thesis with a header for each chapter has 60. */
const MAX_READ_PARTS = 1_000;
const MAX_RELATIONSHIPS = 10_000;

export interface Relationship {
  /** The last word of its type, which the two editions of the standard share: `header`, `hyperlink`. */
  readonly type: string;
  /** A part's name, or the address of what lies outside. */
  readonly target: string;
  readonly external: boolean;
}

export class PackageParts {
  readonly names: readonly string[];
  readonly #zip: GuardedZip;
  readonly #known: ReadonlySet<string>;
  #bytes = 0;
  #parts = 0;

  constructor(zip: GuardedZip) {
    this.#zip = zip;
    this.names = zip.names;
    this.#known = new Set(zip.names);
  }

  has(name: string): boolean {
    return this.#known.has(name);
  }

  /** The text of a part; `null` when the package has none of that name. Throws ZipError. */
  async read(name: string): Promise<string | null> {
    const bytes = await this.#zip.read(name);
    if (bytes === null) return null;
    this.#bytes += bytes.length;
    this.#parts += 1;
    if (this.#bytes > MAX_READ_BYTES || this.#parts > MAX_READ_PARTS) {
      throw new ZipError('too-large', `${this.#parts} parts inflate to ${this.#bytes} bytes`);
    }
    return decodeXml(bytes);
  }

  /** What a part refers to; of the package itself with ''. Throws ZipError and XmlError. */
  async relationships(part: string): Promise<Relationship[]> {
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const xml = await this.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
    return xml === null ? [] : parseRelationships(xml, folder);
  }
}

function parseRelationships(xml: string, folder: string): Relationship[] {
  const found: Relationship[] = [];
  scanXml(xml, {
    open(name, attributes) {
      if (localName(name) !== 'Relationship' || found.length >= MAX_RELATIONSHIPS) return;
      const read = (attribute: string) => readLocalAttribute(attributes, attribute) ?? '';
      const external = read('TargetMode') === 'External';
      const target = external ? read('Target') : resolvePart(folder, read('Target'));
      found.push({ type: read('Type').replace(/^.*\//s, ''), target, external });
    },
  });
  return found;
}

/** `../media/a.png` from `word/` is `media/a.png`; steps out of the package lead nowhere. */
function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Parts are UTF-8 or UTF-16 (ECMA-376 part 2, 8.1.2). */
function decodeXml(bytes: Buffer): string {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
