/** Texts that stand together in one document for many works, such as all intros. */
import type { FileFacts } from '../model/facts.ts';
import { parentPath } from '../model/file-names.ts';
import type { Slot, Spec } from '../model/spec.ts';
import type { Asset, Item } from '../model/submission.ts';
import { byCodeUnit } from '../util/order.ts';
import { type NamedWork, toNamedWork } from './section-headings.ts';
import { findSections, isEmpty, type Section } from './sections.ts';

export interface Gathered {
  readonly items: readonly Item[];
  readonly spec: Spec;
  readonly facts: ReadonlyMap<string, FileFacts>;
}

/** One work's text may be about another. */
const MIN_WORKS = 2;

/** Whether a document is one of many works' texts; one that was not read yet may be. */
export function holdsTexts(path: string, slot: Slot, gathered: Gathered): boolean {
  if (!gathered.facts.has(path)) return true;
  return [...sectionsIn(path, slot, gathered).values()].filter((section) => !isEmpty(section)).length >= MIN_WORKS;
}

/** Gives each work that has no text of its own the one that stands for it in such a document. */
export function giveSections(assets: readonly Asset[], gathered: Gathered): Item[] {
  const { items, spec } = gathered;
  const found = assets.flatMap(({ path, slot: id }) => {
    const slot = spec.slots.find((one) => one.id === id);
    const wanted = slot?.sections ?? null;
    return slot === undefined || wanted === null
      ? []
      : [{ path, slot: wanted, sections: sectionsIn(path, slot, gathered) }];
  });
  // The folder's own document before the one of all folders.
  const ordered = found.toSorted((a, b) => depth(b.path) - depth(a.path) || byCodeUnit(a.path, b.path));
  return items.map((item) => {
    const filled = new Set(item.assets.map(({ slot }) => slot));
    const texts = ordered.flatMap(({ path, slot, sections }): Asset[] => {
      const section = sections.get(item);
      if (section === undefined || filled.has(slot)) return [];
      filled.add(slot);
      return [{ slot, kind: 'document', path, sizeBytes: 0, source: { type: 'section', ...section } }];
    });
    return texts.length === 0 ? item : { ...item, assets: [...item.assets, ...texts] };
  });
}

function depth(path: string): number {
  return path.split('/').length;
}

function sectionsIn(path: string, { sections }: Slot, { items, spec, facts }: Gathered): ReadonlyMap<Item, Section> {
  const content = facts.get(path)?.content;
  if (!content?.ok || content.value.kind !== 'document') return new Map();
  const works = worksNear(path, items).flatMap((item): NamedWork[] => {
    const category = spec.categories.find(({ id }) => id === item.category);
    const slot = category?.slots.find(({ id }) => id === sections);
    return category === undefined || slot === undefined ? [] : [toNamedWork(item, category, slot)];
  });
  return findSections(content.value.blocks, works);
}

/** The works below the nearest folder above the document that holds any: a school's document speaks of the school's. */
function worksNear(path: string, items: readonly Item[]): readonly Item[] {
  for (let folder = parentPath(path); folder !== ''; folder = parentPath(folder)) {
    const below = items.filter(({ folder: own, itemFile }) =>
      `${own ?? parentPath(itemFile)}/`.startsWith(`${folder}/`),
    );
    if (below.length > 0) return below;
  }
  return items;
}
