import type { RuleTexts } from '../catalogue.ts';
import { fileTextsEn } from './rules-file.ts';
import { documentTextsEn, videoTextsEn } from './rules-media.ts';
import { packageTextsEn } from './rules-package.ts';
import { itemTextsEn, submissionTextsEn } from './rules-structure.ts';

export const rulesEn: RuleTexts = {
  ...submissionTextsEn,
  ...itemTextsEn,
  ...fileTextsEn,
  ...documentTextsEn,
  ...videoTextsEn,
  ...packageTextsEn,
};
