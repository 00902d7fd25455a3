/** Paths as URIs (RFC 3986). */

const DRIVE = /^[A-Za-z]:[\\/]/;

/** Whether a path says where it is by itself; packages may be named so. */
export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || path.startsWith('\\\\') || DRIVE.test(path);
}

/** A relative reference, or a `file:` URI for an absolute path; what no URI may hold is percent-encoded UTF-8. */
export function toUri(path: string): string {
  if (DRIVE.test(path)) return `file:///${path[0]}:${encodePath(path.slice(2).replaceAll('\\', '/'))}`;
  if (path.startsWith('\\\\')) return `file:${encodePath(path.replaceAll('\\', '/'))}`;
  return (path.startsWith('/') ? 'file://' : '') + encodePath(path);
}

function encodePath(path: string): string {
  // Half a character has no UTF-8: U+FFFD stands in for it.
  return path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
