/** `fetch.txt` (RFC 8493, 2.2.3): where files of the payload could be downloaded. Nothing is fetched. */
import type { BagFacts, FetchLine } from '../../../model/package-facts.ts';
import { decodeListPath } from './list-path.ts';

const LINE = /^(\S+)[ \t]+(\d+|-)[ \t]+([^ \t].*)$/s;

/** @param spend called for every line, so that the caller can end the reading */
export function readFetchList(
  texts: Iterable<string>,
  isFinal: boolean,
  spend: () => void,
): NonNullable<BagFacts['fetch']> {
  const lines: FetchLine[] = [];
  const badLines: number[] = [];
  let line = 0;
  for (const text of texts) {
    line += 1;
    if (text.trim() === '') continue;
    spend();
    const [, url, size, path] = LINE.exec(text) ?? [];
    if (url === undefined || path === undefined) badLines.push(line);
    else lines.push({ line, url, sizeBytes: size === '-' ? null : Number(size), path: decodeListPath(path, isFinal) });
  }
  return { lines, badLines };
}
