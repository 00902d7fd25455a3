import { describe, expect, it } from 'vitest';
import { NO_FIELDS } from '../arrange/fields.ts';
import type { FileFacts } from '../model/facts.ts';
import type { PackPlan } from '../model/pack-plan.ts';
import type { Report } from '../model/report.ts';
import type { Category, Slot, Spec } from '../model/spec.ts';
import type { Asset, Entry, Item, ItemFields, Submission } from '../model/submission.ts';
import { documentFacts } from '../text/document/facts.ts';
import { makePlan, type PlanInput } from './plan.ts';
import { MAX_PATH_UNITS } from './plan-names.ts';

const slot = (id: string, name: string, kind: Slot['kinds'][number]): Slot => ({
  ...{ id, name, kinds: [kind], formats: null, min: 1, max: 1, names: [], textField: null, declarable: false },
  ...{ sections: null, language: null, clause: null, personalData: null, scan: null, requirements: [] },
});
const LESSON: Category = {
  ...{
    id: 'lesson',
    name: '心理微课',
    unit: '门',
    folders: [],
    naming: '',
    anonymous: false,
    quotas: [],
    topics: [],
    topicsClause: null,
  },
  slots: [
    slot('video', '视频', 'video'),
    slot('subtitle', '字幕', 'subtitle'),
    { ...slot('intro', '简介', 'document'), textField: 'intro' },
  ],
};
const PLAN: Category = {
  ...LESSON,
  id: 'plan',
  name: '会商指导方案',
  unit: '个',
  slots: [slot('plan', '方案', 'document')],
};

function file(path: string, slotId: string | null, change: Partial<Asset> = {}): Asset {
  return { slot: slotId, kind: 'document', path, sizeBytes: 7, source: { type: 'file' }, ...change };
}

function item(
  id: string,
  assets: Asset[],
  change: Partial<Omit<Item, 'fields'>> & { fields?: Partial<ItemFields> } = {},
): Item {
  const { fields, ...rest } = change;
  return {
    ...{ id, category: 'lesson', title: '睡眠', institution: '甲大学', people: [], topic: null, status: 'selected' },
    ...{ folder: id, itemFile: '', sheetLine: null, conflicts: [], assets },
    ...rest,
    fields: { ...NO_FIELDS, ...fields },
  } as Item;
}

function plan(
  items: Item[],
  change: Partial<Omit<PlanInput, 'submission'>> & { submission?: Partial<Submission> } = {},
): PackPlan {
  const submission: Submission = {
    ...{ items, assets: [], strays: [], junk: [], emptyFolders: [], unmatchedRows: [] },
    ...change.submission,
  };
  const paths = [...submission.assets, ...items.flatMap(({ assets }) => assets)].map(({ path }) => path);
  const entries = paths.map(
    (path): Entry => ({
      ...{ path, type: 'file', sizeBytes: 7, mtimeNs: '1', ctimeNs: '1', location: `/${path}` },
      ...{ undecodable: false, error: null },
    }),
  );
  const report = {
    ...{
      scope: 'province',
      province: '浙江省',
      institution: null,
      year: 2027,
      batch: 'first',
      timezone: 'Asia/Shanghai',
    },
    findings: [],
  } as unknown as Report;
  return makePlan({
    ...{ report, entries, facts: new Map(), digests: new Map(), layout: 'bag', draft: false },
    spec: { categories: [LESSON, PLAN], slots: [slot('letter', '报送函', 'document')] } as unknown as Spec,
    packedAtMs: Date.parse('2027-06-09T15:00:21Z'),
    ...change,
    submission,
  });
}

const paths = ({ files }: PackPlan) => files.map(({ path }) => path);

describe('the name', () => {
  it('says whose batch it is, and the day it was packed in the spec’s zone', () => {
    expect(plan([]).name).toBe('浙江省-2027-首批-20270609');
    expect(plan([], { draft: true }).name).toBe('浙江省-2027-首批-20270609-草稿');
    expect(plan([], { packedAtMs: Date.parse('2027-06-09T16:00:00Z') }).name).toBe('浙江省-2027-首批-20270610');
  });
});

