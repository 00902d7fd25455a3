/** Digest algorithms as people know them. */

/** `SHA-256` for `sha256`, `MD5` for `md5`. */
export function algorithmName(algorithm: string): string {
  return algorithm.toUpperCase().replace(/^SHA(?=\d)/, 'SHA-');
}
