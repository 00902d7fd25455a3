import { describe, expect, it } from 'vitest';
import { readIndexFrom } from './index-reader.ts';
import {
  AAC_ESDS,
  AVC_1080P,
  box,
  ftyp,
  fullBox,
  INTERLACED_AVC,
  moov,
  soundEntry,
  type TrackPlan,
  trak,
  u16,
  u32,
  visualEntry,
} from './isobmff/boxes-for-tests.ts';
import { memorySource } from './isobmff/byte-source.ts';
import type { IndexReading } from './reading.ts';

const MP4 = ftyp('isom', 'isom', 'iso2', 'avc1', 'mp41');
const MEDIA = box('mdat', Buffer.alloc(64));

async function outcomeOf(...boxes: readonly Buffer[]) {
  return readIndexFrom(memorySource(Buffer.concat(boxes)));
}

async function read(...boxes: readonly Buffer[]): Promise<IndexReading> {
  const outcome = await outcomeOf(...boxes);
  if (!outcome.ok) throw new Error(outcome.detail);
  return outcome.reading;
}

async function readPicture(plan: TrackPlan) {
  const reading = await read(MP4, moov(trak(plan)), MEDIA);
  const picture = reading.pictures[0];
  if (picture === undefined) throw new Error('no picture');
  return { ...picture, fileMs: reading.durationMs };
}

async function readSound(plan: TrackPlan) {
  const reading = await read(MP4, moov(trak({ handler: 'soun', ...plan })), MEDIA);
  return reading.sounds[0];
}

describe('the container', () => {
  it.each([
    ['mp4', MP4],
    ['mp4', ftyp('mp42', 'mp42', 'isom')],
    ['mp4', ftyp('iso6', 'dash')],
    ['mov', ftyp('qt  ', 'qt  ')],
    ['m4v', ftyp('M4V ', 'M4V ', 'mp42')],
    ['3gp', ftyp('3gp5', 'isom')],
    ['3g2', ftyp('3g2a')],
    ['mp4', ftyp('XAVC', 'XAVC', 'mp42', 'iso2')],
    ['mov', ftyp('niko', 'qt  ')],
    ['mov', Buffer.alloc(0)],
  ])('is %s by its brands', async (container, head) => {
    expect((await read(head, moov(trak()))).container).toBe(container);
  });

  it.each([
    [true, [MP4, moov(trak()), MEDIA]],
    [false, [MP4, MEDIA, moov(trak())]],
    [null, [MP4, moov(trak())]],
  ])('has faststart %s by the order of index and media', async (faststart, boxes) => {
    expect((await read(...boxes)).faststart).toBe(faststart);
  });
});

describe('a file that was cut', () => {
  it('misses what the last box announces', async () => {
    const whole = Buffer.concat([MP4, moov(trak()), MEDIA]);
    expect((await read(whole.subarray(0, -20))).missingBytes).toBe(20);
  });

  it('misses what the index points at', async () => {
    const samples = { sizes: [10, 10, 10, 10], perChunk: 2, chunks: [100, 5000] };
    const index = moov(trak(samples));
    expect((await read(MP4, index)).missingBytes).toBe(5020 - MP4.length - index.length);
  });

  it('is whole with a media box that reaches to the end, a large header, and bytes that trail behind', async () => {
    const toEnd = Buffer.concat([u32(0), Buffer.from('mdat'), Buffer.alloc(30)]);
    const large = Buffer.concat([u32(1), Buffer.from('mdat'), u32(0, 24), Buffer.alloc(8)]);
    expect((await read(MP4, moov(trak()), toEnd)).missingBytes).toBe(0);
    expect((await read(MP4, moov(trak()), large, Buffer.alloc(40))).missingBytes).toBe(0);
  });
});

