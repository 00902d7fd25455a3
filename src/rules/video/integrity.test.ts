import type { VideoReading } from '../../model/facts.ts';
import { testRule, video, videoSubject } from '../builders-for-tests.ts';

testRule('video/truncated', 'video', {
  accept: [['a whole file', videoSubject(video({ truncated: false }))]],
  reject: [
    ['a file that was cut', videoSubject(video({ truncated: true, missingBytes: 7 })), { params: { missingBytes: 7 } }],
    [
      'a file that lost nobody knows how much',
      videoSubject(video({ truncated: true })),
      { params: { missingBytes: null } },
    ],
  ],
  skip: [['what no reader can tell', videoSubject(video({ truncated: null }))]],
});

testRule('video/faststart', 'video', {
  accept: [['the index at the front', videoSubject(video())]],
  reject: [['the index behind', videoSubject(video({ faststart: false })), { expected: 'moov before mdat' }]],
  notApplicable: [['a container without an index', videoSubject(video({ faststart: null }))]],
});

const READING: VideoReading = {
  reader: 'ffprobe',
  version: '7',
  codec: 'h264',
  width: 1920,
  height: 1080,
  durationMs: 900_000,
};
/** Two readings: one as above, the other changed. */
const read = (change: Partial<VideoReading>) =>
  videoSubject(video({ readings: [READING, { ...READING, reader: 'isobmff', ...change }] }));

testRule('video/readers-disagree', 'video', {
  accept: [
    ['the same of both', read({})],
    ['a second of difference', read({ durationMs: 901_000 })],
    ['what one of them does not know', read({ codec: null, width: null, durationMs: null })],
  ],
  reject: [
    ['another codec', read({ codec: 'hevc' }), { actual: 'h264 / hevc', params: { field: 'codec' } }],
    ['another size', read({ height: 1088 }), { actual: '1920x1080 / 1920x1088', params: { field: 'size' } }],
    ['more than a second', read({ durationMs: 901_100 }), { actual: '15:00 / 15:01.1', params: { field: 'duration' } }],
    [
      'two things at once',
      read({ codec: 'av1', width: 1280 }),
      [{ params: { field: 'codec' } }, { params: { field: 'size' } }],
    ],
  ],
  skip: [
    ['one reader alone', videoSubject(video({ readings: [READING] }))],
    ['no reader', videoSubject(video())],
  ],
});
