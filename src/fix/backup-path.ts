/** Where an original is kept: the same path under `files/`, as any system can hold it. */
import { splitName } from '../model/file-names.ts';
import type { ExactPath } from '../model/fix.ts';
import { safeName, type UniqueNames } from '../model/safe-names.ts';

/** What a file system takes for one name, in bytes of UTF-8 (ext4, APFS, NTFS take no fewer). */
export const MAX_NAME_BYTES = 255;
/** Room for `-2`, and for more. */
const KEPT_NAME_BYTES = 200;

export function backupPath({ path }: ExactPath, names: UniqueNames): string {
  const parts = path.split('/').map((part) => cutToBytes(safeName(part)));
  const folder = ['files', ...parts.slice(0, -1)].map((part) => `${part}/`).join('');
  return names.take(folder, parts.at(-1) as string);
}

/** Cut in the stem, never through a character: the extension says what it is. */
function cutToBytes(name: string): string {
  if (Buffer.byteLength(name) <= KEPT_NAME_BYTES) return name;
  const { extension } = splitName(name);
  const tail = extension === '' ? '' : name.slice(-extension.length - 1);
  const room = KEPT_NAME_BYTES - Buffer.byteLength(tail);
  let kept = '';
  let bytes = 0;
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > room) break;
    kept += character;
  }
  return kept.replace(/[. ]+$/, '') + tail;
}