describe('where files stand', () => {
  it('a work has a folder of its own, and its own number', () => {
    const made = plan([
      item('心理微课/3-睡眠', [file('a/视频/微课.mp4', 'video'), file('a/字幕.srt', 'subtitle')], {
        fields: { number: '3' },
      }),
      item('心理微课/10-情绪', [file('b/微课.mp4', 'video')], {
        title: '情绪',
        institution: null,
        fields: { number: '10' },
      }),
    ]);
    expect(paths(made)).toEqual([
      'data/心理微课/03-睡眠-甲大学/微课.mp4',
      'data/心理微课/03-睡眠-甲大学/字幕.srt',
      'data/心理微课/10-情绪/微课.mp4',
    ]);
    expect(made.payloadBytes).toBe(21);
    expect(made.items.map(({ number, folder }) => [number, folder])).toEqual([
      ['03', 'data/心理微课/03-睡眠-甲大学'],
      ['10', 'data/心理微课/10-情绪'],
    ]);
  });

  it.each([
    [
      'a gap stays, and who has no number comes behind the last',
      ['01', null, '03', '5'],
      ['a 01', 'c 03', 'd 05', 'b 06'],
    ],
    ['of two with one number the first keeps it', [null, '2', '02'], ['b 02', 'a 03', 'c 04']],
    ['none has a number', [null, null], ['a 01', 'b 02']],
    ['a year is no number', ['2027', '0', '1.5', '7'], ['d 07', 'a 08', 'b 09', 'c 10']],
  ])('%s', (_, given, planned) => {
    const works = given.map((number, index) =>
      item(`心理微课/${'abcd'[index]}`, [file(`${index}.mp4`, 'video')], { fields: { number } }),
    );
    expect(plan(works.toReversed()).items.map(({ id, number }) => `${id.slice(-1)} ${number}`)).toEqual(planned);
  });

  it('the order in which things were found does not show', () => {
    const assets = [file('a/乙.docx', 'intro'), file('a/微课.mp4', 'video'), file('a/甲.docx', 'intro')];
    const works = [item('心理微课/1', assets), item('心理微课/2', [file('b.mp4', 'video')])];
    const turned = works.toReversed().map((work) => ({ ...work, assets: work.assets.toReversed() }));
    expect(plan(turned)).toEqual(plan(works));
  });

  it('two works, or two files, of one name stay two', () => {
    const made = plan([
      item('心理微课/甲', [file('a/x/简介.docx', 'intro'), file('a/y/简介.docx', 'intro')], {
        fields: { number: '1' },
      }),
      item('会商指导方案/甲', [file('c/方案.docx', 'plan')], { category: 'plan', fields: { number: '1' } }),
      item('会商指导方案/乙', [file('d/方案.docx', 'plan')], { category: 'plan', fields: { number: '01' } }),
    ]);
    expect(paths(made)).toEqual([
      'data/心理微课/01-睡眠-甲大学/简介.docx',
      'data/心理微课/01-睡眠-甲大学/简介-2.docx',
      'data/会商指导方案/01-睡眠-甲大学/方案.docx',
      'data/会商指导方案/02-睡眠-甲大学/方案.docx',
    ]);
  });

  it('a whole path keeps within its limit, whatever the names', () => {
    const long = '很长的名字'.repeat(30);
    const works = [1, 2, 3].map((count) =>
      item(`心理微课/${count}`, [file(`${count}/${long}.mp4`, 'video')], { title: long, institution: long }),
    );
    const report = { ...({} as Report), scope: 'province', province: long, year: 2027, batch: 'regular' } as Report;
    const made = plan(works, { report: { ...report, timezone: 'UTC', findings: [] }, draft: true });
    const whole = paths(made).map((path) => `${made.name}/${path}`);
    expect(new Set(whole).size).toBe(3);
    for (const path of whole) {
      expect(path.length).toBeLessThanOrEqual(MAX_PATH_UNITS);
      expect(path).toMatch(/\.mp4$/);
    }
  });

  it('plain folders have no data/, and the whole’s own material comes first', () => {
    const made = plan([item('心理微课/1', [file('a.mp4', 'video')])], {
      layout: 'upload',
      submission: { assets: [file('报送函.pdf', 'letter')] },
    });
    expect(paths(made)).toEqual(['整批材料/报送函.pdf', '心理微课/01-睡眠-甲大学/a.mp4']);
  });
});

