/** ffprobe's complaint as one line that is fit to show: no path, no address, no control character. */
import { cutText } from '../../util/cut-text.ts';
import { safeText } from '../../util/safe-text.ts';

/** UTF-16 units. */
const MAX_LENGTH = 160;

/**
 * The first line that a demuxer or decoder wrote (`[mov,mp4 @ 0x55d0] moov atom not found`) says more than the last one
 * (`file:/home/…: Invalid data found when processing input`), and holds no path.
 */
export function complaintOf(stderr: string): string | null {
  const lines = stderr.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const tagged = lines.map((line) => /^\[[^\]]{1,80} @ [^\]]{1,40}\]\s*(.+)$/.exec(line)?.[1]).find(isPathless);
  const words = tagged ?? lines.map((line) => line.slice(line.lastIndexOf(': ') + 1).trim()).findLast(isPathless);
  return words === undefined ? null : cutText(safeText(words), MAX_LENGTH);
}

function isPathless(words: string | undefined): words is string {
  return words !== undefined && words !== '' && !/[\\/]|file:/.test(words);
}
