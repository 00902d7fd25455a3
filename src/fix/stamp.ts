/** By what a content is known again. */
import { createHash } from 'node:crypto';
import type { Stamp } from '../model/fix.ts';

export function stampOf(content: Uint8Array): Stamp {
  return { sizeBytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

export function sameContent(left: Stamp, right: Stamp): boolean {
  return left.sizeBytes === right.sizeBytes && left.sha256 === right.sha256;
}
