/** Manifests and tag manifests (RFC 8493, 2.1.3 and 2.2.1): a digest and a path a line. */
import type { DigestLine } from '../../../model/package-facts.ts';
import { decodeListPath } from './list-path.ts';

/** Spaces or tabs part the two; md5sum parts them by one space and a `*`. */
const LINE = /^([0-9a-f]+)(?: (\*)|[ \t]+)(\.\/)?([^ \t].*)$/is;

export interface ReadDigestLines {
  readonly lines: readonly DigestLine[];
  readonly badLines: readonly number[];
}

/** @param spend called for every line, so that the caller can end the reading */
export function readDigestLines(texts: Iterable<string>, isFinal: boolean, spend: () => void): ReadDigestLines {
  const lines: DigestLine[] = [];
  const badLines: number[] = [];
  let line = 0;
  for (const text of texts) {
    line += 1;
    if (text.trim() === '') continue;
    spend();
    const [, digest, star, dotSlash, path] = LINE.exec(text) ?? [];
    if (digest === undefined || path === undefined) badLines.push(line);
    else {
      const prefix = star === undefined ? (dotSlash === undefined ? '' : './') : '*';
      lines.push({ line, path: ownText(decodeListPath(path, isFinal)), digest: ownText(digest.toLowerCase()), prefix });
    }
  }
  return { lines, badLines };
}

/** A copy that does not keep the text alive that it was cut from: there may be a hundred thousand lines. */
function ownText(text: string): string {
  return Buffer.from(text).toString();
}
