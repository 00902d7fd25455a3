/** JSON that is safe to show: the same values, with what a terminal would obey written as an escape. */

// Bidi controls (UAX #9), zero-width characters, C1 controls, line separators: JSON itself only escapes C0.
const OBEYED = /[\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;

/** Two-space JSON. */
export function toJsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    OBEYED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
