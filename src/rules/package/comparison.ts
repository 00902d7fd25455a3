/**
 * The files held against the lists, once for all rules. Each fault has one name here: a renamed file is neither missing
 * nor added, a damaged one is not altered too, and a list that is itself altered accuses nobody.
 */
import type { PackagedFile, PackageFacts, StructureFaultCode } from '../../model/package-facts.ts';
import { remember } from '../../util/remember.ts';
import { type FileList, takeInventory } from './inventory.ts';
import { type Altered, holdAgainst, isWhole } from './listed.ts';
import { type Settled, settle, unlistedPayload, unlistedTags } from './unlisted.ts';

export interface Comparison extends Settled {
  readonly altered: ReadonlyMap<string, Altered>;
  /** Files of the payload, in plain folders the page too: listed, found, and found with the listed digest. */
  readonly counts: { readonly listed: number; readonly found: number; readonly same: number };
  /** Whether the answer is whole: lists that cannot be believed, or digests that were not taken, leave it open. */
  readonly told: { readonly missing: boolean; readonly added: boolean; readonly altered: boolean };
}

export const compare = remember((facts: PackageFacts): Comparison => {
  const inventory = takeInventory(facts);
  const isSound = ({ path }: FileList) => {
    const file = inventory.find(path);
    return file !== null && isReadable(file, facts);
  };
  const tagLists = inventory.lists.filter(({ covers }) => covers === 'tags');
  const payloadLists = inventory.lists.filter(({ covers }) => covers === 'payload');
  const tags = holdAgainst(tagLists.filter(isSound), inventory);
  const payload = holdAgainst(
    payloadLists.filter((list) => isSound(list) && !tags.altered.has(list.path)),
    inventory,
  );
  const believable = payload.lists.length > 0 && tags.lists.length === tagLists.length;
  const unlisted = [...unlistedTags(tags, facts), ...unlistedPayload(payload, facts)];
  const found = new Set([...tags.found, ...payload.found]);
  return {
    ...settle([...tags.missing, ...payload.missing], unlisted, found, inventory),
    altered: new Map([...tags.altered, ...payload.altered]),
    counts: { listed: payload.paths.size, found: payload.found.size, same: payload.same.size },
    told: {
      missing: believable,
      added: believable && [...tags.lists, ...payload.lists].every(({ whole }) => whole),
      altered:
        believable && facts.digested && !tags.open && !payload.open && payload.lists.some(({ supported }) => supported),
    },
  };
});

/** Faults of the archive's structure that leave an entry where its bytes are. */
const HARMLESS: ReadonlySet<StructureFaultCode> = new Set([
  'local-differs',
  'descriptor-differs',
  'extra-field',
  'comment',
]);

/** Its bytes are whole, and the archive says where they are. */
function isReadable(file: PackagedFile, { structure }: PackageFacts): boolean {
  return isWhole(file) && !structure.some(({ path, fault }) => path === file.path && !HARMLESS.has(fault));
}

/** A part of a package whose contents can be believed: it is there, whole, and no list says that it was altered. */
export function isTrusted(path: string, facts: PackageFacts): boolean {
  const file = takeInventory(facts).find(path);
  return file !== null && isReadable(file, facts) && !compare(facts).altered.has(file.path);
}

/** It is there and no list names it, which is told of by one rule already. */
export function isStranger(path: string, facts: PackageFacts): boolean {
  const { added, renamed, copies } = compare(facts);
  return added.has(path) || renamed.has(path) || copies.has(path);
}
