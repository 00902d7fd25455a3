import { describe, expect, it } from 'vitest';
import { parseObject } from './ffprobe-json.ts';
import { frameScan, probeReading } from './ffprobe-reading.ts';

const PICTURE = {
  index: 0,
  codec_type: 'video',
  codec_name: 'h264',
  profile: 'High',
  level: 40,
  width: 1920,
  height: 1080,
  pix_fmt: 'yuv420p',
  sample_aspect_ratio: '1:1',
  r_frame_rate: '25/1',
  avg_frame_rate: '25/1',
  duration: '900.040000',
  bit_rate: '2000000',
  bits_per_raw_sample: '8',
  disposition: { attached_pic: 0 },
};
const COVER = {
  index: 2,
  codec_type: 'video',
  codec_name: 'mjpeg',
  width: 64,
  height: 64,
  disposition: { attached_pic: 1 },
};
const SOUND = {
  index: 1,
  codec_type: 'audio',
  codec_name: 'aac',
  sample_rate: '48000',
  channels: 2,
  bit_rate: '128000',
  duration: '900.010000',
};
const SUBTITLE = { index: 3, codec_type: 'subtitle', codec_name: 'mov_text', tags: { language: 'zho' } };
const TIMECODE = { index: 4, codec_type: 'data', codec_tag_string: 'tmcd' };
const FORMAT = { duration: '900.040000' };

const V4 = {
  streams: [
    {
      ...PICTURE,
      coded_height: 1088,
      side_data_list: [{ side_data_type: 'Display Matrix', rotation: -90 }],
      tags: { rotate: '90', language: 'und' },
    },
    SOUND,
    { ...COVER, profile: '192', level: -99 },
    SUBTITLE,
    TIMECODE,
  ],
  format: FORMAT,
};
const V5 = {
  streams: [
    {
      ...PICTURE,
      coded_height: 1080,
      side_data_list: [{ side_data_type: 'Display Matrix', rotation: -90 }],
      field_order: 'progressive',
    },
    { ...SOUND, channel_layout: 'stereo' },
    { ...COVER, profile: 'Baseline', level: -99 },
    SUBTITLE,
    TIMECODE,
  ],
  format: FORMAT,
};

function pictureWith(fields: Record<string, unknown>) {
  return probeReading({ streams: [{ ...PICTURE, ...fields }] }, '5.1').pictures[0];
}

describe('probeReading', () => {
  it('says the same for 4.0.2 and 5.1 but for the scan, which 4.0.2 does not print', () => {
    const old = probeReading(V4, '5.1');
    const scan = 'progressive' as const;
    expect({ ...old, pictures: old.pictures.map((picture) => ({ ...picture, scan })) }).toEqual(
      probeReading(V5, '5.1'),
    );
  });

  it('counts pictures, sounds, subtitles, data and attached pictures apart', () => {
    expect(probeReading(V5, '5.1')).toMatchObject({
      durationMs: 900_040,
      pictureIndex: 0,
      pictures: [{ width: 1920, height: 1080, rotation: 90, frameRate: 25, bitDepth: 8, durationMs: 900_040 }],
      sounds: [{ codec: 'aac', channels: 2, sampleRate: 48000, bitRate: 128000, durationMs: 900_010 }],
      subtitles: [{ index: 3, codec: 'mov_text', language: 'zho', content: null }],
      dataStreams: 1,
      attachedPictures: 1,
    });
  });

  it.each([
    ['the older tag alone turns clockwise', { tags: { rotate: '270' } }, { rotation: 270 }],
    ['a full-range format by its modern name', { pix_fmt: 'yuvj420p' }, { pixelFormat: 'yuv420p' }],
    ['bits from the name', { pix_fmt: 'yuv422p10le', bits_per_raw_sample: undefined }, { bitDepth: 10 }],
    ['an unknown codec', { codec_name: 'unknown' }, { codec: null, profile: null, level: null }],
    ['a profile that is a number', { profile: '100' }, { profile: null }],
    ['a level of HEVC', { codec_name: 'hevc', level: 123 }, { level: 41 }],
    ['a level of AV1', { codec_name: 'av1', level: 9 }, { level: 41 }],
    ['a level that is not known', { codec_name: 'av1', level: -99 }, { level: null }],
    ['a pixel shape that is not known', { sample_aspect_ratio: '0:1' }, { sampleAspectRatio: null }],
    [
      'the guess where there is no average',
      { avg_frame_rate: '0/0', r_frame_rate: '30000/1001' },
      { frameRate: 29.97 },
    ],
    ['no rate that is a clock', { avg_frame_rate: '0/0', r_frame_rate: '90000/1' }, { frameRate: null }],
    ['fields', { field_order: 'tb' }, { scan: 'interlaced' }],
    [
      'the length that Matroska writes',
      { duration: undefined, tags: { DURATION: '00:15:02.033000000' } },
      { durationMs: 902_033 },
    ],
    [
      'fields of the wrong type',
      { width: '1e999', height: {}, codec_name: 7, tags: [], disposition: 'x' },
      { width: null, height: null, codec: null },
    ],
    [
      'numbers below zero',
      { width: -1, bit_rate: '-5', duration: '-1' },
      { width: null, bitRate: null, durationMs: null },
    ],
  ])('reads %s', (_, fields, expected) => {
    expect(pictureWith(fields)).toMatchObject(expected);
  });

  it.each(['{}', '{"streams": 3}', '{"streams": [null, 4, []]}', '{"streams": [], "format": null}'])(
    'finds nothing in %s',
    (text) => {
      const reading = probeReading(parseObject(text) ?? {}, '5.1');
      expect(reading).toMatchObject({ pictures: [], sounds: [], durationMs: null, pictureIndex: null });
    },
  );
});

it.each(['', 'null', '[1]', '{"streams": ['])('parseObject refuses %s', (text) => {
  expect(parseObject(text)).toBeNull();
});

it.each([
  [{ frames: [{ media_type: 'video', interlaced_frame: 1 }] }, 'interlaced'],
  [{ frames: [{ media_type: 'video', interlaced_frame: 0 }] }, 'progressive'],
  [{ frames: [] }, null],
  [{}, null],
])('frameScan %#', (json, scan) => {
  expect(frameScan(json)).toBe(scan);
});
