import { expect, it } from 'vitest';
import type { PackPlan } from '../model/pack-plan.ts';
import type { Report } from '../model/report.ts';
import { packagedReport } from './packaged-report.ts';

const PLAN = {
  items: [{ id: '心理微课/1' }],
  files: [
    { from: { type: 'file', entry: { path: '心理微课/1/微课.mp4' } } },
    { from: { type: 'text', bytes: new Uint8Array() } },
  ],
} as unknown as PackPlan;

const finding = (rule: string, place: object) => ({ rule, place });

it('tells all of what goes, wherever it was found', () => {
  const item = '心理微课/1';
  const report = {
    ledger: [],
    items: [
      {
        id: item,
        assets: [
          { slot: 'video', path: `${item}/微课.mp4` },
          { slot: 'intro', path: '作品信息.xlsx' },
        ],
      },
    ],
    findings: [
      finding('item/missing-asset', { item, path: item }),
      finding('item/ambiguous', { path: '心理微课' }),
      finding('document/short', { item, path: '作品信息.xlsx', line: 3 }),
      finding('file/link', { item: '心理微课/2', path: '心理微课' }),
    ],
    verdicts: [
      { rule: 'document/short', subject: `${item}#intro` },
      { rule: 'subtitle/order', subject: `${item}/微课.mp4#2` },
      { rule: 'document/short', subject: '心理微课/2#intro' },
      { rule: 'subtitle/order', subject: '候选/2.mp4#2' },
    ],
  } as unknown as Report;
  const { findings, verdicts } = packagedReport(report, PLAN);
  expect(findings.map(({ place }) => place)).toEqual(report.findings.slice(0, 3).map(({ place }) => place));
  expect(verdicts).toEqual(report.verdicts.slice(0, 2));
});

it('tells nothing of what stays at home', () => {
  const report = {
    verdict: 'pass',
    ledger: [{ category: 'lesson' }],
    items: [
      {
        id: '心理微课/1',
        assets: [
          { slot: 'video', path: '心理微课/1/微课.mp4' },
          { slot: null, path: '秘密.docx' },
        ],
      },
      { id: '候选/2', assets: [{ slot: 'video', path: '候选/2.mp4' }] },
    ],
    findings: [
      finding('video/faststart', { item: '心理微课/1', path: '心理微课/1/微课.mp4' }),
      finding('file/extra', { item: '心理微课/1', path: '秘密.docx' }),
      finding('duplicate/file', { item: '心理微课/1', path: '心理微课/1/微课.mp4', other: '候选/2.mp4' }),
      finding('video/codec', { item: '候选/2', path: '候选/2.mp4' }),
      finding('quota/count', { category: 'lesson' }),
      finding('file/junk', {}),
      finding('file/stray', { path: '领导批示.pdf' }),
    ],
    verdicts: [
      { rule: 'video/codec', subject: '心理微课/1/微课.mp4' },
      { rule: 'video/codec', subject: '候选/2.mp4' },
      { rule: 'quota/count', subject: 'lesson' },
      { rule: 'file/stray', subject: '领导批示.pdf' },
      { rule: 'file/junk', subject: 'submission' },
      { rule: 'deadline/near', subject: 'submission' },
    ],
  } as unknown as Report;
  const packaged = packagedReport(report, PLAN);
  expect(packaged.findings.map(({ rule }) => rule)).toEqual(['video/faststart', 'quota/count']);
  expect(packaged.verdicts.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
    'video/codec 心理微课/1/微课.mp4',
    'quota/count lesson',
    'deadline/near submission',
  ]);
  expect(JSON.stringify(packaged)).not.toMatch(/秘密|候选|领导批示/);
  expect(packaged.verdict).toBe('pass');
});
