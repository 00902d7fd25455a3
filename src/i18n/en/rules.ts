import type { RuleTexts } from '../catalogue.ts';
import { documentTextsEn } from './rules-document.ts';
import { fileTextsEn } from './rules-file.ts';
import { videoTextsEn } from './rules-media.ts';
import { packageTextsEn } from './rules-package.ts';
import { privacyTextsEn } from './rules-privacy.ts';
import { itemTextsEn, submissionTextsEn } from './rules-structure.ts';
import { subtitleTextsEn } from './rules-subtitle.ts';

export const rulesEn: RuleTexts = {
  ...submissionTextsEn,
  ...itemTextsEn,
  ...fileTextsEn,
  ...documentTextsEn,
  ...videoTextsEn,
  ...subtitleTextsEn,
  ...privacyTextsEn,
  ...packageTextsEn,
};
