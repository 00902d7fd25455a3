import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../model/error-params.ts';
import { SizhengError } from '../model/errors.ts';
import type { Category, Limit, Slot, Spec } from '../model/spec.ts';
import { listBuiltInSpecs, loadSpec } from './load.ts';

const RULES = [
  { id: 'video/duration', limits: [] },
  { id: 'item/title', limits: [] },
  { id: 'subtitle/overlap', limits: ['infoMs', 'warningMs'] },
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spec-'));
});
afterEach(() => rm(folder, { recursive: true }));

const load = (idOrPath: string): Promise<Spec> =>
  loadSpec(idOrPath, { from: folder, language: 'en', rules: async () => RULES });

async function write(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}

async function loadText(text: string): Promise<Spec> {
  await write('own.yaml', text);
  return load('own.yaml');
}

async function failureOf(loading: Promise<Spec>): Promise<SizhengError> {
  const error = await loading.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SizhengError);
  return error as SizhengError;
}

async function problemsOf(text: string): Promise<readonly Problem[]> {
  const error = await failureOf(loadText(text));
  expect(error).toMatchObject({ id: 'spec/invalid', exitCode: 2, params: { path: 'own.yaml' } });
  return (error.params as { problems: Problem[] }).problems;
}

/** A spec with one slot, which takes more lines. */
function specOf(slotLines: string, more = ''): string {
  return [
    'id: own',
    'title: Own',
    'clauses: [{ id: asked, text: Asked, binding: must }]',
    'categories:',
    '  - id: lesson',
    '    name: Lesson',
    '    slots:',
    '      - id: video',
    '        name: Video',
    '        kind: video',
    ...slotLines.split('\n').map((line) => `        ${line}`),
    more,
  ].join('\n');
}

const requirementOf = (text: string) => specOf(`requirements: [{ ${text} }]`);

async function limitOf(text: string): Promise<Limit | undefined> {
  const { categories } = await loadText(requirementOf(text));
  return categories[0]?.slots[0]?.requirements[0]?.limit;
}

describe('built in', () => {
  it('are both found and read', async () => {
    expect(await listBuiltInSpecs()).toEqual(['micro-video-2023', 'moe-2022']);
    for (const id of await listBuiltInSpecs()) expect(await load(id)).toMatchObject({ id });
  });

  it('the letter: its quotas, and what it asks of a video', async () => {
    const { categories, deadline, timezone } = await load('moe-2022');
    const first = (category: Category) => category.quotas.map(({ min, max }) => [min, max]);
    expect(categories.map((category) => [category.id, ...first(category)])).toEqual([
      ['lesson', [5, 10]],
      ['tips', [5, 5]],
      ['case', [10, 10]],
      ['plan', [5, 5]],
    ]);
    expect([deadline, timezone]).toEqual([
      { month: 6, day: 10, scope: 'province', clause: 'deadline' },
      'Asia/Shanghai',
    ]);
    expect(categories[0]?.slots[0]?.requirements.map(({ limit }) => limit)).toEqual([
      { type: 'word', field: 'container', oneOf: ['mp4'] },
      { type: 'word', field: 'codec', oneOf: ['h264'] },
      { type: 'resolution', field: 'resolution', oneOf: [{ width: 1920, height: 1080 }], min: null, max: null },
      { type: 'number', field: 'duration', oneOf: null, min: 900_000, max: 1_200_000 },
      { type: 'number', field: 'size', oneOf: null, min: null, max: 2 ** 30 },
    ]);
  });

  it.each(['moe-2022', 'micro-video-2023'])('%s: every clause is used, or is guidance', async (id) => {
    const spec = await load(id);
    const slots: readonly Slot[] = [...spec.slots, ...spec.categories.flatMap((category) => category.slots)];
    const used = new Set([
      spec.deadline?.clause,
      ...spec.categories.flatMap(({ quotas, topicsClause }) => [topicsClause, ...quotas.map(({ clause }) => clause)]),
      ...slots.flatMap(({ clause, requirements }) => [clause, ...requirements.map((one) => one.clause)]),
      ...spec.attestations.map(({ clause }) => clause),
    ]);
    const idle = spec.clauses.filter((clause) => !used.has(clause.id) && clause.binding !== 'guidance');
    expect(idle).toEqual([]);
  });
});