describe('a broken file', () => {
  it.each([
    ['no index (moov)', [MP4, MEDIA]],
    ['no index (moov): the file ends 8 bytes early', [MP4, moov(trak()).subarray(0, -8)]],
    [`no index (moov): no box begins at byte ${MP4.length}`, [MP4, u32(3), Buffer.from('free'), moov(trak())]],
    ['the index has no header (mvhd)', [MP4, box('moov', trak())]],
    ['track 1 (picture) has no sample description (stsd)', [MP4, moov(trak({ entry: null }))]],
    ['a field ends at 26 of 8 bytes', [MP4, moov(trak({ entry: box('avc1', Buffer.alloc(8)) }))]],
    ['no index (moov)', []],
  ])('is damaged: %s', async (detail, boxes) => {
    expect(await outcomeOf(...boxes)).toEqual({ ok: false, reason: 'damaged', detail });
  });

  it('is too large past the limit, without reading the body', async () => {
    const header = Buffer.concat([MP4, u32(65 * 1024 * 1024 + 8), Buffer.from('moov')]);
    const lengths: number[] = [];
    const source = {
      sizeBytes: header.length + 65 * 1024 * 1024,
      readAt: async (offset: number, length: number) => {
        lengths.push(length);
        return header.subarray(offset, offset + length);
      },
    };
    expect(await readIndexFrom(source)).toMatchObject({ ok: false, reason: 'too-large' });
    expect(Math.max(...lengths)).toBeLessThan(100);
  });

  it.each([
    ['stts', 4],
    ['stsc', 4],
    ['stsz', 8],
    ['stco', 4],
    ['elst', 4],
  ])('believes no count in %s that its bytes cannot hold', async (type, countAt) => {
    const plan = { sizes: [1000, 250], chunks: [40, 50], edits: [[1000, 0]] } as const;
    const lying = trak(plan);
    lying.writeUInt32BE(0xffffffff, lying.indexOf(type) + 4 + countAt);
    expect(await read(MP4, moov(lying))).toEqual(await read(MP4, moov(trak(plan))));
  });

  it('stops when the run is aborted', async () => {
    const aborted = AbortSignal.abort(new Error('stop'));
    await expect(readIndexFrom(memorySource(MP4), aborted)).rejects.toThrow('stop');
  });
});

describe('a picture', () => {
  it('takes size, profile and format from the parameter set', async () => {
    expect(await readPicture({ entry: visualEntry('avc1', AVC_1080P) })).toMatchObject({
      codec: 'h264',
      profile: 'Constrained Baseline',
      level: 40,
      width: 1920,
      height: 1080,
      sampleAspectRatio: '1:1',
      pixelFormat: 'yuv420p',
      bitDepth: 8,
      scan: 'progressive',
    });
  });

  it('leaves open whether a stream that may hold fields does', async () => {
    expect(await readPicture({ entry: visualEntry('avc1', INTERLACED_AVC) })).toMatchObject({
      height: 180,
      scan: null,
    });
  });

  it.each([
    ['hevc', 'Main 10', 20, 'yuv420p10le', 10, 'hvc1', 'hvcC', '0102200000009000000000003cf000fcfdfafa00000f'],
    ['av1', 'Main', 20, 'yuv420p', 8, 'av01', 'av1C', '81000c00'],
    ['vp9', 'Profile 0', 11, 'yuv420p', 8, 'vp09', 'vpcC', '01000000000b820202020000'],
  ])(
    'of %s is read from its configuration',
    async (codec, profile, level, pixelFormat, bitDepth, type, config, hex) => {
      const entry = visualEntry(type, box(config, Buffer.from(hex, 'hex')));
      const expected = { codec, profile, level, pixelFormat, bitDepth, width: 320, height: 180, scan: 'progressive' };
      expect(await readPicture({ entry })).toMatchObject(expected);
    },
  );

  it('keeps what the entry says when its configuration is garbage', async () => {
    const entry = visualEntry('avc1', box('avcC', [1, 100]));
    expect(await readPicture({ entry })).toMatchObject({ codec: 'h264', profile: null, width: 320, height: 180 });
  });

  it.each([0, 90, 180, 270] as const)('is turned by %i degrees', async (turn) => {
    expect((await readPicture({ turn })).rotation).toBe(turn);
  });

  it('has the pixel shape of its entry before that of the stream', async () => {
    const entry = visualEntry('avc1', AVC_1080P, box('pasp', u32(8, 6)));
    expect((await readPicture({ entry })).sampleAspectRatio).toBe('4:3');
  });

  it('has the bit rate of its samples', async () => {
    expect((await readPicture({ sizes: [1000, 250] })).bitRate).toBe(10_000);
  });
});

describe('the duration', () => {
  it.each([
    ['the media itself', undefined, 1000, 1000],
    ['what the edits leave of it', [[400, 5]], 400, 400],
    [
      'two pieces of it',
      [
        [400, 5],
        [300, 0],
      ],
      700,
      700,
    ],
    ['all of it for an edit without length', [[0, 2]], 1000, 1000],
    [
      'a late beginning apart',
      [
        [800, -1],
        [1000, 0],
      ],
      1000,
      1800,
    ],
    ['no more than there is', [[3_600_000, 0]], 1000, 1000],
  ] as const)('is %s', async (_, edits, durationMs, fileMs) => {
    expect(await readPicture(edits === undefined ? {} : { edits })).toMatchObject({ durationMs, fileMs });
  });

  it('of the file lasts until its longer track ends', async () => {
    const sound = trak({ id: 2, handler: 'soun', entry: soundEntry('mp4a', AAC_ESDS), times: [[75, 1]] });
    expect(await read(MP4, moov(trak(), sound))).toMatchObject({ durationMs: 3000 });
  });
});

