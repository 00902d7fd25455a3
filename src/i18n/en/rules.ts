import type { RuleTexts } from '../catalogue.ts';
import { documentTextsEn, videoTextsEn } from './rules-media.ts';
import { fileTextsEn, itemTextsEn, submissionTextsEn } from './rules-structure.ts';

export const rulesEn: RuleTexts = {
  ...submissionTextsEn,
  ...itemTextsEn,
  ...fileTextsEn,
  ...documentTextsEn,
  ...videoTextsEn,
};
