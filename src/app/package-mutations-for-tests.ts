/** For each rule over packages one change of a good package that breaks it, and nothing else. Used by tests only. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { PackageRuleId } from '../model/package-params.ts';
import type { Place } from '../model/rule.ts';
import type { Severity } from '../model/spec.ts';
import { BagEditor, type EntryRecords, patchFile, recordsOf } from './package-zip-for-tests.ts';
import { LESSON_INTRO, type Sample } from './sample-for-tests.ts';
import type { VerifyOptions } from './verify.ts';

/** A package that a mutation may change, with what stands beside it. */
export interface GoodPackage {
  /** The ZIP, or the folder. */
  readonly path: string;
  /** The receipt, as JSON. */
  readonly receipt: string;
  /** What it was made from. */
  readonly sample: Sample;
}

export interface PackageMutation {
  /** Plain folders in place of a bag. */
  readonly layout?: 'upload';
  /** Gives the options that the package is verified with. */
  mutate(made: GoodPackage): Promise<VerifyOptions | undefined>;
  readonly severity: Severity;
  /** All that the finding says of its place, beside the package. */
  readonly place: Place;
}

const WORK = 'data/心理微课/01-情绪管理与压力释放-示范大学';
export const VIDEO = `${WORK}/微课.mp4`;
export const SUBTITLES = `${WORK}/字幕.srt`;
export const INTRO = `${WORK}/简介.docx`;

/** Put together again by another program after a change. */
function edited(change: (bag: BagEditor) => unknown, beside: Readonly<Record<string, string>> = {}) {
  return async ({ path }: GoodPackage) => {
    await patchFile(path, (zip) => {
      const bag = new BagEditor(zip);
      change(bag);
      return bag.zip(beside);
    });
    return undefined;
  };
}

/** Changed by somebody who mended the list of tag files as well. */
function forged(change: (bag: BagEditor) => unknown) {
  return edited((bag) => {
    change(bag);
    bag.reseal();
  });
}

/** One entry's records changed where they lie. */
function patched(inside: string, change: (records: EntryRecords) => unknown) {
  return async ({ path }: GoodPackage) => {
    await patchFile(path, (zip) => {
      change(recordsOf(zip).find(({ name }) => name.endsWith(`/${inside}`)) as EntryRecords);
      return zip;
    });
    return undefined;
  };
}

/** The general purpose bit flag stands in both headers (APPNOTE 4.4.4). */
function setFlags({ local, central }: EntryRecords, change: (flags: number) => number): void {
  local.writeUInt16LE(change(local.readUInt16LE(6)), 6);
  central.writeUInt16LE(change(central.readUInt16LE(8)), 8);
}

const ENCRYPTED = 1;
const UTF8 = 1 << 11;
const LINK = 0o120777;

/** The digest of a row taken out of the log, as by somebody who cleared a cell. */
function withoutDigest(xlsx: Buffer): Buffer {
  const parts = Object.entries(unzipSync(xlsx)).map(([name, bytes]): [string, Uint8Array] => [
    name,
    Buffer.from(
      Buffer.from(bytes)
        .toString()
        .replace(/>[0-9a-f]{64}</, '><'),
    ),
  ]);
  return Buffer.from(zipSync(Object.fromEntries(parts)));
}

const LOG = '上传台账.xlsx';

