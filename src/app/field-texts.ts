/** The texts that people wrote into item.yaml or 作品信息.xlsx in place of a file. */
import type { DocumentFacts } from '../model/document-facts.ts';
import { ownTextKey } from '../model/item-ids.ts';
import type { Item, Submission } from '../model/submission.ts';
import type { TextPlace } from '../model/text-facts.ts';
import { documentFacts } from '../text/document/facts.ts';

/** Facts by `ownTextKey`. */
export function fieldTexts({ items }: Pick<Submission, 'items'>): ReadonlyMap<string, DocumentFacts> {
  return new Map(items.flatMap((item) => textsOf(item)));
}

function textsOf(item: Item): [string, DocumentFacts][] {
  const { id, fields, sheetLine, assets } = item;
  return assets.flatMap(({ slot, source }): [string, DocumentFacts][] => {
    if (slot === null || source.type !== 'text') return [];
    // A cell is one row, however many lines are in it; item.yaml may fold its lines.
    const at: TextPlace = source.from === 'sheet' && sheetLine !== null ? { line: sheetLine } : {};
    const blocks = (fields.intro ?? '').split(/\r\n?|\n/).map((text) => ({ text, at }));
    return [[ownTextKey(id, slot), documentFacts({ format: 'text', blocks })]];
  });
}
