/** Which styles of a .docx are headings, and of what level (ECMA-376 part 1, 17.7). */
import { localName, readLocalAttribute, scanXml } from '../../../util/xml-scan.ts';

/** Levels of headings by the id of the style, from 1. */
export type HeadingLevels = ReadonlyMap<string, number>;

interface Style {
  name: string;
  basedOn: string | null;
  /** From 1; `null` where the style does not say. */
  level: number | null;
}

/** Chains of styles are short; a circle of them ends here. */
const MAX_CHAIN = 20;
const HEADING_NAME = /^(?:heading|标题)\s*([1-9])$/i;

/** Throws XmlError. */
export function readHeadingLevels(xml: string): HeadingLevels {
  const styles = parseStyles(xml);
  const levels = new Map<string, number>();
  for (const id of styles.keys()) {
    const level = levelOf(id, styles);
    if (level !== null) levels.set(id, level);
  }
  return levels;
}

/** `w:outlineLvl` counts from 0, and 9 is body text: then there is no heading. */
export function outlineLevel(attributes: string): number | null {
  const value = Number(readLocalAttribute(attributes, 'val') ?? Number.NaN);
  return Number.isInteger(value) && value >= 0 && value <= 8 ? value + 1 : null;
}

function parseStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  scanXml(xml, {
    open(name, attributes) {
      const local = localName(name);
      if (local === 'style') {
        style = { name: '', basedOn: null, level: null };
        styles.set(readLocalAttribute(attributes, 'styleId') ?? '', style);
      }
      if (style === null) return;
      if (local === 'name') style.name = readLocalAttribute(attributes, 'val') ?? '';
      if (local === 'basedOn') style.basedOn = readLocalAttribute(attributes, 'val');
      if (local === 'outlineLvl') style.level = outlineLevel(attributes);
    },
    close(name) {
      if (localName(name) === 'style') style = null;
    },
  });
  return styles;
}

function levelOf(id: string, styles: ReadonlyMap<string, Style>): number | null {
  let style = styles.get(id);
  for (let steps = 0; style !== undefined && steps < MAX_CHAIN; steps += 1) {
    const named = HEADING_NAME.exec(style.name)?.[1];
    const level = style.level ?? (named === undefined ? null : Number(named));
    if (level !== null) return level;
    style = style.basedOn === null ? undefined : styles.get(style.basedOn);
  }
  return null;
}
