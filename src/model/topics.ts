/** Which works speak of which topic. */
import type { Item } from './submission.ts';

/** By its title, or by what is said of its topic. */
export function speaksOf({ title, topic }: Pick<Item, 'title' | 'topic'>, wanted: string): boolean {
  return title.includes(wanted) || (topic ?? '').includes(wanted);
}
