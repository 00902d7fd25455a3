import type { RuleTexts } from '../catalogue.ts';
import { documentTextsZh, videoTextsZh } from './rules-media.ts';
import { fileTextsZh, itemTextsZh, submissionTextsZh } from './rules-structure.ts';

export const rulesZh: RuleTexts = {
  ...submissionTextsZh,
  ...itemTextsZh,
  ...fileTextsZh,
  ...documentTextsZh,
  ...videoTextsZh,
};
