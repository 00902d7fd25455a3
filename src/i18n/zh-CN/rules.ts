import type { RuleTexts } from '../catalogue.ts';
import { fileTextsZh } from './rules-file.ts';
import { documentTextsZh, videoTextsZh } from './rules-media.ts';
import { packageTextsZh } from './rules-package.ts';
import { itemTextsZh, submissionTextsZh } from './rules-structure.ts';

export const rulesZh: RuleTexts = {
  ...submissionTextsZh,
  ...itemTextsZh,
  ...fileTextsZh,
  ...documentTextsZh,
  ...videoTextsZh,
  ...packageTextsZh,
};
