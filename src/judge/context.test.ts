import { afterEach, describe, expect, it } from 'vitest';
import type { Spec } from '../model/spec.ts';
import type { Asset, Entry, Item, ItemStatus, WorkspaceConfig } from '../model/submission.ts';
import { CONFIG, itemOf, NO_TEMPLATES, SPEC } from './cases-for-tests.ts';
import { deadlineMoments, type JudgeInput, makeContext, yearOf } from './context.ts';

const HOUR_MS = 3_600_000;
const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());

describe('the deadline', () => {
  const moments = (config: Partial<WorkspaceConfig>, spec: Partial<Spec> = {}, atMs = Date.UTC(2027, 0, 1)) => {
    const found = deadlineMoments({ ...SPEC, ...spec }, { ...CONFIG, ...config }, atMs);
    return found === null ? null : [iso(found.prudentMs), iso(found.latestMs), found.source];
  };

  it.each(['Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kolkata'])(
    'is midnight in Shanghai, whatever TZ=%s says',
    (processZone) => {
      process.env.TZ = processZone;
      expect(moments({})).toEqual(['2027-06-09T16:00:00.000Z', '2027-06-10T16:00:00.000Z', null]);
    },
  );

  it.each([
    ['Asia/Urumqi', '2027-06-09T18:00:00.000Z'],
    ['UTC', '2027-06-10T00:00:00.000Z'],
    ['America/New_York', '2027-06-10T04:00:00.000Z'],
  ])("is midnight in the spec's own zone %s", (timezone, prudent) => {
    expect(moments({}, { timezone })?.[0]).toBe(prudent);
  });

  it('lasts a day between its readings, and as long as that day lasts where clocks change', () => {
    const deadline = { month: 3, day: 14, scope: null, clause: null };
    const found = deadlineMoments({ ...SPEC, timezone: 'America/New_York', deadline }, CONFIG, 0);
    expect((found?.latestMs ?? 0) - (found?.prudentMs ?? 0)).toBe(23 * HOUR_MS);
  });

  it('runs over the end of a month and of a year', () => {
    const deadline = { month: 12, day: 31, scope: null, clause: null };
    expect(moments({}, { deadline })?.[1]).toBe('2027-12-31T16:00:00.000Z');
  });

  it("is the workspace's own date where there is one, and says whose", () => {
    const deadline = { year: 2026, month: 6, day: 1, source: '省教育厅通知' };
    expect(moments({ deadline })).toEqual(['2026-05-31T16:00:00.000Z', '2026-06-01T16:00:00.000Z', '省教育厅通知']);
    expect(moments({ deadline: { ...deadline, source: null } })?.[2]).toBe('sizheng.yaml');
    expect(moments({ deadline }, { deadline: null })?.[0]).toBe('2026-05-31T16:00:00.000Z');
  });

  it('is none in a regular batch, or where nobody set one', () => {
    const deadline = { year: 2027, month: 6, day: 1, source: null };
    expect(moments({ batch: 'regular', deadline })).toBeNull();
    expect(moments({}, { deadline: null })).toBeNull();
  });
});

describe('the year', () => {
  it.each([
    ["the workspace's", 2030, Date.UTC(2027, 5, 1), 2030],
    ["the clock's", null, Date.UTC(2027, 5, 1), 2027],
    ["the clock's in Shanghai, where the new year has come", null, Date.UTC(2027, 11, 31, 16), 2028],
    ['the old one a second before', null, Date.UTC(2027, 11, 31, 15, 59, 59), 2027],
  ])('is %s', (_, year, atMs, expected) => {
    process.env.TZ = 'America/Los_Angeles';
    expect(yearOf(SPEC, { ...CONFIG, year }, atMs)).toBe(expected);
  });
});

describe('names and bytes that meet', () => {
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
  const fileOf = (path: string): Asset => ({
    slot: 'text',
    kind: 'document',
    path,
    sizeBytes: 1,
    source: { type: 'file' },
  });
  const owning = (name: string, paths: readonly string[], status: ItemStatus = 'selected'): Item => ({
    ...itemOf(name, status),
    assets: paths.map(fileOf),
  });
  const contextOf = (given: Partial<JudgeInput> & { items?: readonly Item[] }) =>
    makeContext({
      spec: SPEC,
      config: CONFIG,
      submission: { items: given.items ?? [], assets: [], strays: [], junk: [], emptyFolders: [], unmatchedRows: [] },
      entries: [],
      facts: new Map(),
      fieldTexts: new Map(),
      templates: NO_TEMPLATES,
      digests: new Map(),
      atMs: 0,
      ...given,
    });

  it('finds names that differ in case or composition, in one folder only', () => {
    const paths = ['a/Video.mp4', 'a/video.MP4', 'b/video.mp4', 'a/e\u0301.srt', 'a/é.srt'];
    expect([...contextOf({ entries: paths.map(entry) }).clashes]).toEqual([
      ['a/video.MP4', 'a/Video.mp4'],
      ['a/é.srt', 'a/e\u0301.srt'],
    ]);
  });

  it('finds the same bytes in two works; the first is the selected one', () => {
    const items = [
      owning('03', ['z.docx']),
      owning('01', ['b.docx', 'c.docx']),
      owning('02', ['a.docx'], 'candidate'),
      owning('04', ['d.docx'], 'withdrawn'),
    ];
    const digests = new Map(['a.docx', 'b.docx', 'c.docx', 'd.docx', 'z.docx'].map((path) => [path, 'same']));
    expect([...contextOf({ items, digests }).sameBytes]).toEqual([
      ['z.docx', 'b.docx'],
      ['a.docx', 'b.docx'],
    ]);
  });
});
