/** Builders for tests: reports with given findings, a hostile one among them. */
import type { Language } from '../../i18n/catalogue.ts';
import { messagesIn } from '../../i18n/messages-for-tests.ts';
import { judgePackages } from '../../judge/judge-packages.ts';
import type { LedgerRow } from '../../model/ledger.ts';
import type { PackageFacts } from '../../model/package-facts.ts';
import { type Finding, REPORT_SCHEMA, type Report, type ReportItem, type Verdict } from '../../model/report.ts';
import type { RuleId } from '../../model/rule-params.ts';
import type { Verification } from '../../model/verification.ts';
import { CATALOGUE } from '../../rules/catalogue.ts';
import type { MachineOptions } from './options.ts';

export const WORK = '心理微课/04-睡眠调整';
export const VIDEO = `${WORK}/微课.mp4`;
export const SUBTITLE = `${WORK}/字幕.srt`;

export function optionsIn(language: Language = 'zh-CN', base = ''): MachineOptions {
  const { rules, report: screen } = messagesIn(language);
  return { rules, screen, language, catalogue: CATALOGUE, base };
}

/** A video that is too short, and blocks. */
export function findingOf<Id extends RuleId = 'video/duration'>(change: Partial<Finding<Id>> = {}): Finding {
  const finding: Finding<'video/duration'> = {
    rule: 'video/duration',
    severity: 'error',
    place: { item: WORK, category: 'lesson', path: VIDEO },
    params: { actual: '14:42', limit: { min: '15:00', max: '20:00', oneOf: null }, binding: 'should' },
    message: '时长 14:42，要求 15:00-20:00',
    fix: '换片',
    blocking: true,
  };
  return { ...finding, ...change } as Finding;
}

export const warning = findingOf({
  rule: 'video/faststart',
  severity: 'warning',
  blocking: false,
  params: {},
  message: '慢',
});
export const note = findingOf({ rule: 'video/rotated', severity: 'info', blocking: false, message: '转' });
export const waived = findingOf({ blocking: false, waived: { reason: '嘉宾讲座' } });

/** A fault in three lines of a subtitle. */
export const spotted = findingOf({
  rule: 'subtitle/order',
  place: { item: WORK, category: 'lesson', path: SUBTITLE, line: 9 },
  params: { path: SUBTITLE, spots: [{ line: 9 }, { line: 20, found: '00:01' }, { line: 31 }] },
  message: '第 9 行、第 20 行「00:01」、第 31 行',
});

export function itemOf(id: string, paths: readonly string[], status: ReportItem['status'] = 'selected'): ReportItem {
  const asset = { slot: 'video', kind: 'video', sizeBytes: 1, source: 'file', facts: null, failure: null } as const;
  const assets = paths.map((path) => ({ ...asset, path }));
  return { id, category: 'lesson', title: '睡眠调整', institution: '甲大学', status, reason: null, assets };
}

const LESSONS: LedgerRow = {
  ...{ category: 'lesson', name: '心理微课', unit: '门', min: 5, max: 10, found: 5, valid: 5 },
  ...{ waived: 0, candidates: 0, withdrawn: 0, missing: 0, excess: 0 },
};

/** As `judge` puts one together: a rule that found something failed. */
export function reportOf(findings: readonly Finding[], change: Partial<Report> = {}): Report {
  const failed = findings.some(({ blocking }) => blocking);
  const failures = findings.map(({ rule, place }): Verdict => {
    return { rule, subject: place.path ?? place.item ?? place.category ?? 'submission', outcome: 'fail' };
  });
  const { verdicts = [], ledger = [LESSONS], ...rest } = change;
  return {
    schema: REPORT_SCHEMA,
    tool: { name: 'sizheng', version: '1.2.0' },
    timezone: 'Asia/Shanghai',
    at: '2027-06-09T14:58:00.000Z',
    atGiven: false,
    partial: false,
    strict: false,
    verdict: failed ? 'fail' : 'pass',
    exitCode: failed ? 1 : 0,
    readers: [],
    spec: { id: 'moe-2022', title: '来函', sha256: '0'.repeat(64) },
    scope: 'province',
    batch: 'first',
    province: '浙江省',
    institution: null,
    year: 2027,
    deadline: null,
    checkedAs: null,
    ledger,
    items: [itemOf(WORK, [VIDEO, SUBTITLE])],
    clauses: [],
    categories: ledger.map(({ category: id, name, unit }) => ({ id, name, unit, slots: [], topics: [] })),
    attestations: [],
    ...rest,
    findings,
    verdicts: [...verdicts, ...failures],
  };
}

export function verificationOf(packages: readonly PackageFacts[], strict = false): Verification {
  return judgePackages({
    ...{ packages, strict, fast: false, rules: CATALOGUE, texts: messagesIn('zh-CN').rules },
    ...{ toolVersion: '1.2.0', timezone: 'Asia/Shanghai', atMs: Date.UTC(2027, 5, 9), atGiven: false },
  });
}

/** What a name can do to a format. */
export const HOSTILE_NAMES = [
  'R&D "终稿" <1>]]>.mp4',
  '</testcase><script>alert(1)</script>',
  "it's --> <!-- <![CDATA[ ]]> &amp; &#0;",
  '::error file=x::%0A::stop-commands::x',
  'a,b:c;d=e%25\n##[error]x\r\ny\tz',
  'bell\u0007 nul\u0000 esc\u001b[2J del\u007f c1\u0085',
  'bidi\u202egpj.\u2066x\u2069 zero\u200bwidth \ufeff',
  'half\ud800 and \udfff characters \ufffe\uffff',
  '[看这里](http://example.com) {0} {{1}}',
  '../../etc/passwd#?query\\back',
  '长'.repeat(300),
  '😀 emoji',
] as const;

/** Every text that users can choose, hostile. */
export function hostileReport(): Report {
  const findings = HOSTILE_NAMES.flatMap((name): Finding[] => {
    const path = `心理微课/${name}/${name}`;
    const place = { item: `心理微课/${name}`, category: 'lesson', path, other: name };
    const said = {
      message: `「${name}」`,
      fix: name,
      institution: name,
      actual: name,
      expected: name,
      clause: 'video-duration',
    };
    const spots = [
      { line: 1, found: name },
      { line: 2, found: name },
    ];
    return [
      findingOf({ ...said, place }),
      findingOf({ ...said, place: { item: place.item, category: 'lesson' }, rule: 'item/title' }),
      findingOf({ ...said, place: { ...place, line: 3 }, rule: 'subtitle/order', params: { path, spots } }),
      findingOf({ ...said, place, rule: 'video/size', blocking: false, waived: { reason: name } }),
      findingOf({ ...said, place: { path: name }, rule: 'file/stray', severity: 'warning', blocking: false }),
      findingOf({ ...said, place: { category: name }, rule: 'quota/count' }),
    ];
  });
  const items = HOSTILE_NAMES.map((name) => ({
    ...itemOf(`心理微课/${name}`, [`心理微课/${name}/${name}`]),
    title: name,
    institution: name,
  }));
  const verdicts = HOSTILE_NAMES.map(
    (name): Verdict => ({ rule: 'video/codec', subject: `心理微课/${name}/${name}`, outcome: 'pass', actual: name }),
  );
  return reportOf(findings, { items, verdicts });
}
