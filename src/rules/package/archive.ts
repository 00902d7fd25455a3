/** Rules over the archive as a whole: that it can be read, and that it says one thing only. */
import type { PackageFacts, StructureFault } from '../../model/package-facts.ts';
import { isSafePath } from '../../model/package-paths.ts';
import type { Breach, Check } from '../../model/rule.ts';
import { formatSize } from '../../util/format.ts';
import { defineRule, judged, NOT_APPLICABLE, SKIPPED } from '../define.ts';
import { isStranger } from './comparison.ts';
import { APPNOTE, ERROR, ERROR_OR_TOLERATED, packageRule } from './define-package.ts';
import { takeInventory } from './inventory.ts';

export const packageUnreadable = defineRule({
  id: 'package/unreadable',
  on: 'package',
  severities: ERROR,
  source: 'practice',
  waivable: false,
  check({ stopped, form, sizeBytes }): Check<'package/unreadable'> {
    if (stopped?.type === 'too-large') return SKIPPED;
    if (stopped === null) return judged([], form === 'zip' ? formatSize(sizeBytes) : undefined);
    const { reason, detail } = stopped;
    return judged([{ params: { reason, detail } }]);
  },
});

export const packageTooLarge = defineRule({
  id: 'package/too-large',
  on: 'package',
  severities: ERROR,
  source: 'practice',
  waivable: false,
  check({ stopped }): Check<'package/too-large'> {
    if (stopped === null) return judged([]);
    if (stopped.type === 'unreadable') return SKIPPED;
    const { limit, actual, max, path } = stopped;
    const params = { limit, actual, max, path };
    return judged([{ ...atPath(path), actual: String(actual), expected: `<= ${max}`, params }]);
  },
});

/** Where a finding lies; a path that could lead out of the package is told in the message alone. */
function atPath(path: string | null): Pick<Breach, 'at'> {
  return path !== null && isSafePath(path) ? { at: { path } } : {};
}

export const packageStructure = packageRule({
  id: 'package/structure',
  ground: 'archive',
  severities: ERROR_OR_TOLERATED,
  source: APPNOTE,
  check(facts) {
    if (facts.form === 'folder') return NOT_APPLICABLE;
    const misplaced = new Set(facts.structure.filter(({ fault }) => !isDifference(fault)).map(({ path }) => path));
    const own = facts.structure.filter((fault) => !isToldElsewhere(fault, misplaced, facts));
    return judged(
      own.map((params) => ({
        grade: params.fault === 'comment' ? 'tolerated' : 'default',
        ...atPath(params.path),
        params,
      })),
    );
  },
});

function isDifference(fault: StructureFault['fault']): boolean {
  return fault === 'local-differs' || fault === 'descriptor-differs';
}

/** The two headers of an entry that is damaged, out of its place or renamed are at odds as a consequence. */
function isToldElsewhere(
  { fault, field, path }: StructureFault,
  misplaced: ReadonlySet<string | null>,
  facts: PackageFacts,
): boolean {
  if (path === null || !isDifference(fault)) return false;
  if (misplaced.has(path) || (takeInventory(facts).files.get(path)?.faults.length ?? 0) > 0) return true;
  return field === 'file name' && (!isSafePath(path) || isStranger(path, facts));
}
