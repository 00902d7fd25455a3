import { describe, expect, it } from 'vitest';
import type { FileFacts, VideoFacts } from '../model/facts.ts';
import type { Finding } from '../model/report.ts';
import type { AnyRule, Breach } from '../model/rule.ts';
import type { Severity, Spec } from '../model/spec.ts';
import type { Asset, Entry, Item } from '../model/submission.ts';
import { brokenTitles, itemOf, judgeCase, lessons, ruleOf, SPEC } from './cases-for-tests.ts';

type Given = Parameters<typeof judgeCase>[0];

describe('severity', () => {
  const severityOf = (
    breach: Partial<Breach<'item/title'>>,
    severities: AnyRule['severities'],
    spec: Partial<Spec> = {},
  ) => {
    const rule = ruleOf('item/title', 'item', () => [{ params: { name: 'x' }, ...breach }], { severities });
    return judgeCase({ items: lessons(1), rules: [rule], spec }).findings[0]?.severity;
  };
  const set = (setting: Partial<Spec['rules'][string]>) => ({
    rules: { 'item/title': { severity: null, off: false, limits: {}, ...setting } },
  });

  it.each<[string, Severity, Partial<Breach<'item/title'>>, AnyRule['severities'], Partial<Spec>?]>([
    ['the default grade', 'warning', {}, { default: 'warning' }],
    ['a grade of its own', 'info', { grade: 'mild' }, { default: 'error', mild: 'info' }],
    ['a grade that the rule does not know', 'error', { grade: 'odd' }, { default: 'info' }],
    ['请', 'error', { clause: 'lesson-intro' }, { default: 'clause' }],
    ['建议', 'error', { clause: 'video-size' }, { default: 'clause' }],
    [
      '建议, taken as a warning',
      'warning',
      { clause: 'video-size' },
      { default: 'clause' },
      { recommended: 'warning' },
    ],
    ['请, whatever a 建议 is', 'error', { clause: 'lesson-intro' }, { default: 'clause' }, { recommended: 'warning' }],
    ['guidance', 'info', { clause: 'lesson-topics' }, { default: 'clause' }],
    ['no clause where one was due', 'error', {}, { default: 'clause' }],
    ["the spec's word for the rule", 'warning', {}, { default: 'error' }, set({ severity: 'warning' })],
    [
      "the spec's word over the clause",
      'info',
      { clause: 'lesson-intro' },
      { default: 'clause' },
      set({ severity: 'info' }),
    ],
    ['a hint stays one', 'info', { grade: 'mild' }, { default: 'error', mild: 'info' }, set({ severity: 'error' })],
  ])('%s: %s', (_, severity, breach, severities, spec) => {
    expect(severityOf(breach, severities, spec)).toBe(severity);
  });

  it('a rule that is off is not run at all', () => {
    const report = judgeCase({ items: lessons(1), rules: [brokenTitles(['01-课'])], spec: set({ off: true }) });
    expect([report.findings, report.verdicts]).toEqual([[], []]);
  });
});

describe('what blocks', () => {
  const outcome = (given: Given) => {
    const { findings, verdict, exitCode } = judgeCase({ items: lessons(5), ...given });
    return { blocking: findings.map(({ blocking }) => blocking), verdict, exitCode };
  };
  const PASS = { blocking: [false], verdict: 'pass', exitCode: 0 };
  const FAIL = { blocking: [true], verdict: 'fail', exitCode: 1 };
  const ofGrade = (grade: Severity) => [brokenTitles(['01-课'], { severities: { default: grade } })];

  it.each<[string, typeof PASS, Given]>([
    ['an error', FAIL, { rules: ofGrade('error') }],
    ['a warning does not', PASS, { rules: ofGrade('warning') }],
    ['a warning with strict', FAIL, { rules: ofGrade('warning'), options: { strict: true } }],
    ['a hint does not, even with strict', PASS, { rules: ofGrade('info'), options: { strict: true } }],
    ['an error of a candidate does not', PASS, { rules: ofGrade('error'), items: [itemOf('01-课', 'candidate')] }],
    [
      'what was waived does not',
      PASS,
      { rules: ofGrade('error'), config: { waivers: [{ rule: 'item/title', subject: '心理微课/01', reason: 'x' }] } },
    ],
  ])('%s', (_, expected, given) => {
    expect(outcome(given)).toEqual(expected);
  });

  it('a withdrawn work is not judged', () => {
    const { findings, verdicts } = judgeCase({ items: [itemOf('01-课', 'withdrawn')], rules: ofGrade('error') });
    expect([findings, verdicts]).toEqual([[], []]);
  });
});

describe('only', () => {
  const [first, second] = lessons(2) as [Item, Item];
  const whole = ruleOf('submission/empty', 'submission', () => [{ params: { categories: [] } }]);
  const counted = ruleOf('topic/coverage', 'category', () => [
    { params: { category: '', missing: [], covered: 0, total: 0 } },
  ]);
  const report = judgeCase({
    items: [first, second],
    rules: [brokenTitles(['01-课', '02-课']), whole, counted],
    options: { only: { includesItem: ({ id }) => id === first.id, includesPath: () => false } },
  });

  it('narrows the items and marks the report', () => {
    expect(report.partial).toBe(true);
    expect(report.items.map(({ id }) => id)).toEqual([first.id]);
    expect(report.findings.map(({ place }) => place.item)).toEqual([first.id]);
  });

  it('skips what concerns a category or the whole: never a pass', () => {
    const others = report.verdicts.filter(({ rule }) => rule !== 'item/title');
    expect(others).toHaveLength(SPEC.categories.length + 1);
    expect(new Set(others.map(({ outcome }) => outcome))).toEqual(new Set(['skipped']));
  });
});