describe('quantities', () => {
  it.each<[string, Partial<Limit>]>([
    ['field: duration, min: 15m, max: "20:00"', { min: 900_000, max: 1_200_000 }],
    ['field: duration, max: 1:02:03', { min: null, max: 3_723_000 }],
    ['field: size, max: 1GiB', { max: 2 ** 30 }],
    ['field: size, max: 600MB', { max: 600_000_000 }],
    ['field: size, max: 1048576', { max: 1_048_576 }],
    ['field: bitRate, min: 8Mbps', { min: 8_000_000 }],
    ['field: audioBitRate, equals: 128kbps', { oneOf: [128_000] }],
    ['field: frameRate, oneOf: [25, 29.97]', { oneOf: [25, 29.97] }],
    ['field: resolution, min: 1280×720', { min: { width: 1280, height: 720 } }],
    ['field: codec, oneOf: [h264, hevc]', { oneOf: ['h264', 'hevc'] }],
  ])('%s', async (text, limit) => {
    expect(await limitOf(text)).toMatchObject(limit);
  });

  it.each([
    'field: duration, max: 1200',
    'field: size, max: 1G',
    'field: size, max: -1',
    'field: size, max: .inf',
    'field: resolution, equals: 1080p',
    'field: bitRate, min: fast',
    'field: duration, min: 20m, max: 15m',
    'field: resolution, min: 1920x1080, max: 1280x2000',
    'field: frameRate, min: 30, max: 25',
    'field: size',
    'field: codec, min: 1',
    'field: codec, equals: h264, oneOf: [hevc]',
    'field: frameRate, equals: 25, max: 30',
    'field: colour, equals: red',
  ])('%s is a fault, with its place', async (text) => {
    const [problem] = await problemsOf(requirementOf(text));
    expect(problem).toMatchObject({ line: 11, at: expect.stringContaining('categories[0].slots[0].requirements[0]') });
    expect(problem?.column).toBeGreaterThan(8);
  });
});

describe('faults', () => {
  it.each<[string, string, Partial<Problem>]>([
    ['an unknown key', specOf('colour: red'), { line: 11, column: 9, at: 'categories[0].slots[0].colour' }],
    ['a key mistyped', specOf('formts: [mp4]'), { line: 11, message: expect.stringContaining('formats') as string }],
    ['an unknown clause', specOf('clause: nowhere'), { line: 11, column: 17, at: 'categories[0].slots[0].clause' }],
    ['a clause of a requirement', requirementOf('field: size, max: 1GiB, clause: nowhere'), { line: 11 }],
    ['more at least than at most', specOf('min: 3\nmax: 2'), { line: 12, at: 'categories[0].slots[0].max' }],
    ['two kinds of kind', specOf('oneOf: [video]'), { at: 'categories[0].slots[0]' }],
    ['an unknown rule', specOf('', 'rules: { video/lenght: { off: true } }'), { line: 12, at: 'rules.video/lenght' }],
    [
      'a number that the rule does not have',
      specOf('', 'rules: { subtitle/overlap: { limits: { infoms: 40 } } }'),
      { line: 12, at: 'rules.subtitle/overlap.limits.infoms' },
    ],
    [
      'a number of a rule that has none',
      specOf('', 'rules: { item/title: { limits: { infoMs: 40 } } }'),
      { at: 'rules.item/title.limits.infoMs' },
    ],
    [
      'a number that is none',
      specOf('', 'rules: { subtitle/overlap: { limits: { infoMs: long } } }'),
      { at: 'rules.subtitle/overlap.limits.infoMs' },
    ],
    ['a day that no year has', specOf('', 'deadline: { month: 2, day: 30 }'), { line: 12, at: 'deadline.day' }],
    ['a zone that nobody knows', specOf('', 'timezone: Asia/Hangzhou'), { line: 12, at: 'timezone' }],
    [
      'the same id twice',
      specOf('', 'slots: [{ id: a, name: A, kind: document }, { id: a, name: B, kind: document }]'),
      { line: 12, at: 'slots[1].id' },
    ],
    ['no category', 'id: own\ntitle: Own\ncategories: []', { line: 3, at: 'categories' }],
    ['a list in place of a spec', '- id: own', { at: '' }],
    ['an empty file', '', {}],
    ['broken YAML', 'id: own\ntitle: [Own', { line: 2 }],
  ])('%s', async (_, text, problem) => {
    const [first] = await problemsOf(text);
    expect(first).toMatchObject(problem);
    expect(first?.message).not.toBe('');
  });

  it('of a quota: no end at all, and ends the wrong way round', async () => {
    const quota = (text: string) => specOf('').replace('    slots:', `    quota: [{ ${text} }]\n    slots:`);
    expect(await problemsOf(quota('min: 6, max: 5'))).toMatchObject([{ line: 7, at: 'categories[0].quota[0].min' }]);
    expect(await problemsOf(quota('per: person'))).toMatchObject([{ line: 7, at: 'categories[0].quota[0]' }]);
    expect(await problemsOf(quota('max: 5, clause: nowhere'))).toMatchObject([{ at: 'categories[0].quota[0].clause' }]);
  });

  it('are all told, in the order of the file', async () => {
    const problems = await problemsOf(specOf('colour: red\nsize: big', 'zone: UTC'));
    expect(problems.map(({ line }) => line)).toEqual([11, 12, 13]);
  });

  it('a file that Windows wrote is none', async () => {
    expect(await loadText(`\uFEFF${specOf('clause: asked').replaceAll('\n', '\r\n')}`)).toMatchObject({ id: 'own' });
  });
});

