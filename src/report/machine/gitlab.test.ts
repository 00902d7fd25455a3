import { expect, it } from 'vitest';
import type { Finding } from '../../model/report.ts';
import { renderGitlab } from './gitlab.ts';
import {
  findingOf,
  hostileReport,
  note,
  optionsIn,
  reportOf,
  SUBTITLE,
  spotted,
  WORK,
  waived,
  warning,
} from './reports-for-tests.ts';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

function issuesOf(findings: readonly Finding[], base = ''): Issue[] {
  return JSON.parse(renderGitlab(reportOf(findings), optionsIn('zh-CN', base)));
}

it('is a list, whatever was found', () => {
  expect(issuesOf([])).toEqual([]);
  expect(issuesOf([spotted], '浙江省')).toEqual([
    {
      description: '[须整改] 第 9 行、第 20 行「00:01」、第 31 行 办法：换片',
      check_name: 'subtitle/order',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: 'blocker',
      location: { path: `浙江省/${SUBTITLE}`, lines: { begin: 9 } },
    },
  ]);
});

it.each([
  ['blocker', findingOf()],
  ['blocker', { ...warning, blocking: true }],
  ['major', findingOf({ blocking: false })],
  ['minor', warning],
  ['info', note],
  ['info', waived],
])('%s', (severity, finding) => {
  expect(issuesOf([finding])[0]?.severity).toBe(severity);
});

it.each<[Finding['place'], string]>([
  [{ path: '简介.docx', paragraph: 7 }, '简介.docx'],
  [{ path: '作品信息.xlsx', line: 7 }, '作品信息.xlsx'],
  [{ item: '心理微课/9', category: 'lesson' }, '心理微课/9'],
  [{ category: 'lesson' }, '心理微课'],
  [{}, 'sizheng.yaml'],
])('%j is shown at the first line of %s', (place, path) => {
  expect(issuesOf([findingOf({ place })])[0]?.location).toEqual({ path, lines: { begin: 1 } });
});

it('keeps the order of the report, and gives each finding a fingerprint of its own', () => {
  const report = hostileReport();
  const issues: Issue[] = JSON.parse(renderGitlab(report, optionsIn()));
  expect(issues.map(({ check_name }) => check_name)).toEqual(report.findings.map(({ rule }) => rule));
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
});

it.each<[string, Finding['place'], string]>([
  [
    'a work that its folder does not name',
    { item: WORK, category: 'lesson', path: '心理微课' },
    `${WORK}：缺字幕 办法：换片`,
  ],
  ['a work', { item: WORK, category: 'lesson', path: WORK }, '缺字幕 办法：换片'],
  ['a category', { category: 'case' }, '缺字幕 办法：换片'],
  ['the whole', {}, '缺字幕 办法：换片'],
])('says what it is about, once: %s', (_, place, description) => {
  const [issue] = issuesOf([findingOf({ place, message: '缺字幕' })]);
  expect(issue?.description).toBe(`[须整改] ${description}`);
});
