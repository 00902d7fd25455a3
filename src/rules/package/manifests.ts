/** The rule over the lists of a bag themselves: that there is one, that it can be read, and that it says one thing. */
import type { DigestLine, DigestList, PackageFacts } from '../../model/package-facts.ts';
import type { PackageRuleParams } from '../../model/package-params.ts';
import { isPayloadManifest, isSafeListedPath } from '../../model/package-paths.ts';
import type { Breach } from '../../model/rule.ts';
import { groupBy } from '../../util/order.ts';
import { compare, isTrusted } from './comparison.ts';
import { ERROR_OR_TOLERATED, judgedAsFar, packageRule, RFC_8493 } from './define-package.ts';
import { isWithin } from './inventory.ts';

type ManifestBreach = Breach<'package/manifest'>;
type Fault = PackageRuleParams['package/manifest']['fault'];

const TOLERATED: ReadonlySet<Fault> = new Set(['twice', 'md5sum-style', 'relative']);

export const packageManifest = packageRule({
  id: 'package/manifest',
  ground: 'bag',
  severities: ERROR_OR_TOLERATED,
  source: `${RFC_8493}, 2.1.3, 2.2.1, 6.1.3`,
  check(facts) {
    const manifests = facts.bag?.manifests ?? [];
    const believed = manifests.filter(({ path }) => isTrusted(path, facts));
    const breaches = [...lacking(manifests, facts), ...believed.flatMap((list) => faultsOf(list, manifests))];
    const actual = manifests.map(({ path }) => path).join(', ');
    return judgedAsFar(believed.length === manifests.length, breaches, actual);
  },
});

/** RFC 8493, 2.1.3: every bag has a payload manifest. One that is missing or renamed is told of as such. */
function lacking(manifests: readonly DigestList[], facts: PackageFacts): ManifestBreach[] {
  const { missing, renamed } = compare(facts);
  const told = [...missing.keys(), ...renamed.values()].some(isPayloadManifest);
  if (told || manifests.some(({ covers }) => covers === 'payload')) return [];
  return [{ params: { list: null, fault: 'none', line: null, path: null } }];
}

function faultsOf(list: DigestList, all: readonly DigestList[]): ManifestBreach[] {
  const safe = list.lines.filter(({ path }) => isSafeListedPath(path));
  return [
    ...algorithmFault(list, all),
    ...list.badLines.map((line) => breach(list, 'bad-line', { line })),
    ...repeated(list, safe),
    ...safe.filter((line) => !isWithin(line, list)).map((line) => breach(list, 'outside', line)),
    ...firstWith('*', 'md5sum-style', list),
    ...firstWith('./', 'relative', list),
  ];
}

function breach(
  { path: list }: DigestList,
  fault: Fault,
  { line = null, path = null }: { readonly line?: number | null; readonly path?: string | null },
  tolerated = TOLERATED.has(fault),
): ManifestBreach {
  return {
    grade: tolerated ? 'tolerated' : 'default',
    at: { path: list, ...(line === null ? {} : { line }) },
    params: { list, fault, line, path },
  };
}

/** Harmless where another list covers the same files. */
function algorithmFault(list: DigestList, all: readonly DigestList[]): ManifestBreach[] {
  if (list.supported) return [];
  const covered = all.some(({ covers, supported }) => covers === list.covers && supported);
  return [breach(list, 'algorithm', {}, covered)];
}

/** RFC 8493, 2.1.3: a file is listed exactly once. */
function repeated(list: DigestList, lines: readonly DigestLine[]): ManifestBreach[] {
  const byPath = groupBy(lines, ({ path }) => path);
  return [...byPath.values()].flatMap(([first, ...others]) => {
    const [second] = others;
    if (first === undefined || second === undefined) return [];
    const differing = others.find(({ digest }) => digest !== first.digest);
    return [differing === undefined ? breach(list, 'twice', second) : breach(list, 'twice-differing', differing)];
  });
}

/** RFC 8493, 6.1.3: a habit of the tool that made the list, told once. */
function firstWith(prefix: DigestLine['prefix'], fault: Fault, list: DigestList): ManifestBreach[] {
  const first = list.lines.find((line) => line.prefix === prefix);
  return first === undefined ? [] : [breach(list, fault, first)];
}
