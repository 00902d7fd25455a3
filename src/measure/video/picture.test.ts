import { describe, expect, it } from 'vitest';
import { displaySize, frameRateValue, parseRatio, pixelFormatName, ratioText, rightAngle } from './picture.ts';

describe('displaySize', () => {
  it.each([
    ['square pixels', 1920, 1080, '1:1', 0, 1920, 1080],
    ['nothing known', 1920, 1080, null, null, 1920, 1080],
    ['anamorphic', 1440, 1080, '4:3', 0, 1920, 1080],
    ['upright telephone', 1920, 1080, '1:1', 90, 1080, 1920],
    ['anamorphic and turned', 1440, 1080, '4:3', 270, 1080, 1920],
    ['upside down', 1920, 1080, '1:1', 180, 1920, 1080],
  ] as const)('%s', (_, width, height, ratio, rotation, shownWidth, shownHeight) => {
    expect(displaySize({ width, height }, ratio, rotation)).toEqual({ width: shownWidth, height: shownHeight });
  });
});

it.each([
  [-90, 270],
  [359.5, 0],
  [450, 90],
  [45, null],
])('rightAngle(%d) is %s', (degrees, expected) => {
  expect(rightAngle(degrees)).toBe(expected);
});

it('names pixel formats as ffmpeg does', () => {
  expect([pixelFormatName('420', 8), pixelFormatName('422', 10), pixelFormatName('400', 8)]).toEqual([
    'yuv420p',
    'yuv422p10le',
    'gray',
  ]);
});

it('believes only ratios of positive whole numbers', () => {
  expect([ratioText(8, 6), ratioText(0, 1), ratioText(Number.NaN, 1)]).toEqual(['4:3', null, null]);
  expect([parseRatio('30000/1001'), parseRatio('0:1'), parseRatio('N/A'), parseRatio('-1:2')]).toEqual([
    [30000, 1001],
    null,
    null,
    null,
  ]);
});

it('believes no rate that no film has', () => {
  expect([frameRateValue(30000 / 1001), frameRateValue(90000), frameRateValue(0)]).toEqual([29.97, null, null]);
});
