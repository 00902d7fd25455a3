/** What the sheets say of a work in words: its intro, or the name of the file that holds it. */
import { baseName } from '../model/file-names.ts';
import type { SummaryAsset, SummaryItem } from './summary.ts';

/** `null` where there is neither text nor file. */
export function introOf({ intro, assets }: SummaryItem): string | null {
  const names = introFiles(assets).map(({ path }) => baseName(path));
  return intro ?? (names.length === 0 ? null : `见 ${names.join('、')}`);
}

/** By the slot's id where a spec calls it otherwise. */
export function introFiles(assets: readonly SummaryAsset[]): SummaryAsset[] {
  return assets.filter(({ slot, slotName }) => slot === 'intro' || slotName === '简介');
}
