import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../i18n/catalogue.ts';
import { brokenTitles, judgeCase, lessons } from '../../judge/cases-for-tests.ts';
import { packageFacts, withFiles } from '../../rules/package/facts-for-tests.ts';
import { renderGithub } from './github.ts';
import { renderGitlab } from './gitlab.ts';
import { renderJunit } from './junit.ts';
import type { AnyReport } from './options.ts';
import {
  findingOf,
  hostileReport,
  note,
  optionsIn,
  reportOf,
  spotted,
  verificationOf,
  waived,
  warning,
} from './reports-for-tests.ts';
import { renderSarif } from './sarif.ts';

const broken = brokenTitles(['01-课', '02-课']);
const waiver = (number: number) => ({ rule: 'item/title', subject: `心理微课/0${number}`, reason: '另有说明' });

const REPORTS: readonly (readonly [string, AnyReport])[] = [
  ['passing', judgeCase({ items: lessons(3), rules: [brokenTitles([])] })],
  ['failing', judgeCase({ items: lessons(3), rules: [broken] })],
  ['waived in part', judgeCase({ items: lessons(3), rules: [broken], config: { waivers: [waiver(1)] } })],
  ['waived', judgeCase({ items: lessons(3), rules: [broken], config: { waivers: [waiver(1), waiver(2)] } })],
  ['failing in candidates', judgeCase({ items: lessons(3, 3), rules: [broken] })],
  [
    'warning',
    judgeCase({ items: lessons(3), rules: [brokenTitles(['01-课'], { severities: { default: 'warning' } })] }),
  ],
  [
    'warning, strict',
    judgeCase({
      items: lessons(3),
      rules: [brokenTitles(['01-课'], { severities: { default: 'warning' } })],
      options: { strict: true },
    }),
  ],
  ['of every level', reportOf([findingOf(), warning, note, waived, spotted])],
  ['unreadable', reportOf([findingOf({ rule: 'file/unreadable' })], { verdicts: [skippedOf('video/codec')] })],
  ['empty', reportOf([findingOf({ rule: 'submission/empty', place: {} })], { items: [], ledger: [] })],
  ['without anything', reportOf([], { items: [], ledger: [] })],
  ['hostile', hostileReport()],
  ['of an intact package', verificationOf([packageFacts()])],
  [
    'of a faulty package',
    verificationOf([withFiles({ '/etc/passwd': {}, '../x\u202e': {} }), packageFacts({ path: '/盘/a.zip' })]),
  ],
];

function skippedOf(rule: 'video/codec') {
  return { rule, subject: '心理微课/04-睡眠调整/微课.mp4', outcome: 'skipped' } as const;
}

/** How many errors a reader of the format counts, and how many findings it sees; a case of JUnit can hold several. */
const READERS = {
  junit: [
    renderJunit,
    (text) => Number(/<testsuites[^>]* failures="(\d+)"/.exec(text)?.[1]),
    (text) => text.split(/^(?:.*>)?\[(?:须整改|提醒|提示|已豁免|must fix|warning|note|waived)\] /m).length - 1,
  ],
  sarif: [
    renderSarif,
    (text) => levels(text).filter((level) => level === 'error').length,
    (text) => levels(text).length,
  ],
  github: [
    renderGithub,
    (text) => text.match(/^::error /gm)?.length ?? 0,
    (text) => text.match(/^::(?:error|warning|notice) .*title=/gm)?.length ?? 0,
  ],
  gitlab: [
    renderGitlab,
    (text) => severities(text).filter((severity) => severity === 'blocker').length,
    (text) => severities(text).length,
  ],
} satisfies Record<string, readonly [typeof renderJunit, (text: string) => number, (text: string) => number]>;

function levels(text: string): string[] {
  return JSON.parse(text).runs[0].results.map(({ level }: { level: string }) => level);
}

function severities(text: string): string[] {
  return JSON.parse(text).map(({ severity }: { severity: string }) => severity);
}

describe.each(Object.entries(READERS))('%s', (_, [render, errorsOf, findingsOf]) => {
  it.each(REPORTS)('of a report that is %s comes to the same verdict and loses no finding', (_, report) => {
    for (const language of LANGUAGES) {
      const text = render(report, optionsIn(language));
      expect(errorsOf(text) > 0).toBe(report.exitCode === 1);
      expect(findingsOf(text)).toBe(report.findings.length);
    }
  });

  it('holds nothing that a terminal would obey, and no half character', () => {
    const text = render(hostileReport(), optionsIn());
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|\p{Surrogate}/u);
    expect(text).not.toMatch(/\\u[dD][89a-fA-F]/);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('is the same for the same report, and leaves the report alone', () => {
    const report = hostileReport();
    const before = JSON.stringify(report);
    expect(render(report, optionsIn())).toBe(render(hostileReport(), optionsIn()));
    expect(JSON.stringify(report)).toBe(before);
  });
});
