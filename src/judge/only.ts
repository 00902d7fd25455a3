/** What is checked when only a part is. */
import type { Item } from '../model/submission.ts';

export interface Only {
  includesItem(item: Item): boolean;
  includesPath(path: string): boolean;
}
