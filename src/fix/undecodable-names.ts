/** Names that are not UTF-8, as an archive from a Chinese Windows leaves them: read together, for a single one says little. */
import type { Entry } from '../model/submission.ts';
import { isCertain } from '../text/encoding/certainty.ts';
import { decodeText } from '../text/encoding/decode.ts';

/** @returns the name by path; what cannot be told for certain is not in it */
export function readNames(entries: readonly Pick<Entry, 'path' | 'location'>[]): Map<string, string> {
  const names = entries.map(({ path, location }) => ({ path, bytes: lastNameOf(location) }));
  const all = Buffer.concat(names.flatMap(({ bytes }) => [bytes, Buffer.from('\n')]));
  const decoded = decodeText(all);
  if (!decoded.ok || !isCertain(all, decoded.value.encoding)) return new Map();
  const { encoding } = decoded.value;
  return new Map(
    names.flatMap(({ path, bytes }) => {
      const name = new TextDecoder(encoding).decode(bytes);
      return name.includes('\uFFFD') || name.includes('/') ? [] : [[path, name]];
    }),
  );
}

function lastNameOf(location: string | Buffer): Buffer {
  const bytes = typeof location === 'string' ? Buffer.from(location) : location;
  return bytes.subarray(bytes.lastIndexOf(0x2f) + 1);
}
