/** Rules over names: those that lead out of the package, those that another system takes for one, and litter. */
import { isJunkName } from '../../model/file-names.ts';
import type { PackageFacts } from '../../model/package-facts.ts';
import { PACKAGE_FILES } from '../../model/package-manifest.ts';
import type { PackageRuleParams } from '../../model/package-params.ts';
import { isSafeListedPath, isSafePath } from '../../model/package-paths.ts';
import { unlistedLitter } from '../../model/package-payload.ts';
import { byCodeUnit, groupBy } from '../../util/order.ts';
import { judged } from '../define.ts';
import { isStranger } from './comparison.ts';
import { ERROR, packageRule, RFC_8493, severalOf, WARNING } from './define-package.ts';
import { takeInventory } from './inventory.ts';

type Named = PackageRuleParams['package/unsafe-path'];

export const packageUnsafePath = packageRule({
  id: 'package/unsafe-path',
  ground: 'archive',
  severities: ERROR,
  source: `${RFC_8493}, 5.1`,
  check(facts) {
    const found = new Map<string, Named>();
    for (const named of [...entryNames(facts), ...listedNames(facts)]) {
      const isSafe = named.list === null ? isSafePath : isSafeListedPath;
      if (!isSafe(named.path) && !found.has(named.path)) found.set(named.path, named);
    }
    return judged([...found.values()].map((params) => ({ ...atLine(params), params })));
  },
});

function atLine({ list, line }: Named) {
  return list === null || line === null ? {} : { at: { path: list, line } };
}

function entryNames({ files }: PackageFacts): Named[] {
  return files.map(({ path }) => ({ path, where: 'archive', list: null, line: null }));
}

function listedNames({ bag, uploadLog }: PackageFacts): Named[] {
  const manifests = (bag?.manifests ?? []).flatMap(({ path: list, lines }) =>
    lines.map(({ path, line }): Named => ({ path, where: 'manifest', list, line })),
  );
  const fetched = (bag?.fetch?.lines ?? []).map(
    ({ path, line }): Named => ({ path, where: 'fetch', list: 'fetch.txt', line }),
  );
  const rows = (uploadLog?.ok ? uploadLog.value.rows : []).map(
    ({ path, line }): Named => ({ path, where: 'log', list: PACKAGE_FILES.uploadLog, line }),
  );
  return [...manifests, ...fetched, ...rows];
}

export const packageNameClash = packageRule({
  id: 'package/name-clash',
  ground: 'package',
  severities: WARNING,
  source: `${RFC_8493}, 6.1.1`,
  check(facts) {
    const { files, lists } = takeInventory(facts);
    const known = [...files.keys()].filter((path) => !isStranger(path, facts));
    const clashes = new Map<string, string>();
    for (const paths of [known, ...lists.map(({ lines }) => lines.map(({ path }) => path))]) {
      for (const [path, other] of clashesOf(paths)) clashes.set(path, other);
    }
    return judged([...clashes].map(([path, other]) => ({ at: { path, other }, params: { path, other } })));
  },
});

/** Paths that differ from an earlier one in case or composition only (UAX #15). */
function clashesOf(paths: readonly string[]): [path: string, other: string][] {
  const keyOf = (path: string) => path.normalize('NFC').toLowerCase();
  if (new Set(paths.map(keyOf)).size === paths.length) return [];
  return [...groupBy(paths, keyOf).values()].flatMap((group) => {
    if (group.length === 1) return [];
    const [first, ...others] = group.toSorted(byCodeUnit);
    return others.map((other): [string, string] => [other, first as string]);
  });
}

export const packageJunk = packageRule({
  id: 'package/junk',
  ground: 'package',
  severities: WARNING,
  source: 'practice',
  check(facts) {
    const junk = [...takeInventory(facts).files.keys()]
      .filter((path) => path.split('/').some(isJunkName) && !isStranger(path, facts))
      .toSorted(byCodeUnit);
    const actual = String(junk.length);
    if (junk.length === 0) return judged([], actual);
    const listed = junk.some((path) => !unlistedLitter(facts).has(path));
    return judged([{ actual, params: { ...severalOf(junk), listed } }], actual);
  },
});
