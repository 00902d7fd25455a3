/** What the properties of a .docx say: who wrote it, and what it calls itself (ECMA-376 part 2, 11, and part 1, 22.2). */
import { localName, scanXml } from '../../../util/xml-scan.ts';

/** The value of each property, by the local name of its element. Throws XmlError. */
export function readProperties(xml: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  // The root, and the property inside it; what lies deeper (lists of headings, counts) says nothing here.
  let depth = 0;
  let property = '';
  scanXml(xml, {
    open(name) {
      depth += 1;
      if (depth === 2) property = localName(name);
    },
    close() {
      depth -= 1;
    },
    text(value) {
      if (depth === 2) values.set(property, (values.get(property) ?? '') + value);
    },
  });
  return values;
}
