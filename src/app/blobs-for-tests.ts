/** Blobs that are not as they were written. Used by tests only. */
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

/** The header, the batch, and a line for each file. */
export function linesOfBlob(path: string): unknown[] {
  return gunzipSync(readFileSync(path))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

export function blobOfLines(lines: readonly unknown[]): Uint8Array {
  return gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