describe('that a file of a workspace names', () => {
  const loadIn = (idOrPath: string): Promise<Spec> =>
    loadSpec(idOrPath, { from: join(folder, 'ws'), within: folder, language: 'en', rules: async () => RULES });
  beforeEach(async () => {
    await mkdir(join(folder, 'ws'));
    await write('ours/own.yaml', 'extends: moe-2022\nid: own\n');
  });

  it('lies in it, or beside it', async () => {
    await write('ws/own.yaml', 'extends: ../base.yaml\nid: inside\n');
    await write('base.yaml', 'extends: ours/own.yaml\n');
    expect(await loadIn('own.yaml')).toMatchObject({ id: 'inside' });
    expect(await loadIn('../ours/own.yaml')).toMatchObject({ id: 'own' });
    expect(await loadIn(join(folder, 'ours/own.yaml'))).toMatchObject({ id: 'own' });
    expect(await loadIn('moe-2022')).toMatchObject({ id: 'moe-2022' });
  });

  it.each(['../../spec.yaml', '/etc/hosts.yaml', '//server/share/spec.yaml', '../../../../etc/passwd'])(
    'is not looked for at %s',
    async (path) => {
      expect(await failureOf(loadIn(path))).toMatchObject({ id: 'spec/outside', exitCode: 2, params: { path } });
      await write('ws/own.yaml', `extends: ${path}\nid: own\n`);
      expect(await failureOf(loadIn('own.yaml'))).toMatchObject({ id: 'spec/outside', params: { path } });
    },
  );

  it.each(['link.yaml', 'links/own.yaml'])('is not read through a link: %s', async (path) => {
    await symlink(join(folder, 'ours/own.yaml'), join(folder, 'ws/link.yaml'));
    await symlink(join(folder, 'ours'), join(folder, 'ws/links'));
    expect(await failureOf(loadIn(path))).toMatchObject({ id: 'spec/outside', params: { path } });
    expect(await load(`ws/${path}`)).toMatchObject({ id: 'own' });
  });
});

