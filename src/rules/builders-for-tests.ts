/** Facts, works and contexts built in memory, and tables of what a rule accepts and rejects. Used by tests only. */
import { describe, expect, it } from 'vitest';
import { NO_FIELDS } from '../arrange/fields.ts';
import { type DocumentFacts, NO_EXTRAS } from '../model/document-facts.ts';
import type { AudioStreamFacts, ContentKind, FileFacts, VideoFacts, VideoStreamFacts } from '../model/facts.ts';
import type {
  AnyRule,
  AssetSubject,
  Breach,
  Check,
  ContextOf,
  EntrySubject,
  Rule,
  RuleContext,
  SubjectKind,
  Subjects,
} from '../model/rule.ts';
import type { RuleId, RuleParams } from '../model/rule-params.ts';
import type { Category, Limit, Quota, Requirement, Slot, Spec } from '../model/spec.ts';
import type { Asset, Entry, Item, ItemFields, Submission, WorkspaceConfig } from '../model/submission.ts';
import { findRule } from './catalogue.ts';

const PICTURE: VideoStreamFacts = {
  codec: 'h264',
  profile: 'High',
  level: 40,
  width: 1920,
  height: 1080,
  displayWidth: 1920,
  displayHeight: 1080,
  rotation: 0,
  sampleAspectRatio: '1:1',
  frameRate: 25,
  frameRateMode: 'constant',
  scan: 'progressive',
  pixelFormat: 'yuv420p',
  bitDepth: 8,
  bitRate: 4_000_000,
  durationMs: 1_000_000,
};

const SOUND: AudioStreamFacts = {
  codec: 'aac',
  channels: 2,
  sampleRate: 48_000,
  bitRate: 128_000,
  bitRateMode: 'constant',
  durationMs: 1_000_000,
};

const LESSON: VideoFacts = {
  kind: 'video',
  container: 'mp4',
  sizeBytes: 500_000_000,
  durationMs: 1_000_000,
  faststart: true,
  truncated: false,
  missingBytes: null,
  video: PICTURE,
  audio: [SOUND],
  subtitles: [],
  extra: { videoStreams: 0, audioStreams: 0, dataStreams: 0, attachedPictures: 0 },
  readings: [],
  origins: {},
};

/** A faultless lesson but for what is changed. */
export function video(change: Partial<VideoFacts> = {}): VideoFacts {
  return { ...LESSON, ...change };
}

export function picture(change: Partial<VideoStreamFacts>): VideoFacts {
  return video({ video: { ...PICTURE, ...change } });
}

export function sound(change: Partial<AudioStreamFacts>): VideoFacts {
  return video({ audio: [{ ...SOUND, ...change }] });
}

/** What a file turned out to be; `content` only where the rule reads it. */
export function found(kind: ContentKind, content: FileFacts['content'] = null): FileFacts {
  return { type: { kind, format: null }, content };
}

export function slot(change: Partial<Slot> = {}): Slot {
  return {
    id: 'video',
    name: '视频',
    kinds: ['video'],
    formats: null,
    min: 1,
    max: 1,
    names: [],
    textField: null,
    declarable: false,
    sections: null,
    language: null,
    clause: null,
    personalData: null,
    scan: null,
    requirements: [],
    ...change,
  };
}

export function requirement(limit: Limit, change: Partial<Requirement> = {}): Requirement {
  return { limit, clause: 'asked', when: null, ...change };
}

export function quota(change: Partial<Quota>): Quota {
  return { scope: null, batch: null, per: 'submission', min: null, max: null, clause: 'asked', ...change };
}

export function category(change: Partial<Category> = {}): Category {
  return {
    id: 'lesson',
    name: '心理微课',
    unit: '门',
    folders: [],
    naming: '{number}-{title}-{institution}',
    anonymous: false,
    quotas: [],
    slots: [slot()],
    topics: [],
    topicsClause: null,
    ...change,
  };
}

function fields(change: Partial<ItemFields> = {}): ItemFields {
  return { ...NO_FIELDS, number: '01', ...change };
}

export function item(change: Partial<Item> = {}): Item {
  return {
    id: '心理微课/01-睡眠-甲大学',
    category: 'lesson',
    fields: fields(),
    title: '睡眠',
    institution: '甲大学',
    people: [],
    topic: null,
    status: 'selected',
    folder: '心理微课/01-睡眠-甲大学',
    itemFile: '心理微课/01-睡眠-甲大学/item.yaml',
    sheetLine: null,
    conflicts: [],
    assets: [],
    ...change,
  };
}

export function asset(path: string, change: Partial<Asset> = {}): Asset {
  return { slot: 'video', kind: 'video', path, sizeBytes: 1, source: { type: 'file' }, ...change };
}

export function entry(path: string, change: Partial<Entry> = {}): Entry {
  return {
    path,
    type: 'file',
    sizeBytes: 1,
    mtimeNs: '0',
    ctimeNs: '0',
    location: path,
    undecodable: false,
    error: null,
    ...change,
  };
}

const CONFIG: WorkspaceConfig = {
  spec: 'test',
  scope: 'province',
  batch: 'first',
  province: null,
  institution: null,
  year: 2027,
  deadline: null,
  contact: null,
  waivers: [],
  attestations: {},
  eol: 'lf',
};

export function config(change: Partial<WorkspaceConfig> = {}): WorkspaceConfig {
  return { ...CONFIG, ...change };
}

