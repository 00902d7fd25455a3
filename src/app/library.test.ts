/** The use cases as other programs call them. */
import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotReadyError, SizhengError } from '../model/errors.ts';
import { REPORTERS, VERIFICATION_REPORTERS } from '../report/reporters.ts';
import { collectFrames } from './frames.ts';
import { explain, loadSpec, pack, render } from './library.ts';
import { PackageRoom, refused, SMALL_NAME } from './package-room-for-tests.ts';
import { validate } from './validate.ts';
import { verify } from './verify.ts';

const AT = { at: '2027-05-20T10:00+08:00', env: { ...process.env, SOURCE_DATE_EPOCH: '1810778400' } };

let room: PackageRoom;
beforeAll(async () => {
  room = await PackageRoom.open();
});
afterAll(() => room.close());

describe('loadSpec', () => {
  it('by its id', async () => {
    const spec = await loadSpec('moe-2022');
    expect(spec.categories.map(({ name }) => name)).toContain('心理微课');
  });

  it('by its path, from where it is told to start, with what it extends', async () => {
    const folder = await room.folder();
    await writeFile(join(folder, 'own.yaml'), 'id: own-2027\nextends: moe-2022\ntitle: 本省\n');
    const spec = await loadSpec('./own.yaml', { from: folder });
    expect([spec.id, spec.title, spec.categories.length]).toEqual(['own-2027', '本省', 4]);
  });

  it.each([
    ['an id that there is not', 'moe-2020', 'spec/unknown'],
    ['a file that there is not', './none.yaml', 'spec/unreadable'],
  ] as const)('%s', async (_, idOrPath, id) => {
    await expect(loadSpec(idOrPath)).rejects.toMatchObject(refused(2, id));
  });
});

describe('pack', () => {
  it('gives the package, its receipts and the report; what it made verifies', async () => {
    const { root } = await room.copySmall();
    const output = `${await room.folder()}/`;
    const { path, receipt, receiptPaths, report, aside } = await pack(root, { ...AT, output });
    expect([path, aside, report.verdict]).toEqual([join(output, `${SMALL_NAME}.zip`), null, 'pass']);
    expect(receipt).toMatchObject({ package: `${SMALL_NAME}.zip`, verified: true });
    expect((await readdir(output)).map((name) => join(output, name)).sort()).toEqual(
      [path, receiptPaths.txt, receiptPaths.json].sort(),
    );
    expect(await verify([path], { receipt: receiptPaths.json })).toMatchObject({ verdict: 'pass', findings: [] });
  });

  it('what is not ready is refused with its report, and nothing is written', async () => {
    const sample = await room.copySmall();
    await sample.swapVideo('duration-short.mp4');
    const output = `${await room.folder()}/`;
    const error = await pack(sample.root, { ...AT, output }).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(NotReadyError);
    expect(error).toBeInstanceOf(SizhengError);
    const { report, exitCode, params } = error as NotReadyError;
    expect([report.verdict, exitCode]).toEqual(['fail', 1]);
    expect(params.blocking).toBe(report.findings.filter(({ blocking }) => blocking).length);
    expect(await readdir(output)).toEqual([]);
    const draft = await pack(sample.root, { ...AT, output, draft: true });
    expect([draft.receipt.draft, `${dirname(draft.path)}/`]).toEqual([true, output]);
  });

  it('a package that is there already is not replaced', async () => {
    const { root } = await room.copySmall();
    const options = { ...AT, output: `${await room.folder()}/` };
    await pack(root, options);
    await expect(pack(root, options)).rejects.toMatchObject(refused(2, 'usage/package-exists'));
  });
});

describe('render', () => {
  it('every reporter, of a report and of a verification', async () => {
    const { root } = await room.copySmall();
    const { path, report } = await pack(root, { ...AT, output: `${await room.folder()}/` });
    for (const name of REPORTERS) {
      const rendered = await (name === 'xlsx' ? render(name, report) : render(name, report));
      expect(typeof rendered).toBe(name === 'xlsx' ? 'object' : 'string');
      expect(rendered.length).toBeGreaterThan(0);
    }
    const verification = await verify([path]);
    for (const name of VERIFICATION_REPORTERS) expect(await render(name, verification)).not.toBe('');
    expect(JSON.parse(await render('json', verification))).toEqual(JSON.parse(JSON.stringify(verification)));
  });

  it('a page with the pictures that it is given, and with none otherwise', async () => {
    const { root } = await room.copySmall();
    const report = await validate(root, AT);
    const { frames, missing } = await collectFrames(report, root, AT);
    const count = [...frames.values()].flat().length;
    const images = (page: string) => page.match(/<img /g)?.length ?? 0;
    expect(images(await render('html', report))).toBe(0);
    expect(images(await render('html', report, { frames: { frames, missing } })) > 0).toBe(count > 0);
  });

  it('in the language asked for, with paths from the root of the repository', async () => {
    const sample = await room.copySmall();
    await sample.swapVideo('duration-short.mp4');
    const report = await validate(sample.root, { ...AT, language: 'en' });
    expect(await render('terminal', report, { language: 'en' })).toMatch(/^Result: /m);
    expect(await render('github', report, { language: 'en', base: '2027/works' })).toContain('file=2027/works/');
  });
});

it('explain puts an error into words, in either language', async () => {
  const error = await loadSpec('moe-2020').catch((one: unknown) => one);
  if (!(error instanceof SizhengError)) throw error;
  expect(explain(error).message).toContain('moe-2020');
  expect(explain(error, 'en').message).toMatch(/^[^\p{sc=Han}]+$/u);
});
