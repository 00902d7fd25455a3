import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { subtitleText } from '../../../text/subtitle/cue-columns.ts';
import { packageRoot } from '../../../util/package-root.ts';
import { readIndexFrom } from '../index-reader.ts';
import { box, ftyp, fullBox, moov, type TrackPlan, trak, u16, u32 } from './boxes-for-tests.ts';
import { type ByteSource, memorySource } from './byte-source.ts';

const MP4 = ftyp('isom', 'isom', 'mp41');
const TX3G = box('tx3g', Buffer.alloc(20));

/** A sample of timed text: its length, the text, a box of style. */
function sample(text: string | Buffer): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([u16(bytes.length), bytes, box('styl', u16(0))]);
}

const GAP = u16(0);

/** A file with a picture and a track of text; each sample is a second long unless the plan says otherwise. */
function movie(samples: readonly Buffer[], plan: TrackPlan = {}): Buffer {
  const text = trak({
    id: 2,
    handler: 'sbtl',
    entry: TX3G,
    timescale: 1000,
    language: 'zho',
    times: [[samples.length, 1000]],
    sizes: samples.map(({ length }) => length),
    perChunk: samples.length,
    chunks: [MP4.length + 8],
    ...plan,
  });
  return Buffer.concat([MP4, box('mdat', ...samples), moov(trak(), text)]);
}

async function contentOf(file: Buffer | ByteSource) {
  const outcome = await readIndexFrom(Buffer.isBuffer(file) ? memorySource(file) : file);
  if (!outcome.ok) throw new Error(outcome.detail);
  return outcome.reading.subtitles[0]?.content ?? null;
}

async function cuesOf(file: Buffer) {
  const content = await contentOf(file);
  if (!content?.ok) return content;
  return subtitleText(content.value).cues.map(({ startMs, endMs, lines }) => [
    startMs,
    endMs,
    ...lines.map(({ text }) => text),
  ]);
}

describe('a track of timed text', () => {
  it('has cues, with gaps between them', async () => {
    expect(await cuesOf(movie([GAP, sample('大家好\n再见'), GAP, sample('<i>一')]))).toEqual([
      [1000, 2000, '大家好', '再见'],
      [3000, 4000, '<i>一'],
    ]);
    expect(await contentOf(movie([sample('大家好')]))).toMatchObject({
      value: { kind: 'subtitle', format: 'mov_text', encoding: 'utf-8', languages: ['zh'], cueCount: 1, faults: [] },
    });
  });

  it('begins late, by its list of edits', async () => {
    const edits = [
      [1500, 0xffffffff],
      [1000, 0],
    ] as const;
    expect(await cuesOf(movie([sample('一')], { edits }))).toEqual([[1500, 2500, '一']]);
  });

  it('may be in UTF-16, and in chunks that lie apart', async () => {
    const little = sample(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('一', 'utf16le')]));
    const big = sample(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('二', 'utf16le').swap16()]));
    const apart = Buffer.alloc(100);
    const chunks = [MP4.length + 8, MP4.length + 8 + little.length + apart.length];
    const file = movie([little, apart, big], {
      sizes: [little.length, big.length],
      perChunk: 1,
      chunks,
      times: [[2, 500]],
    });
    expect(await contentOf(file)).toMatchObject({ value: { encoding: 'utf-16be' } });
    expect(await cuesOf(file)).toEqual([
      [0, 500, '一'],
      [500, 1000, '二'],
    ]);
  });

  it('has its characters looked at', async () => {
    const torn = sample(Buffer.from('大家好').subarray(0, -1));
    expect(await contentOf(movie([GAP, sample('一'), torn]))).toMatchObject({
      value: { faults: [{ kind: 'mojibake', detail: 'replacement', line: 2, timeMs: 2000 }] },
    });
  });

  it('of ffmpeg reads as what went in', async () => {
    const content = await contentOf(readFileSync(join(packageRoot(), 'fixtures/media/subtitle-track.mp4')));
    expect(content).toMatchObject({
      value: { cueCount: 206, firstMs: 2000, lastMs: 922_000, languages: ['zh'], faults: [] },
    });
  });
});

describe('what is not read', () => {
  it.each<[string, TrackPlan]>([
    ['WebVTT', { entry: box('wvtt', Buffer.alloc(20)) }],
    ['TTML', { entry: box('stpp', Buffer.alloc(20)) }],
    ['text of QuickTime', { handler: 'text', entry: box('text', Buffer.alloc(20)) }],
    ['a track without a clock', { timescale: 0 }],
  ])('%s', async (_, plan) => {
    expect(await contentOf(movie([sample('一')], plan))).toBe(null);
  });

  it.each<[string, Buffer, string]>([
    ['a track of gaps', movie([GAP, GAP]), 'no-cues'],
    ['a track without samples', movie([]), 'no-cues'],
    ['a sample past the end of the file', movie([sample('一')], { chunks: [1_000_000] }), 'damaged'],
    ['more text than anybody speaks', movie([sample('一')], { sizes: [6_000_000] }), 'too-large'],
  ])('%s', async (_, file, reason) => {
    expect(await contentOf(file)).toMatchObject({ ok: false, failure: { reason } });
  });

  it('a table that names four milliards of samples', async () => {
    const file = movie([sample('一')]);
    const sizes = file.indexOf(fullBox('stsz', u32(0, 1)).subarray(4)) + 8;
    file.writeUInt32BE(1, sizes);
    file.writeUInt32BE(0xffffffff, sizes + 4);
    const chunks = file.lastIndexOf('stsc') + 12;
    file.writeUInt32BE(0xffffffff, chunks + 4);
    const start = performance.now();
    expect(await contentOf(file)).toMatchObject({ ok: false, failure: { reason: 'too-large' } });
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('samples too many, each in a place of its own', async () => {
    const count = 30_000;
    const many = { sizes: Array<number>(count).fill(2), perChunk: 1, times: [[count, 1]] as const };
    const chunks = Array.from({ length: count }, (_, at) => MP4.length + 8 + (at % 2));
    expect(await contentOf(movie([GAP, GAP], { ...many, chunks }))).toMatchObject({ failure: { reason: 'too-large' } });
  });
});

it('samples that lie together are one read', async () => {
  const samples = Array.from({ length: 300 }, (_, at) => sample(`第 ${at} 条`));
  const inner = memorySource(movie(samples));
  const reads: number[] = [];
  const source: ByteSource = {
    sizeBytes: inner.sizeBytes,
    readAt(offset, length) {
      reads.push(length);
      return inner.readAt(offset, length);
    },
  };
  expect(await contentOf(source)).toMatchObject({ value: { cueCount: 300 } });
  expect(reads.length).toBeLessThan(10);
});
