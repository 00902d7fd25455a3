import { afterAll, expect, it } from 'vitest';
import type { StructureFault } from '../../../model/package-facts.ts';
import { PackageRoom } from '../reading-for-tests.ts';
import { bagFiles, entriesOf, makeZip, type TestArchive, type TestEntry, uint64 } from '../zip-for-tests.ts';

const room = new PackageRoom();
afterAll(() => room.close());

const BAG = entriesOf(bagFiles({ 'data/a.txt': 'alpha', 'data/微课/b.txt': 'beta'.repeat(100) }));
const [FIRST, SECOND, ...REST] = BAG as [TestEntry, TestEntry, ...TestEntry[]];
const A = 'data/a.txt';
const B = 'data/微课/b.txt';
const FIRST_BYTES = 30 + 'bag/data/a.txt'.length + 'alpha'.length;
const LENGTH = makeZip(BAG).length;

type Case = [string, readonly TestEntry[], TestArchive, Partial<StructureFault>[]];

function firstWith(changes: Partial<TestEntry>): TestEntry[] {
  return [{ ...FIRST, ...changes }, SECOND, ...REST];
}

const spoilt = (at: number, value: number) => (bytes: Buffer) => void bytes.writeUInt16LE(value, at);

const ENDS: Case[] = [
  ['a comment', BAG, { comment: 'hi' }, [{ fault: 'comment', field: '.ZIP file comment', offset: LENGTH, bytes: 2 }]],
  ['bytes after it', BAG, { suffix: Buffer.alloc(3) }, [{ fault: 'trailing-data', offset: LENGTH, bytes: 3 }]],
  [
    'a comment that is cut off',
    BAG,
    { end: spoilt(20, 7) },
    [
      { fault: 'comment', bytes: 7 },
      { fault: 'out-of-bounds', field: '.ZIP file comment length', bytes: 7 },
    ],
  ],
  ['one of several disks', BAG, { end: spoilt(4, 1) }, [{ fault: 'multi-disk', field: 'number of this disk' }]],
  [
    'the directory on another disk',
    BAG,
    { end: spoilt(6, 1) },
    [{ fault: 'multi-disk', field: 'number of the disk with the start of the central directory' }],
  ],
  [
    'another number of entries',
    BAG,
    { end: spoilt(10, 9) },
    [
      { fault: 'count', field: 'total number of entries in the central directory on this disk' },
      { fault: 'count', field: 'total number of entries in the central directory' },
    ],
  ],
  ['another size', BAG, { end: spoilt(12, 99) }, [{ fault: 'directory-size', field: 'size of the central directory' }]],
  [
    'another offset',
    BAG,
    { end: spoilt(16, 3) },
    [{ fault: 'bad-signature', field: 'central file header signature', offset: 3 }],
  ],
];

const ZIP64: Case[] = [
  ...(
    [
      ['zip64 end of central dir signature', 'end64', 0],
      ['size of zip64 end of central directory record', 'end64', 4],
      ['relative offset of the zip64 end of central directory record', 'locator', 8],
    ] as const
  ).map(
    ([field, record, at]): Case => [
      `another ${field}`,
      BAG,
      { zip64: true, [record]: spoilt(at, 99) },
      [{ fault: 'zip64', field }],
    ],
  ),
  [
    'a locator on another disk',
    BAG,
    { zip64: true, locator: spoilt(4, 1) },
    [{ fault: 'multi-disk', field: 'number of the disk with the start of the zip64 end of central directory' }],
  ],
  [
    'a locator of several disks',
    BAG,
    { zip64: true, locator: spoilt(16, 2) },
    [{ fault: 'multi-disk', field: 'total number of disks' }],
  ],
  [
    'a locator that is missing',
    BAG,
    { zip64: true, locator: spoilt(0, 0) },
    [
      { fault: 'zip64', field: 'size of the central directory' },
      { fault: 'zip64', field: 'offset of start of central directory with respect to the starting disk number' },
      { fault: 'count' },
      { fault: 'directory-size' },
      { fault: 'bad-signature', field: 'central file header signature' },
      { fault: 'leading-data' },
    ],
  ],
  [
    'two numbers that differ',
    BAG,
    { zip64: true, end: spoilt(8, 9) },
    [
      { fault: 'zip64', field: 'total number of entries in the central directory on this disk' },
      { fault: 'count', field: 'total number of entries in the central directory on this disk' },
    ],
  ],
  [
    'sizes that nothing asks for',
    firstWith({ extra: Buffer.concat([Buffer.from('01000800', 'hex'), uint64(5)]) }),
    {},
    [
      { fault: 'extra-field', field: 'Zip64 extended information extra field', path: A },
      { fault: 'extra-field', field: 'Zip64 extended information extra field', path: A },
    ],
  ],
  [
    'sizes in a local header beside those of ZIP64',
    firstWith({ zip64: true, local: spoilt(18, 7) }),
    {},
    [{ fault: 'local-differs', field: 'compressed size', path: A, offset: 18 }],
  ],
];

