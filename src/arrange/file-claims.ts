/** What a file's own name says: which slot it is for, and which work it belongs to. */
import { baseName, kindOfExtension, splitName } from '../model/file-names.ts';
import type { Slot } from '../model/spec.ts';
import { groupKey, readClaim } from './names.ts';

/**
 * `自我介绍.mp4` is no intro: a word for a slot that takes no such file is part of the title. Documents may be anything, so
 * theirs is a claim all the same: `字幕.docx` is not the intro.
 */
export function readFileName(
  path: string,
  slots: readonly Slot[],
  folderClaim: Slot | null,
): { claim: Slot | null; key: string } {
  const { stem, extension } = splitName(baseName(path));
  const plain = withoutExtensions(stem);
  const possible = slots.filter((slot) => takes(slot, extension));
  const claim = readClaim(plain, slots, possible).slot ?? possible.find((slot) => slot === folderClaim);
  const misplaced = kindOfExtension(extension) === 'document' ? readClaim(plain, slots).slot : null;
  return { claim: claim ?? misplaced, key: groupKey(plain, slots, possible) };
}

function takes({ kinds }: Slot, extension: string): boolean {
  const kind = kindOfExtension(extension);
  // Subtitles are saved as plain text, too.
  return kind === null || kinds.some((one) => one === kind) || (extension === 'txt' && kinds.includes('subtitle'));
}

/** Where the system hides extensions, people add them once more: `睡眠.mp4.mp4`. */
function withoutExtensions(stem: string): string {
  const inner = splitName(stem);
  return inner.extension.length > 2 && kindOfExtension(inner.extension) !== null ? withoutExtensions(inner.stem) : stem;
}
