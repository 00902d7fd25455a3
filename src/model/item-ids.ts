/** How people name a work on the command line and in a waiver. */
import type { Item } from './submission.ts';

/** `心理微课/04` where the number is the category's only one, else the whole id. */
export function shortItemId(
  item: Pick<Item, 'id' | 'category' | 'fields'>,
  items: readonly Pick<Item, 'category' | 'fields'>[],
): string {
  const { number } = item.fields;
  if (number === null) return item.id;
  const rivals = items.filter(
    ({ category, fields }) => category === item.category && Number(fields.number) === Number(number),
  );
  return rivals.length === 1 ? `${item.id.slice(0, item.id.indexOf('/'))}/${number}` : item.id;
}

/** Names a text that lies in no file of its own: in item.yaml, in the sheet, in a document of many. */
export function ownTextKey(itemId: string, slotId: string): string {
  return `${itemId}#${slotId}`;
}
