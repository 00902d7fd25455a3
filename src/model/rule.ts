/** A rule is a value: the only copy of its metadata, and a pure check over facts. */
import type { DocumentFacts } from './document-facts.ts';
import type { Facts, FileFacts, VideoFacts } from './facts.ts';
import type { PackageFacts } from './package-facts.ts';
import type { RuleId, RuleParams } from './rule-params.ts';
import type { AssetKind, Category, Severity, Slot, Spec } from './spec.ts';
import type { Asset, Entry, Item, Submission, WorkspaceConfig } from './submission.ts';
import type { SubtitleText } from './subtitle-facts.ts';
import type { PrivateDatum, TextPlace } from './text-facts.ts';
import type { LikenessParams } from './text-params.ts';

/** `clause`: as binding as the clause that the breach names (请 → error, 建议 → the spec's word). */
export type GradeSeverity = Severity | 'clause';

export interface Place extends TextPlace {
  /** The package that `path` lies in. */
  readonly package?: string;
  readonly path?: string;
  readonly item?: string;
  readonly category?: string;
  /** Index of the stream that holds the text, in a video. */
  readonly track?: number;
  /** The other file, where two are at odds. */
  readonly other?: string;
}

export interface Breach<Id extends RuleId = RuleId> {
  /** Which of the rule's severities; `default` when absent. */
  readonly grade?: string;
  readonly clause?: string | null;
  readonly at?: Omit<Place, 'item' | 'category'>;
  /** Measured and asked, in words no language owns: `14:42`, `15:00-20:00`. */
  readonly actual?: string;
  readonly expected?: string;
  readonly params: RuleParams[Id];
}

export type Check<Id extends RuleId = RuleId> =
  | {
      readonly outcome: 'judged';
      /** Measured and asked, shown where nothing was amiss. */
      readonly actual?: string;
      readonly expected?: string;
      readonly clause?: string | null;
      readonly breaches: readonly Breach<Id>[];
    }
  | { readonly outcome: 'skipped' }
  | { readonly outcome: 'not-applicable' };

/** What rules over works may consult beside their subject. */
export interface RuleContext {
  readonly spec: Spec;
  readonly config: WorkspaceConfig;
  readonly submission: Submission;
  /** The clock, in milliseconds since 1970. */
  readonly atMs: number;
  readonly deadline: DeadlineMoments | null;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly facts: ReadonlyMap<string, FileFacts>;
  /** Texts that stand in item.yaml or in the sheet, by `ownTextKey`. */
  readonly fieldTexts: ReadonlyMap<string, DocumentFacts>;
  /** For a file that another work holds too, byte for byte: the first path in order. */
  readonly sameBytes: ReadonlyMap<string, string>;
  /** For a name that differs from a sibling only in case or composition: the sibling's path. */
  readonly clashes: ReadonlyMap<string, string>;
  /** Texts that share much with one of another work, by name of the subject (`TextSubject.name`). */
  readonly likenesses: ReadonlyMap<string, readonly LikenessParams[]>;
  /** The texts of the templates that were handed out: what is left of them in a work is not the work's own. */
  readonly templates: TemplateTexts;
  /** Waivers that matched no finding; known only to the rules that run last, over the submission. */
  readonly unusedWaivers: readonly UnusedWaiver[];
}

export type UnusedWaiver = RuleParams['waiver/unused'];

/** The two readings of 「之前」, in milliseconds since 1970. */
export interface DeadlineMoments {
  /** The first moment of the day itself. */
  readonly prudentMs: number;
  /** The first moment after it. */
  readonly latestMs: number;
  /** Who set the date, when it is not the spec's own. */
  readonly source: string | null;
}

export interface AssetSubject<F = Facts> {
  readonly item: Item;
  readonly category: Category;
  readonly asset: Asset;
  readonly slot: Slot | null;
  readonly facts: F;
  /** Facts of the item's other material, for rules that name it in `needs`. */
  readonly needed: readonly Facts[];
}

/** Lines of templates, white space taken out. */
export interface TemplateTexts {
  /** What stands in brackets to be filled in: `【请填写：题目】`. */
  readonly blanks: ReadonlySet<string>;
  /** Instructions to the writer, that no finished text keeps. */
  readonly instructions: ReadonlySet<string>;
  /** Everything a template says, headings too: no copy of another work. */
  readonly lines: ReadonlySet<string>;
}

/** A text of a work: a document, a subtitle, a track, a text in the sheet; or the names of its files and folder. */
export interface TextSubject {
  readonly item: Item;
  readonly category: Category;
  readonly slot: Slot | null;
  /** How verdicts and `likenesses` name it: the path, the path and track, or the work's id for its names. */
  readonly name: string;
  readonly path: string;
  readonly privateData: readonly PrivateDatum[];
}

export interface EntrySubject {
  readonly entry: Entry;
  /** The entry belongs to no work and not to the whole either. */
  readonly stray: boolean;
  /** A folder where a work should be, with nothing in it. */
  readonly hollow: boolean;
  readonly item: Item | null;
  readonly asset: Asset | null;
}

export interface ItemSubject {
  readonly item: Item;
  readonly category: Category;
}

export interface Subjects {
  video: AssetSubject<VideoFacts>;
  subtitle: AssetSubject<SubtitleText>;
  document: AssetSubject<DocumentFacts>;
  text: TextSubject;
  entry: EntrySubject;
  item: ItemSubject;
  category: Category;
  submission: Submission;
  package: PackageFacts;
}
export type SubjectKind = keyof Subjects;

/** A package is judged by itself: no spec, no workspace and no clock bear on it. */
export type ContextOf<On extends SubjectKind> = On extends 'package' ? null : RuleContext;

/** A rule of any id and subject: what the engine and the tables see. */
export type AnyRule = { [On in SubjectKind]: Rule<RuleId, On> }[SubjectKind];

export interface Rule<Id extends RuleId = RuleId, On extends SubjectKind = SubjectKind> {
  readonly id: Id;
  readonly on: On;
  /** Other material of the same item that the check reads; where its facts are missing the rule is skipped. */
  readonly needs?: readonly AssetKind[];
  /** Severity by grade. */
  readonly severities: Readonly<Record<string, GradeSeverity>>;
  /** Numbers that a spec may set otherwise, with their defaults; the names say the unit. */
  readonly limits?: Readonly<Record<string, number>>;
  /** Only specs that ask for it use the rule. */
  readonly offByDefault?: true;
  /** Where the rule comes from: a clause of the letter, a standard, practice. */
  readonly source: string;
  /** The clauses of a spec that the rule holds works to; those of a spec with none behind the rule have none. */
  clausesOf?(spec: Spec): readonly (string | null)[];
  /** Whether a written reason can let a work through. */
  readonly waivable: boolean;
  check(subject: Subjects[On], context: ContextOf<On>): Check<Id>;
}
