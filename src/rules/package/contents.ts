/** Rules over what a package of ours says of itself: `sizheng.json`, and whether it is a draft. */
import { PACKAGE_FILES, PACKAGE_SCHEMA } from '../../model/package-manifest.ts';
import { isSafePath } from '../../model/package-paths.ts';
import { isDraft, ownName } from '../../model/package-payload.ts';
import { judged, judgedIf, NOT_APPLICABLE, SKIPPED } from '../define.ts';
import { isTrusted } from './comparison.ts';
import { type ContentFault, findContentFaults } from './content-faults.ts';
import { ERROR, packageRule, WARNING } from './define-package.ts';
import { takeInventory } from './inventory.ts';

export const packageContents = packageRule({
  id: 'package/contents',
  ground: 'package',
  severities: ERROR,
  source: 'practice',
  check(facts) {
    const { manifest } = facts;
    if (manifest === null) return NOT_APPLICABLE;
    if (!isTrusted(PACKAGE_FILES.manifest, facts)) return SKIPPED;
    if (!manifest.ok) return judged([{ at: { path: PACKAGE_FILES.manifest }, params: unreadable(manifest.failure) }]);
    const faults = findContentFaults(facts) ?? [];
    return judged(faults.map((params) => ({ at: { path: placeOf(params) }, params })));
  },
});

/** A later version is told by its schema, `sizheng-package/2`, which the reader gives as the detail. */
function unreadable({ detail }: { readonly detail: string | null }): ContentFault {
  const [name, ours] = PACKAGE_SCHEMA.split('/') as [string, string];
  const [found, version] = detail?.split('/') ?? [];
  const newer = found === name && Number(version) > Number(ours);
  return { fault: newer ? 'newer' : 'unreadable', path: PACKAGE_FILES.manifest, detail };
}

function placeOf({ fault, path }: ContentFault): string {
  return fault === 'name' || !isSafePath(path) ? PACKAGE_FILES.manifest : path;
}

export const packageDraft = packageRule({
  id: 'package/draft',
  ground: 'package',
  severities: WARNING,
  source: 'practice',
  check(facts) {
    const { manifest, path } = facts;
    const noted = takeInventory(facts).files.has(PACKAGE_FILES.draftNote);
    if (manifest === null && !noted) return NOT_APPLICABLE;
    if (!noted && !(manifest?.ok && isTrusted(PACKAGE_FILES.manifest, facts))) return SKIPPED;
    return judgedIf(isDraft(facts), { params: { name: ownName(facts) ?? path } });
  },
});
