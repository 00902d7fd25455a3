import { describe, expect, it } from 'vitest';
import type { AudioStreamFacts } from '../../model/facts.ts';
import { mergeReadings } from './merge-readings.ts';
import type { IndexReading, MediaReading, PictureReading } from './reading.ts';

const PICTURE: PictureReading = {
  codec: 'h264',
  profile: 'High',
  level: 40,
  width: 1440,
  height: 1080,
  rotation: 0,
  sampleAspectRatio: '4:3',
  frameRate: 24.9,
  frameRateMode: null,
  scan: null,
  pixelFormat: 'yuv420p',
  bitDepth: 8,
  bitRate: 1999,
  durationMs: 1001,
};
const SOUND: AudioStreamFacts = {
  codec: 'aac',
  channels: 2,
  sampleRate: 48000,
  bitRate: 127,
  bitRateMode: null,
  durationMs: 999,
};
const DECODER: MediaReading = {
  reader: 'ffprobe',
  version: '4.0.2',
  durationMs: 1001,
  pictures: [PICTURE],
  sounds: [SOUND],
  subtitles: [],
  dataStreams: 3,
  attachedPictures: 1,
};
const INDEX: IndexReading = {
  ...DECODER,
  reader: 'isobmff',
  version: '1',
  container: 'mp4',
  faststart: true,
  missingBytes: 0,
  durationMs: 1000,
  pictures: [
    {
      ...PICTURE,
      width: 1,
      profile: null,
      frameRate: 25,
      frameRateMode: 'constant',
      scan: 'progressive',
      bitRate: 2000,
      durationMs: 1000,
    },
  ],
  sounds: [{ ...SOUND, channels: 1, bitRate: 128 }],
  dataStreams: 1,
  attachedPictures: 0,
};
const FILE = { sizeBytes: 5, format: 'matroska' };

describe('mergeReadings', () => {
  it('believes each reader in what it knows best', () => {
    expect(mergeReadings({ index: INDEX, decoder: DECODER }, FILE)).toMatchObject({
      container: 'mp4',
      durationMs: 1000,
      faststart: true,
      truncated: false,
      missingBytes: null,
      video: {
        width: 1440,
        displayWidth: 1920,
        displayHeight: 1080,
        profile: 'High',
        frameRate: 25,
        frameRateMode: 'constant',
        scan: 'progressive',
        bitRate: 2000,
        durationMs: 1000,
      },
      audio: [{ channels: 2, bitRate: 128 }],
      extra: { videoStreams: 0, audioStreams: 0, dataStreams: 1, attachedPictures: 1 },
      readings: [
        { reader: 'ffprobe', version: '4.0.2', codec: 'h264', width: 1440, height: 1080, durationMs: 1001 },
        { reader: 'isobmff', version: '1', codec: 'h264', width: 1, height: 1080, durationMs: 1000 },
      ],
    });
  });

  it('knows neither index nor cut where the container has no boxes', () => {
    const facts = mergeReadings({ index: null, decoder: DECODER }, FILE);
    expect(facts).toMatchObject({ container: 'matroska', faststart: null, truncated: null, missingBytes: null });
    expect(facts.readings).toHaveLength(1);
  });

  it('serves from the index alone', () => {
    const facts = mergeReadings({ index: { ...INDEX, missingBytes: 9 }, decoder: null }, FILE);
    expect(facts).toMatchObject({ truncated: true, missingBytes: 9, video: { width: 1 }, audio: [{ channels: 1 }] });
  });

  it('takes the streams of the decoder where the readers count differently', () => {
    const facts = mergeReadings(
      { index: { ...INDEX, sounds: [] }, decoder: { ...DECODER, sounds: [SOUND, SOUND] } },
      FILE,
    );
    expect(facts.audio).toHaveLength(2);
    expect(facts.extra.audioStreams).toBe(1);
  });

  it('has no picture for a file of sound, and square pixels where nothing is said', () => {
    expect(mergeReadings({ index: null, decoder: { ...DECODER, pictures: [] } }, FILE).video).toBeNull();
    const plain = { ...DECODER, pictures: [{ ...PICTURE, sampleAspectRatio: null }] };
    expect(mergeReadings({ index: null, decoder: plain }, FILE).video).toMatchObject({
      sampleAspectRatio: '1:1',
      displayWidth: 1440,
    });
  });
});
