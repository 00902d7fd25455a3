/** Why a file has no directory of a ZIP: nothing in it, cut off on the way, or something else altogether. */
import type { PackageStop } from '../../../model/package-facts.ts';
import type { ReadAt } from '../../../util/byte-source.ts';
import { CONTENT_HEAD_BYTES, detectContentType } from '../../content-type.ts';
import { LOCAL_SIGNATURE } from './records.ts';

/** @param name with its extension */
export async function whyNoDirectory(readAt: ReadAt, sizeBytes: number, name: string): Promise<PackageStop> {
  if (sizeBytes === 0) return { type: 'unreadable', reason: 'empty', detail: null };
  const head = await readAt(0, Math.min(CONTENT_HEAD_BYTES, sizeBytes));
  if (head.length >= 4 && head.readUInt32LE(0) === LOCAL_SIGNATURE)
    return { type: 'unreadable', reason: 'truncated', detail: null };
  const { format } = await detectContentType(head, sizeBytes, name, readAt);
  return { type: 'unreadable', reason: 'not-zip', detail: format };
}
