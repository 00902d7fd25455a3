/** Paths as the lists of a bag write them. */

const ENCODED: Readonly<Record<string, string>> = { '%0A': '\n', '%0D': '\r', '%25': '%' };

/**
 * Decodes line breaks and the percent sign, and those only (RFC 8493, 2.1.3). Drafts before 1.0 left `%` as it is.
 */
export function decodeListPath(path: string, isFinal: boolean): string {
  if (!isFinal || !path.includes('%')) return path;
  return path.replace(/%(?:0A|0D|25)/gi, (code) => ENCODED[code.toUpperCase()] as string);
}
