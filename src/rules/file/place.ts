/** Rules over where a file stands: beside a lock, in two works, in none, in no slot. */
import { baseName } from '../../model/file-names.ts';
import { defineRule, judgedIf, NOT_APPLICABLE } from '../define.ts';
import { isFaulty } from './kinds.ts';

/** The names under which Word, WPS and LibreOffice mark a document as open. */
export function lockNames(name: string): string[] {
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
    return judgedIf(other !== '', {
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
  check: (subject, context) =>
    subject.entry.type === 'directory' || isFaulty(subject, context)
      ? NOT_APPLICABLE
      : judgedIf(subject.stray, { params: { path: subject.entry.path } }),
});

export const fileExtra = defineRule({
  id: 'file/extra',
  on: 'entry',
  severities: { default: 'info' },
  source: 'practice',
  waivable: false,
  check: (subject, context) =>
    subject.asset === null || subject.entry.type === 'directory' || isFaulty(subject, context)
      ? NOT_APPLICABLE
      : judgedIf(subject.asset.slot === null, { params: { path: subject.entry.path } }),
});
