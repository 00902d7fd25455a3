/** The rule that holds a package against the workspace it was made from. */
import type { PackageFacts, SourceFacts } from '../../model/package-facts.ts';
import { PACKAGE_FILES, packagedAssets } from '../../model/package-manifest.ts';
import type { PackageRuleParams } from '../../model/package-params.ts';
import { NOT_APPLICABLE } from '../define.ts';
import { isTrusted } from './comparison.ts';
import { ERROR, judgedAsFar, packageRule } from './define-package.ts';
import { takeInventory } from './inventory.ts';

type SourceFile = SourceFacts['files'][number];
type SourceFault = PackageRuleParams['package/source'];

export const packageSource = packageRule({
  id: 'package/source',
  ground: 'package',
  severities: ERROR,
  source: 'practice',
  check(facts) {
    if (facts.source === null) return NOT_APPLICABLE;
    const { files } = facts.source;
    const packed = packedDigests(facts);
    const faults = files.flatMap((file) => findFault(file, packed) ?? []);
    const known = files.filter(({ packagedAs }) => packagedAs === null || packed.has(packagedAs));
    const actual = `${known.length - faults.length}/${files.length}`;
    return judgedAsFar(
      known.length === files.length,
      faults.map((params) => ({ ...(params.packagedAs === null ? {} : { at: { path: params.packagedAs } }), params })),
      actual,
    );
  },
});

/** SHA-256 of what was packed, by path: as the lists have it, since a file altered later is told of as altered. */
function packedDigests(facts: PackageFacts): Map<string, string> {
  const { manifest } = facts;
  const assets = manifest?.ok && isTrusted(PACKAGE_FILES.manifest, facts) ? packagedAssets(manifest.value) : [];
  const lists = takeInventory(facts).lists.filter(
    ({ algorithm, path }) => algorithm === 'sha256' && isTrusted(path, facts),
  );
  const listed = lists.flatMap(({ lines }) =>
    lines.flatMap(({ path, digest }) => (digest === null ? [] : [[path, digest] as const])),
  );
  return new Map([...assets.map(({ path, sha256 }) => [path, sha256] as const), ...listed]);
}

function findFault({ path, sha256, packagedAs }: SourceFile, packed: ReadonlyMap<string, string>): SourceFault | null {
  if (packagedAs === null) return { fault: 'not-packed', path, packagedAs };
  if (sha256 === null) return { fault: 'gone', path, packagedAs };
  const asked = packed.get(packagedAs);
  return asked === undefined || asked === sha256 ? null : { fault: 'changed', path, packagedAs };
}
