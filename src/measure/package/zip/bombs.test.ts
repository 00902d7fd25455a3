import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { PackageRoom } from '../reading-for-tests.ts';
import { bagFiles, entriesOf, makeZip, type TestEntry } from '../zip-for-tests.ts';

const room = new PackageRoom();
afterAll(() => room.close());

const MIB = 1 << 20;
const tooLarge = (limit: string, actual: number, max: number, path: string | null = null) => ({
  type: 'too-large',
  ...{ limit, actual, max, path },
});

describe('stops before anything is inflated', () => {
  it('at an entry that inflates a thousand times', async () => {
    const zip = makeZip([{ name: 'zeros', data: Buffer.alloc(65 * MIB), deflated: true }]);
    const { stopped, files } = await room.readZip(zip);
    expect(stopped).toEqual(tooLarge('ratio', expect.any(Number) as number, 200, 'zeros'));
    expect(files).toEqual([expect.objectContaining({ path: 'zeros', digests: {} })]);
  });

  it('at many that are small each', async () => {
    const data = Buffer.alloc(4 * MIB);
    const zip = makeZip(Array.from({ length: 20 }, (_, index) => ({ name: `${index}`, data, deflated: true })));
    expect((await room.readZip(zip)).stopped).toMatchObject({ limit: 'ratio', path: null });
  });

  it('unless it is told that this is meant', async () => {
    const zip = makeZip([{ name: 'zeros', data: Buffer.alloc(65 * MIB), deflated: true }]);
    const { stopped, files } = await room.readZip(zip, { limits: { maxRatio: 2000 } });
    expect([stopped, files[0]?.faults]).toEqual([null, []]);
  });

  it('at more bytes than a batch has, told entry by entry', async () => {
    const entries = ['a', 'b'].map((name) => ({ name, sizeBytes: 2 ** 32 - 2, compressedBytes: 0 }));
    const { stopped } = await room.readZip(makeZip(entries), { limits: { maxTotalBytes: 2 ** 32 } });
    expect(stopped).toEqual(tooLarge('total', 2 ** 33 - 4, 2 ** 32, 'b'));
  });

  it('at sizes that no number holds', async () => {
    const entries = [{ name: 'a', zip64: true, central: (header: Buffer) => void header.fill(0xff, 51, 67) }];
    expect((await room.readZip(makeZip(entries))).stopped).toMatchObject({ limit: 'total', path: 'a' });
  });

  it('at more entries than the limit, and holds none of them', async () => {
    const entries = Array.from({ length: 11 }, (_, index) => ({ name: `${index}` }));
    const { stopped, files } = await room.readZip(makeZip(entries), { limits: { maxEntries: 10 } });
    expect([stopped, files]).toEqual([tooLarge('entries', 11, 10), []]);
  });

  it('at as many entries, though fewer are said to be there', async () => {
    const entries = Array.from({ length: 11 }, (_, index) => ({ name: `${index}` }));
    const zip = makeZip(entries, { end: (record) => void record.writeUInt16LE(3, 10) });
    expect((await room.readZip(zip, { limits: { maxEntries: 10 } })).stopped).toEqual(tooLarge('entries', 11, 10));
  });

  it('at a directory of endless names', async () => {
    const entries = Array.from({ length: 10 }, (_, index) => ({ name: `${index}${'x'.repeat(60_000)}` }));
    const { stopped } = await room.readZip(makeZip(entries), { limits: { maxDirectoryBytes: 100_000 } });
    expect(stopped).toMatchObject({ limit: 'directory', max: 100_000 });
  });

  it('at more faults than anybody would mend', async () => {
    const entries = Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}`, comment: 'x' }));
    const { stopped, structure } = await room.readZip(makeZip(entries));
    expect(stopped).toEqual(tooLarge('faults', 10_001, 10_000));
    expect(structure).toHaveLength(10_000);
  });

  it('at lists of more lines than there can be files', async () => {
    const files = { ...bagFiles({ 'data/a': 'a' }), 'manifest-md5.txt': 'x\n'.repeat(30) };
    const { stopped } = await room.readZip(makeZip(entriesOf(files)), { limits: { maxEntries: 10 } });
    expect(stopped).toEqual(tooLarge('entries', 21, 20, 'manifest-md5.txt'));
  });
});

describe('reads', () => {
  it('entries over one another once, and names the rest', async () => {
    // After D. Fifield, "A better zip bomb" (WOOT 2019): many headers, one kernel of data.
    const kernel = deflateRawSync(Buffer.alloc(MIB));
    const first: TestEntry = { name: 'a', method: 8, data: kernel, sizeBytes: MIB };
    const others = Array.from({ length: 5 }, (_, index) => ({
      ...first,
      name: `b${index}`,
      compressedBytes: kernel.length - 40,
      offset: 40 + index,
    }));
    const { stopped, structure, files } = await room.readZip(makeZip([first, ...others]));
    expect(stopped).toBeNull();
    expect(structure.filter(({ fault }) => fault === 'overlap').map(({ path }) => path)).toEqual([
      'b0',
      'b1',
      'b2',
      'b3',
      'b4',
    ]);
    expect(files.filter(({ digests }) => digests.sha256 !== undefined).map(({ path }) => path)).toEqual(['a']);
  });

  it('no further than an entry says, though it inflates to much more', async () => {
    const entry = { name: 'a', data: Buffer.alloc(60 * MIB), deflated: true, sizeBytes: 10, crc32: 0 };
    const { files } = await room.readZip(makeZip([entry]));
    const [fault] = files[0]?.faults ?? [];
    expect(fault).toMatchObject({ type: 'size' });
    expect(fault?.type === 'size' ? fault.actualBytes : 0).toBeLessThan(MIB);
  });

  it('an archive in an archive as the file that it is', async () => {
    const inner = makeZip([{ name: 'zeros', data: Buffer.alloc(60 * MIB), deflated: true }]);
    const { stopped, files } = await room.readZip(makeZip([{ name: 'inner.zip', data: inner }]));
    expect([stopped, files.map(({ faults }) => faults)]).toEqual([null, [[]]]);
  });

  it('a list that is too large as a file alone, and says so', async () => {
    const files = { ...bagFiles({ 'data/a': 'a' }), 'bag-info.txt': 'x'.repeat(MIB + 1) };
    const facts = await room.readZip(makeZip(entriesOf(files)));
    const info = facts.files.find(({ path }) => path === 'bag-info.txt');
    expect(info?.faults).toEqual([{ type: 'data', detail: `more than ${MIB} bytes: too large for a list` }]);
    expect(facts.bag?.info).toEqual({ tags: [], badLines: [] });
  });
});
