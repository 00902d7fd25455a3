/** What a call for material asks: the normalised form of a spec file. Sizes in bytes, times in milliseconds. */

export const SCOPES = ['province', 'institution'] as const;
export type Scope = (typeof SCOPES)[number];

export const BATCHES = ['first', 'regular'] as const;
export type Batch = (typeof BATCHES)[number];

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How binding a clause is: 请 (must), 建议 (should), or a hint that is shown and never an error. */
export const BINDINGS = ['must', 'should', 'guidance'] as const;
export type Binding = (typeof BINDINGS)[number];

/** What a file is, by its content. */
export const ASSET_KINDS = ['video', 'audio', 'subtitle', 'document', 'image', 'slides', 'spreadsheet'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

export interface Clause {
  readonly id: string;
  /** The letter's own words. */
  readonly text: string;
  readonly binding: Binding;
}

/** An inclusive range; `null` is an open end. */
export interface Range {
  readonly min: number | null;
  readonly max: number | null;
}

export type QuotaUnit = 'submission' | 'institution' | 'person';

export interface Quota extends Range {
  /** The scope and the batch it holds for; `null` is any. */
  readonly scope: Scope | null;
  readonly batch: Batch | null;
  readonly per: QuotaUnit;
  readonly clause: string | null;
}

/** Fields whose values are words, compared without regard to case. */
export const WORD_FIELDS = [
  'container',
  'codec',
  'profile',
  'frameRateMode',
  'scan',
  'pixelFormat',
  'aspectRatio',
  'audioCodec',
  'audioBitRateMode',
] as const;
/** Fields whose values are numbers: wordCount is 字数 of a document, duration in ms, size in bytes, bit rates in bit/s, sample rate in Hz, the rest plain. */
export const NUMBER_FIELDS = [
  'duration',
  'size',
  'frameRate',
  'bitRate',
  'bitDepth',
  'level',
  'sampleRate',
  'channels',
  'audioBitRate',
  'wordCount',
] as const;
export type WordField = (typeof WORD_FIELDS)[number];
export type NumberField = (typeof NUMBER_FIELDS)[number];
export type RequirementField = WordField | NumberField | 'resolution';

export interface Resolution {
  readonly width: number;
  readonly height: number;
}

export type Limit =
  | { readonly type: 'word'; readonly field: WordField; readonly oneOf: readonly string[] }
  | ({ readonly type: 'number'; readonly field: NumberField; readonly oneOf: readonly number[] | null } & Range)
  | {
      readonly type: 'resolution';
      readonly field: 'resolution';
      readonly oneOf: readonly Resolution[] | null;
      readonly min: Resolution | null;
      readonly max: Resolution | null;
    };

export interface Requirement {
  readonly limit: Limit;
  readonly clause: string | null;
  /** Conditions on the item's fields: the requirement holds where each named field has one of the values. */
  readonly when: Readonly<Record<string, readonly string[]>> | null;
}

export interface Slot {
  readonly id: string;
  readonly name: string;
  /** File kinds that fit; the first is the usual one. */
  readonly kinds: readonly AssetKind[];
  /** Formats that are accepted (`docx`, `srt` …); `null` takes any of the kinds. */
  readonly formats: readonly string[] | null;
  readonly min: number;
  readonly max: number | null;
  /** Words in a file's name that claim this slot (`简介`, `字幕`). */
  readonly names: readonly string[];
  /** The item field that may hold the text instead of a file (`intro`). */
  readonly textField: 'intro' | null;
  /** Whether an item may declare the material to be inside the picture (`subtitles: burned-in`). */
  readonly declarable: boolean;
  /** The slot of the works whose texts such a document holds, each under a heading of its own. */
  readonly sections: string | null;
  /** A language (ISO 639-1) that one of the files has to be in. */
  readonly language: 'zh' | null;
  readonly clause: string | null;
  readonly personalData: 'expected' | null;
  readonly scan: 'expected' | null;
  readonly requirements: readonly Requirement[];
}

export interface Category {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly folders: readonly string[];
  /** Tokens of an item's name, in order: `{number}-{title}-{institution}`. */
  readonly naming: string;
  /** Its texts tell of real people, who must not be recognised: private data block. */
  readonly anonymous: boolean;
  readonly quotas: readonly Quota[];
  readonly slots: readonly Slot[];
  readonly topics: readonly string[];
  readonly topicsClause: string | null;
}

/** What no program can see, and somebody declares. */
export interface Attestation {
  readonly id: string;
  readonly text: string;
  readonly clause: string | null;
}

export interface Deadline {
  readonly month: number;
  readonly day: number;
  /** Who it binds; `null` is everybody. */
  readonly scope: Scope | null;
  readonly clause: string | null;
}

/** A rule that a spec may speak of, and the names of the numbers it may set. */
export interface SettableRule {
  readonly id: string;
  readonly limits: readonly string[];
}

export interface RuleSetting {
  readonly severity: Severity | null;
  /** `null` leaves it as the rule is made: most are on. */
  readonly off: boolean | null;
  /** By the names of `Rule.limits`. */
  readonly limits: Readonly<Record<string, number>>;
}

export interface Spec {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly timezone: string;
  readonly deadline: Deadline | null;
  readonly portal: { readonly name: string; readonly url: string } | null;
  /** The severity of a 建议 clause. */
  readonly recommended: 'error' | 'warning';
  readonly clauses: readonly Clause[];
  readonly categories: readonly Category[];
  /** Material of the whole submission, such as a cover letter. */
  readonly slots: readonly Slot[];
  readonly attestations: readonly Attestation[];
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** SHA-256 of the file the spec came from (and of what it extends), hexadecimal. */
  readonly sha256: string;
}
