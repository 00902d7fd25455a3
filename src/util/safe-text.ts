/** Text from a stranger, made fit to show: nothing in it can move the cursor, hide or turn the line around. */

// C0 and C1 controls, line and paragraph separators, bidi controls (UAX #9), zero-width characters, BOM, surrogates, tags.
const UNSAFE =
  /\p{Cc}|[\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\p{Surrogate}/gu;

/** Each unsafe character becomes `\u{202E}`, visible and harmless. */
export function safeText(text: string): string {
  return text.replace(UNSAFE, showCodePoint);
}

/** The first character that `safeText` would change, as it would show it; `null` where there is none. */
export function unsafeCharacter(text: string): string | null {
  const place = text.search(UNSAFE);
  return place < 0 ? null : showCodePoint(text.slice(place));
}

/** The first character, as JavaScript would write it: `\u{202E}`. */
export function showCodePoint(character: string): string {
  return `\\u{${(character.codePointAt(0) as number).toString(16).toUpperCase()}}`;
}

/** Every string in plain data made safe; keys are left alone. */
export function safeDeep<T>(value: T): T {
  if (typeof value === 'string') return safeText(value) as T;
  if (Array.isArray(value)) return value.map(safeDeep) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, safeDeep(inner)])) as T;
  }
  return value;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours begin with ESC.
const COLOUR = /(\u001B\[\d{1,2}m)/;

/** A whole screen: line feeds stay, and where it is coloured our own colours; whatever else a terminal would obey is made visible. */
export function safeScreen(text: string, coloured: boolean): string {
  const lines = (part: string) => part.split('\n').map(safeText).join('\n');
  if (!coloured) return lines(text);
  return text
    .split(COLOUR)
    .map((part) => (COLOUR.test(part) ? part : lines(part)))
    .join('');
}
