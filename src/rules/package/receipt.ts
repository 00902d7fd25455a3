/** The rule that holds a package against its receipt. */
import type { PackageFacts } from '../../model/package-facts.ts';
import type { PackageRuleParams } from '../../model/package-params.ts';
import { ownName, unlistedLitter } from '../../model/package-payload.ts';
import type { ReceiptClaims } from '../../model/receipt.ts';
import type { Check } from '../../model/rule.ts';
import { judged, NOT_APPLICABLE, SKIPPED } from '../define.ts';
import { compare } from './comparison.ts';
import { findContentFaults } from './content-faults.ts';
import { packageRule } from './define-package.ts';
import { takeInventory } from './inventory.ts';
import { isWhole } from './listed.ts';

type ReceiptFault = PackageRuleParams['package/receipt']['fault'];
type Difference = readonly [fault: ReceiptFault, found: string, asked: string];
const ZIP_NAME = /\.zip$/i;

export const packageReceipt = packageRule({
  id: 'package/receipt',
  ground: 'package',
  severities: { default: 'error', repacked: 'warning', unverified: 'info' },
  source: 'practice',
  check(facts) {
    if (facts.receipt === null) return NOT_APPLICABLE;
    const { path, claims } = facts.receipt;
    const archive = compareArchives(claims, facts);
    if (archive === 'same') return agreed(claims, path, facts.sha256);
    // A package with faults of its own cannot be the one of the receipt, whichever it was.
    if (isSpoilt(facts)) return SKIPPED;
    const { contentSha256 } = facts;
    if (contentSha256 === null && archive === null) return SKIPPED;
    if (contentSha256 !== claims.contentSha256) return breach('default', path, findDifference(claims, facts));
    if (archive === null || isChangedOutside(facts)) return agreed(claims, path, contentSha256);
    return breach('repacked', path, ['repacked', ...archive]);
  },
});

/** `same`: the very bytes; what is found and asked where they differ; `null` where no two ZIPs, or nothing of them, can be compared. */
function compareArchives(
  { sha256, sizeBytes, package: name }: ReceiptClaims,
  facts: PackageFacts,
): 'same' | readonly [found: string, asked: string] | null {
  if (facts.form === 'folder') return null;
  if (sha256 !== null && facts.sha256 !== null) return sha256 === facts.sha256 ? 'same' : [facts.sha256, sha256];
  // The receipt of a folder gives the size of all files in it.
  const isOfZip = sha256 !== null || ZIP_NAME.test(name);
  return isOfZip && sizeBytes !== facts.sizeBytes ? [String(facts.sizeBytes), String(sizeBytes)] : null;
}

function agreed({ verified }: ReceiptClaims, path: string, compared: string | null): Check<'package/receipt'> {
  return verified ? judged([], compared ?? undefined) : breach('unverified', path, ['unverified', '', '']);
}

/** Other rules have told why the digests cannot be those of the receipt. */
function isSpoilt(facts: PackageFacts): boolean {
  const { files, twice } = takeInventory(facts);
  const { missing, added, renamed, copies, altered } = compare(facts);
  const strange = [...added.values()].some(({ tolerated }) => !tolerated);
  return (
    strange ||
    [missing, renamed, copies, altered, twice].some(({ size }) => size > 0) ||
    facts.structure.some(({ fault }) => fault !== 'comment') ||
    [...files.values()].some((file) => !isWhole(file)) ||
    findContentFaults(facts)?.some(({ fault }) => fault === 'name') === true
  );
}

/** The same, where it does no harm to the contents. */
function isChangedOutside(facts: PackageFacts): boolean {
  const { structure, files } = facts;
  return (
    structure.length > 0 || unlistedLitter(facts).size > 0 || files.some(({ nameEncoding }) => nameEncoding !== 'utf-8')
  );
}

/** Of two packages that were never the same one their names say more than digests do. */
function findDifference(claims: ReceiptClaims, facts: PackageFacts): Difference {
  const [found, asked] = [ownName(facts), claims.package.replace(ZIP_NAME, '')];
  if (found !== null && found !== asked) return ['name', found, asked];
  if (facts.contentSha256 !== null) return ['content', facts.contentSha256, claims.contentSha256];
  if (facts.sha256 !== null && claims.sha256 !== null) return ['sha256', facts.sha256, claims.sha256];
  return ['size', String(facts.sizeBytes), String(claims.sizeBytes)];
}

function breach(grade: string, receipt: string, [fault, found, asked]: Difference): Check<'package/receipt'> {
  const values = found === '' ? {} : { actual: found, expected: asked };
  return judged([{ grade, ...values, params: { fault, receipt, found: found || null, asked: asked || null } }]);
}
