/** Every rule id, with what its message needs to say. Values are plain data, so that any language can be written later. */
import type { FailureReason } from './facts.ts';
import type { LimitParams, LimitWords } from './limit-params.ts';
import type { PackageRuleParams } from './package-params.ts';
import type { Binding, QuotaUnit, RequirementField } from './spec.ts';
import type { FieldSource, ItemFields } from './submission.ts';
import type { DocumentRuleParams, LikenessRuleParams, PrivacyRuleParams, SubtitleRuleParams } from './text-params.ts';

export interface FileAside {
  readonly path: string;
  readonly sizeBytes: number;
  /** Local date and time of the last change, in the spec's zone. */
  readonly modified: string;
  readonly durationMs: number | null;
}

export type NameFault =
  | { readonly fault: 'forbidden'; readonly characters: readonly string[] }
  | { readonly fault: 'reserved'; readonly word: string }
  | { readonly fault: 'trailing' }
  | { readonly fault: 'bidi' }
  | { readonly fault: 'long'; readonly bytes: number; readonly limit: number }
  | { readonly fault: 'not-nfc' }
  | { readonly fault: 'not-utf8' }
  | { readonly fault: 'clash'; readonly other: string };

export interface RuleParams
  extends PackageRuleParams,
    SubtitleRuleParams,
    DocumentRuleParams,
    PrivacyRuleParams,
    LikenessRuleParams {
  'submission/empty': { categories: readonly string[] };
  'quota/count': QuotaParams;
  'quota/institution': OwnerQuotaParams;
  'quota/person': OwnerQuotaParams;
  'deadline/passed': DeadlineParams;
  'deadline/prudent': DeadlineParams;
  'deadline/near': DeadlineParams;
  'item/missing-asset': {
    slot: string;
    /** The folder to put it in. */
    into: string;
    /** The stem to name it with, where works lie in one folder side by side. */
    stem: string | null;
    formats: readonly string[];
    declarable: boolean;
    textField: keyof ItemFields | null;
    /** Documents of many works' texts (`简介汇总.docx`) in which it was not found. */
    searched: readonly string[];
    binding: Binding | null;
    count: number;
    min: number;
  };
  'item/ambiguous': { slot: string; files: readonly FileAside[]; max: number };
  'item/versions': { slot: string; files: readonly FileAside[] };
  'item/metadata':
    | { fault: 'no-institution'; name: string }
    | {
        fault: 'conflict';
        field: keyof ItemFields;
        used: { source: FieldSource; value: string };
        other: { source: FieldSource; value: string };
      };
  'item/title': { name: string };
  'item/sheet-row': { sheet: string; line: number; label: string };
  'file/stray': { path: string };
  'file/extra': { path: string };
  'file/junk': { count: number; examples: readonly string[] };
  'file/empty': { path: string; folder: boolean };
  'file/unreadable': { path: string; reason: FailureReason; detail: string | null };
  'file/archive': { path: string; format: string };
  'file/partial-download': { path: string };
  'file/lfs-pointer': { path: string };
  'file/open-in-office': { path: string; lock: string };
  'file/name': { name: string } & NameFault;
  'file/type': { path: string; named: string; found: string | null };
  'file/link': { path: string };
  'duplicate/file': { path: string; other: string; sizeBytes: number };
  'topic/coverage': { category: string; missing: readonly string[]; covered: number; total: number };
  'waiver/unused': {
    rule: string;
    subject: string;
    why: 'unknown-rule' | 'unknown-subject' | 'not-waivable' | 'no-finding';
  };
  'video/container': LimitParams;
  'video/codec': LimitParams;
  'video/resolution': LimitParams;
  'video/duration': LimitParams;
  'video/size': LimitParams;
  'video/profile': LimitParams;
  'video/level': LimitParams;
  'video/frame-rate': LimitParams;
  'video/bit-rate': LimitParams;
  'video/bit-depth': LimitParams;
  'video/aspect-ratio': LimitParams;
  'video/audio-codec': LimitParams;
  'video/audio-sample-rate': LimitParams;
  'video/audio-channels': LimitParams;
  'video/audio-bit-rate': LimitParams;
  'video/audio-bit-rate-mode': LimitParams;
  'video/pixel-format': { actual: string; binding: Binding | null; limit: LimitWords | null };
  'video/interlaced': { binding: Binding | null };
  'video/variable-frame-rate': { mean: string | null; binding: Binding | null };
  'video/unmeasured': { fields: readonly RequirementField[] };
  'video/truncated': { missingBytes: number | null };
  'video/no-audio': Record<string, never>;
  'video/rotated': { degrees: number };
  'video/anamorphic': { ratio: string; coded: string; displayed: string };
  'video/faststart': Record<string, never>;
  'video/av-length': { videoMs: number; audioMs: number };
  'video/extra-streams': { video: number; audio: number; data: number; pictures: number };
  'video/readers-disagree': {
    field: 'codec' | 'size' | 'duration';
    readings: readonly { reader: string; value: string }[];
  };
}
export type RuleId = keyof RuleParams;

export interface QuotaParams {
  readonly category: string;
  readonly unit: string;
  readonly found: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly binding: Binding | null;
}

export interface OwnerQuotaParams extends QuotaParams {
  readonly owner: string;
  readonly per: Exclude<QuotaUnit, 'submission'>;
}

export interface DeadlineParams {
  /** Local dates and times in the spec's zone: `2027-06-09 24:00`. */
  readonly prudent: string;
  readonly latest: string;
  /** Hours from the clock to the prudent moment; negative once past. */
  readonly hoursLeft: number;
  readonly source: string | null;
}
