/** The parts of a report that tell of the works and of the spec, whatever was found. */
import { summaryOf } from '../model/facts-summary.ts';
import type { ReportAsset, ReportCategory, ReportItem } from '../model/report.ts';
import type { Category } from '../model/spec.ts';
import type { Asset, Item, Submission } from '../model/submission.ts';
import { speaksOf } from '../model/topics.ts';
import { byCodeUnit } from '../util/order.ts';
import { assetFacts, type KnownFacts } from './asset-facts.ts';
import type { JudgeInput } from './context.ts';
import type { Only } from './only.ts';

interface ReportedWorks extends KnownFacts {
  readonly submission: Submission;
  readonly only: Only | null;
}

export function reportCategories({ spec, submission }: Pick<JudgeInput, 'spec' | 'submission'>): ReportCategory[] {
  return spec.categories.map((category) => reportCategory(category, submission));
}

function reportCategory({ id, name, unit, slots, topics }: Category, submission: Submission): ReportCategory {
  const selected = submission.items.filter((item) => item.category === id && item.status === 'selected');
  return {
    ...{ id, name, unit },
    slots: slots.map((slot) => ({ id: slot.id, name: slot.name })),
    topics: topics.map((topic) => ({
      topic,
      items: selected.filter((item) => speaksOf(item, topic)).map((item) => item.id),
    })),
  };
}

export function reportItems({ submission, facts, fieldTexts, only }: ReportedWorks): ReportItem[] {
  const items = submission.items
    .filter((item) => only === null || isTouched(item, only))
    .toSorted((a, b) => byCodeUnit(a.id, b.id));
  return items.map((item) => ({
    id: item.id,
    category: item.category,
    title: item.title,
    institution: item.institution,
    status: item.status,
    reason: item.fields.reason,
    assets: item.assets.map((asset) => reportAsset(item, asset, { facts, fieldTexts })),
  }));
}

function isTouched(item: Item, only: Only): boolean {
  return only.includesItem(item) || item.assets.some(({ path }) => only.includesPath(path));
}

function reportAsset(item: Item, asset: Asset, known: KnownFacts): ReportAsset {
  const { slot, kind, path, sizeBytes, source } = asset;
  const content = assetFacts(item, asset, known);
  return {
    slot,
    kind,
    path,
    sizeBytes,
    source: source.type,
    facts: content?.ok ? summaryOf(content.value) : null,
    failure: content !== null && !content.ok ? content.failure : null,
  };
}
