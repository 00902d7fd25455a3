/** What the messages of rules over texts need to say: subtitles, documents, private data, copied text. */
import type { DocumentPerson } from './document-facts.ts';
import type { LimitParams } from './limit-params.ts';
import type { SubtitleFaultDetail, SubtitleLanguage, SubtitleLine } from './subtitle-facts.ts';
import type { PrivateKind, TextPlace } from './text-facts.ts';

/** One of the places where a rule is broken. */
export interface Spot extends TextPlace {
  /** What stands there, masked and short; a measured value with its unit where that is the fault. */
  readonly found?: string;
}

/** Places that a message tells of before the rest is counted. */
export const SPOTS_IN_MESSAGE = 3;

/** A rule broken in many places of one file is one finding: the message tells of the first few, `--verbose` of all. */
export interface SpotsParams {
  readonly path: string;
  /** All of them, in order of the file; never empty. */
  readonly spots: readonly Spot[];
  /** Graver places of the same file have a finding of their own, with the advice. */
  readonly besides?: true;
}

/** A place with what was measured there, in the rule's own unit; `found` says it with the unit. */
export interface MeasuredSpot extends Spot {
  readonly value: number;
}

/** A measured limit in many places. */
export interface LimitSpotsParams extends SpotsParams {
  readonly spots: readonly MeasuredSpot[];
  /** The limit that was passed, in the rule's own unit. */
  readonly limit: number;
}

/** A limit that differs between what is read in Chinese and the rest. */
export interface ScriptSpotsParams extends SpotsParams {
  readonly spots: readonly (MeasuredSpot & { readonly script: SubtitleLine['script'] })[];
  readonly limits: Readonly<Record<SubtitleLine['script'], number>>;
}

/** Faults of the scanner: each spot says which. */
export interface FaultSpotsParams extends SpotsParams {
  readonly spots: readonly (Spot & { readonly detail: SubtitleFaultDetail })[];
}

export interface SubtitleRuleParams {
  'subtitle/language': { languages: readonly SubtitleLanguage[]; files: readonly string[]; wanted: SubtitleLanguage };
  'subtitle/encoding': { path: string; encoding: string | null };
  'subtitle/mojibake': FaultSpotsParams;
  'subtitle/time-syntax': FaultSpotsParams;
  'subtitle/time-range': FaultSpotsParams;
  /** `doubtful`: times elsewhere in the file cannot be relied on, so that `fix` puts nothing in order. */
  'subtitle/order': SpotsParams & { readonly doubtful?: true };
  'subtitle/overlap': LimitSpotsParams;
  'subtitle/index': FaultSpotsParams;
  'subtitle/blank-lines': FaultSpotsParams;
  'subtitle/empty-cue': FaultSpotsParams;
  'subtitle/duplicate-cue': SpotsParams;
  'subtitle/line-length': ScriptSpotsParams;
  /** The limit is for the lines of Chinese, or for all of a cue. */
  'subtitle/lines': LimitSpotsParams & { readonly per: 'chinese' | 'cue' };
  'subtitle/reading-speed': ScriptSpotsParams;
  'subtitle/min-duration': LimitSpotsParams;
  'subtitle/max-duration': LimitSpotsParams;
  'subtitle/gap': LimitSpotsParams & { readonly frames: number };
  'subtitle/tags': FaultSpotsParams;
  /** Of so many cues with Chinese; `mostly`: the text as a whole is in traditional characters. */
  'subtitle/traditional': SpotsParams & { readonly cues: number; readonly mostly: boolean };
  'subtitle/punctuation': SpotsParams;
  'subtitle/past-end': {
    path: string;
    pastMs: number;
    cues: number;
    cuesAfterEnd: number;
    videoMs: number;
    lastMs: number;
    /** It seems to be the subtitle of another video. */
    mostAfterEnd: boolean;
  };
  'subtitle/coverage': { path: string; percent: number; limitPercent: number };
  /** `largePercent`: how much of the video the tail is, where that is much. */
  'subtitle/tail': { path: string; lastMs: number; videoMs: number; limitMs: number; largePercent: number | null };
}

export interface DocumentRuleParams {
  'document/empty': { path: string };
  /** `few`: no limit of the spec's; there is hardly any text. */
  'document/short': LimitParams & { path: string; few?: true };
  'document/long': LimitParams & { path: string };
  'document/placeholder': SpotsParams;
  /** `pictures`: no character at all; `unmapped`: shapes that the file gives no characters for. */
  'document/no-text-layer': { path: string; pages: number | null; why: 'pictures' | 'unmapped' };
  'document/encrypted': { path: string };
  'document/tracked-changes': { path: string; count: number; first: TextPlace | null };
  'document/comments': { path: string; count: number; first: TextPlace | null };
  'document/unsupported': { path: string; format: string };
  'document/macro': { path: string; parts: readonly string[] };
  'document/external': { path: string; externals: readonly string[]; embedded: readonly string[] };
}

/** Spots of one kind of private data; `found` is masked. */
export interface PrivateParams extends SpotsParams {
  readonly spots: readonly (Spot & {
    readonly found: string;
    readonly label: string | null;
    readonly before: string;
  })[];
}

export type PrivacyRuleParams = { [Kind in PrivateKind as `privacy/${Kind}`]: PrivateParams } & {
  'privacy/author': { path: string; people: readonly DocumentPerson[] };
};

export interface LikenessRuleParams {
  'duplicate/text': LikenessParams;
}

/** Two texts that share much. */
export interface LikenessParams {
  readonly path: string;
  readonly other: string;
  readonly otherItem: string;
  /** Shared share of the shorter text's 5-grams, in per cent; what many works share counts less. */
  readonly percent: number;
  /** The longest runs in common, the longest first, masked: at most three. */
  readonly runs: readonly SharedRun[];
  /** On the greatest that is told of a text: how many lesser ones are not told. */
  readonly untold: number;
}

export interface SharedRun {
  /** Cut in the middle where it is long. */
  readonly text: string;
  /** Words, in scripts that write words; what templates say is not counted. */
  readonly characters: number;
  readonly at: TextPlace;
  readonly otherAt: TextPlace;
}
