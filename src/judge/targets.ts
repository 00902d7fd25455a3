/** Everything that rules are run over, in order. */
import type { DocumentFacts } from '../model/document-facts.ts';
import type { Facts } from '../model/facts.ts';
import { baseName, isJunkName, splitName } from '../model/file-names.ts';
import { ownTextKey } from '../model/item-ids.ts';
import type { AssetSubject, Place, RuleContext } from '../model/rule.ts';
import type { Category, Slot } from '../model/spec.ts';
import type { Asset, Entry, Item } from '../model/submission.ts';
import type { SubtitleFacts } from '../model/subtitle-facts.ts';
import type { PrivateDatum } from '../model/text-facts.ts';
import { maskBlocks } from '../text/privacy/mask.ts';
import { subtitleText } from '../text/subtitle/cue-columns.ts';
import { assetFacts } from './asset-facts.ts';
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

/** A piece of material that is read, with what is known of it. */
export interface Material {
  readonly asset: Asset;
  readonly kind: MeasuredKind;
  /** How verdicts name it. */
  readonly name: string;
  readonly place: Place;
  readonly slot: Slot | null;
  readonly facts: Facts | null;
}

/** What a work fills its slots with. */
export function materialsOf(item: Item, category: Category, context: RuleContext): Material[] {
  return item.assets.flatMap((asset) => toMaterial(asset, item, category, context) ?? []);
}

/** The material of a work, piece by piece; the texts in it once more, for what is asked of any text. */
export function assetTargets(item: Item, category: Category, materials: readonly Material[]): Target[] {
  const needed = materials.flatMap(({ facts }) => facts ?? []);
  const pieces = materials.map(({ asset, kind, name, place, slot, facts }): Target => {
    const read = facts?.kind === 'subtitle' ? subtitleText(facts) : facts;
    const subject: AssetSubject<typeof read> | null =
      read?.kind === kind ? { item, category, asset, slot, facts: read, needed } : null;
    // `facts.kind` is `kind`: the subject is the one that rules on it read.
    return { on: kind, subject: subject as Target['subject'], name, item, place };
  });
  return [...pieces, ...textTargets(materials, item, category)];
}

function toMaterial(asset: Asset, item: Item, category: Category, context: RuleContext): Material | null {
  const { kind, path, source } = asset;
  if (asset.slot === null || source.type === 'declared' || !isMeasuredKind(kind)) return null;
  const measured = assetFacts(item, asset, context);
  // A track whose codec nobody reads is told of among the video's facts.
  if (source.type === 'track' && measured === null) return null;
  // What a download left is judged when it has all come.
  const partial = source.type === 'file' && splitName(baseName(path)).partial;
  return {
    asset,
    kind,
    name: materialName(asset, item),
    place: { path, ...placeWithin(asset, item), ...itemPlace(item) },
    slot: category.slots.find(({ id }) => id === asset.slot) ?? null,
    facts: measured?.ok && !partial ? measured.value : null,
  };
}

function isMeasuredKind(kind: Asset['kind']): kind is MeasuredKind {
  return (MEASURED_KINDS as readonly (string | null)[]).includes(kind);
}

function materialName({ path, slot, source }: Asset, item: Item): string {
  if (source.type === 'file') return path;
  return source.type === 'track' ? `${path}#${source.index}` : ownTextKey(item.id, slot ?? '');
}

function placeWithin({ source }: Asset, { sheetLine }: Item): Place {
  if (source.type === 'track') return { track: source.index };
  return source.type === 'text' && source.from === 'sheet' && sheetLine !== null ? { line: sheetLine } : {};
}

export function isText(facts: Facts | null): facts is SubtitleFacts | DocumentFacts {
  return facts?.kind === 'subtitle' || facts?.kind === 'document';
}

/** Texts, and names that hold private data: a name without any is no text. */
function textTargets(materials: readonly Material[], item: Item, category: Category): Target<'text'>[] {
  const texts = materials.flatMap(({ asset, kind, name, place, slot, facts }): Target<'text'>[] => {
    if (kind === 'video') return [];
    const ownName = asset.source.type === 'file' ? privateNameOf(asset.path) : [];
    const subject = isText(facts)
      ? { item, category, slot, name, path: asset.path, privateData: [...ownName, ...facts.privateData] }
      : null;
    return [{ on: 'text', subject, name, item, place }];
  });
  const told = new Set(texts.flatMap(({ name, subject }) => (subject === null ? [] : [name])));
  return [...texts, ...nameTargets(item, category, told)];
}

/** @param told texts whose subject speaks of their name already */
function nameTargets(item: Item, category: Category, told: ReadonlySet<string>): Target<'text'>[] {
  const files = item.assets.filter(({ source }) => source.type === 'file').map(({ path }) => path);
  const paths = new Set(item.folder === null ? files : [item.folder, ...files]);
  return [...paths].flatMap((path) => {
    const privateData = told.has(path) ? [] : privateNameOf(path);
    if (privateData.length === 0) return [];
    const subject = { item, category, slot: null, name: path, path, privateData };
    return [{ on: 'text', subject, name: path, item, place: { path, ...itemPlace(item) } }];
  });
}

function privateNameOf(path: string): PrivateDatum[] {
  return maskBlocks([{ text: baseName(path), at: { part: 'name' } }]).privateData;
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
