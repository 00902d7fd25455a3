import { expect, it } from 'vitest';
import type { NumberField, Resolution, WordField } from '../../model/spec.ts';
import { picture, requirement, sound, testRule, video, videoSubject } from '../builders-for-tests.ts';
import { limitInWords } from './limits.ts';

const range = (field: NumberField, min: number | null, max: number | null) =>
  requirement({ type: 'number', field, oneOf: null, min, max });
const numbers = (field: NumberField, ...oneOf: number[]) =>
  requirement({ type: 'number', field, oneOf, min: null, max: null });
const words = (field: WordField, ...oneOf: string[]) => requirement({ type: 'word', field, oneOf });
const size = (width: number, height: number): Resolution => ({ width, height });
const sizes = (...oneOf: Resolution[]) =>
  requirement({ type: 'resolution', field: 'resolution', oneOf, min: null, max: null });
const sizeRange = (min: Resolution | null, max: Resolution | null) =>
  requirement({ type: 'resolution', field: 'resolution', oneOf: null, min, max });

const broken = (actual: string, expected: string) => ({
  grade: 'default',
  clause: 'asked',
  actual,
  expected,
});

const lasting = (durationMs: number | null) =>
  videoSubject(video({ durationMs }), [range('duration', 900_000, 1_200_000)]);

const forGroup = (...group: string[]) =>
  requirement({ type: 'number', field: 'duration', oneOf: null, min: 2e6, max: null }, { when: { group } });

testRule('video/duration', 'video', {
  accept: [
    ['14:59.5', lasting(899_500)],
    ['15:00', lasting(900_000)],
    ['20:00', lasting(1_200_000)],
    ['20:00.5', lasting(1_200_500)],
    ['any length where none is asked', videoSubject(video({ durationMs: 1 }), [range('duration', null, 1_200_000)])],
  ],
  reject: [
    ['14:59.4', lasting(899_400), broken('14:59', '15:00-20:00')],
    ['14:42', lasting(882_000), broken('14:42', '15:00-20:00')],
    ['20:00.6', lasting(1_200_600), broken('20:00.6', '15:00-20:00')],
    ['1:00:00', lasting(3_600_000), broken('1:00:00', '15:00-20:00')],
    [
      'a work of the group that more is asked of',
      videoSubject(video(), [forGroup('甲', '乙')], { group: '乙' }),
      broken('16:40', '>= 33:20'),
    ],
    [
      'both of two limits',
      videoSubject(video({ durationMs: 100 }), [range('duration', 900_000, null), range('duration', 600_000, null)]),
      [broken('00:00', '>= 15:00'), broken('00:00', '>= 10:00')],
    ],
  ],
  skip: [['a length that is not known', lasting(null)]],
  notApplicable: [
    ['a slot that asks for none', videoSubject(video())],
    ['a work of another group than the one asked', videoSubject(video(), [forGroup('甲', '乙')], { group: '丙' })],
    ['a work of no group', videoSubject(video(), [forGroup('甲')])],
  ],
});

const GIB = 2 ** 30;
const weighing = (sizeBytes: number) => videoSubject(video({ sizeBytes }), [range('size', null, GIB)]);

testRule('video/size', 'video', {
  accept: [
    ['10⁹ bytes', weighing(1e9)],
    ['a little more than another limit', videoSubject(video({ sizeBytes: 1e9 + 1 }), [range('size', null, 2 * GIB)])],
  ],
  reject: [
    ['one byte more than 10⁹, as a hint', weighing(1e9 + 1), { grade: 'decimal', expected: '<= 1 GiB' }],
    ['2³⁰ bytes, as a hint', weighing(GIB), { grade: 'decimal' }],
    ['one byte more than 2³⁰', weighing(GIB + 1), broken(expect.stringContaining(String(GIB + 1)), '<= 1 GiB')],
  ],
});

const shown = (displayWidth: number | null, displayHeight: number | null) => picture({ displayWidth, displayHeight });
const exact = [sizes(size(1920, 1080))];

