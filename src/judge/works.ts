/** The works that are judged, with what is known of their material. */
import type { RuleContext } from '../model/rule.ts';
import type { Category } from '../model/spec.ts';
import type { Item } from '../model/submission.ts';
import type { JudgeInput } from './context.ts';
import type { Only } from './only.ts';
import type { Target } from './run-rules.ts';
import { assetTargets, itemTarget, type Material, materialsOf } from './targets.ts';

export interface Work {
  readonly item: Item;
  readonly category: Category;
  /** All of it, also what is not asked for: a subtitle is judged beside its video. */
  readonly materials: readonly Material[];
  /** Whether the work as a whole is asked for. */
  readonly isWhole: boolean;
  isAsked(path: string): boolean;
}

interface Asked extends Pick<JudgeInput, 'spec' | 'submission'> {
  readonly only: Only | null;
}

export function worksOf({ spec, submission, only }: Asked, context: RuleContext): Work[] {
  const standing = submission.items.filter(({ status }) => status !== 'withdrawn');
  return standing.flatMap((item): Work[] => {
    const category = spec.categories.find(({ id }) => id === item.category);
    if (category === undefined) return [];
    const isWhole = only?.includesItem(item) ?? true;
    const isAsked = (path: string) => isWhole || (only?.includesPath(path) ?? true);
    return [{ item, category, materials: materialsOf(item, category, context), isWhole, isAsked }];
  });
}

export function workTargets({ item, category, materials, isWhole, isAsked }: Work): Target[] {
  const asked = assetTargets(item, category, materials).filter(({ place }) => isAsked(place.path ?? ''));
  return isWhole ? [...asked, itemTarget(item, category)] : asked;
}
