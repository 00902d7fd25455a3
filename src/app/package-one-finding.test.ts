/** The same fault of a package in other clothes is still one finding; and what is harmless is none. */
import { cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackageRuleId } from '../model/package-params.ts';
import { SUBTITLES, VIDEO } from './package-mutations-for-tests.ts';
import { PAGE } from './package-page-for-tests.ts';
import { FAULTLESS, outcomeAt, PackageRoom, SMALL_NAME } from './package-room-for-tests.ts';
import { BagEditor, recordsOf } from './package-zip-for-tests.ts';

const PAYLOAD_LIST = 'manifest-sha256.txt';
const TAG_LIST = 'tagmanifest-sha256.txt';

let room: PackageRoom;
let zip: Buffer;
const folders = { dir: '', upload: '' };
beforeAll(async () => {
  room = await PackageRoom.open();
  const sample = await room.copySmall();
  zip = await readFile((await room.pack(sample)).path);
  for (const layout of ['dir', 'upload'] as const) folders[layout] = (await room.pack(sample, { layout })).path;
});
afterAll(() => room.close());

async function rulesOf(path: string): Promise<string[]> {
  const { findings } = await outcomeAt(path);
  return [...new Set(findings.map(({ rule }) => rule))];
}

async function save(bytes: Buffer): Promise<string> {
  const path = join(await room.folder(), `${SMALL_NAME}.zip`);
  await writeFile(path, bytes);
  return path;
}

type Edit = (bag: BagEditor) => unknown;

/** The tag files listed anew, by somebody who wants it to fit. */
function resealed(edit: Edit): Edit {
  return (bag) => {
    edit(bag);
    bag.reseal();
  };
}

/** Something of `sizheng.json` said in another way. */
function retold(search: string | RegExp, replacement: string): Edit {
  return resealed((bag) => bag.replace('sizheng.json', search, replacement));
}

const DIGEST = /^[0-9a-f]{64}/m;
const OTHER_DIGEST = '0'.repeat(64);

const EDITS: [string, PackageRuleId, Edit][] = [
  ['a list with another digest', 'package/altered', (bag) => bag.replace(PAYLOAD_LIST, DIGEST, OTHER_DIGEST)],
  ['a list with another path', 'package/altered', (bag) => bag.replace(PAYLOAD_LIST, '微课.mp4', '正片.mp4')],
  ['a list without a line', 'package/altered', (bag) => bag.replace(PAYLOAD_LIST, /^.*\n/, '')],
  [
    'a list with another digest, that fits',
    'package/altered',
    resealed((bag) => bag.replace(PAYLOAD_LIST, DIGEST, OTHER_DIGEST)),
  ],
  [
    'a list with another path, that fits',
    'package/renamed',
    resealed((bag) => bag.replace(PAYLOAD_LIST, '微课.mp4', '正片.mp4')),
  ],
  ['a list without a line, that fits', 'package/added', resealed((bag) => bag.replace(PAYLOAD_LIST, /^.*\n/, ''))],
  ['no list of the payload', 'package/missing', (bag) => bag.remove(PAYLOAD_LIST)],
  ['no list of the payload, that fits', 'package/manifest', resealed((bag) => bag.remove(PAYLOAD_LIST))],
  ['no list of the tag files', 'package/profile', (bag) => bag.remove(TAG_LIST)],
  ['an empty list of the tag files', 'package/added', (bag) => bag.write(TAG_LIST, '')],
  ['no bag-info.txt', 'package/missing', (bag) => bag.remove('bag-info.txt')],
  ['no bag-info.txt, that fits', 'package/profile', resealed((bag) => bag.remove('bag-info.txt'))],
  ['no sizheng.json', 'package/missing', (bag) => bag.remove('sizheng.json')],
  ['no sizheng.json, that fits', 'package/profile', resealed((bag) => bag.remove('sizheng.json'))],
  ['another page', 'package/altered', (bag) => bag.write(PAGE, '<p>')],
  ['no page', 'package/missing', (bag) => bag.remove(PAGE)],
  ['no page, that fits', 'package/profile', resealed((bag) => bag.remove(PAGE))],
  ['a page under another name', 'package/renamed', (bag) => bag.rename(PAGE, '00-请先看 (1).html')],
  ['a sizheng.json of noise', 'package/altered', (bag) => bag.write('sizheng.json', '{')],
  ['a sizheng.json of noise, that fits', 'package/contents', resealed((bag) => bag.write('sizheng.json', '{'))],
  ['a sizheng.json of null, that fits', 'package/contents', resealed((bag) => bag.write('sizheng.json', 'null'))],
  ['a sizheng.json of a later release', 'package/contents', retold('sizheng-package/1', 'sizheng-package/2')],
  ['a sizheng.json of something else', 'package/contents', retold('sizheng-package/1', 'another/1')],
  ['a sizheng.json without works', 'package/contents', retold(/"items": \[.*?\n {2}\],\n/s, '"items": [],\n')],
  ['a sizheng.json that tells of a file twice', 'package/contents', resealed(tellTwice)],
  ['a check that it did not pass', 'package/contents', retold('"verdict": "pass"', '"verdict": "fail"')],
  ['another name than its folder', 'package/contents', retold(`"name": "${SMALL_NAME}"`, '"name": "别的"')],
  ['a file under the name of another, and back', 'package/altered', swap],
  ['a file emptied', 'package/altered', (bag) => bag.write(VIDEO, '')],
  ['a name in other case', 'package/renamed', (bag) => bag.rename(VIDEO, VIDEO.replace('mp4', 'MP4'))],
  ['litter of macOS', 'package/junk', (bag) => bag.write('data/.DS_Store', 'x')],
  ['a later version of BagIt', 'package/declaration', resealed((bag) => bag.replace('bagit.txt', '1.0', '2.0'))],
  ['a declaration with a mark', 'package/declaration', resealed((bag) => bag.replace('bagit.txt', /^/, '\uFEFF'))],
  ['a bag within a folder more', 'package/declaration', intoFolder],
];

