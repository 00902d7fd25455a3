/** What a file is by its name and by its bytes, and what other rules already say of it. */
import type { Failure, FileFacts } from '../../model/facts.ts';
import { baseName, kindOfExtension, splitName } from '../../model/file-names.ts';
import type { EntrySubject, RuleContext } from '../../model/rule.ts';
import { NOT_APPLICABLE, SKIPPED } from '../define.ts';

/** Other rules speak of these. */
export const OTHERWISE_FOUND = new Set(['empty', 'lfs-pointer']);

/** Text is text: a `.txt` may hold subtitles or data, a subtitle without cues reads as prose. What is in it is judged elsewhere. */
const ALIKE = new Set(['document subtitle', 'document text', 'subtitle document', 'subtitle text']);

/** Formats that an office program opens by their extension alone, and what may stand behind it. */
const OPENED_AS: Readonly<Record<string, readonly string[]>> = {
  docx: ['docx'],
  pdf: ['pdf'],
  doc: ['doc', 'docx', 'rtf', 'wps'],
  wps: ['wps', 'doc'],
  pages: ['pages'],
  mov: ['mov'],
  avi: ['avi'],
  mkv: ['matroska'],
  flv: ['flv'],
  wmv: ['asf', 'wmv'],
};

export function isPartial(path: string): boolean {
  return splitName(baseName(path)).partial;
}

/** What the program reads for itself: settings, the sheet, the files of items. */
export function isOwn({ asset, stray }: EntrySubject): boolean {
  return asset === null && !stray;
}

export function namedKind({ entry }: EntrySubject) {
  return kindOfExtension(splitName(baseName(entry.path)).extension);
}

/** The content is of another kind, or of another format where an office program goes by the extension. */
export function isMisnamed(subject: EntrySubject, { type, content }: FileFacts): boolean {
  // What could not be opened is of no kind that we know.
  if (type.kind === 'unknown' && content?.ok === false) return false;
  const named = namedKind(subject);
  if (named === null || OTHERWISE_FOUND.has(type.kind)) return false;
  if (named !== type.kind) return !ALIKE.has(`${named} ${type.kind}`);
  const formats = OPENED_AS[splitName(baseName(subject.entry.path)).extension];
  return formats !== undefined && type.format !== null && !formats.includes(type.format);
}

/** Of the text of a subtitle, its encoding has a rule of its own. */
export function isUndecodableSubtitle({ asset }: EntrySubject, { reason }: Failure): boolean {
  return reason === 'undecodable' && asset?.kind === 'subtitle' && asset.slot !== null;
}

/** A document that needs a password has a rule of its own. */
export function isEncryptedDocument({ type, content }: FileFacts): boolean {
  return type.kind === 'document' && content?.ok === false && content.failure.reason === 'encrypted';
}

/** Another rule says more of the file than that it is not needed. */
export function isFaulty({ entry }: EntrySubject, { facts }: RuleContext): boolean {
  const kind = facts.get(entry.path)?.type.kind;
  return entry.type === 'link' || isPartial(entry.path) || kind === 'archive' || kind === 'lfs-pointer';
}

/** Judges what was measured of a file; what could not be looked at is skipped, what is no material is left alone. */
export function judgeType<R>(subject: EntrySubject, { facts }: RuleContext, judge: (measured: FileFacts) => R) {
  const { entry } = subject;
  if (entry.type !== 'file' || entry.error !== null || isOwn(subject)) return NOT_APPLICABLE;
  const measured = facts.get(entry.path);
  return measured === undefined ? SKIPPED : judge(measured);
}
