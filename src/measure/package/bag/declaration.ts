/** `bagit.txt` (RFC 8493, 2.1.1). */
import type { BagDeclaration } from '../../../model/package-facts.ts';
import { tagLines } from './tag-lines.ts';

const EXACTLY = /^BagIt-Version: \d+\.\d+(?:\r\n|\r|\n)Tag-File-Character-Encoding: [^\s:]+(?:\r\n|\r|\n)?$/;
const BOM = Buffer.from('efbbbf', 'hex');

/** @param bytes `null` where there is a declaration that cannot be read */
export function readDeclaration(bytes: Buffer | null): BagDeclaration {
  if (bytes === null) return { version: null, encoding: null, bom: false, wellFormed: false };
  const lines = [...tagLines(bytes, null)];
  return {
    version: taggedValue(lines, /^BagIt-Version\s*:\s*(\d+\.\d+)\s*$/i),
    encoding: taggedValue(lines, /^Tag-File-Character-Encoding\s*:\s*(\S+)\s*$/i),
    bom: bytes.subarray(0, BOM.length).equals(BOM),
    wellFormed: EXACTLY.test(bytes.toString('utf8')),
  };
}

function taggedValue(lines: readonly string[], pattern: RegExp): string | null {
  return lines.map((line) => pattern.exec(line)?.[1]).find((value) => value !== undefined) ?? null;
}

/** Whether it is 1.0 or later: some rules of the drafts before it were other ones. `null` counts as the newest. */
export function isFinalVersion(version: string | null): boolean {
  return version === null || Number.parseInt(version, 10) >= 1;
}
