/** Rules over what a file turns out to be. */
import type { FileFacts } from '../../model/facts.ts';
import { baseName, kindOfExtension, splitName } from '../../model/file-names.ts';
import type { EntrySubject, RuleContext } from '../../model/rule.ts';
import { byCodeUnit } from '../../util/order.ts';
import { defineRule, judgedIf, NOT_APPLICABLE, SKIPPED } from '../define.ts';

export const fileLink = defineRule({
  id: 'file/link',
  on: 'entry',
  severities: { default: 'error' },
  source: 'practice',
  waivable: false,
  check: ({ entry }) => judgedIf(entry.type === 'link', { params: { path: entry.path } }),
});

export const fileEmpty = defineRule({
  id: 'file/empty',
  on: 'entry',
  severities: { default: 'error', aside: 'warning' },
  source: 'practice',
  waivable: false,
  check({ entry, asset }) {
    if (entry.type !== 'file' || entry.error !== null) return NOT_APPLICABLE;
    const grade = asset?.slot === undefined || asset.slot === null ? 'aside' : 'default';
    return judgedIf(entry.sizeBytes === 0, { grade, actual: '0 B', expected: '> 0 B', params: { path: entry.path } });
  },
});

export const fileUnreadable = defineRule({
  id: 'file/unreadable',
  on: 'entry',
  severities: { default: 'error' },
  source: 'practice',
  waivable: false,
  check({ entry }, { facts }) {
    const { path } = entry;
    if (entry.error !== null) return judgedIf(true, { params: { path, reason: 'unreadable', detail: entry.error } });
    if (entry.type !== 'file') return NOT_APPLICABLE;
    const measured = facts.get(path);
    if (measured === undefined) return SKIPPED;
    const { content } = measured;
    if (content === null || content.ok) return judgedIf(false, { params: { path, reason: 'damaged', detail: null } });
    return judgedIf(true, { params: { path, ...content.failure } });
  },
});

export const filePartialDownload = defineRule({
  id: 'file/partial-download',
  on: 'entry',
  severities: { default: 'error' },
  source: 'practice',
  waivable: false,
  check: ({ entry }) =>
    entry.type === 'file'
      ? judgedIf(splitName(baseName(entry.path)).partial, { params: { path: entry.path } })
      : NOT_APPLICABLE,
});

export const fileLfsPointer = defineRule({
  id: 'file/lfs-pointer',
  on: 'entry',
  severities: { default: 'error' },
  source: 'git-lfs specification v1',
  waivable: false,
  check: (subject, context) =>
    judgeType(subject, context, ({ type }) =>
      judgedIf(type.kind === 'lfs-pointer', { params: { path: subject.entry.path } }),
    ),
});

export const fileArchive = defineRule({
  id: 'file/archive',
  on: 'entry',
  severities: { default: 'error' },
  source: 'practice',
  waivable: false,
  check: (subject, context) =>
    judgeType(subject, context, ({ type }) => {
      const named = namedKind(subject);
      const archive = type.kind === 'archive' && (named === null || named === 'archive');
      return judgedIf(archive, { params: { path: subject.entry.path, format: type.format ?? 'zip' } });
    }),
});

export const fileType = defineRule({
  id: 'file/type',
  on: 'entry',
  severities: { default: 'error' },
  source: 'practice',
  waivable: false,
  check(subject, context) {
    const { entry, asset } = subject;
    if (asset === null || asset.slot === null || splitName(baseName(entry.path)).partial) return NOT_APPLICABLE;
    return judgeType(subject, context, ({ type }) => {
      const named = namedKind(subject);
      if (named === null || OTHERWISE_FOUND.has(type.kind)) return NOT_APPLICABLE;
      const found = type.kind === 'unknown' ? null : type.kind;
      const broken = named !== type.kind && !ALIKE.has(`${named} ${type.kind}`);
      return judgedIf(
        broken,
        { actual: found ?? 'unknown', expected: named, params: { path: entry.path, named, found } },
        type.kind,
      );
    });
  },
});

/** Other rules speak of these. */
const OTHERWISE_FOUND = new Set(['empty', 'lfs-pointer']);

/** Text is text: a `.txt` may hold subtitles or data, a subtitle without cues reads as prose. What is in it is judged elsewhere. */
const ALIKE = new Set(['document subtitle', 'document text', 'subtitle document', 'subtitle text']);

function namedKind({ entry }: EntrySubject) {
  return kindOfExtension(splitName(baseName(entry.path)).extension);
}

function judgeType<R>({ entry }: EntrySubject, { facts }: RuleContext, judge: (measured: FileFacts) => R) {
  if (entry.type !== 'file' || entry.error !== null) return NOT_APPLICABLE;
  const measured = facts.get(entry.path);
  return measured === undefined ? SKIPPED : judge(measured);
}

/** The names under which Word, WPS and LibreOffice mark a document as open. */
function lockNames(name: string): string[] {
  return [`~$${name}`, `~$${name.slice(1)}`, `~$${name.slice(2)}`, `.~lock.${name}#`, `.~${name}`];
}

export const fileOpenInOffice = defineRule({
  id: 'file/open-in-office',
  on: 'entry',
  severities: { default: 'warning' },
  source: 'practice',
  waivable: true,
  check({ entry, asset }, { entries }) {
    if (asset === null || entry.type !== 'file') return NOT_APPLICABLE;
    const name = baseName(entry.path);
    const folder = entry.path.slice(0, entry.path.length - name.length);
    const lock = lockNames(name).find((one) => entries.has(folder + one));
    return judgedIf(lock !== undefined, { params: { path: entry.path, lock: lock ?? '' } });
  },
});

export const duplicateFile = defineRule({
  id: 'duplicate/file',
  on: 'entry',
  severities: { default: 'error', aside: 'info' },
  source: 'practice',
  waivable: true,
  check({ entry, item, asset }, { sameBytes }) {
    if (item === null || asset === null || entry.type !== 'file') return NOT_APPLICABLE;
    const other = sameBytes.get(entry.path) ?? '';
    const { path, sizeBytes } = entry;
    // The first of the two in order is the one that stands.
    const repeats = other !== '' && byCodeUnit(other, path) < 0;
    return judgedIf(repeats, {
      grade: asset.slot === null ? 'aside' : 'default',
      at: { other },
      params: { path, other, sizeBytes },
    });
  },
});

export const fileStray = defineRule({
  id: 'file/stray',
  on: 'entry',
  severities: { default: 'warning' },
  source: 'practice',
  waivable: false,
  check: ({ entry, stray }) =>
    entry.type === 'directory' ? NOT_APPLICABLE : judgedIf(stray, { params: { path: entry.path } }),
});

export const fileExtra = defineRule({
  id: 'file/extra',
  on: 'entry',
  severities: { default: 'info' },
  source: 'practice',
  waivable: false,
  check: ({ entry, asset }) =>
    asset === null || entry.type === 'directory'
      ? NOT_APPLICABLE
      : judgedIf(asset.slot === null, { params: { path: entry.path } }),
});