describe('extends', () => {
  it('lays maps over maps, and lists of things with an id by id', async () => {
    const spec = await loadText(`
extends: moe-2022
id: own
title: Own
recommended: warning
deadline: { day: 1 }
clauses: [{ id: own-clause, binding: must, text: 本省另有要求 }]
categories:
  - id: lesson
    quota: [{ min: 1, max: 2, clause: own-clause }]
    slots: [{ id: video, requirements: [{ field: duration, max: 8m, clause: own-clause }] }]
rules: { item/title: { severity: error } }
`);
    const base = await load('moe-2022');
    const [lesson] = spec.categories;
    expect(spec).toMatchObject({
      id: 'own',
      recommended: 'warning',
      deadline: { month: 6, day: 1, clause: 'deadline' },
    });
    expect(spec.clauses).toHaveLength(base.clauses.length + 1);
    expect(spec.categories.slice(1)).toEqual(base.categories.slice(1));
    expect(lesson?.quotas).toMatchObject([{ min: 1, max: 2 }]);
    expect(lesson?.slots[0]?.requirements).toMatchObject([{ limit: { field: 'duration', max: 480_000 } }]);
    expect(lesson?.slots.slice(1)).toEqual(base.categories[0]?.slots.slice(1));
    expect(spec.rules).toEqual({ 'item/title': { severity: 'error', off: null, limits: {} } });
  });

  it('sets the numbers of a rule one by one', async () => {
    await write(
      'base.yaml',
      specOf('', 'rules: { subtitle/overlap: { off: false, limits: { infoMs: 40, warningMs: 400 } } }'),
    );
    const spec = await loadText(
      'extends: ./base.yaml\nid: own2\nrules: { subtitle/overlap: { limits: { infoMs: 80 } } }\n',
    );
    expect(spec.rules).toEqual({
      'subtitle/overlap': { severity: null, off: false, limits: { infoMs: 80, warningMs: 400 } },
    });
  });

  it('takes away: a deadline by null, a list by an empty one', async () => {
    const spec = await loadText('extends: moe-2022\nid: own\ndeadline: null\nattestations: []\n');
    expect([spec.deadline, spec.attestations]).toEqual([null, []]);
  });

  it('by path, from the folder of the file that says so, over several steps', async () => {
    await write('own.yaml', 'extends: province/base.yaml\nid: own\ntitle: Own\n');
    await write('province/base.yaml', 'extends: ../root.yaml\nid: base\nrecommended: warning\n');
    await write('root.yaml', specOf('max: 1').replace('id: own', 'id: root'));
    expect(await load('./own.yaml')).toMatchObject({ id: 'own', title: 'Own', recommended: 'warning' });
    expect(await load(join(folder, 'province', 'base.yaml'))).toMatchObject({ id: 'base', title: 'Own' });
  });

  it('a spec of the same id as the one that it extends', async () => {
    expect(await loadText('extends: moe-2022\nid: moe-2022\ntitle: Own\n')).toMatchObject({ title: 'Own' });
  });

  it('shows a fault where the extending file says it, and at what is nearest where it does not', async () => {
    const head = 'extends: moe-2022\nid: own\ncategories:\n  - id: plan\n    slots:\n      - id: text\n';
    expect(await problemsOf(`${head}        max: many\n`)).toMatchObject([
      { line: 7, column: 14, at: 'categories[0].slots[0].max' },
    ]);
    expect(await problemsOf(`${head}        colour: red\n`)).toMatchObject([{ line: 7, column: 9 }]);
    expect(await problemsOf('extends: moe-2022\nid: own\ncategories:\n  - id: new\n')).toMatchObject([
      { line: 4 },
      { line: 4 },
    ]);
    const [first] = await problemsOf('extends: moe-2022\nid: own\nclauses: []\n');
    expect(first).toMatchObject({ line: null, at: 'deadline', message: 'expected null' });
  });

  it('is part of what the digest stands for', async () => {
    await write('base.yaml', specOf('max: 1'));
    const digest = async () => (await loadText('extends: base.yaml\nid: own\n')).sha256;
    const before = await digest();
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(await digest()).toBe(before);
    await write('base.yaml', specOf('max: 2'));
    expect(await digest()).not.toBe(before);
  });
});

