/** What belongs to the whole submission: files that are named for one of its slots. */
import { baseName, splitName } from '../model/file-names.ts';
import type { Slot, Spec } from '../model/spec.ts';
import type { Asset, Entry } from '../model/submission.ts';
import { byCodeUnit } from '../util/order.ts';
import { stripRevision } from '../util/version-marks.ts';
import { normaliseName } from './names.ts';
import { fitsSlot, type KindOf } from './slots.ts';

/**
 * Takes such files from those that belong to no work: from the root, and documents of many works' texts from anywhere.
 * @param holdsTexts whether a document that is only called like the works' own (`简介.docx`) holds the texts of several
 */
export function takeWhole(
  files: readonly Entry[],
  spec: Spec,
  kindOf: KindOf,
  holdsTexts: (path: string, slot: Slot) => boolean,
): { assets: Asset[]; strays: string[] } {
  const assets: Asset[] = [];
  const strays: string[] = [];
  for (const { path, sizeBytes } of files) {
    const named = wholeSlot(path, spec, kindOf);
    const slot = named ?? likelySlot(path, spec, kindOf);
    const taken = named === null ? slot !== null && holdsTexts(path, slot) : isInPlace(path, named);
    if (slot === null || !taken) strays.push(path);
    else assets.push({ slot: slot.id, kind: kindOf(path).kind, path, sizeBytes, source: { type: 'file' } });
  }
  return { assets, strays: strays.toSorted(byCodeUnit) };
}

function isInPlace(path: string, { sections }: Slot): boolean {
  return sections !== null || !path.includes('/');
}

/** The slot of the whole submission that a file is named for. */
export function wholeSlot(path: string, { slots }: Spec, kindOf: KindOf): Slot | null {
  const stem = normaliseName(splitName(baseName(path)).stem);
  const named = slots.filter(({ name, names }) => [name, ...names].some((word) => stem.includes(normaliseName(word))));
  return named.find((slot) => fitsSlot(slot, kindOf(path))) ?? null;
}

/** `简介.docx`, `微课简介.docx`: the intro of no work, so perhaps of all. */
function likelySlot(path: string, { slots, categories }: Spec, kindOf: KindOf): Slot | null {
  const stem = normaliseName(stripRevision(splitName(baseName(path)).stem));
  const called = categories
    .flatMap((category) => category.slots)
    .filter(({ name }) => stem.endsWith(normaliseName(name)));
  const likely = slots.filter(({ sections }) => called.some(({ id }) => id === sections));
  return likely.find((slot) => fitsSlot(slot, kindOf(path))) ?? null;
}