const PLACES: Case[] = [
  [
    'bytes before it that its offsets count',
    firstWith({ gap: Buffer.alloc(9) }),
    {},
    [{ fault: 'leading-data', offset: 0, bytes: 9 }],
  ],
  ['bytes before it that they do not', BAG, { prefix: Buffer.alloc(9) }, [{ fault: 'leading-data', bytes: 9 }]],
  [
    'the same in ZIP64',
    BAG.map((entry) => ({ ...entry, zip64: true })),
    { prefix: Buffer.alloc(9), zip64: true },
    [{ fault: 'leading-data', offset: 0, bytes: 9 }],
  ],
  [
    'a gap',
    [FIRST, { ...SECOND, gap: Buffer.alloc(5) }, ...REST],
    {},
    [{ fault: 'gap', offset: FIRST_BYTES, path: null, bytes: 5 }],
  ],
  ['a gap before the directory', BAG, { gap: Buffer.alloc(5) }, [{ fault: 'gap', bytes: 5 }]],
  ['a folder with data', [{ name: 'bag/x/', data: '123' }, ...BAG], {}, [{ fault: 'gap', path: 'x/', bytes: 3 }]],
  [
    'an entry past the end',
    [FIRST, { ...SECOND, offset: 1 << 30 }, ...REST],
    {},
    [
      { fault: 'gap', offset: FIRST_BYTES },
      { fault: 'out-of-bounds', field: 'relative offset of local header', path: B },
    ],
  ],
  [
    'data past the end',
    [FIRST, { ...SECOND, compressedBytes: 1 << 30, sizeBytes: 1 << 30 }, ...REST],
    {},
    [{ fault: 'out-of-bounds', field: 'compressed size', path: B }],
  ],
  [
    'two entries in one place',
    [FIRST, { ...FIRST, name: 'bag/data/c.txt', offset: 0 }, SECOND, ...REST],
    {},
    [
      { fault: 'overlap', path: 'data/c.txt', offset: 0, bytes: FIRST_BYTES },
      { fault: 'gap', offset: FIRST_BYTES, bytes: FIRST_BYTES },
    ],
  ],
  [
    'an entry that reaches into the next',
    firstWith({ compressedBytes: 30, sizeBytes: 30 }),
    {},
    [{ fault: 'overlap', path: B, bytes: 25 }],
  ],
];

const HEADERS: Case[] = [
  [
    'an entry on another disk',
    firstWith({ central: spoilt(34, 1) }),
    {},
    [{ fault: 'multi-disk', field: 'disk number start', path: A }],
  ],
  [
    'a directory header without its signature',
    firstWith({ central: spoilt(0, 0) }),
    {},
    [{ fault: 'bad-signature', field: 'central file header signature' }],
  ],
  [
    'a local header without its signature',
    firstWith({ local: spoilt(0, 0) }),
    {},
    [{ fault: 'bad-signature', field: 'local file header signature', path: A, offset: 0 }],
  ],
  [
    'something else in its place',
    firstWith({ local: (header) => void header.fill(0) }),
    {},
    [{ fault: 'bad-signature', field: 'local file header signature', path: A, offset: 0 }],
  ],
  [
    'an extra field past its end',
    firstWith({ extra: Buffer.from('55540900', 'hex') }),
    {},
    [
      { fault: 'extra-field', field: 'extra field', path: A },
      { fault: 'extra-field', field: 'extra field', path: A },
    ],
  ],
  [
    'a comment of an entry',
    firstWith({ comment: 'hi' }),
    {},
    [{ fault: 'comment', field: 'file comment', path: A, bytes: 2 }],
  ],
  ...(
    [
      ['version needed to extract', 4],
      ['general purpose bit flag', 6],
      ['compression method', 8],
      ['last mod file time', 10],
      ['last mod file date', 12],
      ['crc-32', 14],
      ['compressed size', 18],
      ['uncompressed size', 22],
      ['file name', 30],
    ] as const
  ).map(
    ([field, at]): Case => [
      `another ${field} in the local header`,
      firstWith({ local: spoilt(at, 99) }),
      {},
      [{ fault: 'local-differs', field, path: A, offset: at }],
    ],
  ),
  ...(
    [
      ['data descriptor signature', 0],
      ['crc-32', 4],
      ['compressed size', 8],
      ['uncompressed size', 12],
    ] as const
  ).map(
    ([field, at]): Case => [
      `another ${field} in the data descriptor`,
      firstWith({ descriptor: { signed: true, wide: false }, spoilDescriptor: spoilt(at, 99) }),
      {},
      [{ fault: 'descriptor-differs', field, path: A, offset: FIRST_BYTES }],
    ],
  ),
  [
    'no data descriptor where one is said to be',
    firstWith({ flags: 0x0808 }),
    {},
    [{ fault: 'descriptor-differs', field: null, path: A }],
  ],
  [
    'a local header with other sizes, though a descriptor follows',
    firstWith({ descriptor: { signed: true, wide: false }, local: spoilt(18, 4) }),
    {},
    [{ fault: 'local-differs', field: 'compressed size', path: A }],
  ],
];

it.each([...ENDS, ...ZIP64, ...PLACES, ...HEADERS])('%s', async (_, entries, archive, expected) => {
  const { structure } = await room.readZip(makeZip(entries, archive));
  expect(structure).toEqual(expected.map((fault) => expect.objectContaining(fault)));
});
