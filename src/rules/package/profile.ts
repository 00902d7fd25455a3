/** The rule that holds a bag against that of our BagIt profiles (BagIt Profiles Specification 1.4.0) which it says it keeps to. */
import { BAGIT_PROFILES, type BagitProfile, PROFILE_TAG } from '../../model/bagit-profile.ts';
import type { BagFacts, InfoTag, PackageFacts } from '../../model/package-facts.ts';
import type { PackageRuleParams } from '../../model/package-params.ts';
import { isPayloadManifest, isPayloadPath, isTagManifest } from '../../model/package-paths.ts';
import { unlistedLitter } from '../../model/package-payload.ts';
import { judged, NOT_APPLICABLE, SKIPPED } from '../define.ts';
import { BAG_INFO, BAGIT_VERSIONS, DECLARATION, FETCH } from './bag.ts';
import { compare, isStranger, isTrusted } from './comparison.ts';
import { ERROR, packageRule } from './define-package.ts';
import { takeInventory } from './inventory.ts';

type ProfileFault = PackageRuleParams['package/profile'];

export const packageProfile = packageRule({
  id: 'package/profile',
  ground: 'bag',
  severities: ERROR,
  source: 'BagIt Profiles 1.4.0',
  check(facts) {
    const { bag } = facts;
    const named = valuesOf(PROFILE_TAG, bag?.info?.tags ?? []);
    const profile = BAGIT_PROFILES.find((one) => named.includes(identifierOf(one)));
    // Ours by `sizheng.json` alone; a later release may keep to another profile.
    if (bag === null || (profile === undefined && (!facts.manifest?.ok || named.length > 0))) return NOT_APPLICABLE;
    if (bag.info === null ? isGone(BAG_INFO, facts) : !isTrusted(BAG_INFO, facts)) return SKIPPED;
    const faults = profile === undefined ? [unnamed(bag)] : profileFaults(bag, facts, profile);
    return judged(faults.map((params) => ({ at: { path: placeOf(params) }, params })));
  },
});

function identifierOf({ 'BagIt-Profile-Info': info }: BagitProfile): string {
  return info['BagIt-Profile-Identifier'];
}

function profileFaults(bag: BagFacts, facts: PackageFacts, profile: BagitProfile): ProfileFault[] {
  return [
    ...tagFaults(bag.info?.tags ?? [], profile),
    ...listFaults(bag, facts, profile),
    ...fileFaults(facts, profile),
    ...fetchFaults(bag, facts, profile),
    ...versionFaults(bag, facts, profile),
  ];
}

function unnamed({ info }: BagFacts): ProfileFault {
  return info === null
    ? { fault: 'tag-file', name: BAG_INFO, missing: true }
    : { fault: 'tag-missing', name: PROFILE_TAG, missing: true };
}

/** Labels are told apart without regard to case (RFC 8493, 2.2.2). */
function valuesOf(label: string, tags: readonly InfoTag[]): string[] {
  return tags.filter(({ name }) => name.toLowerCase() === label.toLowerCase()).map(({ value }) => value);
}

function tagFaults(tags: readonly InfoTag[], profile: BagitProfile): ProfileFault[] {
  return Object.entries(profile['Bag-Info']).flatMap(([name, { required, repeatable }]): ProfileFault[] => {
    const values = valuesOf(name, tags);
    if (required && values.every((value) => value.trim() === ''))
      return [{ fault: 'tag-missing', name, missing: true }];
    return !repeatable && values.length > 1 ? [{ fault: 'tag-repeated', name, missing: false }] : [];
  });
}

function listFaults({ manifests }: BagFacts, facts: PackageFacts, profile: BagitProfile): ProfileFault[] {
  const kinds = [
    ['manifest', 'payload', profile['Manifests-Required'], profile['Manifests-Allowed']],
    ['tag-manifest', 'tags', profile['Tag-Manifests-Required'], profile['Tag-Manifests-Allowed']],
  ] as const;
  return kinds.flatMap(([fault, covers, required, allowed]): ProfileFault[] => {
    const lists = manifests.filter((list) => list.covers === covers);
    const found = new Set(lists.map(({ algorithm }) => algorithm));
    const lacking = required.filter((name) => !found.has(name) && !isGone(`manifest-${name}.txt`, facts));
    const strange = lists.filter(({ algorithm, path }) => !allowed.includes(algorithm) && !isStranger(path, facts));
    // Of a bag without any payload manifest `package/manifest` tells.
    const untold = covers === 'payload' && found.size === 0 ? [] : lacking;
    return [
      ...untold.map((name) => ({ fault, name, missing: true })),
      ...strange.map(({ algorithm: name }) => ({ fault, name, missing: false })),
    ];
  });
}

/** Told of already: a list names it, and it is not there. */
function isGone(path: string, facts: PackageFacts): boolean {
  const { missing, renamed } = compare(facts);
  return missing.has(path) || [...renamed.values()].includes(path);
}

function fileFaults(facts: PackageFacts, profile: BagitProfile): ProfileFault[] {
  const { files } = takeInventory(facts);
  const allowed = profile['Tag-Files-Allowed'];
  const litter = unlistedLitter(facts);
  const lacking = profile['Tag-Files-Required'].filter((name) => !files.has(name) && !isGone(name, facts));
  const strange = [...files.keys()].filter(
    (path) =>
      !(
        isPayloadPath(path) ||
        isOfBagIt(path) ||
        allowed.includes(path) ||
        litter.has(path) ||
        isStranger(path, facts)
      ),
  );
  return [
    ...lacking.map((name) => ({ fault: 'tag-file' as const, name, missing: true })),
    ...strange.map((name) => ({ fault: 'tag-file' as const, name, missing: false })),
  ];
}

/** The profile speaks of these by keys of their own. */
function isOfBagIt(path: string): boolean {
  return path === FETCH || isPayloadManifest(path) || isTagManifest(path);
}

function fetchFaults({ fetch }: BagFacts, facts: PackageFacts, profile: BagitProfile): ProfileFault[] {
  if (fetch === null || profile['Allow-Fetch.txt'] || isStranger(FETCH, facts)) return [];
  return [{ fault: 'fetch', name: FETCH, missing: false }];
}

function versionFaults({ declaration }: BagFacts, facts: PackageFacts, profile: BagitProfile): ProfileFault[] {
  const version = declaration?.version ?? '';
  if (!BAGIT_VERSIONS.has(version) || !isTrusted(DECLARATION, facts)) return [];
  return profile['Accept-BagIt-Version'].includes(version) ? [] : [{ fault: 'version', name: version, missing: false }];
}

function placeOf({ fault, name, missing }: ProfileFault): string {
  return fault === 'tag-file' && !missing ? name : BAG_INFO;
}
