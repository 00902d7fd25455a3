/** Texts of a SARIF log (2.1.0, 3.11): plain ones with marks of their own, and Markdown, in which HTML is forbidden. */

/** A plain message that says just this text: `](` would make a link of a file's name, and is broken by a backslash (3.11.6). */
export function plainMessage(text: string): string {
  return doubleBraces(text).replaceAll('](', '\\](');
}

/** Words for Markdown, in which nothing is markup. */
export function markdownText(text: string): string {
  return doubleBraces(text.replace(/[\\`*_[\]<>&#|~]/g, '\\$&'));
}

/** Single ones would be placeholders (3.11.5). */
function doubleBraces(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}
