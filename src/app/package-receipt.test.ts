/** A receipt knows its package again, and no other; a workspace knows what was made of it. */
import { cp, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../i18n/catalogue.ts';
import { parseReceipt } from '../measure/receipt.ts';
import { LAYOUTS, type Layout } from '../model/package-manifest.ts';
import { openZipBag } from './bag-reader-for-tests.ts';
import { SUBTITLES, VIDEO } from './package-mutations-for-tests.ts';
import {
  FAULTLESS,
  type MadePackage,
  outcomeAt,
  PackageRoom,
  RECEIPT_TAILS,
  SMALL_NAME,
  TAILS,
} from './package-room-for-tests.ts';
import { another } from './package-shapes-for-tests.ts';
import { BagEditor, patchFile } from './package-zip-for-tests.ts';
import { LESSON, LESSON_SUBTITLES, LESSON_VIDEO, Sample } from './sample-for-tests.ts';
import { verify } from './verify.ts';

let room: PackageRoom;
let sample: Sample;
const made = new Map<Layout, MadePackage>();
beforeAll(async () => {
  room = await PackageRoom.open();
  sample = await room.copySmall();
  for (const layout of LAYOUTS) made.set(layout, await room.pack(sample, { layout }));
});
afterAll(() => room.close());

interface Kept {
  readonly path: string;
  readonly json: string;
  readonly text: string;
}

/** A copy of the package and its receipts, free to be changed. */
async function keep(layout: Layout = 'bag'): Promise<Kept> {
  const folder = await room.folder();
  await cp(dirname(made.get(layout)?.path as string), folder, { recursive: true });
  return keptIn(folder, layout);
}

function keptIn(folder: string, layout: Layout): Kept {
  const at = (tail: string) => join(folder, `${SMALL_NAME}${tail}`);
  const receipt = RECEIPT_TAILS[layout];
  return { path: at(TAILS[layout]), json: at(`${receipt}.json`), text: at(`${receipt}.txt`) };
}

async function claimsIn(path: string): Promise<unknown> {
  return parseReceipt(await readFile(path));
}

/** What a receipt says against a package: its fault, and all rules that fail. */
async function faultsOf(path: string, receipt: string) {
  const { findings, verdict } = await verify([path], { receipt });
  const faults = findings.flatMap((finding) =>
    finding.rule === 'package/receipt' ? [(finding.params as { fault: string }).fault] : [],
  );
  return { verdict, rules: findings.map(({ rule }) => rule), faults };
}

const OF_RECEIPT = (fault: string) => ({ verdict: 'fail', rules: ['package/receipt'], faults: [fault] });

describe.each(LAYOUTS)('the receipt of a package laid out as %s', (layout) => {
  it.each(LANGUAGES)('says the same in both forms, in %s', async (language) => {
    const { path, receipt } = await room.pack(sample, { layout, language });
    const { json, text } = keptIn(dirname(path), layout);
    const { package: name, sizeBytes, sha256, contentSha256, verified } = receipt;
    expect(verified).toBe(true);
    const claims = { package: name, sizeBytes, sha256, contentSha256, verified };
    expect(await claimsIn(json)).toMatchObject(claims);
    expect(await claimsIn(text)).toEqual(claims);
  });

  it.each(['json', 'text'] as const)('knows it again, as %s', async (form) => {
    const kept = await keep(layout);
    expect(await outcomeAt(kept.path, { receipt: kept[form] })).toEqual(FAULTLESS);
  });

  it('knows it again under another name', async () => {
    const kept = await keep(layout);
    const renamed = kept.path.replace(SMALL_NAME, '收到的材料 (1)');
    await rename(kept.path, renamed);
    expect(await outcomeAt(renamed, { receipt: kept.json })).toEqual(FAULTLESS);
  });
});

describe('a receipt', () => {
  it('knows a package that was unpacked', async () => {
    const { path, json } = await keep();
    const { files } = await openZipBag(path);
    const unpacked = new Sample(join(await room.folder(), SMALL_NAME));
    for (const [file, bytes] of files) await unpacked.write(file, bytes);
    expect(await outcomeAt(unpacked.root, { receipt: json })).toEqual(FAULTLESS);
  });

  it('was edited by Windows, and says the same', async () => {
    const { path, text } = await keep();
    await patchFile(text, (bytes) => Buffer.from(bytes.toString().replaceAll('\n', '\r\n')));
    expect(await outcomeAt(path, { receipt: text })).toEqual(FAULTLESS);
  });

  it('finds a byte that was changed', async () => {
    const { path, json, text } = await keep();
    await patchFile(path, (zip) => {
      zip.writeUInt8(zip.readUInt8(5000) ^ 1, 5000);
      return zip;
    });
    // What is wrong is told where it is; that the receipt is at odds follows from it.
    const expected = { verdict: 'fail', rules: ['package/damaged'], faults: [] };
    expect(await faultsOf(path, json)).toEqual(expected);
    expect(await faultsOf(path, text)).toEqual(expected);
  });

  it('finds a package that was made to fit its own lists again', async () => {
    const { path, json } = await keep();
    await patchFile(path, (zip) => {
      const bag = new BagEditor(zip);
      bag.addListed('data/心理微课/多一份.txt', 'x');
      return bag.zip();
    });
    expect(await faultsOf(path, json)).toEqual(OF_RECEIPT('content'));
  });

  it('knows the same files in another archive, and says that it is another', async () => {
    const { path, json } = await keep();
    await patchFile(path, (zip) => Buffer.from(zipSync(unzipSync(zip))));
    expect(await faultsOf(path, json)).toEqual({
      verdict: 'pass',
      rules: ['package/receipt'],
      faults: ['repacked'],
    });
  });

  it('finds another package', async () => {
    const { json } = await keep();
    const draft = await room.pack(sample, { draft: true });
    expect(await faultsOf(draft.path, json)).toMatchObject({ verdict: 'fail', faults: ['name'] });
  });

  it('finds a folder that was changed and made to fit its own list again', async () => {
    const other = await copyOfSample();
    await changeSubtitles(other);
    const [{ json }, { path }] = [await keep('upload'), await room.pack(other, { layout: 'upload' })];
    expect(await faultsOf(path, json)).toEqual(OF_RECEIPT('content'));
  });

  it('leaves the upload log to those who work in it', async () => {
    const { path, json } = await keep('upload');
    await patchFile(join(path, '上传台账.xlsx'), (xlsx) => Buffer.from(zipSync(unzipSync(xlsx), { level: 9 })));
    await writeFile(join(path, '~$上传台账.xlsx'), Buffer.alloc(165));
    expect(await faultsOf(path, json)).toEqual({ verdict: 'pass', rules: ['package/junk'], faults: [] });
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, 200)],
    ['emptied', () => ''],
    ['with a digest that is none', (text: string) => text.replace(/[0-9a-f]{64}/g, 'z')],
    ['of another program', () => '{"schema": "another/1"}'],
    ['that holds only null', () => 'null'],
    ['of noise', () => '\0'.repeat(1000)],
  ])('%s is said to be unreadable', async (_, change) => {
    const { path, json } = await keep();
    await patchFile(json, (bytes) => Buffer.from(change(bytes.toString())));
    await expect(verify([path], { receipt: json })).rejects.toMatchObject({ id: 'usage/receipt-unreadable' });
  });

  it('of a package that nobody read back says so, and no more', async () => {
    const { path, receipt } = await room.pack(sample, { verify: false });
    expect(receipt).toMatchObject({ sha256: null, verified: false });
    const { json, text } = keptIn(dirname(path), 'bag');
    const expected = { verdict: 'pass', rules: ['package/receipt'], faults: ['unverified'] };
    expect(await faultsOf(path, json)).toEqual(expected);
    expect(await faultsOf(path, text)).toEqual(expected);
  });

  it('that is not there, or for several packages, is a slip of the hand', async () => {
    const { path, json } = await keep();
    await expect(verify([path], { receipt: `${json}x` })).rejects.toMatchObject({ exitCode: 2 });
    await expect(verify([path, `${path}x`], { receipt: json })).rejects.toMatchObject({ exitCode: 2 });
  });
});

