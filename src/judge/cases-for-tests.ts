/** Builders for tests: a submission of bare items, rules that break where they are told to, and their report. */
import { NO_FIELDS } from '../arrange/fields.ts';
import { messagesIn } from '../i18n/messages-for-tests.ts';
import type { Report } from '../model/report.ts';
import type { AnyRule, Breach, Rule, SubjectKind, Subjects, TemplateTexts } from '../model/rule.ts';
import type { RuleId } from '../model/rule-params.ts';
import type { Spec } from '../model/spec.ts';
import type { Item, ItemStatus, Submission, WorkspaceConfig } from '../model/submission.ts';
import { loadSpec } from '../spec/load.ts';
import { type JudgeOptions, judge } from './judge.ts';

export const SPEC: Spec = await loadSpec('moe-2022', { from: '/', language: 'en', rules: async () => [] });

export const NO_TEMPLATES: TemplateTexts = { blanks: new Set(), instructions: new Set(), lines: new Set() };

export const CONFIG: WorkspaceConfig = {
  spec: 'moe-2022',
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

/** A work with no files; the number is what its name begins with. */
export function itemOf(name: string, status: ItemStatus = 'selected', category = 'lesson'): Item {
  const { name: categoryName = '' } = SPEC.categories.find(({ id }) => id === category) ?? {};
  const folder = `${categoryName}/${name}`;
  return {
    id: folder.normalize('NFC'),
    category,
    fields: { ...NO_FIELDS, number: /^\d+/.exec(name)?.[0] ?? null },
    title: name,
    institution: '甲大学',
    people: [],
    topic: null,
    status,
    folder,
    itemFile: `${folder}/item.yaml`,
    sheetLine: null,
    conflicts: [],
    assets: [],
  };
}

/** Lessons 01, 02 …, the last so many of them candidates. */
export function lessons(count: number, candidates = 0): Item[] {
  return Array.from({ length: count }, (_, index) =>
    itemOf(`${String(index + 1).padStart(2, '0')}-课`, index < count - candidates ? 'selected' : 'candidate'),
  );
}

/** A rule of the catalogue's id and words that breaks as told. */
export function ruleOf<Id extends RuleId, On extends SubjectKind>(
  id: Id,
  on: On,
  breachesOf: (subject: Subjects[On]) => readonly Breach<Id>[],
  metadata: Partial<Pick<Rule, 'severities' | 'waivable' | 'needs'>> = {},
): AnyRule {
  const rule: Rule<Id, On> = {
    id,
    on,
    severities: { default: 'error' },
    source: 'practice',
    waivable: true,
    ...metadata,
    check: (subject) => ({ outcome: 'judged', actual: 'measured', breaches: breachesOf(subject) }),
  };
  return rule as unknown as AnyRule;
}

/** `item/title` broken by the works of these names. */
export function brokenTitles(names: readonly string[], metadata: Parameters<typeof ruleOf>[3] = {}): AnyRule {
  return ruleOf(
    'item/title',
    'item',
    ({ item }) => (names.includes(item.title) ? [{ params: { name: item.title } }] : []),
    metadata,
  );
}

export function judgeCase(given: {
  readonly items?: readonly Item[];
  readonly rules?: readonly AnyRule[];
  readonly spec?: Partial<Spec>;
  readonly config?: Partial<WorkspaceConfig>;
  readonly submission?: Partial<Submission>;
  readonly options?: Partial<JudgeOptions>;
}): Report {
  return judge({
    spec: { ...SPEC, ...given.spec },
    config: { ...CONFIG, ...given.config },
    submission: {
      items: given.items ?? [],
      assets: [],
      strays: [],
      junk: [],
      emptyFolders: [],
      unmatchedRows: [],
      ...given.submission,
    },
    rules: given.rules ?? [],
    entries: [],
    facts: new Map(),
    fieldTexts: new Map(),
    templates: NO_TEMPLATES,
    digests: new Map(),
    atMs: Date.UTC(2027, 4, 20),
    texts: messagesIn('en').rules,
    toolVersion: '0.0.0',
    readers: [],
    atGiven: true,
    strict: false,
    only: null,
    checkedAs: null,
    ...given.options,
  });
}
