/** Rules over the tag files of a bag: what it declares of itself. */
import type { BagDeclaration, PackageFacts } from '../../model/package-facts.ts';
import type { PackageRuleParams } from '../../model/package-params.ts';
import { isSafeListedPath } from '../../model/package-paths.ts';
import { isInPayload, payloadFiles } from '../../model/package-payload.ts';
import type { Breach } from '../../model/rule.ts';
import { judged, judgedIf, NOT_APPLICABLE, SKIPPED } from '../define.ts';
import { compare, isTrusted } from './comparison.ts';
import { findContentFaults } from './content-faults.ts';
import { ERROR, judgedAsFar, packageRule, RFC_8493 } from './define-package.ts';
import { takeInventory } from './inventory.ts';
import { isWhole } from './listed.ts';

export const DECLARATION = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const FETCH = 'fetch.txt';

/** RFC 8493 is 1.0; the drafts before it went from 0.93 to 0.97. */
export const BAGIT_VERSIONS: ReadonlySet<string> = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0']);

type DeclarationFault = PackageRuleParams['package/declaration'];

export const packageDeclaration = packageRule({
  id: 'package/declaration',
  ground: 'any',
  severities: ERROR,
  source: `${RFC_8493}, 2.1.1`,
  check(facts) {
    if (facts.kind === 'upload') return NOT_APPLICABLE;
    if (facts.kind === 'unknown') return judged([{ params: { fault: 'not-a-bag', found: findBagWithin(facts) } }]);
    const declaration = facts.bag?.declaration ?? null;
    if (declaration !== null && !isTrusted(DECLARATION, facts)) return SKIPPED;
    if (declaration === null && [...compare(facts).renamed.values()].includes(DECLARATION)) return SKIPPED;
    const fault = declaration === null ? { fault: 'missing' as const, found: null } : findFault(declaration);
    return judged(
      fault === null ? [] : [{ at: { path: DECLARATION }, params: fault }],
      declaration?.version ?? undefined,
    );
  },
});

/** The folder inside that is a bag: unpacking has put one folder into another. */
function findBagWithin({ files }: PackageFacts): string | null {
  const path = files.find((file) => file.path.endsWith(`/${DECLARATION}`))?.path;
  return path === undefined ? null : path.slice(0, -DECLARATION.length - 1);
}

function findFault({ version, encoding, bom, wellFormed }: BagDeclaration): DeclarationFault | null {
  if (bom) return { fault: 'bom', found: null };
  if (version !== null && !BAGIT_VERSIONS.has(version)) return { fault: 'version', found: version };
  if (encoding === null || !isKnownEncoding(encoding)) return { fault: 'encoding', found: encoding };
  return wellFormed && version !== null ? null : { fault: 'format', found: version };
}

function isKnownEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

export const packageBagInfo = packageRule({
  id: 'package/bag-info',
  ground: 'bag',
  severities: ERROR,
  source: `${RFC_8493}, 2.2.2`,
  check(facts) {
    const info = facts.bag?.info ?? null;
    if (info === null) return NOT_APPLICABLE;
    if (!isTrusted(BAG_INFO, facts)) return SKIPPED;
    return judged(info.badLines.map((line) => ({ at: { path: BAG_INFO, line }, params: { line } })));
  },
});

export const packageOxum = packageRule({
  id: 'package/oxum',
  ground: 'bag',
  severities: ERROR,
  source: `${RFC_8493}, 2.2.2`,
  check(facts) {
    const tags = facts.bag?.info?.tags.filter(({ name }) => name.toLowerCase() === 'payload-oxum') ?? [];
    if (tags.length === 0) return NOT_APPLICABLE;
    if (!isTrusted(BAG_INFO, facts) || !isPayloadWhole(facts)) return SKIPPED;
    const payload = payloadFiles(facts);
    const foundBytes = payload.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    const actual = `${foundBytes}.${payload.length}`;
    const asked = tags.map(({ value }) => value).join(', ');
    const params = { foundBytes, foundFiles: payload.length, asked };
    return judgedIf(asked !== actual, { at: { path: BAG_INFO }, actual, expected: asked, params }, actual);
  },
});

/** Where a file is at fault that is named by another rule, the sum would only say so again. */
function isPayloadWhole(facts: PackageFacts): boolean {
  const { files, twice } = takeInventory(facts);
  const { missing, added, renamed, copies, altered } = compare(facts);
  const moved = [...renamed].flat();
  const named = [...missing.keys(), ...added.keys(), ...moved, ...copies.keys(), ...altered.keys(), ...twice];
  const broken = [...files.values()].some((file) => isInPayload(file.path, facts) && !isWhole(file));
  const unlike = findContentFaults(facts)?.some(({ fault }) => ['missing-file', 'size', 'not-listed'].includes(fault));
  return !broken && !unlike && !named.some((path) => isInPayload(path, facts));
}

export const packageFetch = packageRule({
  id: 'package/fetch',
  ground: 'bag',
  severities: ERROR,
  source: `${RFC_8493}, 2.2.3`,
  check(facts) {
    const fetch = facts.bag?.fetch ?? null;
    if (fetch === null) return NOT_APPLICABLE;
    if (!isTrusted(FETCH, facts)) return SKIPPED;
    const told = compare(facts).told.missing;
    const payloadLists = takeInventory(facts).lists.filter(({ covers }) => covers === 'payload');
    const listed = new Set(payloadLists.flatMap(({ lines }) => lines.map(({ path }) => path)));
    const unlisted = fetch.lines.filter(({ path }) => told && isSafeListedPath(path) && !listed.has(path));
    return judgedAsFar(told, [
      ...fetch.badLines.map(
        (line): Breach<'package/fetch'> => ({ at: { path: FETCH, line }, params: { fault: 'bad-line', line } }),
      ),
      ...unlisted.map(
        ({ path, line }): Breach<'package/fetch'> => ({
          at: { path: FETCH, line },
          params: { fault: 'not-listed', line, path },
        }),
      ),
    ]);
  },
});
