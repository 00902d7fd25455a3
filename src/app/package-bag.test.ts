/** Packages of all kinds of workspaces, read by a reader of BagIt that is not ours. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackageManifest } from '../model/package-manifest.ts';
import { packageJsonSchema } from '../model/package-schema.ts';
import {
  type OpenBag,
  openFolderBag,
  openZipBag,
  payloadOf,
  problemsOf,
  readTags,
  sha256Of,
} from './bag-reader-for-tests.ts';
import { linkProblems, PAGE } from './package-page-for-tests.ts';
import { profileProblems } from './package-profile-for-tests.ts';
import { DRAFT, FAULTLESS, outcomeAt, PackageRoom } from './package-room-for-tests.ts';
import { SHAPES, type Shape } from './package-shapes-for-tests.ts';
import type { Sample } from './sample-for-tests.ts';
import { toolVersion } from './version.ts';

let room: PackageRoom;
beforeAll(async () => {
  room = await PackageRoom.open();
});
afterAll(() => room.close());

function copyOf(of: Shape['of']): Promise<Sample> {
  return of === 'province' ? room.copyGood() : room.copySmall();
}

const isValid = new Ajv2020({ strict: true, strictTypes: false }).compile<PackageManifest>(packageJsonSchema());

function manifestOf({ files }: OpenBag): PackageManifest {
  const manifest: unknown = JSON.parse(files.get('sizheng.json')?.toString() ?? '');
  if (!isValid(manifest)) throw new Error(JSON.stringify(isValid.errors));
  return manifest;
}

/** All but what is said about the works. */
async function materialOf({ root }: Sample): Promise<string[]> {
  const { files } = await openFolderBag(root);
  return [...files.keys()].filter((path) => !/(?:^\.sizheng\/|\.yaml$)/.test(path));
}

const rows = Object.entries(SHAPES);

describe.each(rows)('a package %s', (_, { of, change, options = {}, name, packed, tags = {}, holds = {} }) => {
  let sample: Sample;
  let path: string;
  let bag: OpenBag;
  beforeAll(async () => {
    sample = await copyOf(of);
    await change(sample);
    ({ path } = await room.pack(sample, options));
    bag = await openZipBag(path);
  });

  it('is a bag', () => {
    expect(problemsOf(bag)).toEqual([]);
  });

  it('keeps to its profile', async () => {
    expect(await profileProblems(bag, 'zip')).toEqual([]);
    const found = new Map(readTags(bag.files));
    expect(Object.fromEntries(Object.keys(tags).map((label) => [label, found.get(label)]))).toEqual(tags);
    expect(found.get('Bagging-Date')).toBe('2027-05-20');
    expect(found.get('Bag-Software-Agent')).toBe(`sizheng ${toolVersion()}`);
  });

  it('goes by one name, and says what it holds', () => {
    expect(bag.name).toBe(name);
    expect(basename(path)).toBe(`${name}.zip`);
    expect(new Map(readTags(bag.files)).get('External-Identifier')).toBe(name);
    expect(manifestOf(bag)).toMatchObject({ name, ...holds });
  });

  it('is verified', async () => {
    expect(await outcomeAt(path)).toEqual(options.draft === true ? DRAFT : FAULTLESS);
  });

  it('says of each file where it came from, and what it is', async () => {
    const { items, assets } = manifestOf(bag);
    const all = [...assets, ...items.flatMap((item) => item.assets)];
    expect(all.map((asset) => asset.path).toSorted()).toEqual(payloadOf(bag.files).toSorted());
    for (const { path: inside, originalPath, sizeBytes, sha256 } of all) {
      const bytes = bag.files.get(inside) as Buffer;
      expect([bytes.length, sha256Of(bytes)]).toEqual([sizeBytes, sha256]);
      if (originalPath !== null) expect(bytes.equals(await sample.read(originalPath))).toBe(true);
    }
    const originals = all.flatMap(({ originalPath }) => originalPath ?? []);
    expect(originals.toSorted()).toEqual((packed ?? (await materialOf(sample))).toSorted());
  });

  it('leads from its first page to every file', () => {
    expect(linkProblems(bag.files)).toEqual([]);
  });

  it('has names that every system can hold', () => {
    const paths = [...bag.files.keys()].map((inside) => `${bag.name}/${inside}`);
    for (const inside of paths) {
      expect(inside).toBe(inside.normalize('NFC'));
      expect(inside.length).toBeLessThanOrEqual(120);
      expect(inside).not.toMatch(/[<>:"\\|?*\p{Cc}\p{Cf}]|(?:^|\/)(?:[.~ ]|(?:con|nul)(?:[./]|$))|[. ](?:\/|$)/iu);
    }
    expect(new Set(paths.map((inside) => inside.toLowerCase())).size).toBe(paths.length);
  });

  it('says that it is a draft when it is one, and never else', () => {
    const draft = options.draft === true;
    expect(bag.files.has('草稿-请勿报送.txt')).toBe(draft);
    expect(manifestOf(bag)).toMatchObject({ draft, report: { verdict: draft ? 'fail' : 'pass' } });
    expect(new Map(readTags(bag.files)).has('Internal-Sender-Description')).toBe(draft);
  });
});

/** Those whose files or words differ most; the others would only take time. */
const TELLING: readonly string[] = [
  'of a university',
  'that is a draft',
  'with names that links and lists must encode',
  'with names that systems stumble over',
  'with an introduction that stands in the sheet',
  'with a letter that goes with the whole',
];
const telling = rows.filter(([name]) => TELLING.includes(name));

async function packAs(layout: 'dir' | 'upload', { of, change, options = {} }: Shape): Promise<string> {
  const sample = await copyOf(of);
  await change(sample);
  return (await room.pack(sample, { ...options, layout })).path;
}

describe('the same in a stream', () => {
  it.each(telling)('%s', async (_, { of, change, options = {} }) => {
    const sample = await copyOf(of);
    await change(sample);
    const { path, receipt } = await room.stream(sample, options);
    const bag = await openZipBag(path);
    expect([...problemsOf(bag), ...linkProblems(bag.files)]).toEqual([]);
    expect(await profileProblems(bag, 'zip')).toEqual([]);
    expect(await outcomeAt(path)).toEqual(options.draft === true ? DRAFT : FAULTLESS);
    const bytes = await readFile(path);
    expect(receipt).toMatchObject({ package: `${bag.name}.zip`, sizeBytes: bytes.length, sha256: sha256Of(bytes) });
  });
});

describe('the same as a folder', () => {
  it.each(telling)('%s', async (_, shape) => {
    const path = await packAs('dir', shape);
    const bag = await openFolderBag(path);
    expect([...problemsOf(bag), ...linkProblems(bag.files)]).toEqual([]);
    expect(await profileProblems(bag, 'folder')).toEqual([]);
    expect(manifestOf(bag)).toMatchObject({ name: bag.name, layout: 'dir' });
    expect(await outcomeAt(path)).toEqual(shape.options?.draft === true ? DRAFT : FAULTLESS);
  });
});

describe('the same as plain folders', () => {
  it.each(telling)('%s', async (_, shape) => {
    const path = await packAs('upload', shape);
    const draft = shape.options?.draft === true;
    expect(await outcomeAt(path)).toEqual(draft ? DRAFT : FAULTLESS);
    const { files } = await openFolderBag(path);
    expect(linkProblems(files)).toEqual([]);
    const beside = [...files.keys()].filter((file) => !file.includes('/'));
    expect(beside.toSorted()).toEqual([PAGE, '上传台账.xlsx', ...(draft ? ['草稿-请勿报送.txt'] : [])]);
  });
});
