/** `sizheng.json` held against the lists and the files. What a list has told already is not told again. */
import type { PackagedFile, PackageFacts } from '../../model/package-facts.ts';
import {
  PACKAGE_FILES,
  type PackagedAsset,
  type PackageManifest,
  packagedAssets,
} from '../../model/package-manifest.ts';
import type { PackageRuleParams } from '../../model/package-params.ts';
import { isDraft, payloadFiles } from '../../model/package-payload.ts';
import { groupBy } from '../../util/order.ts';
import { remember } from '../../util/remember.ts';
import { compare, isStranger, isTrusted } from './comparison.ts';
import { takeInventory } from './inventory.ts';
import { isWhole } from './listed.ts';

export type ContentFault = PackageRuleParams['package/contents'];

/** `null` where there is no `sizheng.json` that could be believed. */
export const findContentFaults = remember((facts: PackageFacts): readonly ContentFault[] | null => {
  const { manifest } = facts;
  if (!manifest?.ok || !isTrusted(PACKAGE_FILES.manifest, facts)) return null;
  const assets = packagedAssets(manifest.value);
  return [
    ...nameFaults(manifest.value, facts),
    ...checkFaults(manifest.value, facts),
    ...assetFaults(assets, facts),
    ...repeatedFiles(assets, facts),
    ...unknownFiles(assets, facts),
  ];
});

/** RFC 8493, 4: a serialized bag is one folder. The archive around it may be called what one likes. */
function nameFaults({ name }: PackageManifest, { form, base }: PackageFacts): ContentFault[] {
  if (form === 'folder' || base.normalize('NFC') === name.normalize('NFC')) return [];
  return [{ fault: 'name', path: name, detail: base }];
}

/** `sizheng pack` packs what has not passed its check as a draft only. */
function checkFaults({ report }: PackageManifest, facts: PackageFacts): ContentFault[] {
  if (report.verdict === 'pass' || isDraft(facts)) return [];
  return [{ fault: 'not-passed', path: PACKAGE_FILES.manifest, detail: null }];
}

function assetFaults(assets: readonly PackagedAsset[], facts: PackageFacts): ContentFault[] {
  const { find, lists } = takeInventory(facts);
  const { missing, renamed, altered } = compare(facts);
  const gone = new Set([...missing.keys(), ...renamed.values()]);
  const listed = new Map(
    lists
      .filter(({ covers, algorithm, path }) => covers === 'payload' && algorithm === 'sha256' && isTrusted(path, facts))
      .flatMap(({ lines }) => lines.map(({ path, digest }) => [path, digest] as const)),
  );
  return assets.flatMap((asset): ContentFault[] => {
    const { path } = asset;
    const file = find(path);
    if (file === null) return gone.has(path) ? [] : [{ fault: 'missing-file', path, detail: null }];
    if (!isWhole(file) || altered.has(file.path)) return [];
    const fault = findDifference(asset, file, listed.get(path) ?? file.digests.sha256);
    return fault === null ? [] : [{ fault, path, detail: null }];
  });
}

function findDifference(
  asset: PackagedAsset,
  file: PackagedFile,
  sha256: string | undefined,
): Extract<ContentFault['fault'], 'size' | 'digest'> | null {
  if (asset.sizeBytes !== file.sizeBytes) return 'size';
  return sha256 === undefined || sha256 === asset.sha256 ? null : 'digest';
}

/** One file that is told of as two. */
function repeatedFiles(assets: readonly PackagedAsset[], facts: PackageFacts): ContentFault[] {
  const { find } = takeInventory(facts);
  const told = groupBy(assets, ({ path }) => find(path)?.path ?? path);
  return [...told].flatMap(([path, { length }]) =>
    length > 1 ? [{ fault: 'twice', path, detail: null } as const] : [],
  );
}

function unknownFiles(assets: readonly PackagedAsset[], facts: PackageFacts): ContentFault[] {
  const { find } = takeInventory(facts);
  const known = new Set(assets.map(({ path }) => find(path)?.path));
  return payloadFiles(facts)
    .filter(({ path }) => !known.has(path) && !isStranger(path, facts))
    .map(({ path }) => ({ fault: 'not-listed', path, detail: null }));
}
