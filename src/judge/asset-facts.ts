/** The facts of a piece of material, wherever it lies: a file, a track in it, a section of it, a field. */
import type { Facts, Measured } from '../model/facts.ts';
import { ownTextKey } from '../model/item-ids.ts';
import type { RuleContext } from '../model/rule.ts';
import type { Asset, Item } from '../model/submission.ts';
import { sectionFacts } from '../text/document/section.ts';

export type KnownFacts = Pick<RuleContext, 'facts' | 'fieldTexts'>;

/** `null` where nothing was measured, or there is nothing to measure. */
export function assetFacts(
  item: Pick<Item, 'id'>,
  asset: Asset,
  { facts, fieldTexts }: KnownFacts,
): Measured<Facts> | null {
  const { source, path, slot } = asset;
  const file = facts.get(path)?.content ?? null;
  switch (source.type) {
    case 'file':
      return file;
    case 'track':
      return file?.ok && file.value.kind === 'video'
        ? (file.value.subtitles.find(({ index }) => index === source.index)?.content ?? null)
        : null;
    case 'section':
      return file?.ok && file.value.kind === 'document'
        ? { ok: true, value: sectionFacts(file.value, source.first, source.last) }
        : file;
    case 'text': {
      const value = slot === null ? undefined : fieldTexts.get(ownTextKey(item.id, slot));
      return value === undefined ? null : { ok: true, value };
    }
    case 'declared':
      return null;
  }
}
