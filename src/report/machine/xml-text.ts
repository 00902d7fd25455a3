/** Writing XML 1.0: whatever a text holds, the document stays well-formed and says where something was hidden. */
import { safeText, showCodePoint } from '../../util/safe-text.ts';
import { escapeXml } from '../../util/xlsx-text.ts';

/** U+FFFE, U+FFFF and their like: XML has no place for some and advises against the others (2.2). */
const NONCHARACTERS = /\p{Noncharacter_Code_Point}/gu;

/** In the order given; `null` is left out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** An element around lines of text; around none it is empty. */
export function textElement(name: string, attributes: Attributes, lines: readonly string[]): string {
  if (lines.length === 0) return `<${name}${attributeText(attributes)}/>`;
  return `<${name}${attributeText(attributes)}>${lines.map(escapeLine).join('\n')}</${name}>`;
}

/** An element around others, each on a line of its own. */
export function parentElement(name: string, attributes: Attributes, children: readonly string[]): string {
  if (children.length === 0) return `<${name}${attributeText(attributes)}/>`;
  return [`<${name}${attributeText(attributes)}>`, ...children, `</${name}>`].join('\n');
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escapeLine(String(value))}"`)
    .join('');
}

/** One line: controls, bidi marks and half characters become visible, and `>` is escaped, so that no `]]>` is left. */
function escapeLine(text: string): string {
  return escapeXml(safeText(text).replace(NONCHARACTERS, showCodePoint));
}
