import { describe, expect, it } from 'vitest';
import { MalformedBox } from './fields.ts';
import { parseH264Sps } from './h264-sps.ts';

/** Parameter sets that x264 wrote. */
describe('parseH264Sps', () => {
  it.each([
    [
      '1080 lines cropped from 1088',
      '6742c028da01e0089f97011000000300100000030320f1832a',
      { width: 1920, height: 1080, framesOnly: true, bitDepth: 8 },
    ],
    [
      'fields allowed',
      '67640015acd941433f260220000003002000000643e28532c0',
      { width: 320, height: 180, framesOnly: false },
    ],
    [
      '10 bits',
      '676e000ca6cd941419f9f011000003000100000300320f142996',
      { profileIdc: 110, chroma: '420', bitDepth: 10 },
    ],
    ['4:2:2', '677a000cb6cd941419f8dc0440000003004000000c83c50a6580', { chroma: '422', bitDepth: 10 }],
    [
      '4:4:4',
      '67f4000c919b282833f1b808800000030080000019078a14cb',
      { chroma: '444', bitDepth: 8, width: 320, height: 180 },
    ],
    ['anamorphic', '6764000cacd941419f9f0e1000000300100000030320f1429960', { sampleAspectRatio: '4:3' }],
    [
      'an odd size and an odd pixel',
      '6764000cacd941419ea23ff000800091000003000100000300320f142996',
      { width: 318, height: 178, sampleAspectRatio: '8:9' },
    ],
  ])('%s', (_, hex, expected) => {
    expect(parseH264Sps(Buffer.from(hex, 'hex'))).toMatchObject(expected);
  });

  it.each([
    ['nothing', ''],
    ['another unit', '68ce3c80'],
    ['a set that ends early', '6742c028da'],
    ['endless zeros', `67${'00'.repeat(40)}`],
  ])('refuses %s', (_, hex) => {
    expect(() => parseH264Sps(Buffer.from(hex, 'hex'))).toThrow(MalformedBox);
  });
});
