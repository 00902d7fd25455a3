/** Words that stand in packages themselves, in their names and tables: Chinese whatever language the program speaks. */
import type { Batch } from '../model/spec.ts';

export const BATCH_NAMES: Readonly<Record<Batch, string>> = { first: '首批', regular: '常态化' };

/** Material of the whole submission stands under it. */
export const WHOLE_BATCH = '整批材料';
