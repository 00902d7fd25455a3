import { describe, expect, it } from 'vitest';
import type { PackageManifest } from '../../model/package-manifest.ts';
import { packageJsonSchema } from '../../model/package-schema.ts';
import { readPackageManifest } from './package-manifest.ts';

const SHA = '0'.repeat(64);
const MANIFEST: PackageManifest = {
  schema: 'sizheng-package/1',
  tool: { name: 'sizheng', version: '0.2.0' },
  name: '浙江省-2027-首批',
  layout: 'bag',
  draft: false,
  packedAt: '2027-06-09T15:00:21.000Z',
  timezone: 'Asia/Shanghai',
  spec: { id: 'moe-2022', title: '推荐', sha256: SHA, file: 'sizheng-spec.yaml' },
  ...{ scope: 'province', batch: 'first', province: '浙江省', institution: null, year: 2027 },
  report: { file: 'sizheng-report.json', verdict: 'pass', strict: false, at: '2027-06-09T14:59:00.000Z' },
  ledger: [],
  waivers: [{ rule: 'video/duration', subject: '心理微课/02', reason: '嘉宾讲座' }],
  items: [
    {
      ...{ id: '心理微课/01', category: 'lesson', categoryName: '心理微课', number: '01', title: '睡个好觉' },
      ...{ institution: '示范大学', people: ['王老师'], topic: null, intro: null, subtitles: 'file' },
      folder: 'data/心理微课/01-睡个好觉-示范大学',
      assets: [
        {
          ...{ slot: 'video', slotName: '视频', kind: 'video', path: 'data/心理微课/01/a.mp4', originalPath: 'a.mp4' },
          ...{ sizeBytes: 5, sha256: SHA },
          facts: { format: 'mp4', durationMs: 900_000, width: 1920, height: 1080, codec: 'h264' },
        },
      ],
    },
  ],
  assets: [],
};

const read = (value: unknown) => readPackageManifest(Buffer.from(JSON.stringify(value)));

describe('readPackageManifest', () => {
  it('gives what was written, and leaves out what a later release adds', async () => {
    expect(await read({ ...MANIFEST, added: 1 })).toEqual({ ok: true, value: MANIFEST });
  });

  it('names a later version by its schema', async () => {
    expect(await read({ ...MANIFEST, schema: 'sizheng-package/2', items: 'other' })).toEqual({
      ok: false,
      failure: { reason: 'damaged', detail: 'sizheng-package/2' },
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['null', null, /./],
    ['a list', [], /./],
    ['another schema', { ...MANIFEST, schema: 'other/1' }, /^schema: /],
    ['a missing key', { ...MANIFEST, name: undefined }, /^name: /],
    [
      'a digest that is none',
      { ...MANIFEST, assets: [{ ...MANIFEST.items[0]?.assets[0], sha256: 'x' }] },
      /^assets\.0\.sha256: /,
    ],
    [
      'a path from the root',
      { ...MANIFEST, assets: [{ ...MANIFEST.items[0]?.assets[0], path: '/x' }] },
      /^assets\.0\.path: /,
    ],
  ])('damaged: %s', async (_, value, detail) => {
    const measured = await read(value);
    expect(measured).toMatchObject({ ok: false, failure: { reason: 'damaged' } });
    expect(measured.ok ? '' : measured.failure.detail).toMatch(detail);
  });

  it.each<[string, Buffer, string]>([
    ['no JSON', Buffer.from('{'), 'damaged'],
    ['nothing', Buffer.alloc(0), 'damaged'],
    ['more values than any package has', Buffer.from(`[${'[],'.repeat(800_000)}[]]`), 'too-large'],
  ])('%s', async (_, bytes, reason) => {
    expect(await readPackageManifest(bytes)).toMatchObject({ ok: false, failure: { reason } });
  });
});

it('the published schema names its dialect, and every key that is written', () => {
  const schema = packageJsonSchema() as { $schema: string; required: string[] };
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(schema.required.toSorted()).toEqual(Object.keys(MANIFEST).toSorted());
});