testRule('video/resolution', 'video', {
  accept: [
    ['1920x1080', videoSubject(shown(1920, 1080), exact)],
    ['1080x1920 turned to 1920x1080', videoSubject(picture({ width: 1080, height: 1920, rotation: 90 }), exact)],
    ['1440x1080 shown as 1920x1080', videoSubject(picture({ width: 1440, sampleAspectRatio: '4:3' }), exact)],
    ['one of two sizes', videoSubject(shown(1280, 720), [sizes(size(1920, 1080), size(1280, 720))])],
    ['the least size', videoSubject(shown(1280, 720), [sizeRange(size(1280, 720), null)])],
    ['more than the least', videoSubject(shown(3840, 2160), [sizeRange(size(1280, 720), null)])],
  ],
  reject: [
    ['1280x720', videoSubject(shown(1280, 720), exact), broken('1280x720', '1920x1080')],
    ['1080x1920', videoSubject(shown(1080, 1920), exact), broken('1080x1920', '1920x1080')],
    ['1920x1088', videoSubject(shown(1920, 1088), exact), broken('1920x1088', '1920x1080')],
    [
      '1920x1080 turned to 1080x1920',
      videoSubject(picture({ rotation: 90, displayWidth: 1080, displayHeight: 1920 }), exact),
      broken('1080x1920', '1920x1080'),
    ],
    [
      'a portrait that is high enough only',
      videoSubject(shown(720, 1280), [sizeRange(size(1280, 720), null)]),
      broken('720x1280', '>= 1280x720'),
    ],
    [
      'more than the most',
      videoSubject(shown(3840, 2160), [sizeRange(null, size(1920, 1080))]),
      broken('3840x2160', '<= 1920x1080'),
    ],
  ],
  skip: [['a size that is not known', videoSubject(shown(null, 1080), exact)]],
  notApplicable: [['a film without a picture', videoSubject(video({ video: null }), exact)]],
});

const wide = [words('aspectRatio', '16:9')];

testRule('video/aspect-ratio', 'video', {
  accept: [
    ['1920x1080', videoSubject(shown(1920, 1080), wide)],
    ['1366x768', videoSubject(shown(1366, 768), wide)],
    ['854x480', videoSubject(shown(854, 480), wide)],
    ['less than 1 % off', videoSubject(shown(1795, 1000), wide)],
  ],
  reject: [
    ['more than 1 % off', videoSubject(shown(1796, 1000), wide), broken('449:250', '16:9')],
    ['4:3', videoSubject(shown(1440, 1080), wide), broken('4:3', '16:9')],
    ['16:10', videoSubject(shown(1920, 1200), wide), broken('8:5', '16:9')],
    ['9:16', videoSubject(shown(1080, 1920), wide), broken('9:16', '16:9')],
  ],
  skip: [['a size that is not known', videoSubject(shown(1920, null), wide)]],
});

testRule('video/container', 'video', {
  accept: [['MP4', videoSubject(video(), [words('container', 'MP4')])]],
  reject: [['QuickTime', videoSubject(video({ container: 'mov' }), [words('container', 'mp4')]), broken('mov', 'mp4')]],
  skip: [['one that is not known', videoSubject(video({ container: null }), [words('container', 'mp4')])]],
});

testRule('video/codec', 'video', {
  accept: [
    ['the codec', videoSubject(video(), [words('codec', 'h264')])],
    ['the codec in other letters', videoSubject(video(), [words('codec', 'H264')])],
    ['one of two', videoSubject(picture({ codec: 'hevc' }), [words('codec', 'h264', 'hevc')])],
  ],
  reject: [
    [
      'another',
      videoSubject(picture({ codec: 'av1' }), [words('codec', 'h264', 'hevc')]),
      broken('av1', 'h264 | hevc'),
    ],
  ],
  skip: [['one that is not known', videoSubject(picture({ codec: null }), [words('codec', 'h264')])]],
  notApplicable: [['a film without a picture', videoSubject(video({ video: null }), [words('codec', 'h264')])]],
});

testRule('video/profile', 'video', {
  accept: [['High', videoSubject(video(), [words('profile', 'Main', 'High')])]],
  reject: [
    [
      'Baseline',
      videoSubject(picture({ profile: 'Baseline' }), [words('profile', 'High')]),
      broken('Baseline', 'High'),
    ],
  ],
  skip: [['one that is not known', videoSubject(picture({ profile: null }), [words('profile', 'High')])]],
});

testRule('video/level', 'video', {
  accept: [['4.0', videoSubject(video(), [range('level', null, 4)])]],
  reject: [['4.1', videoSubject(picture({ level: 41 }), [range('level', null, 4)]), broken('4.1', '<= 4')]],
  skip: [['one that is not known', videoSubject(picture({ level: null }), [range('level', null, 4)])]],
});

