/** Paths inside a package: which of them are safe to write under any system, and which name one file. */
import { PAYLOAD_FOLDER } from './package-manifest.ts';

/** From a root, a drive, or a server (`\\server`, which the backslash alone gives away). */
const ANCHORED = /^(?:\/|[A-Za-z]:)/;
/** A part that is empty, `.` or `..`. */
const UP_OR_NOWHERE = /(?:^|\/)\.{0,2}(?:\/|$)/;
/** What a shell would expand into a place of its own: `~root`, `%HomeDrive%`. */
const EXPANDED = /^(?:~|%[^%/]+%)/;

/** Stays below the folder it is unpacked in, whatever system unpacks it; a backslash parts folders on Windows. */
export function isSafePath(path: string): boolean {
  return !ANCHORED.test(path) && !UP_OR_NOWHERE.test(path) && !path.includes('\\') && !path.includes('\0');
}

/** As a list may name it: lists are read by scripts, and those hand names to a shell. */
export function isSafeListedPath(path: string): boolean {
  return isSafePath(path) && !EXPANDED.test(path);
}

export function isPayloadPath(path: string): boolean {
  return path.startsWith(`${PAYLOAD_FOLDER}/`);
}

/** RFC 8493, 2.1.3 and 2.2.1. */
export function isPayloadManifest(path: string): boolean {
  return /^manifest-[^/]+\.txt$/i.test(path);
}

export function isTagManifest(path: string): boolean {
  return /^tagmanifest-[^/]+\.txt$/i.test(path);
}
