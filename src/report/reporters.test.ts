/** What a stranger wrote into a report, or into a saved one by hand, stays in sight and on its line. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../i18n/catalogue.ts';
import { messagesIn } from '../i18n/messages-for-tests.ts';
import { NO_FRAMES } from '../model/frame.ts';
import type { Report } from '../model/report.ts';
import { CATALOGUE } from '../rules/catalogue.ts';
import { hostileReport, verificationOf } from './machine/reports-for-tests.ts';
import { provinceReport } from './people/reports-for-tests.ts';
import { render, renderPackages } from './reporters.ts';
import { PLAIN } from './style.ts';

const HOSTILE = '\u001B]0;x\u0007\r\n::error::x\n结论：检查通过\n\u009B2J\u202E\uFEFF\uD800';

/** What its schema leaves no choice in. */
const FIXED = new Set([
  'schema',
  'rule',
  'severity',
  'outcome',
  'batch',
  'scope',
  'verdict',
  'timezone',
  'at',
  'status',
]);
const FIXED_PARTS = new Set(['source', 'kind', 'prudent', 'latest', 'binding', 'part', 'facts']);

function spoil<T>(value: T, key = ''): T {
  if (typeof value === 'string') return (FIXED.has(key) || FIXED_PARTS.has(key) ? value : value + HOSTILE) as T;
  if (Array.isArray(value)) return value.map((inner) => spoil(inner, key)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoil(inner, name)])) as T;
}

const spare = { item: '心理微课/01', left: 5, unit: '门' };
const clause = { id: 'video-duration', binding: 'should', text: '建议15分钟' } as const;

function everything(change: Partial<Report> = {}): Report {
  const report = provinceReport({ clauses: [clause], readers: [{ name: 'isobmff', version: '1' }], ...change });
  const findings = report.findings.map((finding) => ({ ...finding, spare, waiverSubject: '心理微课/01' }));
  return { ...report, findings };
}

const REPORTS: readonly (readonly [string, Report])[] = [
  ['all of a report', spoil(everything())],
  ['a single file', spoil(everything({ checkedAs: { path: '微课.mp4', category: '微课', slot: '视频' } }))],
  ['an institution', spoil(everything({ scope: 'institution', institution: '甲大学', province: null }))],
  ['names', hostileReport()],
];

const WIDE = 100_000;
const SCREENS = { width: 80, verbose: false, quiet: false, elapsedMs: 1000, target: null, style: PLAIN };

describe.each(LANGUAGES)('in %s', (language) => {
  const { report: screen, rules, verify } = messagesIn(language);
  const screens = [{}, { verbose: true }, { quiet: true }, { width: 40 }, { width: WIDE }].map((change) => {
    return { ...SCREENS, ...change, screen, rules, verify, commandOptions: [] };
  });
  const optionsOf = (options: (typeof screens)[number]) => {
    return { screen: options, language, catalogue: CATALOGUE, base: '', frames: NO_FRAMES };
  };

  it.each(REPORTS)('hostile: %s', async (_, report) => {
    for (const options of screens.map(optionsOf)) {
      for (const name of ['terminal', 'notice', 'markdown', 'github'] as const)
        for (const toFile of [false, true])
          expectSafe(name, (await render(name, report, options, toFile)).toString(), options.screen.width);
    }
  });

  it('hostile: what is said of packages', async () => {
    const verification = spoil({ ...verificationOf([]), findings: everything().findings });
    for (const options of screens.map(optionsOf))
      expectSafe('terminal', await renderPackages('terminal', verification, options, true), options.screen.width);
  });
});

/** @param width of a screen, where a long text may well be broken before any word */
function expectSafe(name: string, text: string, width: number): void {
  expect(text.replace(/^\uFEFF/, '')).not.toMatch(/[^\n\P{Cc}]|[\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/u);
  // Those of our own name a file, or a rule.
  expect(text).not.toMatch(name === 'github' ? /^ *::error::/m : /^ *::/m);
  if (width === WIDE) expect(text).not.toMatch(/^ *结论：检查通过$/m);
}
