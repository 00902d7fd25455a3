/** Both writers, read by a reader that is not ours. */
import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { PassThrough, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPromise, type Entry as ZipEntry } from 'yauzl';
import { SLAB_BYTES } from '../../util/hash-threads.ts';
import { contentOf, Sources } from '../sources-for-tests.ts';
import { writePackage } from '../writer.ts';
import { dosTime } from './dos-time.ts';
import { ZipFileWriter } from './zip-file-writer.ts';
import { ZipStreamWriter } from './zip-stream-writer.ts';

const MOMENT = Date.parse('2027-06-09T15:00:20Z');
const LARGE = randomBytes(2 * SLAB_BYTES + 7);

let sources: Sources;
beforeEach(() => {
  sources = new Sources();
});
afterEach(() => sources.close());

function sample() {
  return contentOf({
    'data/心理微课/01-睡眠/微课.mp4': sources.file('微课.mp4', LARGE),
    'data/心理微课/01-睡眠/简介.txt': '简介',
    'data/空.txt': sources.file('空', ''),
    'data/小.srt': sources.file('小', '1\n'),
  });
}

async function writeFile(path: string): Promise<number> {
  const handle = await open(path, 'wx');
  const { sizeBytes } = await writePackage(
    sample(),
    new ZipFileWriter(handle, '包', dosTime(MOMENT, 'UTC')),
    sources.context(),
  );
  await handle.close();
  return sizeBytes;
}

async function readZip(path: string) {
  const zip = await openPromise(path, { strictFileNames: true });
  const entries: { entry: ZipEntry; bytes: Buffer }[] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    entries.push({ entry, bytes: Buffer.concat(chunks) });
  }
  return entries;
}

const NAMES = [
  '包/first.txt',
  '包/data/心理微课/01-睡眠/微课.mp4',
  '包/data/心理微课/01-睡眠/简介.txt',
  '包/data/空.txt',
  '包/data/小.srt',
  '包/last.txt',
];

describe('a ZIP in a file', () => {
  it('holds every file, stored, named in UTF-8, without data descriptors', async () => {
    const sizeBytes = await writeFile(sources.at('a.zip'));
    const entries = await readZip(sources.at('a.zip'));
    expect(entries.map(({ entry }) => entry.fileName)).toEqual(NAMES);
    expect(new Set(entries.map(({ entry }) => [entry.generalPurposeBitFlag, entry.compressionMethod].join()))).toEqual(
      new Set(['2048,0']),
    );
    expect(entries[1]?.bytes.equals(LARGE)).toBe(true);
    expect(entries.map(({ bytes }) => bytes.length)).toEqual([5, LARGE.length, 6, 0, 2, expect.any(Number)]);
    expect((await readFile(sources.at('a.zip'))).length).toBe(sizeBytes);
  });

  it('is the same bytes whenever it is written', async () => {
    await writeFile(sources.at('a.zip'));
    await writeFile(sources.at('b.zip'));
    expect((await readFile(sources.at('a.zip'))).equals(await readFile(sources.at('b.zip')))).toBe(true);
  });

  it('patches the CRC into the header in front of the data', async () => {
    await writeFile(sources.at('a.zip'));
    const bytes = await readFile(sources.at('a.zip'));
    const [, { entry }] = (await readZip(sources.at('a.zip'))) as unknown as [never, { entry: ZipEntry }];
    expect(bytes.readUInt32LE(entry.relativeOffsetOfLocalHeader + 14)).toBe(entry.crc32);
  });
});

describe('a ZIP in a stream', () => {
  it('holds the same files, and knows its own digest', async () => {
    const sink = createWriteStream(sources.at('a.zip'));
    const writer = new ZipStreamWriter(sink, '包', new Date(MOMENT));
    const { sizeBytes } = await writePackage(sample(), writer, sources.context());
    sink.end();
    await finished(sink);
    const bytes = await readFile(sources.at('a.zip'));
    expect(bytes.length).toBe(sizeBytes);
    expect(writer.sha256()).toBe(createHash('sha256').update(bytes).digest('hex'));
    const entries = await readZip(sources.at('a.zip'));
    expect(entries.map(({ entry }) => entry.fileName)).toEqual(NAMES);
    expect(entries[1]?.bytes.equals(LARGE)).toBe(true);
  });

  it('waits for a slow reader', async () => {
    let took = 0;
    const sink = new Writable({
      highWaterMark: 1 << 16,
      write: (chunk: Buffer, _, done) => {
        took += chunk.length;
        setTimeout(done, 1);
      },
    });
    const { sizeBytes } = await writePackage(
      sample(),
      new ZipStreamWriter(sink, '包', new Date(MOMENT)),
      sources.context(),
    );
    expect(took).toBe(sizeBytes);
  });

  it('ends with what went wrong on the other side', async () => {
    const broken = new Writable({ write: (_, __, done) => done(Object.assign(new Error('EPIPE'), { code: 'EPIPE' })) });
    const writing = writePackage(sample(), new ZipStreamWriter(broken, '包', new Date(MOMENT)), sources.context());
    await expect(writing).rejects.toThrow('EPIPE');
  });

  it('ends with what went wrong on this side', async () => {
    const content = sample();
    sources.file('小', 'changed');
    const sink = new PassThrough();
    sink.resume();
    const writing = writePackage(content, new ZipStreamWriter(sink, '包', new Date(MOMENT)), sources.context());
    await expect(writing).rejects.toMatchObject({ id: 'machine/source-changed' });
  });
});
