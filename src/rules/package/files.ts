/** Rules over the files a package should hold: that they are there, under their names, as they were. */
import type { PackageFacts } from '../../model/package-facts.ts';
import type { Breach } from '../../model/rule.ts';
import { SKIPPED } from '../define.ts';
import { compare } from './comparison.ts';
import { ERROR, ERROR_OR_NOTE, judgedAsFar, packageRule, RFC_8493 } from './define-package.ts';
import { takeInventory } from './inventory.ts';

const COMPLETE_AND_VALID = `${RFC_8493}, 3`;

export const packageMissing = packageRule({
  id: 'package/missing',
  ground: 'package',
  severities: ERROR,
  source: COMPLETE_AND_VALID,
  check(facts) {
    const { missing, counts, told } = compare(facts);
    const fetched = new Set(facts.bag?.fetch?.lines.map(({ path }) => path));
    const breaches = [...missing]
      .filter(([path]) => !isDeclaration(path, facts))
      .map(([path, list]) => ({ at: { path }, params: { path, list, fetch: fetched.has(path) } }));
    return judgedAsFar(told.missing, breaches, `${counts.found}/${counts.listed}`);
  },
});

/** What `package/declaration` says of a bag without it is enough. */
function isDeclaration(path: string, { bag }: PackageFacts): boolean {
  return path === 'bagit.txt' && bag?.declaration === null;
}

export const packageAdded = packageRule({
  id: 'package/added',
  ground: 'package',
  severities: ERROR_OR_NOTE,
  source: COMPLETE_AND_VALID,
  check(facts) {
    const { added, told } = compare(facts);
    const breaches = [...added.values()]
      .filter(({ path }) => isFile(path, facts))
      .map(
        ({ path, list, tolerated }): Breach<'package/added'> => ({
          grade: tolerated ? 'tolerated' : 'default',
          at: { path },
          params: { path, list, tolerated },
        }),
      );
    return judgedAsFar(told.added, breaches);
  },
});

/** A link is told of as a link. */
function isFile(path: string, facts: PackageFacts): boolean {
  return takeInventory(facts).files.get(path)?.type === 'file';
}

export const packageAltered = packageRule({
  id: 'package/altered',
  ground: 'package',
  severities: ERROR,
  source: COMPLETE_AND_VALID,
  check(facts) {
    if (!facts.digested) return SKIPPED;
    const { altered, counts, told } = compare(facts);
    const breaches = [...altered].map(([path, { list, algorithm, found, asked }]) => ({
      at: { path },
      actual: found,
      expected: asked,
      params: { path, list, algorithm },
    }));
    return judgedAsFar(told.altered, breaches, `${counts.same}/${counts.listed}`);
  },
});

export const packageRenamed = packageRule({
  id: 'package/renamed',
  ground: 'package',
  severities: ERROR,
  source: COMPLETE_AND_VALID,
  check(facts) {
    if (!facts.digested) return SKIPPED;
    const { renamed, told } = compare(facts);
    const breaches = [...renamed].map(([path, from]) => ({ at: { path, other: from }, params: { path, from } }));
    return judgedAsFar(told.missing && told.added, breaches);
  },
});

export const packageDuplicated = packageRule({
  id: 'package/duplicated',
  ground: 'archive',
  severities: ERROR,
  source: COMPLETE_AND_VALID,
  check(facts) {
    const { copies, told } = compare(facts);
    const named = [...takeInventory(facts).twice].map(
      (path): Breach<'package/duplicated'> => ({ at: { path }, params: { path, by: 'name', other: path } }),
    );
    const copied = [...copies].map(
      ([path, other]): Breach<'package/duplicated'> => ({ at: { path, other }, params: { path, by: 'bytes', other } }),
    );
    return judgedAsFar(facts.kind === 'unknown' || (facts.digested && told.added), [...named, ...copied]);
  },
});
