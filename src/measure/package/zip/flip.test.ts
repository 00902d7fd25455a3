import { afterAll, describe, expect, it } from 'vitest';
import { isSound, PackageRoom } from '../reading-for-tests.ts';
import { bagFiles, entriesOf, makeZip } from '../zip-for-tests.ts';

const room = new PackageRoom();
afterAll(() => room.close());

const ENTRIES = entriesOf(bagFiles({ 'data/a.txt': 'alpha' }));

/**
 * Bits that no reader goes by, by position in a header of the directory: `version made by`, `internal file attributes`, and of
 * the external ones permissions, the flags of DOS but for folder and reparse point, and whether a plain file is called one.
 */
const UNREAD_IN_HEADER: Readonly<Record<number, number>> = {
  4: 0xff,
  5: 0xff,
  36: 0xff,
  37: 0xff,
  38: 0xef,
  39: 0xfb,
  40: 0xff,
  41: 0x8f,
};
/** In the ZIP64 end record: `version made by` and `version needed to extract`. */
const UNREAD_IN_END64: Readonly<Record<number, number>> = { 12: 0xff, 13: 0xff, 14: 0xff, 15: 0xff };

function positionsOf(zip: Buffer, signature: string): number[] {
  const found: number[] = [];
  for (let at = zip.indexOf(signature, 0, 'latin1'); at >= 0; at = zip.indexOf(signature, at + 4, 'latin1')) {
    found.push(at);
  }
  return found;
}

function unreadPositions(zip: Buffer, bitAt: (at: number) => number): number[] {
  const within = (signature: string, table: Readonly<Record<number, number>>) =>
    positionsOf(zip, signature).flatMap((start) =>
      Object.entries(table).flatMap(([at, bits]) => {
        const position = start + Number(at);
        return (bits & bitAt(position)) === 0 ? [] : [position];
      }),
    );
  return [...within('PK\x01\x02', UNREAD_IN_HEADER), ...within('PK\x06\x06', UNREAD_IN_END64)].sort((a, b) => a - b);
}

async function unnoticedPositions(zip: Buffer, bitAt: (at: number) => number): Promise<number[]> {
  const unnoticed: number[] = [];
  for (let at = 0; at < zip.length; at += 1) {
    const flipped = Buffer.from(zip);
    flipped[at] = (flipped[at] as number) ^ bitAt(at);
    if (isSound(await room.readZip(flipped))) unnoticed.push(at);
  }
  return unnoticed;
}

// Every bit of every form by hand (`FLIP_ALL=1`, minutes); else one bit of each byte of what this program writes.
const ALL = process.env.FLIP_ALL !== undefined;

describe('one flipped bit is noticed wherever it is, but for the bits that no reader goes by', () => {
  const forms: [string, Buffer][] = [
    ['as this program writes it', makeZip(ENTRIES)],
    [
      'in ZIP64',
      makeZip(
        ENTRIES.map((entry) => ({ ...entry, zip64: true })),
        { zip64: true },
      ),
    ],
    ['with data descriptors', makeZip(ENTRIES.map((one) => ({ ...one, descriptor: { signed: true, wide: false } })))],
  ];

  it.each(ALL ? forms : forms.slice(0, 1))(
    '%s',
    async (_, zip) => {
      expect(isSound(await room.readZip(zip))).toBe(true);
      for (let shift = 0; shift < (ALL ? 8 : 1); shift += 1) {
        const bitAt = (at: number) => 1 << ((at + shift) % 8);
        expect(await unnoticedPositions(zip, bitAt)).toEqual(unreadPositions(zip, bitAt));
      }
    },
    600_000,
  );
});