/** One film that is counted as two. */
function tellTwice(bag: BagEditor): void {
  const manifest = JSON.parse(bag.text('sizheng.json'));
  manifest.items[0].assets.push(manifest.items[0].assets[0]);
  bag.write('sizheng.json', JSON.stringify(manifest));
}

function swap(bag: BagEditor): void {
  const [video, subtitles] = [bag.files.get(VIDEO), bag.files.get(SUBTITLES)];
  bag.write(VIDEO, subtitles as Buffer);
  bag.write(SUBTITLES, video as Buffer);
}

function intoFolder(bag: BagEditor): void {
  for (const path of [...bag.files.keys()]) bag.rename(path, `报送包/${path}`);
}

/** Bytes of the archive, whatever stands in them. */
const BYTES: [string, PackageRuleId, (bytes: Buffer) => Buffer][] = [
  ['cut short by a byte', 'package/unreadable', (bytes) => bytes.subarray(0, -1)],
  ['cut short within its directory', 'package/unreadable', (bytes) => bytes.subarray(0, -200)],
  ['cut short within a file', 'package/unreadable', (bytes) => bytes.subarray(0, 50_000)],
  ['empty', 'package/unreadable', () => Buffer.alloc(0)],
  ['without its beginning', 'package/structure', (bytes) => bytes.subarray(1000)],
  ['behind something else', 'package/structure', (bytes) => Buffer.concat([Buffer.from('#!/bin/sh\n'), bytes])],
  ['twice', 'package/structure', (bytes) => Buffer.concat([bytes, bytes])],
  ['with a hole in a file', 'package/damaged', (bytes) => Buffer.from(bytes).fill(0, 60_000, 70_000)],
  ['with a list that was damaged', 'package/damaged', damagedList],
  ['with two entries in one place', 'package/structure', onePlace],
];

/** One bit of a digest, so that it is another digest. */
function damagedList(bytes: Buffer): Buffer {
  const damaged = Buffer.from(bytes);
  const list = recordsOf(damaged).find(({ name }) => name.endsWith(`/${PAYLOAD_LIST}`));
  list?.data.write(list.data.toString('latin1', 0, 1) === '0' ? '1' : '0', 0, 'latin1');
  return damaged;
}

