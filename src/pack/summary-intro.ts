/** What the sheets say of a work in words: its intro, or the name of the file that holds it. */
import { baseName } from '../model/file-names.ts';
import type { SummaryItem } from './summary.ts';

/** `null` where there is neither text nor file. */
export function introOf(item: SummaryItem): string | null {
  const { intro } = item;
  const names = introPaths(item).map(baseName);
  return intro ?? (names.length === 0 ? null : `见 ${names.join('、')}`);
}

/** By the slot's id where a spec calls it otherwise; or the document of all intros. */
export function introPaths({ assets, introIn }: SummaryItem): string[] {
  const own = assets.filter(({ slot, slotName }) => slot === 'intro' || slotName === '简介').map(({ path }) => path);
  return own.length === 0 && introIn !== undefined ? [introIn] : own;
}
