/** An xlsx file is an archive of parts; the same parts give the same bytes on any machine. */
import { zipSync } from 'fflate';

/** Contents by name, in the order of the archive. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** An archive of these parts; `level` is deflate's, 0 stores. fflate's deflate is JavaScript: no zlib of the platform can change the bytes. */
export function joinParts(parts: Parts, level: 0 | 6 = 6): Uint8Array<ArrayBuffer> {
  // The format's earliest date, in the local time of this very call: fflate asks a Date for its parts, and the zone may change meanwhile.
  return zipSync(Object.fromEntries(parts), { level, mtime: new Date(1980, 0, 1) });
}
