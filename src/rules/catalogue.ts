/** Every rule, in the order in which findings of one place are shown. Ids are never reused. */
import type { AnyRule } from '../model/rule.ts';
import type { SettableRule } from '../model/spec.ts';
import { author } from './document/author.ts';
import { external, macro } from './document/carried.ts';
import { encrypted } from './document/encrypted.ts';
import { documentComments, trackedChanges } from './document/leftovers.ts';
import { documentLong, documentShort } from './document/length.ts';
import { placeholder } from './document/placeholder.ts';
import { documentEmpty, noTextLayer, unsupported } from './document/text.ts';
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
import { packageStructure, packageTooLarge, packageUnreadable } from './package/archive.ts';
import { packageBagInfo, packageDeclaration, packageFetch, packageOxum } from './package/bag.ts';
import { packageContents, packageDraft } from './package/contents.ts';
import { packageDamaged, packageLink, packageNameEncoding, packageUnsupported } from './package/entries.ts';
import { packageAdded, packageAltered, packageDuplicated, packageMissing, packageRenamed } from './package/files.ts';
import { packageManifest } from './package/manifests.ts';
import { packageJunk, packageNameClash, packageUnsafePath } from './package/names.ts';
import { packageProfile } from './package/profile.ts';
import { packageReceipt } from './package/receipt.ts';
import { packageSource } from './package/source.ts';
import { packageUploadLog } from './package/upload-log.ts';
import { privateDataRules } from './privacy/private-data.ts';
import { deadlineNear, deadlinePassed, deadlinePrudent } from './submission/deadline.ts';
import { quotaCount, quotaInstitution, quotaPerson, submissionEmpty } from './submission/quotas.ts';
import { fileJunk, sheetRow, topicCoverage, waiverUnused } from './submission/whole.ts';
import { coverage, pastEnd, tail } from './subtitle/beside-video.ts';
import { faultRules } from './subtitle/faults.ts';
import { encoding, language } from './subtitle/file.ts';
import { duplicateCue, order } from './subtitle/order.ts';
import { lineLength, lines, readingSpeed } from './subtitle/reading.ts';
import { gap, maxDuration, minDuration, overlap } from './subtitle/timing.ts';
import { punctuation, traditional } from './subtitle/wording.ts';
import { duplicateText } from './text/likeness.ts';
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
  language,
  encoding,
  ...faultRules,
  order,
  duplicateCue,
  overlap,
  minDuration,
  maxDuration,
  gap,
  lineLength,
  lines,
  readingSpeed,
  traditional,
  punctuation,
  pastEnd,
  coverage,
  tail,
  encrypted,
  unsupported,
  documentEmpty,
  noTextLayer,
  documentShort,
  documentLong,
  placeholder,
  trackedChanges,
  documentComments,
  macro,
  external,
  ...privateDataRules,
  author,
  duplicateFile,
  duplicateText,
  fileStray,
  fileExtra,
  fileJunk,
  topicCoverage,
  waiverUnused,
  packageUnreadable,
  packageTooLarge,
  packageDeclaration,
  packageStructure,
  packageDamaged,
  packageUnsupported,
  packageUnsafePath,
  packageLink,
  packageMissing,
  packageAltered,
  packageRenamed,
  packageAdded,
  packageDuplicated,
  packageManifest,
  packageFetch,
  packageBagInfo,
  packageOxum,
  packageContents,
  packageProfile,
  packageUploadLog,
  packageReceipt,
  packageSource,
  packageNameEncoding,
  packageNameClash,
  packageJunk,
  packageDraft,
] as const;

export const CATALOGUE: readonly AnyRule[] = rules as readonly unknown[] as readonly AnyRule[];

/** Those that a spec may speak of: packages are held against standards and their own word. */
export const SETTABLE_RULES: readonly SettableRule[] = CATALOGUE.filter(({ on }) => on !== 'package').map(
  ({ id, limits = {} }) => ({ id, limits: Object.keys(limits) }),
);

export function findRule(id: string): AnyRule | null {
  return CATALOGUE.find((rule) => rule.id === id) ?? null;
}
