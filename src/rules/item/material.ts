/** Rules over whether a work is whole: every slot filled, and by one thing. */
import { baseName, ITEM_FILE_SUFFIX, kindOfExtension, parentPath, splitName } from '../../model/file-names.ts';
import type { Breach, RuleContext } from '../../model/rule.ts';
import type { FileAside } from '../../model/rule-params.ts';
import type { Category, Slot } from '../../model/spec.ts';
import type { Asset, Item } from '../../model/submission.ts';
import { byCodeUnit, groupBy } from '../../util/order.ts';
import { stripVersion } from '../../util/version-marks.ts';
import { formatLocalMinute } from '../../util/zone.ts';
import { bindingOf, defineRule, judged, NOT_APPLICABLE, SKIPPED } from '../define.ts';

export const missingAsset = defineRule({
  id: 'item/missing-asset',
  on: 'item',
  severities: { default: 'clause' },
  source: 'spec',
  clausesOf: ({ categories }) =>
    categories.flatMap(({ slots }) => slots.filter(({ min }) => min > 0).map(({ clause }) => clause)),
  waivable: true,
  check({ item, category }, context) {
    const required = category.slots.filter(({ min }) => min > 0);
    if (required.length === 0) return NOT_APPLICABLE;
    // What is missing may be inside: the archive, or the link, is the finding.
    if (item.assets.some((asset) => isArchive(asset) || isLink(asset, context))) return SKIPPED;
    const breaches = required.flatMap((slot) => missingFrom(slot, item, context));
    return judged(breaches, required.map((slot) => `${slot.name} ${inSlot(item, slot).length}`).join(', '));
  },
});

function isLink({ path }: Asset, { entries }: RuleContext): boolean {
  return entries.get(path)?.type === 'link';
}

function isArchive({ slot, path }: Asset): boolean {
  return slot === null && kindOfExtension(splitName(baseName(path)).extension) === 'archive';
}

function inSlot({ assets }: Item, { id }: Slot): Asset[] {
  return assets.filter(({ slot }) => slot === id);
}

function missingFrom(slot: Slot, item: Item, context: RuleContext): Breach<'item/missing-asset'>[] {
  const count = inSlot(item, slot).length;
  if (count >= slot.min) return [];
  const { name, min, formats, declarable, textField, clause } = slot;
  const params = {
    slot: name,
    ...placeFor(item),
    formats: formats ?? [],
    declarable,
    textField,
    searched: documentsFor(slot, item, context),
    binding: bindingOf(context.spec, clause),
    count,
    min,
  };
  return [
    {
      clause,
      at: { path: placeFor(item).into },
      actual: String(count),
      expected: `>= ${min}`,
      params,
    },
  ];
}

/** Documents above the work that hold the texts of many for this slot. */
function documentsFor({ id }: Slot, item: Item, { spec, submission }: RuleContext): string[] {
  const gathering = new Set(spec.slots.filter(({ sections }) => sections === id).map((slot) => slot.id));
  const paths = submission.assets.filter(({ slot }) => slot !== null && gathering.has(slot)).map(({ path }) => path);
  const { into } = placeFor(item);
  return paths.filter((path) => parentPath(path) === '' || `${into}/`.startsWith(`${parentPath(path)}/`));
}

/** Where a missing file goes: the work's own folder, or beside its other files under the same stem. */
function placeFor({ folder, itemFile }: Item): { into: string; stem: string | null } {
  if (folder !== null) return { into: folder, stem: null };
  return { into: parentPath(itemFile), stem: baseName(itemFile).slice(0, -ITEM_FILE_SUFFIX.length) };
}

export const ambiguous = defineRule({
  id: 'item/ambiguous',
  on: 'item',
  severities: { default: 'error' },
  source: 'practice',
  waivable: false,
  check({ item, category }, context) {
    const crowded = category.slots.filter((slot) => {
      const files = filesIn(item, slot, context);
      return slot.max !== null && files.length > slot.max && versionsAmong(slot, files).length === 0;
    });
    return judged(
      crowded.map((slot) => {
        const files = filesIn(item, slot, context);
        const [first, second] = files;
        return {
          at: { path: first?.path ?? '', other: second?.path ?? '' },
          actual: String(files.length),
          expected: `<= ${slot.max}`,
          params: { slot: slot.name, max: slot.max ?? 1, files: files.map((asset) => describe(asset, context)) },
        };
      }),
    );
  },
});

export const versions = defineRule({
  id: 'item/versions',
  on: 'item',
  severities: { default: 'error' },
  source: 'practice',
  waivable: false,
  check({ item, category }, context) {
    const breaches = category.slots.flatMap((slot) =>
      versionsAmong(slot, filesIn(item, slot, context)).map((files) => ({
        at: { path: files[0]?.path ?? '', other: files[1]?.path ?? '' },
        params: { slot: slot.name, files: files.map((asset) => describe(asset, context)) },
      })),
    );
    return judged([...breaches, ...versionOfOther(item, category, context)]);
  },
});

/** The same work once more, in a folder of its own: `01-睡眠-甲大学 最终版` beside `01-睡眠-甲大学`. */
function versionOfOther(item: Item, category: Category, context: RuleContext): Breach<'item/versions'>[] {
  const bare = stripVersion(item.id);
  if (bare === item.id || item.status !== 'selected') return [];
  const rivals = context.submission.items.filter(
    ({ id, category: own, status }) =>
      own === item.category && status === 'selected' && id !== item.id && stripVersion(id) === bare,
  );
  // Of several marked ones, each points to the first; the plain one is the first where there is one.
  const first = rivals.find(({ id }) => id === bare) ?? rivals.find(({ id }) => byCodeUnit(id, item.id) < 0);
  if (first === undefined) return [];
  const files = [first, item].flatMap(({ assets }) =>
    assets.filter(({ source }) => source.type === 'file').slice(0, 1),
  );
  const params = { slot: category.name, files: files.map((asset) => describe(asset, context)) };
  return [{ at: { path: item.folder ?? files[1]?.path ?? '', other: first.folder ?? files[0]?.path ?? '' }, params }];
}

/** Whole files: a link, or what a download left, is a finding of its own. */
function filesIn(item: Item, slot: Slot, context: RuleContext): Asset[] {
  return inSlot(item, slot).filter(
    (asset) => asset.source.type === 'file' && !isLink(asset, context) && !splitName(baseName(asset.path)).partial,
  );
}

/** Files that are one but for a version mark. Pictures beside a text are numbered alike without being versions. */
function versionsAmong({ min, max }: Slot, files: readonly Asset[]): Asset[][] {
  if (min === 0 && max === null) return [];
  const alike = groupBy(files, ({ path }) => {
    const { stem, extension } = splitName(baseName(path));
    return `${stripVersion(stem.normalize('NFC'))}.${extension}`;
  });
  return [...alike.values()].filter((group) => group.length > 1 && !(max === null && isSeries(group)));
}

/** `贴士(1)`, `贴士(2)`: numbered from the first on, where a copy stands beside a name without a number. */
function isSeries(files: readonly Asset[]): boolean {
  return files.every(({ path }) => /[（(]\d{1,2}[)）]$/.test(splitName(baseName(path)).stem));
}

function describe({ path, sizeBytes }: Asset, { spec, entries, facts }: RuleContext): FileAside {
  const content = facts.get(path)?.content;
  const durationMs = content?.ok && content.value.kind === 'video' ? content.value.durationMs : null;
  const modified = formatLocalMinute(Number(BigInt(entries.get(path)?.mtimeNs ?? '0') / 1_000_000n), spec.timezone);
  return { path, sizeBytes, modified, durationMs };
}