testRule('video/frame-rate', 'video', {
  accept: [
    ['25', videoSubject(video(), [numbers('frameRate', 25, 30)])],
    ['30000/1001 as 29.97', videoSubject(picture({ frameRate: 30_000 / 1001 }), [numbers('frameRate', 29.97)])],
    ['24.99 as 25', videoSubject(picture({ frameRate: 24.991 }), [range('frameRate', 25, null)])],
  ],
  reject: [
    [
      '23.976 as 24',
      videoSubject(picture({ frameRate: 24_000 / 1001 }), [numbers('frameRate', 24)]),
      broken('23.976', '24'),
    ],
    ['15', videoSubject(picture({ frameRate: 15 }), [range('frameRate', 25, 60)]), broken('15', '25-60')],
  ],
  skip: [['one that is not known', videoSubject(picture({ frameRate: null }), [range('frameRate', 25, 60)])]],
});

testRule('video/bit-rate', 'video', {
  accept: [['4 Mbit/s', videoSubject(video(), [range('bitRate', 4e6, 8e6)])]],
  reject: [
    [
      '3.9 Mbit/s',
      videoSubject(picture({ bitRate: 3_900_000 }), [range('bitRate', 4e6, null)]),
      broken('3.9 Mbit/s', '>= 4 Mbit/s'),
    ],
  ],
  skip: [['one that is not known', videoSubject(picture({ bitRate: null }), [range('bitRate', 4e6, null)])]],
});

testRule('video/bit-depth', 'video', {
  accept: [['8', videoSubject(video(), [numbers('bitDepth', 8)])]],
  reject: [['10', videoSubject(picture({ bitDepth: 10 }), [numbers('bitDepth', 8)]), broken('10', '8')]],
});

const silent = video({ audio: [] });

testRule('video/audio-codec', 'video', {
  accept: [['AAC', videoSubject(video(), [words('audioCodec', 'aac')])]],
  reject: [['MP3', videoSubject(sound({ codec: 'mp3' }), [words('audioCodec', 'aac')]), broken('mp3', 'aac')]],
  skip: [['one that is not known', videoSubject(sound({ codec: null }), [words('audioCodec', 'aac')])]],
  notApplicable: [['a silent film', videoSubject(silent, [words('audioCodec', 'aac')])]],
});

testRule('video/audio-sample-rate', 'video', {
  accept: [['48 kHz', videoSubject(video(), [range('sampleRate', 44_100, null)])]],
  reject: [
    [
      '8 kHz',
      videoSubject(sound({ sampleRate: 8000 }), [range('sampleRate', 44_100, null)]),
      broken('8000 Hz', '>= 44100 Hz'),
    ],
  ],
  notApplicable: [['a silent film', videoSubject(silent, [range('sampleRate', 44_100, null)])]],
});

testRule('video/audio-channels', 'video', {
  accept: [['stereo', videoSubject(video(), [numbers('channels', 2)])]],
  reject: [['mono', videoSubject(sound({ channels: 1 }), [numbers('channels', 2)]), broken('1', '2')]],
  notApplicable: [['a silent film', videoSubject(silent, [numbers('channels', 2)])]],
});

testRule('video/audio-bit-rate', 'video', {
  accept: [['128 kbit/s', videoSubject(video(), [range('audioBitRate', 128_000, null)])]],
  reject: [
    [
      '96 kbit/s',
      videoSubject(sound({ bitRate: 96_000 }), [range('audioBitRate', 128_000, null)]),
      broken('96 kbit/s', '>= 128 kbit/s'),
    ],
  ],
  skip: [['one that is not known', videoSubject(sound({ bitRate: null }), [range('audioBitRate', 128_000, null)])]],
});

testRule('video/audio-bit-rate-mode', 'video', {
  accept: [['constant', videoSubject(video(), [words('audioBitRateMode', 'constant')])]],
  reject: [
    [
      'variable',
      videoSubject(sound({ bitRateMode: 'variable' }), [words('audioBitRateMode', 'constant')]),
      broken('variable', 'constant'),
    ],
  ],
  skip: [
    ['one that is not known', videoSubject(sound({ bitRateMode: null }), [words('audioBitRateMode', 'constant')])],
  ],
});

it.each([
  [range('duration', 900_000, 1_200_000), '15:00-20:00'],
  [range('size', null, GIB), '<= 1 GiB'],
  [range('channels', 2, null), '>= 2'],
  [numbers('frameRate', 25, 29.97), '25 | 29.97'],
  [words('codec', 'h264', 'hevc'), 'h264 | hevc'],
  [sizeRange(size(1280, 720), size(1920, 1080)), '1280x720-1920x1080'],
])('puts limit %# into words', ({ limit }, text) => {
  expect(limitInWords(limit)).toBe(text);
});
