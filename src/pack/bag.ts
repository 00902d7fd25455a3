/** The tag files of a bag (RFC 8493): declaration, bag-info, and lists of digests. */
import { createHash } from 'node:crypto';
import { byCodeUnit } from '../util/order.ts';
import { safeText } from '../util/safe-text.ts';
import type { Digests, MadeFile } from './content.ts';

export const PAYLOAD_LIST = 'manifest-sha256.txt';
export const TAG_LIST = 'tagmanifest-sha256.txt';

const encoder = new TextEncoder();

/** RFC 8493, 2.1.1. */
export const DECLARATION: MadeFile = {
  path: 'bagit.txt',
  bytes: encoder.encode('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
};

/** RFC 8493, 2.2.2. Tags without a value are left out; a value is one line, and safe to print. */
export function bagInfo(tags: readonly (readonly [name: string, value: string | null])[]): MadeFile {
  const lines = tags
    .filter((tag): tag is readonly [string, string] => tag[1] !== null && tag[1].trim() !== '')
    .map(([name, value]) => `${name}: ${safeText(value.replace(/\s+/gu, ' ').trim())}\n`);
  return { path: 'bag-info.txt', bytes: encoder.encode(lines.join('')) };
}

/** RFC 8493, 2.1.3: a line a file, in the order of the paths. */
export function digestList(path: string, digests: Digests): MadeFile {
  const lines = [...digests]
    .toSorted(([a], [b]) => byCodeUnit(a, b))
    .map(([file, digest]) => `${digest}  ${encodePath(file)}\n`);
  return { path, bytes: encoder.encode(lines.join('')) };
}

/** RFC 8493, 2.1.3: line breaks and the percent sign itself, and nothing else. */
export function encodePath(path: string): string {
  return path.replace(/[%\r\n]/g, (character) => ({ '%': '%25', '\r': '%0D', '\n': '%0A' })[character] as string);
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