describe('a sound', () => {
  it('takes rate and channels from its descriptor', async () => {
    const entry = soundEntry('mp4a', AAC_ESDS);
    expect(await readSound({ entry })).toMatchObject({
      codec: 'aac',
      channels: 1,
      sampleRate: 48000,
      bitRate: 69652,
      bitRateMode: null,
    });
  });

  it.each([
    ['sowt', 'pcm_s16le', 2, 'constant', [4, 4]],
    ['twos', 'pcm_s16be', 2, 'constant', [4, 4]],
    ['.mp3', 'mp3', null, 'constant', [384, 385]],
    ['.mp3', 'mp3', null, 'variable', [384, 96]],
    ['ac-3', 'ac3', null, 'constant', [768, 768]],
    ['Opus', 'opus', 2, 'variable', [300, 310]],
  ] as const)('of %s is %s', async (type, codec, channels, bitRateMode, sizes) => {
    expect(await readSound({ entry: soundEntry(type), sizes })).toMatchObject({ codec, channels, bitRateMode });
  });

  it('in old QuickTime has bytes by its format, not by a sample size of 1', async () => {
    const plain = trak({ handler: 'soun', entry: soundEntry('sowt'), timescale: 48000, times: [[48000, 1]] });
    const stsz = plain.indexOf('stsz');
    plain.writeUInt32BE(1, stsz + 8);
    plain.writeUInt32BE(48000, stsz + 12);
    expect((await read(MP4, moov(plain))).sounds[0]?.bitRate).toBe(1_536_000);
  });
});

describe('other tracks', () => {
  it('are subtitles with their language, data and chapters', async () => {
    const subtitle = trak({ id: 2, handler: 'sbtl', entry: box('tx3g', Buffer.alloc(20)), language: 'zho' });
    const timecode = trak({ id: 3, handler: 'tmcd', entry: box('tmcd', Buffer.alloc(20)) });
    const titles = trak({ id: 4, handler: 'text', entry: box('text', Buffer.alloc(20)) });
    const stills = trak({ id: 5, entry: visualEntry('jpeg') });
    const pictures = [trak({ chapterTrack: 4 }), trak({ id: 6, chapterTrack: 5 })];
    expect(await read(MP4, moov(...pictures, subtitle, timecode, titles, stills))).toMatchObject({
      pictures: [{ codec: 'h264' }, { codec: 'h264' }],
      subtitles: [{ index: 2, codec: 'mov_text', language: 'zho' }],
      dataStreams: 2,
      attachedPictures: 1,
    });
  });

  it('are cover images in the metadata', async () => {
    const covers = box('covr', box('data', u32(13, 0)), box('data', u32(13, 0)));
    const udta = box('udta', fullBox('meta', box('ilst', covers)));
    expect((await read(MP4, moov(trak(), udta))).attachedPictures).toBe(2);
  });

  it('without the headers a track must have are passed over', async () => {
    expect((await read(MP4, moov(box('trak', fullBox('tkhd', u32(0))), trak()))).pictures).toHaveLength(1);
  });
});

describe('a fragmented file', () => {
  const empty = trak({ times: [] });
  const mvex = box('mvex', fullBox('trex', u32(1, 1, 2, 100, 0)));
  const moof = (...boxes: readonly Buffer[]) => box('moof', box('traf', ...boxes));
  const tfhd = (flags: number, ...fields: readonly number[]) => box('tfhd', u32(flags, 1, ...fields));

  it('has the samples of its fragments, by their own numbers or by the defaults', async () => {
    const byDefault = moof(tfhd(0), box('trun', u32(0, 10)));
    const byHeader = moof(tfhd(0x18, 2, 50), box('trun', u32(0x01, 10, 0)));
    const byRun = moof(tfhd(0), box('trun', u32(0x300, 2, 2, 30, 2, 70)));
    const reading = await read(MP4, moov(empty, mvex), byDefault, MEDIA, byHeader, MEDIA, byRun, MEDIA);
    expect(reading).toMatchObject({ durationMs: 1760, faststart: true, missingBytes: 0 });
    expect(reading.pictures[0]).toMatchObject({
      frameRate: 12.5,
      frameRateMode: 'constant',
      bitRate: Math.round((1600 * 8000) / 1760),
    });
  });

  it('survives fragments that lie', async () => {
    const endless = moof(tfhd(0), box('trun', u32(0x300, 0xffffffff, 2, 30)));
    const short = moof(box('tfhd', u16(0)));
    expect((await read(MP4, moov(empty, mvex), endless, short)).pictures[0]?.bitRate).toBe(3000);
  });
});