/** A spec with one clause, `asked`, that is a 建议. */
export function spec(change: Partial<Spec> = {}): Spec {
  return {
    id: 'test',
    title: '测试',
    source: '',
    timezone: 'Asia/Shanghai',
    deadline: { month: 6, day: 10, scope: null, clause: 'asked' },
    portal: null,
    recommended: 'error',
    clauses: [{ id: 'asked', text: '建议如此', binding: 'should' }],
    categories: [category()],
    slots: [],
    attestations: [],
    rules: {},
    sha256: '',
    ...change,
  };
}

export function submission(items: readonly Item[], change: Partial<Submission> = {}): Submission {
  return { items, assets: [], strays: [], junk: [], emptyFolders: [], unmatchedRows: [], ...change };
}

export function context(change: Partial<RuleContext> = {}): RuleContext {
  return {
    spec: spec(),
    config: config(),
    submission: submission([]),
    atMs: 0,
    deadline: null,
    entries: new Map(),
    facts: new Map(),
    fieldTexts: new Map(),
    templates: { blanks: new Set(), instructions: new Set(), lines: new Set() },
    likenesses: new Map(),
    sameBytes: new Map(),
    clashes: new Map(),
    unusedWaivers: [],
    ...change,
  };
}

/** A video in a slot with these requirements. */
export function videoSubject(
  facts: VideoFacts,
  requirements: readonly Requirement[] = [],
  fieldsOfItem: Partial<ItemFields> = {},
): AssetSubject<VideoFacts> {
  const own = slot({ requirements });
  const path = '心理微课/01-睡眠-甲大学/微课.mp4';
  return {
    item: item({ fields: fields(fieldsOfItem) }),
    category: category({ slots: [own] }),
    asset: asset(path),
    slot: own,
    facts,
    needed: [],
  };
}

export function document(change: Partial<DocumentFacts> = {}): DocumentFacts {
  return {
    kind: 'document',
    format: 'docx',
    characters: 300,
    wordCount: 300,
    pages: null,
    firstLine: '照顾好自己的情绪',
    blocks: [{ text: '照顾好自己的情绪', at: { paragraph: 1 } }],
    privateData: [],
    extras: NO_EXTRAS,
    ...change,
  };
}

export function documentSubject(
  change: Partial<DocumentFacts>,
  slotChange: Partial<Slot> = {},
): AssetSubject<DocumentFacts> {
  const own = slot({ id: 'intro', kinds: ['document'], ...slotChange });
  return {
    item: item(),
    category: category({ slots: [own] }),
    asset: asset('心理微课/01-睡眠-甲大学/简介.docx', { slot: 'intro', kind: 'document' }),
    slot: own,
    facts: document(change),
    needed: [],
  };
}

/** A file of a work, in the slot given (`null`: in none). */
export function entrySubject(path: string, change: Partial<Entry> = {}, slotId: string | null = 'video'): EntrySubject {
  return {
    entry: entry(path, change),
    stray: false,
    hollow: false,
    item: item(),
    asset: asset(path, { slot: slotId }),
  };
}

/** A file that belongs to no work. */
export function straySubject(path: string, change: Partial<Entry> = {}): EntrySubject {
  return { entry: entry(path, change), stray: true, hollow: false, item: null, asset: null };
}

/** A context in which the file turned out to be this. */
export function withFacts(path: string, facts: FileFacts): RuleContext {
  return context({ facts: new Map([[path, facts]]) });
}

/** What a finding must say, as far as the table cares. */
type Expected<Id extends RuleId> = Partial<Omit<Breach<Id>, 'params'>> & { readonly params?: Partial<RuleParams[Id]> };

type Row<On extends SubjectKind> = readonly [name: string, subject: Subjects[On], context?: RuleContext];
type RejectedRow<Id extends RuleId, On extends SubjectKind> = readonly [
  name: string,
  subject: Subjects[On],
  /** Of the one breach, or of each of several. */
  expected: Expected<Id> | readonly Expected<Id>[],
  context?: RuleContext,
];

export interface RuleTable<Id extends RuleId, On extends SubjectKind> {
  readonly accept?: readonly Row<On>[];
  readonly reject?: readonly RejectedRow<Id, On>[];
  /** What is asked for is not known. */
  readonly skip?: readonly Row<On>[];
  /** What the rule speaks of is not there. */
  readonly notApplicable?: readonly Row<On>[];
}

/** Runs a rule of the catalogue over a table of subjects. */
export function testRule<Id extends RuleId, On extends SubjectKind>(id: Id, on: On, table: RuleTable<Id, On>): void {
  const rule = findRule(id) as AnyRule & Rule<RuleId, On>;
  const run = (subject: Subjects[On], given = context()): Check => rule.check(subject, given as ContextOf<On>);
  describe(id, () => {
    it(`is about ${on}`, () => expect(rule.on).toBe(on));
    for (const [name, subject, given] of table.accept ?? [])
      it(`accepts ${name}`, () => expect(run(subject, given)).toMatchObject({ outcome: 'judged', breaches: [] }));
    for (const [name, subject, expected, given] of table.reject ?? []) {
      const breaches = [expected].flat();
      it(`rejects ${name}`, () => expect(run(subject, given)).toMatchObject({ outcome: 'judged', breaches }));
    }
    for (const [name, subject, given] of table.skip ?? [])
      it(`skips ${name}`, () => expect(run(subject, given)).toEqual({ outcome: 'skipped' }));
    for (const [name, subject, given] of table.notApplicable ?? [])
      it(`does not apply to ${name}`, () => expect(run(subject, given)).toEqual({ outcome: 'not-applicable' }));
  });
}
