/** PDFs built from their objects (ISO 32000). Used by tests only. */

/** The first object is the catalogue; readers rebuild the missing cross-references. */
export function pdf(...objects: string[]): string {
  const numbered = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  return `%PDF-1.5\n${numbered.join('')}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF\n`;
}

export function stream(content: Uint8Array | string, entries = ''): string {
  const data = Buffer.from(content).toString('latin1');
  return `<<${entries}/Length ${data.length}>>\nstream\n${data}\nendstream`;
}

/** @param content the page's content stream; objects from number 6 on are `more` */
export function onePage(content: string, font: string, ...more: string[]): string {
  return pageWith({ content, font, more });
}

interface PageParts {
  readonly content: string;
  readonly font: string;
  readonly more?: readonly string[];
  /** Entries of the catalogue and of the page. */
  readonly catalogue?: string;
  readonly page?: string;
}

export function pageWith({ content, font, more = [], catalogue = '', page = '' }: PageParts): string {
  return pdf(
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X6 6 0 R>>>>${page}>>`,
    content,
    font,
    ...more,
  );
}

/** All pages show the same; with its cross-references, as a large file has them. */
export function manyPages(count: number, content: string, font: string): string {
  const pages = Array.from({ length: count }, (_, index) => index + 5);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${count}/Kids[${pages.map((page) => `${page} 0 R`).join(' ')}]>>`,
    font,
    content,
    ...pages.map(
      () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 3 0 R>>>>>>',
    ),
  ];
  let text = '%PDF-1.5\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  return `${text}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Root 1 0 R/Size ${size}>>\nstartxref\n${text.length}\n%%EOF\n`;
}

export const LATIN_FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
export const CHINESE_FONT = cidFont('SimSun', 'GBK-EUC-H', 'GB1');
/** A subset that says of no shape which character it is. */
export const UNMAPPED_FONT = cidFont('ABCDEF+SimSun', 'Identity-H', 'Identity');

function cidFont(name: string, encoding: string, ordering: string): string {
  return `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/${encoding}/DescendantFonts[
  <</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/DW 1000
    /FontDescriptor<</Type/FontDescriptor/FontName/${name}/Flags 4>>
    /CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>>>]>>`;
}