describe('what goes in', () => {
  it('a text from the sheet becomes a file; a track or a declaration is in the video already', () => {
    const made = plan([
      item(
        '心理微课/1',
        [
          file('a.mp4', 'video', { kind: 'video' }),
          file('a.mp4', 'subtitle', { source: { type: 'track', index: 2 } }),
          file('作品信息.xlsx', 'intro', { source: { type: 'text', from: 'sheet', characters: 2 } }),
        ],
        { fields: { intro: '两行\n简介' } },
      ),
    ]);
    expect(paths(made)).toEqual(['data/心理微课/01-睡眠-甲大学/a.mp4', 'data/心理微课/01-睡眠-甲大学/简介.txt']);
    const text = made.files[1]?.from;
    expect(text?.type === 'text' && new TextDecoder('utf-8', { ignoreBOM: true }).decode(text.bytes)).toBe(
      '\uFEFF两行\n简介\n',
    );
    expect(made.items[0]).toMatchObject({ subtitles: 'track', intro: '两行\n简介' });
    expect(made.items[0]?.assets[1]).toMatchObject({ originalPath: null, slot: 'intro' });
  });

  describe('of an intro that is a document', () => {
    const FILE = file('a/简介.docx', 'intro');
    const facts = (text: string, format = 'docx', path = FILE.path) => {
      const value = documentFacts({ format, blocks: [{ text, at: { paragraph: 1 } }] });
      return new Map<string, FileFacts>([[path, { type: { kind: 'document', format }, content: { ok: true, value } }]]);
    };
    const upload = (assets: Asset[], known: ReadonlyMap<string, FileFacts>) =>
      plan([item('心理微课/1', assets)], { layout: 'upload', facts: known });

    it('the text as well, in plain folders only', () => {
      const made = upload([FILE], facts('情绪是一封信。'));
      expect(paths(made)).toEqual(['心理微课/01-睡眠-甲大学/简介.docx', '心理微课/01-睡眠-甲大学/简介.txt']);
      expect(made.items[0]?.assets.map(({ originalPath }) => originalPath)).toEqual(['a/简介.docx', null]);
      const bag = plan([item('心理微课/1', [FILE])], { facts: facts('情绪是一封信。') });
      expect(paths(bag)).toEqual(['data/心理微课/01-睡眠-甲大学/简介.docx']);
      expect([made, bag].map(({ items }) => items[0]?.intro)).toEqual(['情绪是一封信。', '情绪是一封信。']);
    });

    it.each<[string, Asset, ReadonlyMap<string, FileFacts>]>([
      ['holds private data', FILE, facts('电话13812345678')],
      ['is plain text already', file('a/简介.txt', 'intro'), facts('一封信', 'txt', 'a/简介.txt')],
    ])('nothing more where it %s', (_, asset, known) => {
      expect(paths(upload([asset], known))).toHaveLength(1);
    });

    it('the document of all intros once, and the text of each work', () => {
      const whole = file('简介汇总.docx', 'intros');
      const section = file(whole.path, 'intro', { source: { type: 'section', first: 0, last: 0 } });
      const made = plan([item('心理微课/1', [section]), item('心理微课/2', [section])], {
        layout: 'upload',
        facts: facts('一封信。', 'txt', whole.path),
        submission: { assets: [whole] },
        spec: { categories: [LESSON], slots: [slot('intros', '简介汇总', 'document')] } as unknown as Spec,
      });
      expect(paths(made)).toEqual([
        '整批材料/简介汇总.docx',
        '心理微课/01-睡眠-甲大学/简介.txt',
        '心理微课/02-睡眠-甲大学/简介.txt',
      ]);
      expect(made.items.map(({ intro, introIn }) => [intro, introIn])).toEqual(
        Array(2).fill(['一封信。', '整批材料/简介汇总.docx']),
      );
      expect(made.leftOut).toEqual([]);
    });
  });

  it('names what stays out, and why', () => {
    const made = plan(
      [
        item('心理微课/1', [file('a.mp4', 'video'), file('a/工程.prproj', null)]),
        item('心理微课/2', [file('b.mp4', 'video')], { status: 'withdrawn', fields: { reason: '超时' } }),
        item('心理微课/3', [file('c.mp4', 'video')], { status: 'candidate' }),
      ],
      { submission: { strays: ['通知.txt'], junk: ['Thumbs.db'] } },
    );
    expect(made.leftOut).toEqual([
      { why: 'withdrawn', name: '心理微课/2', reason: '超时' },
      { why: 'candidate', name: '心理微课/3', reason: null },
      { why: 'extra', name: 'a/工程.prproj', reason: null },
      { why: 'stray', name: '通知.txt', reason: null },
      { why: 'junk', name: 'Thumbs.db', reason: null },
    ]);
    expect(paths(made)).toEqual(['data/心理微课/01-睡眠-甲大学/a.mp4']);
  });

  it('a link is not followed into a package', () => {
    const works = [item('心理微课/1', [file('a.mp4', 'video')])];
    const link = { path: 'a.mp4', type: 'link', error: null } as Entry;
    expect(plan(works, { entries: [link] })).toMatchObject({
      files: [],
      leftOut: [{ why: 'unreadable', name: 'a.mp4', reason: null }],
    });
  });
});
