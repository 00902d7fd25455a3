/** What a packing refuses before anything is written, and what it does with what stands in its place. */
import { chmod, cp, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SizhengError } from '../model/errors.ts';
import { LAYOUTS, type Layout } from '../model/package-manifest.ts';
import { applyPack } from './apply-pack.ts';
import { FAULTLESS, outcomeAt, PackageRoom, refused, SMALL_NAME, TAILS } from './package-room-for-tests.ts';
import type { PackOptions, PackPreparation } from './prepare-pack.ts';
import { LESSON_SUBTITLES, Sample } from './sample-for-tests.ts';

let room: PackageRoom;
let sample: Sample;
let folder: string;
beforeAll(async () => {
  room = await PackageRoom.open();
});
beforeEach(async () => {
  sample = await room.copySmall();
  folder = await room.folder();
});
afterAll(() => room.close());

/** Into the one folder that is looked at afterwards. */
function prepare(options: PackOptions = {}): Promise<PackPreparation> {
  return room.prepare(sample, { output: `${folder}/`, ...options });
}

const targetOf = ({ target }: PackPreparation) => target?.path as string;

describe('before anything is written', () => {
  it('findings that block', async () => {
    await sample.remove(LESSON_SUBTITLES);
    const preparation = await prepare();
    expect(preparation).toMatchObject({ ready: false, target: null, report: { exitCode: 1 } });
    await expect(applyPack(preparation)).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });

  it('warnings, where they are to block', async () => {
    await sample.write('其他材料/通知.txt', '请抓紧报送。\n');
    expect(await prepare({ strict: true })).toMatchObject({ ready: false, target: null, report: { exitCode: 1 } });
    expect(await prepare()).toMatchObject({ ready: true });
  });

  it.each<[string, PackOptions, SizhengError['id'], object]>([
    ['links in a ZIP', { link: true }, 'usage/bag-only', { option: '--link' }],
    [
      'more than is allowed',
      { maxSizeBytes: 80_000 },
      'usage/package-too-large',
      {
        sizeBytes: expect.any(Number),
        maxBytes: 80_000,
        largest: [expect.objectContaining({ sizeBytes: 71425 }), expect.anything(), expect.anything()],
      },
    ],
    [
      'a folder that is not there',
      { output: '/nonexistent/a.zip' },
      'usage/output-no-folder',
      { path: '/nonexistent' },
    ],
    ['a file in place of a folder', { output: '/dev/null/a.zip' }, 'usage/output-no-folder', { path: '/dev/null' }],
    ['a year that is none', { env: { SOURCE_DATE_EPOCH: 'today' } }, 'usage/bad-value', {}],
  ])('%s', async (_, options, id, params) => {
    await expect(prepare(options)).rejects.toMatchObject(refused(2, id, params));
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(LAYOUTS)('a place inside the workspace: %s', async (layout) => {
    const link = join(folder, 'link');
    await symlink(sample.root, link, 'junction');
    for (const output of [`${sample.root}/`, sample.path('a.zip'), sample.path('心理微课/a'), `${link}/`, `${link}/a`])
      await expect(prepare({ layout, output })).rejects.toMatchObject(refused(2, 'usage/output-inside'));
  });

  it.each<Layout>(['dir', 'upload'])('a folder that is no package is what it is put in: %s', async (layout) => {
    const above = dirname(sample.root);
    expect(targetOf(await prepare({ layout, output: above, force: true }))).toBe(
      join(above, `${SMALL_NAME}${TAILS[layout]}`),
    );
  });

  it.each<Layout>(['dir', 'upload'])('a package that the workspace lies in: %s', async (layout) => {
    const above = join(folder, 'above');
    await mkdir(above);
    await writeFile(join(above, 'bagit.txt'), '');
    const inside = new Sample(join(above, 'works'));
    await cp(sample.root, inside.root, { recursive: true });
    const preparing = room.prepare(inside, { layout, output: above, force: true });
    await expect(preparing).rejects.toMatchObject(refused(2, 'usage/output-inside'));
  });

  it.each<[Layout, string]>([
    ['bag', '.zip'],
    ['bag', '-回执.txt'],
    ['bag', '-回执.json'],
    ['dir', ''],
    ['upload', '-上传-回执.json'],
  ])('what is there already: %s%s', async (layout, tail) => {
    const path = join(folder, `${SMALL_NAME}${tail}`);
    await writeFile(path, 'mine');
    await expect(prepare({ layout })).rejects.toMatchObject(refused(2, 'usage/package-exists', { path }));
    expect(await readFile(path, 'utf8')).toBe('mine');
    const { target } = await room.prepare(sample, { output: `${folder}/`, layout }, true);
    expect(target).toMatchObject({ exists: tail === '.zip' || tail === '', inTheWay: path });
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a folder that is read-only', async () => {
    await chmod(folder, 0o555);
    await expect(prepare()).rejects.toMatchObject(refused(3, 'machine/output-unwritable', { path: folder }));
    await chmod(folder, 0o755);
  });
});

describe('a package that came while another was checked', () => {
  it.each<[Layout, string]>([
    ['bag', `${SMALL_NAME}.zip`],
    ['dir', `${SMALL_NAME}/mine`],
  ])('is not replaced: %s', async (layout, name) => {
    const preparation = await prepare({ layout });
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, 'mine');
    await expect(applyPack(preparation)).rejects.toMatchObject({ exitCode: expect.any(Number) });
    expect(await readFile(path, 'utf8')).toBe('mine');
    expect(await readdir(folder)).toHaveLength(1);
  });
});

describe('with force', () => {
  it('a file is replaced, and its receipts', async () => {
    for (const tail of ['.zip', '-回执.txt', '-回执.json'])
      await writeFile(join(folder, `${SMALL_NAME}${tail}`), 'mine');
    const { target, ...rest } = await prepare({ force: true });
    expect(target?.exists).toBe(true);
    const { aside, receiptPath } = await applyPack({ target, ...rest });
    expect(aside).toBeNull();
    expect(await outcomeAt(target?.path as string, { receipt: receiptPath as string })).toEqual(FAULTLESS);
    // The old receipts may be all that is left of what was handed in.
    const old = (await readdir(folder)).filter((name) => name.includes('-旧-'));
    expect(old.map((name) => name.replace(/\d{8}-\d{6}/, 'T')).toSorted()).toEqual([
      `${SMALL_NAME}-回执-旧-T.json`,
      `${SMALL_NAME}-回执-旧-T.txt`,
    ]);
    expect(await readdir(folder)).toHaveLength(5);
  });

  it.each<Layout>(['dir', 'upload'])('a folder is put aside as it is: %s', async (layout) => {
    const path = join(folder, `${SMALL_NAME}${TAILS[layout]}`);
    await mkdir(join(path, 'data'), { recursive: true });
    await writeFile(join(path, 'data', '已传.txt'), 'mine');
    const { aside } = await applyPack(await prepare({ layout, force: true }));
    expect(basename(aside as string)).toMatch(new RegExp(`^${SMALL_NAME}${TAILS[layout]}-旧-\\d{8}`));
    expect(await readFile(join(aside as string, 'data', '已传.txt'), 'utf8')).toBe('mine');
    expect(await outcomeAt(path)).toEqual(FAULTLESS);
    expect(await readdir(folder)).toHaveLength(4);
  });

  it.each(LAYOUTS)('what stood there stays when nothing comes of it: %s', async (layout) => {
    const { path } = await room.pack(sample, { layout, output: `${folder}/` });
    const before = await stat(path);
    const preparation = await prepare({ layout, force: true });
    await sample.patch(LESSON_SUBTITLES, (bytes) => Buffer.concat([bytes, Buffer.from('\n')]));
    await expect(applyPack(preparation)).rejects.toMatchObject(refused(3, 'machine/source-changed'));
    expect((await stat(path)).ino).toBe(before.ino);
    expect(await readdir(folder)).toHaveLength(3);
    expect(await outcomeAt(path)).toEqual(FAULTLESS);
  });
});