describe('rules over files', () => {
  const path = '心理微课/01-课/视频.mp4';
  const asset: Asset = { slot: 'video', kind: 'video', path, sizeBytes: 1, source: { type: 'file' } };
  const item = { ...itemOf('01-课'), assets: [asset] };
  const rule = ruleOf('video/no-audio', 'video', () => [{ params: {} }]);
  const needy = ruleOf('video/rotated', 'video', () => [{ params: { degrees: 90 } }], { needs: ['subtitle'] });
  const outcomes = (facts: FileFacts | null) =>
    judgeCase({
      items: [item],
      rules: [rule, needy],
      options: { facts: new Map(facts === null ? [] : [[path, facts]]) },
    }).verdicts.map((verdict) => `${verdict.rule} ${verdict.outcome}`);
  const video = { kind: 'video', subtitles: [] as VideoFacts['subtitles'] } as VideoFacts;
  const type = { kind: 'video', format: 'mp4' } as const;

  it.each<[string, FileFacts | null]>([
    ['was not measured', null],
    ['could not be read', { type, content: { ok: false, failure: { reason: 'damaged', detail: null } } }],
    [
      'is of another kind',
      {
        type: { kind: 'image', format: 'png' },
        content: { ok: true, value: { kind: 'image', format: 'png' } },
      },
    ],
  ])('are skipped where it %s', (_, facts) => {
    expect(outcomes(facts)).toEqual(['video/no-audio skipped', 'video/rotated skipped']);
  });

  it('are skipped where other material that they read is not there', () => {
    expect(outcomes({ type, content: { ok: true, value: video } })).toEqual([
      'video/no-audio fail',
      'video/rotated skipped',
    ]);
  });

  it('say where, what was measured, and whose it is; hostile names are made safe', () => {
    const hostile = ruleOf('item/title', 'item', () => [
      { at: { path: 'a\u202Eb' }, params: { name: 'a\u202Eb' }, expected: 'a title' },
    ]);
    const [finding] = judgeCase({ items: [item], rules: [hostile] }).findings;
    expect(finding).toMatchObject({
      rule: 'item/title',
      place: { item: item.id, category: 'lesson', path: 'a\u202Eb' },
      institution: '甲大学',
      expected: 'a title',
      params: { name: 'a\\u{202E}b' },
    });
    expect(finding?.message).not.toContain('\u202E');
  });
});

describe('order', () => {
  const entry = (path: string): Entry => ({
    path,
    type: 'file',
    sizeBytes: 1,
    mtimeNs: '1',
    ctimeNs: '1',
    location: path,
    undecodable: false,
    error: null,
  });
  const paths = ['b.mp4', 'a.mp4', '心理微课/01-课/视频.mp4', 'A.mp4', 'a\u0301', 'á', '𠮷.mp4', '\uFF01.mp4'];
  const places = [{ line: 10 }, { line: 2 }, { page: 3 }, { page: 1 }, { timeMs: 5 }, { timeMs: 1 }];
  const rules = [
    ruleOf('file/stray', 'entry', ({ entry: { path } }) => [{ params: { path } }]),
    ruleOf('file/link', 'entry', ({ entry: { path } }) => places.map((at) => ({ at, params: { path } }))),
    brokenTitles(['03-课', '01-课', '02-课']),
  ];
  const judged = (turn: <T>(values: readonly T[]) => T[]) =>
    judgeCase({
      items: turn(lessons(3)),
      rules: turn(rules),
      submission: { strays: turn(paths) },
      options: {
        entries: turn(paths.map(entry)),
        digests: new Map(turn(paths.map((path) => [path, 'same'] as const))),
      },
    });

  it('is the same whatever the order of input', () => {
    const straight = judged((values) => [...values]);
    expect(JSON.stringify(judged((values) => [...values].reverse()))).toBe(JSON.stringify(straight));
    expect(straight.verdicts.length).toBeGreaterThan(10);
  });

  it('is by code unit, then by line, page and time', () => {
    const { findings } = judged((values) => [...values]);
    const strays = findings.filter(({ rule }) => rule === 'file/stray').map(({ place }) => place.path);
    expect(strays).toEqual(paths.toSorted());
    const links = findings.filter(({ rule, place }) => rule === 'file/link' && place.path === 'A.mp4');
    const at = ({ place: { line, page, timeMs } }: Finding) => JSON.stringify({ line, page, timeMs });
    expect(links.map(at)).toEqual([
      '{"timeMs":1}',
      '{"timeMs":5}',
      '{"page":1}',
      '{"page":3}',
      '{"line":2}',
      '{"line":10}',
    ]);
  });
});
