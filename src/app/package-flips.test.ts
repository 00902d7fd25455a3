/** One bit of a package turned over, at hundreds of places: it is told, or lies in a field that no reader of a bag uses. */
import { open, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_LIMITS } from '../measure/package/limits.ts';
import { readZipPackage } from '../measure/package/read-package.ts';
import type { PackageFacts } from '../model/package-facts.ts';
import type { Finding } from '../model/report.ts';
import { outcomeAt, PackageRoom } from './package-room-for-tests.ts';
import { type EntryRecords, recordsOf } from './package-zip-for-tests.ts';
import { judgeFacts, verify } from './verify.ts';

type Field = readonly [offset: number, name: string];

/** APPNOTE 4.3.7; the name comes last. */
const LOCAL_FIELDS: readonly Field[] = [
  [0, 'local file header signature'],
  [4, 'version needed to extract'],
  [6, 'general purpose bit flag'],
  [8, 'compression method'],
  [10, 'last mod file time'],
  [12, 'last mod file date'],
  [14, 'crc-32'],
  [18, 'compressed size'],
  [22, 'uncompressed size'],
  [26, 'file name length'],
  [28, 'extra field length'],
  [30, 'file name'],
];

/** APPNOTE 4.3.12; the name comes last. */
const CENTRAL_FIELDS: readonly Field[] = [
  [0, 'central file header signature'],
  [4, 'version made by'],
  [6, 'version needed to extract'],
  [8, 'general purpose bit flag'],
  [10, 'compression method'],
  [12, 'last mod file time'],
  [14, 'last mod file date'],
  [16, 'crc-32'],
  [20, 'compressed size'],
  [24, 'uncompressed size'],
  [28, 'file name length'],
  [30, 'extra field length'],
  [32, 'file comment length'],
  [34, 'disk number start'],
  [36, 'internal file attributes'],
  [38, 'external file attributes'],
  [42, 'relative offset of local header'],
  [46, 'file name'],
];

/**
 * No byte of a file depends on them: who wrote the archive, whether a file is said to be text, and its permissions. What of
 * the permissions says that it is a link or a folder is told.
 */
const UNUSED_FIELDS = ['version made by', 'internal file attributes', 'external file attributes'];

interface Flip {
  readonly offset: number;
  readonly bit: number;
  /** `data`, `end record`, or a header's field. */
  readonly field: string;
  /** The entry it lies in, from the base folder. */
  readonly path: string | null;
}

const SEED = 20270609;

/** Mulberry32: the same numbers on every machine. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pick = seeded(SEED);
/** Whose headers are gone through byte by byte. */
const DISSECTED = ['bagit.txt', '微课.mp4', 'tagmanifest-sha256.txt'];
const DATA_FLIPS = 10;
const NAME_FLIPS = 8;

function flipsOf(zip: Buffer): Flip[] {
  const entries = recordsOf(zip);
  const end = Array.from({ length: 22 }, (_, at) => flip(zip.length - 22 + at, 'end record', null));
  return [...entries.flatMap(dataFlips), ...entries.filter(isDissected).flatMap(headerFlips), ...end];
}

function isDissected({ name }: EntryRecords): boolean {
  return DISSECTED.includes(name.slice(name.lastIndexOf('/') + 1));
}

function dataFlips(entry: EntryRecords): Flip[] {
  const { dataOffset, data } = entry;
  return Array.from({ length: DATA_FLIPS }, () => flip(dataOffset + pick(data.length), 'data', pathOf(entry)));
}

function headerFlips(entry: EntryRecords): Flip[] {
  const { local, central, localOffset, centralOffset } = entry;
  return [
    ...fieldFlips(entry, local, localOffset, LOCAL_FIELDS),
    ...fieldFlips(entry, central, centralOffset, CENTRAL_FIELDS),
  ];
}

