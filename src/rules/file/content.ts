/** Rules over what a file turns out to be. */
import { baseName, splitName } from '../../model/file-names.ts';
import { defineRule, judgedIf, NOT_APPLICABLE, SKIPPED } from '../define.ts';
import {
  isEncryptedDocument,
  isMisnamed,
  isOwn,
  isPartial,
  isUndecodableSubtitle,
  judgeType,
  namedKind,
  OTHERWISE_FOUND,
} from './kinds.ts';

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
  check({ entry, asset, hollow }) {
    const { type, path, sizeBytes, error } = entry;
    if (hollow) return judgedIf(true, { grade: 'aside', params: { path, folder: true } });
    if (type !== 'file' || error !== null || isPartial(path)) return NOT_APPLICABLE;
    const grade = asset?.slot === undefined || asset.slot === null ? 'aside' : 'default';
    return judgedIf(sizeBytes === 0, { grade, actual: '0 B', expected: '> 0 B', params: { path, folder: false } });
  },
});

export const fileUnreadable = defineRule({
  id: 'file/unreadable',
  on: 'entry',
  severities: { default: 'error' },
  source: 'practice',
  waivable: false,
  check(subject, { facts }) {
    const { path, error, type } = subject.entry;
    if (error !== null) return judgedIf(true, { params: { path, reason: 'unreadable', detail: error } });
    // A pipe, a socket, a device: nothing that can be handed in.
    if (type === 'other') return judgedIf(true, { params: { path, reason: 'unreadable', detail: 'not a file' } });
    if (type !== 'file' || isOwn(subject) || isPartial(path)) return NOT_APPLICABLE;
    const measured = facts.get(path);
    if (measured === undefined) return SKIPPED;
    // A file that is no film need not be a sound document.
    if (subject.asset?.slot != null && isMisnamed(subject, measured)) return NOT_APPLICABLE;
    const { content } = measured;
    if (content === null || content.ok) return judgedIf(false, { params: { path, reason: 'damaged', detail: null } });
    if (isUndecodableSubtitle(subject, content.failure) || isEncryptedDocument(measured)) return NOT_APPLICABLE;
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
    entry.type === 'file' ? judgedIf(isPartial(entry.path), { params: { path: entry.path } }) : NOT_APPLICABLE,
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
    if (asset === null || asset.slot === null || isPartial(entry.path)) return NOT_APPLICABLE;
    return judgeType(subject, context, (measured) => {
      const { type } = measured;
      const named = namedKind(subject);
      if (named === null || OTHERWISE_FOUND.has(type.kind)) return NOT_APPLICABLE;
      // Of one kind, it is the format that differs: a docx that is named .pdf.
      const sameKind = named === type.kind;
      const found = sameKind ? type.format : type.kind === 'unknown' ? null : type.kind;
      const wanted = sameKind ? splitName(baseName(entry.path)).extension : named;
      const params = { path: entry.path, named: wanted, found };
      return judgedIf(
        isMisnamed(subject, measured),
        { actual: found ?? 'unknown', expected: wanted, params },
        type.kind,
      );
    });
  },
});
