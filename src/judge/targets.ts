/** Everything that rules are run over, in order. */
import type { Facts } from '../model/facts.ts';
import { baseName, isJunkName, splitName } from '../model/file-names.ts';
import type { AssetSubject, RuleContext } from '../model/rule.ts';
import type { Category } from '../model/spec.ts';
import type { Asset, Entry, Item } from '../model/submission.ts';
import type { Target } from './run-rules.ts';

/** Files and folders, but for litter and what belongs to withdrawn works. */
export function entryTargets(context: RuleContext, inScope: (entry: Entry) => boolean): Target<'entry'>[] {
  const { submission, entries } = context;
  const strays = new Set(submission.strays);
  const hollow = new Set(submission.emptyFolders);
  const owners = new Map<string, { item: Item | null; asset: Asset | null }>();
  for (const asset of submission.assets) owners.set(asset.path, { item: null, asset });
  for (const item of submission.items) {
    // The folder of a work, and the file that speaks of it, are the work's as well.
    for (const path of [item.folder, item.itemFile]) if (path !== null) owners.set(path, { item, asset: null });
    for (const asset of item.assets) if (asset.source.type === 'file') owners.set(asset.path, { item, asset });
  }
  const shown = [...entries.values()].filter(
    (entry) =>
      inScope(entry) && !entry.path.split('/').some(isJunkName) && owners.get(entry.path)?.item?.status !== 'withdrawn',
  );
  return shown.map((entry) => {
    const { item = null, asset = null } = owners.get(entry.path) ?? {};
    return {
      on: 'entry',
      subject: { entry, item, asset, stray: strays.has(entry.path), hollow: hollow.has(entry.path) },
      name: entry.path,
      item,
      place: { path: entry.path, ...itemPlace(item) },
    };
  });
}

const MEASURED_KINDS = ['video', 'subtitle', 'document'] as const;
type MeasuredKind = (typeof MEASURED_KINDS)[number];

export function assetTargets(item: Item, category: Category, { facts }: RuleContext): Target[] {
  const known = item.assets.flatMap(({ path }) => factsOf(facts.get(path)?.content) ?? []);
  return item.assets
    .filter((asset) => asset.slot !== null && asset.source.type === 'file' && isMeasuredKind(asset.kind))
    .map((asset) => {
      const slot = category.slots.find(({ id }) => id === asset.slot) ?? null;
      // What a download left is judged when it has all come.
      const own = splitName(baseName(asset.path)).partial ? null : factsOf(facts.get(asset.path)?.content);
      const on = asset.kind as MeasuredKind;
      const subject: AssetSubject | null =
        own?.kind === on ? { item, category, asset, slot, facts: own, needed: known } : null;
      // `own.kind` is `on`: the subject is the one that rules on `on` read.
      return {
        on,
        subject: subject as Target['subject'],
        name: asset.path,
        item,
        place: { path: asset.path, ...itemPlace(item) },
      };
    });
}

function isMeasuredKind(kind: Asset['kind']): kind is MeasuredKind {
  return (MEASURED_KINDS as readonly (string | null)[]).includes(kind);
}

function factsOf(content: { ok: true; value: Facts } | { ok: false } | null | undefined): Facts | null {
  return content?.ok ? content.value : null;
}

export function itemTarget(item: Item, category: Category): Target<'item'> {
  return { on: 'item', subject: { item, category }, name: item.id, item, place: itemPlace(item) };
}

export function categoryTarget(category: Category, skipped: boolean): Target<'category'> {
  return {
    on: 'category',
    subject: skipped ? null : category,
    name: category.id,
    item: null,
    place: { category: category.id },
  };
}

export function submissionTarget({ submission }: RuleContext, skipped: boolean): Target<'submission'> {
  return { on: 'submission', subject: skipped ? null : submission, name: 'submission', item: null, place: {} };
}

function itemPlace(item: Item | null): { item?: string; category?: string } {
  return item === null ? {} : { item: item.id, category: item.category };
}