/** One in each byte of the fixed fields, and some in the name behind them. */
function fieldFlips(entry: EntryRecords, { length }: Buffer, offset: number, fields: readonly Field[]): Flip[] {
  const [nameAt] = fields.at(-1) as Field;
  const inName = Array.from({ length: NAME_FLIPS }, () => nameAt + pick(length - nameAt));
  return [...Array(nameAt).keys(), ...inName].map((at) => flip(offset + at, fieldAt(at, fields), pathOf(entry)));
}

function fieldAt(at: number, fields: readonly Field[]): string {
  return fields.findLast(([start]) => start <= at)?.[1] as string;
}

function flip(offset: number, field: string, path: string | null): Flip {
  return { offset, bit: 1 << pick(8), field, path };
}

function pathOf({ name }: EntryRecords): string {
  return name.slice(name.indexOf('/') + 1);
}

let room: PackageRoom;
let path: string;
let receipt: string;
let zip: Buffer;
let flips: Flip[];
beforeAll(async () => {
  room = await PackageRoom.open();
  const made = await room.pack(await room.copySmall());
  path = made.path;
  receipt = made.receiptPath as string;
  zip = await readFile(path);
  flips = flipsOf(zip);
});
afterAll(() => room.close());

/** The package while one bit of it is turned over. */
async function flipped<T>({ offset, bit }: Flip, look: () => Promise<T>): Promise<T> {
  const byte = zip.readUInt8(offset);
  await writeByte(byte ^ bit, offset);
  return look().finally(() => writeByte(byte, offset));
}

async function writeByte(byte: number, offset: number): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.write(Buffer.from([byte]), 0, 1, offset);
  await handle.close();
}

/** What is found with each of them turned over by itself. */
async function findingsOf(each: readonly Flip[]): Promise<Map<Flip, Finding[]>> {
  const { signal } = new AbortController();
  const options = { limits: PACKAGE_LIMITS, fast: false, wholeDigest: false, signal };
  const packages: PackageFacts[] = [];
  for (const [index, one] of each.entries())
    packages.push(await flipped(one, () => readZipPackage(String(index), path, options)));
  const { findings } = await judgeFacts(packages, {});
  const errors = findings.filter(({ severity }) => severity === 'error');
  return new Map(each.map((one, index) => [one, errors.filter(({ place }) => place.package === String(index))]));
}

const STRUCTURE = new Set(['package/structure', 'package/unreadable', 'package/too-large']);

/** A finding names the file, or what of the ZIP does not hold. */
function isNamed(findings: readonly Finding[], { path: inside }: Flip): boolean {
  return findings.some(({ rule, place }) => STRUCTURE.has(rule) || [place.path, place.other].includes(inside ?? ''));
}

describe(`flips with seed ${SEED}`, () => {
  it('are told, or lie in fields that no reader uses', async () => {
    const found = await findingsOf(flips);
    const silent = flips.filter((one) => !isNamed(found.get(one) ?? [], one));
    expect(flips.length).toBeGreaterThan(400);
    expect(silent.filter(({ field }) => !UNUSED_FIELDS.includes(field))).toEqual([]);
    expect([...new Set(silent.map(({ field }) => field))]).toEqual(UNUSED_FIELDS);
  });

  it('are told by the receipt, wherever they lie', async () => {
    for (const one of flips.filter(({ field }) => UNUSED_FIELDS.includes(field))) {
      const { findings } = await flipped(one, () => verify([path], { receipt }));
      expect(findings).not.toEqual([]);
    }
  });

  it('of data are damage to that file, and nothing else', async () => {
    const inData = flips.filter(({ field }) => field === 'data').filter((_, index) => index % DATA_FLIPS === 0);
    for (const one of inData) {
      const damage = {
        findings: [{ rule: 'package/damaged', severity: 'error', place: { path: one.path } }],
        failed: ['package/damaged'],
        verdict: 'fail',
        exitCode: 1,
      };
      expect(await flipped(one, () => outcomeAt(path))).toEqual(damage);
      expect(await flipped(one, () => outcomeAt(path, { fast: true }))).toEqual(damage);
    }
  });
});