function onePlace(bytes: Buffer): Buffer {
  const damaged = Buffer.from(bytes);
  const [first, second] = recordsOf(damaged);
  second?.central.writeUInt32LE(first?.localOffset ?? 0, 42);
  return damaged;
}

describe('one fault, one finding: a ZIP', () => {
  it.each(EDITS)('with %s', async (_, rule, edit) => {
    const bag = new BagEditor(zip);
    edit(bag);
    expect(await rulesOf(await save(bag.zip()))).toEqual([rule]);
  });

  it.each(BYTES)('%s', async (_, rule, change) => {
    expect(await rulesOf(await save(change(zip)))).toEqual([rule]);
  });
});

type Change = (root: string) => Promise<unknown>;

async function changed(layout: keyof typeof folders, change: Change): Promise<string> {
  const root = join(await room.folder(), SMALL_NAME);
  await cp(folders[layout], root, { recursive: true });
  await change(root);
  return root;
}

const replacedByLink: Change = async (root) => {
  await rename(join(root, VIDEO), join(root, '..', '微课.mp4'));
  await symlink('../../../../微课.mp4', join(root, VIDEO));
};

const CHANGES: [keyof typeof folders, string, PackageRuleId, Change][] = [
  ['dir', 'with litter of Windows', 'package/junk', (root) => writeFile(join(root, 'data', 'Thumbs.db'), 'x')],
  ['dir', 'with litter of Windows at its root', 'package/junk', (root) => writeFile(join(root, 'desktop.ini'), 'x')],
  ['dir', 'with a link in place of a file', 'package/link', replacedByLink],
  ['dir', 'with a folder of version control', 'package/added', withFile('.git/config')],
  ['dir', 'with a folder of ours', 'package/added', withFile('data/.sizheng/cache.json')],
  ['upload', 'with litter of Windows', 'package/junk', (root) => writeFile(join(root, 'Thumbs.db'), 'x')],
  ['upload', 'with a file of its own', 'package/added', withFile('心理微课/备注.txt')],
  ['upload', 'with a folder renamed', 'package/renamed', (root) => rename(join(root, '心理微课'), join(root, '已传'))],
  ['upload', 'with another page', 'package/altered', (root) => writeFile(join(root, PAGE), '<p>')],
  ['upload', 'without its page', 'package/missing', (root) => rm(join(root, PAGE))],
  ['upload', 'without its log', 'package/declaration', (root) => rm(join(root, '上传台账.xlsx'))],
  ['upload', 'with a log of noise', 'package/upload-log', (root) => writeFile(join(root, '上传台账.xlsx'), 'x')],
];

function withFile(path: string): Change {
  return async (root) => {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), '[core]\n');
  };
}

describe('one fault, one finding: a folder', () => {
  const possible = CHANGES.filter(([, , , change]) => !(change === replacedByLink && process.platform === 'win32'));

  it.each(possible)('(%s) %s', async (layout, _, rule, change) => {
    expect(await rulesOf(await changed(layout, change))).toEqual([rule]);
  });
});

describe('no fault, no finding', () => {
  it('a ZIP that another program has compressed', async () => {
    expect(await outcomeAt(await save(Buffer.from(zipSync(unzipSync(zip), { level: 9 }))))).toEqual(FAULTLESS);
  });

  it('a ZIP with entries for its folders', async () => {
    const folder = { [`${SMALL_NAME}/data/`]: '', [`${SMALL_NAME}/`]: '' };
    expect(await outcomeAt(await save(new BagEditor(zip).zip(folder)))).toEqual(FAULTLESS);
  });

  it('a bag from before there was a page', async () => {
    const bag = new BagEditor(zip);
    bag.remove(PAGE);
    bag.replace('bag-info.txt', /^(BagIt-Profile-Identifier: ).*/m, '$1urn:uuid:f8217102-e058-4171-b4b4-b682b2178e47');
    bag.reseal();
    expect(await outcomeAt(await save(bag.zip()))).toEqual(FAULTLESS);
  });

  it('a folder that goes by another name, and holds an empty one', async () => {
    const root = await changed('dir', (from) => mkdir(join(from, 'data', '空')));
    await rename(root, `${root}-收到`);
    expect(await outcomeAt(`${root}-收到`)).toEqual(FAULTLESS);
  });
});