async function copyOfSample(): Promise<Sample> {
  const copy = new Sample(await room.folder());
  await cp(sample.root, copy.root, { recursive: true });
  return copy;
}

/** Another file of the same size. */
function changeSubtitles(workspace: Sample): Promise<void> {
  return workspace.patch(LESSON_SUBTITLES, (bytes) => Buffer.from(bytes.toString().replace('大家好', '同学们好')));
}

interface Difference {
  readonly fault: 'changed' | 'gone' | 'not-packed';
  readonly path: string;
  readonly packagedAs: string | null;
}

/** What of a workspace is at odds with a package, and nothing else may be. */
async function differences(path: string, against: Sample): Promise<Difference[]> {
  const { findings, verdict } = await verify([path], { against: against.root });
  expect(verdict).toBe(findings.length === 0 ? 'pass' : 'fail');
  expect(findings.every(({ rule, severity }) => rule === 'package/source' && severity === 'error')).toBe(true);
  return findings.map(({ params }) => params as Difference).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

describe.each(LAYOUTS)('a workspace held against a package laid out as %s', (layout) => {
  const packagedAs = (path: string) => (layout === 'upload' ? path.slice('data/'.length) : path);
  const pathOf = () => made.get(layout)?.path as string;

  it('is what it was made from', async () => {
    expect(await differences(pathOf(), sample)).toEqual([]);
  });

  it('has a file that was changed, at the same size', async () => {
    const copy = await copyOfSample();
    await changeSubtitles(copy);
    expect(await differences(pathOf(), copy)).toEqual([
      { fault: 'changed', path: LESSON_SUBTITLES, packagedAs: packagedAs(SUBTITLES) },
    ]);
  });

  it('has a file that is gone', async () => {
    const copy = await copyOfSample();
    await copy.remove(LESSON_VIDEO);
    expect(await differences(pathOf(), copy)).toEqual([
      { fault: 'gone', path: LESSON_VIDEO, packagedAs: packagedAs(VIDEO) },
    ]);
  });

  it('has a work that was added', async () => {
    const copy = await copyOfSample();
    await another(copy, '心理微课/02-睡眠调整-示范大学', 1);
    const added = ['字幕.srt', '微课.mp4', '简介.txt'];
    expect(await differences(pathOf(), copy)).toEqual(
      added.map((name) => ({ fault: 'not-packed', path: `心理微课/02-睡眠调整-示范大学/${name}`, packagedAs: null })),
    );
  });

  it('has a file under another name', async () => {
    const copy = await copyOfSample();
    await copy.move(LESSON_VIDEO, `${LESSON}/正片.mp4`);
    expect(await differences(pathOf(), copy)).toEqual([
      { fault: 'gone', path: LESSON_VIDEO, packagedAs: packagedAs(VIDEO) },
      { fault: 'not-packed', path: `${LESSON}/正片.mp4`, packagedAs: null },
    ]);
  });
});
