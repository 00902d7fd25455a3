import { describe, expect, it } from 'vitest';
import { frameRateOf } from './sample-runs.ts';

describe('frameRateOf', () => {
  it.each([
    ['29.97 as broadcast', 30000, [[900, 1001]], 29.97, 'constant'],
    [
      '29.97 on a clock of 600',
      600,
      [
        [49, 20],
        [1, 21],
        [49, 20],
        [1, 21],
      ],
      29.97,
      'constant',
    ],
    [
      '30 in milliseconds',
      1000,
      [
        [2, 33],
        [1, 34],
        [2, 33],
        [1, 34],
      ],
      30,
      'constant',
    ],
    [
      'a stretched last frame',
      12800,
      [
        [99, 512],
        [1, 9000],
      ],
      25,
      'constant',
    ],
    [
      'a stretched first frame',
      12800,
      [
        [1, 1600],
        [99, 512],
      ],
      25,
      'constant',
    ],
    [
      'a frame held in the middle',
      12800,
      [
        [50, 512],
        [1, 1024],
        [49, 512],
      ],
      24.752,
      'variable',
    ],
    [
      'a telephone',
      600,
      [
        [10, 20],
        [10, 25],
        [10, 30],
      ],
      24,
      'variable',
    ],
    [
      'frames of one tick and of two',
      25,
      [
        [10, 1],
        [10, 2],
      ],
      16.667,
      'variable',
    ],
    ['a single frame', 25, [[1, 25]], 1, null],
    ['no frame', 25, [], null, null],
    ['frames without length', 25, [[10, 0]], null, null],
    ['no clock', 0, [[10, 1]], null, null],
  ] as const)('%s', (_, timescale, runs, frameRate, frameRateMode) => {
    const list = runs.map(([count, delta]) => ({ count, delta }));
    expect(frameRateOf(list, timescale)).toEqual({ frameRate, frameRateMode });
  });
});