export const PACKAGE_MUTATIONS = {
  'package/unreadable': {
    async mutate({ path }) {
      await patchFile(path, (zip) => zip.subarray(0, zip.length / 2));
      return undefined;
    },
    severity: 'error',
    place: {},
  },
  'package/too-large': { mutate: async () => ({ limits: { maxEntries: 5 } }), severity: 'error', place: {} },
  'package/declaration': {
    mutate: edited((bag) => bag.remove('bagit.txt')),
    severity: 'error',
    place: { path: 'bagit.txt' },
  },
  'package/structure': {
    async mutate({ path }) {
      await patchFile(path, (zip) => Buffer.concat([zip, Buffer.from('\n')]));
      return undefined;
    },
    severity: 'error',
    place: {},
  },
  'package/damaged': {
    mutate: patched(VIDEO, ({ data }) => data.writeUInt8(data.readUInt8(1000) ^ 1, 1000)),
    severity: 'error',
    place: { path: VIDEO },
  },
  'package/unsupported': {
    mutate: patched(INTRO, (records) => setFlags(records, (flags) => flags | ENCRYPTED)),
    severity: 'error',
    place: { path: INTRO },
  },
  'package/unsafe-path': { mutate: edited(() => undefined, { '../evil.txt': 'x' }), severity: 'error', place: {} },
  'package/link': {
    mutate: patched(SUBTITLES, ({ central }) => central.writeUInt16LE(LINK, 40)),
    severity: 'error',
    place: { path: SUBTITLES },
  },
  'package/name-encoding': {
    mutate: patched(VIDEO, (records) => setFlags(records, (flags) => flags & ~UTF8)),
    severity: 'warning',
    place: { path: VIDEO },
  },
  'package/name-clash': {
    mutate: edited((bag) => bag.addListed(`${WORK}/微课.MP4`, 'another')),
    severity: 'warning',
    place: { path: VIDEO, other: `${WORK}/微课.MP4` },
  },
  'package/junk': {
    mutate: edited((bag) => bag.addListed(`${WORK}/Thumbs.db`, 'x')),
    severity: 'warning',
    place: {},
  },
  'package/bag-info': {
    mutate: forged((bag) => bag.write('bag-info.txt', `${bag.text('bag-info.txt')}no colon here\n`)),
    severity: 'error',
    place: { path: 'bag-info.txt', line: 8 },
  },
  'package/oxum': {
    mutate: forged((bag) => bag.replace('bag-info.txt', /^Payload-Oxum: \d+/m, 'Payload-Oxum: 1')),
    severity: 'error',
    place: { path: 'bag-info.txt' },
  },
  'package/manifest': {
    mutate: forged((bag) => bag.write('manifest-sha256.txt', `${bag.text('manifest-sha256.txt')}no digest\n`)),
    severity: 'error',
    place: { path: 'manifest-sha256.txt', line: 4 },
  },
  'package/fetch': {
    // Of a bag of another maker: our own profile allows no fetch.txt at all.
    mutate: forged((bag) => {
      bag.remove('sizheng.json');
      bag.replace('bag-info.txt', /^BagIt-Profile-Identifier: .*\n/m, '');
      bag.write('fetch.txt', 'nowhere\n');
    }),
    severity: 'error',
    place: { path: 'fetch.txt', line: 1 },
  },
  'package/missing': { mutate: edited((bag) => bag.remove(VIDEO)), severity: 'error', place: { path: VIDEO } },
  'package/added': {
    mutate: edited((bag) => bag.write(`${WORK}/花絮.mp4`, 'x')),
    severity: 'error',
    place: { path: `${WORK}/花絮.mp4` },
  },
  'package/altered': {
    mutate: edited((bag) => bag.replace(SUBTITLES, '00:00', '00:01')),
    severity: 'error',
    place: { path: SUBTITLES },
  },
  'package/renamed': {
    mutate: edited((bag) => bag.rename(VIDEO, `${WORK}/微课(1).mp4`)),
    severity: 'error',
    place: { path: `${WORK}/微课(1).mp4`, other: VIDEO },
  },
  'package/duplicated': {
    mutate: edited((bag) => bag.write(`${WORK}/微课 - 副本.mp4`, bag.files.get(VIDEO) as Buffer)),
    severity: 'error',
    place: { path: `${WORK}/微课 - 副本.mp4`, other: VIDEO },
  },
  'package/contents': {
    mutate: forged((bag) => bag.replace('sizheng.json', /"sizeBytes": \d+/, '"sizeBytes": 1')),
    severity: 'error',
    place: { path: VIDEO },
  },
  'package/profile': {
    mutate: forged((bag) => bag.replace('bag-info.txt', /^Bag-Size: .*\n/m, '')),
    severity: 'error',
    place: { path: 'bag-info.txt' },
  },
  'package/draft': {
    mutate: forged((bag) => bag.replace('sizheng.json', '"draft": false', '"draft": true')),
    severity: 'warning',
    place: {},
  },
  'package/upload-log': {
    layout: 'upload',
    async mutate({ path }) {
      await patchFile(join(path, LOG), withoutDigest);
      return undefined;
    },
    severity: 'error',
    place: { path: LOG, line: 2 },
  },
  'package/receipt': {
    async mutate({ receipt }) {
      const claims = JSON.parse(await readFile(receipt, 'utf8'));
      const other = '0'.repeat(64);
      await writeFile(receipt, JSON.stringify({ ...claims, sha256: other, contentSha256: other }));
      return { receipt };
    },
    severity: 'error',
    place: {},
  },
  'package/source': {
    async mutate({ sample }) {
      await sample.patch(LESSON_INTRO, (bytes) => Buffer.concat([bytes, Buffer.alloc(1)]));
      return { against: sample.root };
    },
    severity: 'error',
    place: { path: INTRO },
  },
} as const satisfies Record<PackageRuleId, PackageMutation>;
