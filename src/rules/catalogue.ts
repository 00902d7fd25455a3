/** Every rule, in the order in which findings of one place are shown. Ids are never reused. */
import type { AnyRule } from '../model/rule.ts';
import { documentEmpty, noTextLayer } from './document/text.ts';
import {
  fileArchive,
  fileEmpty,
  fileLfsPointer,
  fileLink,
  filePartialDownload,
  fileType,
  fileUnreadable,
} from './file/content.ts';
import { fileName } from './file/names.ts';
import { duplicateFile, fileExtra, fileOpenInOffice, fileStray } from './file/place.ts';
import { metadata, title } from './item/identity.ts';
import { ambiguous, missingAsset, versions } from './item/material.ts';
import { deadlineNear, deadlinePassed, deadlinePrudent } from './submission/deadline.ts';
import { quotaCount, quotaInstitution, quotaPerson, submissionEmpty } from './submission/quotas.ts';
import { fileJunk, sheetRow, topicCoverage, waiverUnused } from './submission/whole.ts';
import { faststart, readersDisagree, truncated } from './video/integrity.ts';
import { limitRules, unmeasured } from './video/limits.ts';
import {
  anamorphic,
  avLength,
  extraStreams,
  interlaced,
  noAudio,
  pixelFormat,
  rotated,
  variableFrameRate,
} from './video/practice.ts';

const rules = [
  submissionEmpty,
  quotaCount,
  quotaInstitution,
  quotaPerson,
  deadlinePassed,
  deadlinePrudent,
  deadlineNear,
  fileLink,
  fileEmpty,
  fileUnreadable,
  filePartialDownload,
  fileLfsPointer,
  fileArchive,
  fileType,
  fileName,
  fileOpenInOffice,
  missingAsset,
  ambiguous,
  versions,
  metadata,
  title,
  sheetRow,
  ...limitRules,
  unmeasured,
  truncated,
  noAudio,
  pixelFormat,
  interlaced,
  variableFrameRate,
  rotated,
  anamorphic,
  faststart,
  avLength,
  extraStreams,
  readersDisagree,
  documentEmpty,
  noTextLayer,
  duplicateFile,
  fileStray,
  fileExtra,
  fileJunk,
  topicCoverage,
  waiverUnused,
] as const;

export const CATALOGUE: readonly AnyRule[] = rules as readonly unknown[] as readonly AnyRule[];

export function findRule(id: string): AnyRule | null {
  return CATALOGUE.find((rule) => rule.id === id) ?? null;
}
