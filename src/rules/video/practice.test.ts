import type { VideoFacts } from '../../model/facts.ts';
import type { Subjects } from '../../model/rule.ts';
import type { WordField } from '../../model/spec.ts';
import { picture, requirement, testRule, video, videoSubject } from '../builders-for-tests.ts';

const asked = (field: WordField, ...oneOf: string[]) => [requirement({ type: 'word', field, oneOf })];
const noPicture: [string, Subjects['video']][] = [['a film without a picture', videoSubject(video({ video: null }))]];

const pixels = (pixelFormat: string | null) => picture({ pixelFormat });

testRule('video/pixel-format', 'video', {
  accept: [
    ['4:2:0 of 8 bits', videoSubject(pixels('yuv420p'))],
    ['the full range', videoSubject(pixels('yuvj420p'))],
    ['what the spec asks', videoSubject(pixels('yuv422p10le'), asked('pixelFormat', 'yuv422p10le'))],
  ],
  reject: [
    ['10 bits', videoSubject(pixels('yuv420p10le')), { grade: 'default', clause: null, actual: 'yuv420p10le' }],
    ['4:4:4', videoSubject(pixels('yuv444p')), { grade: 'default' }],
    [
      'the common one where the spec asks another',
      videoSubject(pixels('yuv420p'), asked('pixelFormat', 'yuv422p')),
      { grade: 'required', clause: 'asked', actual: 'yuv420p', expected: 'yuv422p' },
    ],
  ],
  skip: [['one that is not known', videoSubject(pixels(null))]],
  notApplicable: noPicture,
});

testRule('video/interlaced', 'video', {
  accept: [
    ['whole frames', videoSubject(video())],
    ['fields where the spec asks them', videoSubject(picture({ scan: 'interlaced' }), asked('scan', 'interlaced'))],
  ],
  reject: [
    [
      'fields',
      videoSubject(picture({ scan: 'interlaced' })),
      { grade: 'default', clause: null, expected: 'progressive' },
    ],
    [
      'fields where the spec asks whole frames',
      videoSubject(picture({ scan: 'interlaced' }), asked('scan', 'progressive')),
      { grade: 'required', clause: 'asked', actual: 'interlaced', expected: 'progressive' },
    ],
  ],
  skip: [['what is not known', videoSubject(picture({ scan: null }))]],
  notApplicable: noPicture,
});

testRule('video/variable-frame-rate', 'video', {
  accept: [['a constant rate', videoSubject(video())]],
  reject: [
    [
      'a variable rate',
      videoSubject(picture({ frameRateMode: 'variable' })),
      { grade: 'default', expected: 'constant' },
    ],
    [
      'a variable rate against the spec',
      videoSubject(picture({ frameRateMode: 'variable', frameRate: null }), asked('frameRateMode', 'constant')),
      { grade: 'required', clause: 'asked' },
    ],
  ],
  skip: [['what is not known', videoSubject(picture({ frameRateMode: null }))]],
  notApplicable: noPicture,
});

testRule('video/rotated', 'video', {
  accept: [['an upright picture', videoSubject(video())]],
  reject: [
    ['a quarter turn', videoSubject(picture({ rotation: 90 })), { actual: '90', params: { degrees: 90 } }],
    ['a picture upside down', videoSubject(picture({ rotation: 180 })), { actual: '180' }],
  ],
  skip: [['what is not known', videoSubject(picture({ rotation: null }))]],
  notApplicable: noPicture,
});

testRule('video/anamorphic', 'video', {
  accept: [['square pixels', videoSubject(video())]],
  reject: [
    [
      'wide pixels',
      videoSubject(picture({ width: 1440, sampleAspectRatio: '4:3' })),
      { actual: '4:3', params: { ratio: '4:3', coded: '1440x1080', displayed: '1920x1080' } },
    ],
  ],
  skip: [['what is not known', videoSubject(picture({ sampleAspectRatio: null }))]],
  notApplicable: noPicture,
});

testRule('video/no-audio', 'video', {
  accept: [['a film with sound', videoSubject(video())]],
  reject: [['a silent film', videoSubject(video({ audio: [] })), { actual: '0' }]],
});

function lengths(videoMs: number | null, audioMs: number | null): VideoFacts {
  const { video: shown, audio } = picture({ durationMs: videoMs });
  return video({ video: shown, audio: audio.map((one) => ({ ...one, durationMs: audioMs })) });
}

testRule('video/av-length', 'video', {
  accept: [
    ['a second less of sound', videoSubject(lengths(900_000, 899_000))],
    ['a second more of sound', videoSubject(lengths(900_000, 901_000))],
  ],
  reject: [
    [
      'more than a second less',
      videoSubject(lengths(900_000, 898_999)),
      { params: { videoMs: 900_000, audioMs: 898_999 } },
    ],
    ['more than a second more', videoSubject(lengths(900_000, 901_100)), { actual: '15:00 / 15:01.1' }],
  ],
  skip: [
    ['a picture of unknown length', videoSubject(lengths(null, 1))],
    ['a sound of unknown length', videoSubject(lengths(1, null))],
  ],
  notApplicable: [...noPicture, ['a silent film', videoSubject(video({ audio: [] }))]],
});

const beside = (change: Partial<VideoFacts['extra']>) =>
  videoSubject(video({ extra: { ...video().extra, ...change } }));

testRule('video/extra-streams', 'video', {
  accept: [['one picture and one sound', videoSubject(video())]],
  reject: [
    [
      'a second sound',
      beside({ audioStreams: 1 }),
      { actual: '1', params: { video: 0, audio: 1, data: 0, pictures: 0 } },
    ],
    ['a cover and a time code', beside({ attachedPictures: 1, dataStreams: 1 }), { actual: '2' }],
  ],
});
