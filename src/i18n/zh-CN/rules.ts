import type { RuleTexts } from '../catalogue.ts';
import { documentTextsZh } from './rules-document.ts';
import { fileTextsZh } from './rules-file.ts';
import { videoTextsZh } from './rules-media.ts';
import { packageTextsZh } from './rules-package.ts';
import { privacyTextsZh } from './rules-privacy.ts';
import { itemTextsZh, submissionTextsZh } from './rules-structure.ts';
import { subtitleTextsZh } from './rules-subtitle.ts';

export const rulesZh: RuleTexts = {
  ...submissionTextsZh,
  ...itemTextsZh,
  ...fileTextsZh,
  ...documentTextsZh,
  ...videoTextsZh,
  ...subtitleTextsZh,
  ...privacyTextsZh,
  ...packageTextsZh,
};