describe('no spec', () => {
  it('of that id: the known ones are named', async () => {
    expect(await failureOf(load('moe-2202'))).toMatchObject({
      id: 'spec/unknown',
      exitCode: 2,
      params: { id: 'moe-2202', known: ['micro-video-2023', 'moe-2022'] },
    });
  });

  it.each([
    ['at that path', 'missing.yaml'],
    ['but a folder', './folder.yaml'],
  ])('%s', async (_, path) => {
    await mkdir(join(folder, 'folder.yaml'));
    expect(await failureOf(load(path))).toMatchObject({ id: 'spec/unreadable', exitCode: 2, params: { path } });
  });

  it('to extend', async () => {
    await write('own.yaml', 'extends: missing.yaml\n');
    expect(await failureOf(load('own.yaml'))).toMatchObject({
      id: 'spec/unreadable',
      params: { path: 'missing.yaml' },
    });
  });

  it('to extend that can be read', async () => {
    await write('own.yaml', 'extends: base.yaml\n');
    await write('base.yaml', 'id: [');
    expect(await failureOf(load('own.yaml'))).toMatchObject({ id: 'spec/invalid', params: { path: 'base.yaml' } });
  });

  it.each(['secret of one line', '- a list', '12'])('to extend that is a map: %j', async (text) => {
    await write('own.yaml', 'extends: base.yaml\nid: own\n');
    await write('base.yaml', text);
    const error = await failureOf(load('own.yaml'));
    expect(error).toMatchObject({ id: 'spec/invalid', params: { path: 'base.yaml' } });
    expect(JSON.stringify(error.params)).not.toContain('secret');
  });

  it('that extends itself, by whatever way', async () => {
    await write('a.yaml', 'extends: sub/b.yaml\n');
    await write('sub/b.yaml', 'extends: ../a.yaml\n');
    await write('self.yaml', 'extends: ./self.yaml\n');
    expect(await failureOf(load('a.yaml'))).toMatchObject({
      id: 'spec/cycle',
      exitCode: 2,
      params: { chain: ['a.yaml', 'sub/b.yaml', '../a.yaml'] },
    });
    expect(await failureOf(load('self.yaml'))).toMatchObject({ params: { chain: ['self.yaml', './self.yaml'] } });
  });
});

describe('what could take hold of a screen', () => {
  const FULL = JSON.stringify({
    $schema: 'x',
    id: 'own',
    title: 'T',
    source: 'S',
    portal: { name: 'P', url: 'U' },
    clauses: [{ id: 'asked', text: 'C', binding: 'must' }],
    categories: [
      {
        ...{ id: 'lesson', name: 'N', unit: 'U', folders: ['F'], topics: ['T'] },
        slots: [
          {
            ...{ id: 'video', name: 'V', kind: 'video', formats: ['mp4'], names: ['W'] },
            requirements: [
              { field: 'codec', equals: 'h264', when: { group: 'G', topic: ['A'] } },
              { field: 'container', oneOf: ['mp4'] },
            ],
          },
        ],
      },
    ],
    attestations: [{ id: 'own-work', text: 'A' }],
  });
  /** Where a text stands, as messages tell it. */
  const placesOf = (value: unknown, at = ''): string[] => {
    if (typeof value === 'string') return [at];
    return Object.entries(value as object).flatMap(([key, inner]) =>
      placesOf(inner, Array.isArray(value) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`),
    );
  };
  const spoil = (place: string, character: string): string => {
    const spec = JSON.parse(FULL);
    const keys = place.match(/[^.[\]]+/g) as string[];
    const parent = keys.slice(0, -1).reduce((inner, key) => inner[key], spec);
    parent[keys.at(-1) as string] += character;
    return JSON.stringify(spec);
  };

  it.each(placesOf(JSON.parse(FULL)))('is refused in %s', async (place) => {
    for (const character of ['\u001B]0;x\u0007', '\u202E', '\u009B'])
      expect((await problemsOf(spoil(place, character))).map(({ at }) => at)).toContain(place);
  });

  it('is told with its place, as what it is, and what to do', async () => {
    expect(await problemsOf(spoil('categories[0].name', '\n::error::x'))).toMatchObject([
      {
        line: 1,
        at: 'categories[0].name',
        message: 'must be one line without line breaks, control or invisible characters; remove the \\u{A}',
      },
    ]);
  });

  it('is refused in the name of a field', async () => {
    const [problem] = await problemsOf(FULL.replace('"group"', '"gro\\nup"'));
    expect(problem?.message).toContain('remove the \\u{A}');
  });

  it('but long texts may be written over lines, and are read as one', async () => {
    const spec = await loadText(spoil('clauses[0].text', ' 1\r\n\t 2\n\n::error::x\n'));
    expect(spec.clauses).toEqual([{ id: 'asked', text: 'C 1 2 ::error::x', binding: 'must' }]);
    expect((await loadText(spoil('attestations[0].text', '\nb'))).attestations[0]?.text).toBe('A b');
  });
});
