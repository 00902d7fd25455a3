import { expect, it } from 'vitest';
import { messagesIn } from '../../i18n/messages-for-tests.ts';
import type { FramesMissing } from '../../model/frame.ts';
import { fitPictures } from './pictures.ts';
import { frameAt } from './reports-for-tests.ts';

const words = messagesIn('zh-CN').html;
const TEN = 'x'.repeat(10);
const video = (frames: number) => Array.from({ length: frames }, (_, index) => frameAt(index + 1, TEN));
const two = new Map([
  ['a.mp4', video(6)],
  ['b.mp4', video(2)],
]);

function timesOf(maxCharacters: number) {
  const { frames, framesMissing } = fitPictures({ frames: two, missing: null }, words, maxCharacters);
  return [[...frames.values()].map((list) => list.map(({ timeMs }) => timeMs)), framesMissing];
}

it.each([
  [
    80,
    [
      [1, 2, 3, 4, 5, 6],
      [1, 2],
    ],
    null,
  ],
  [
    79,
    [
      [1, 2, 4, 5, 6],
      [1, 2],
    ],
    5,
  ],
  [
    60,
    [
      [1, 3, 4, 6],
      [1, 2],
    ],
    4,
  ],
  [
    40,
    [
      [2, 5],
      [1, 2],
    ],
    2,
  ],
  [20, [[4], [2]], 1],
  [0, [[4], [2]], 1],
])('%i characters have room for %j', (maxCharacters, times, perVideo) => {
  expect(timesOf(maxCharacters)).toEqual([times, perVideo === null ? null : words.framesMissing.fewer(perVideo)]);
});

it.each<[FramesMissing | null, string | null]>([
  [null, null],
  ['no-ffmpeg', words.framesMissing['no-ffmpeg']],
  ['not-kept', words.framesMissing['not-kept']],
  [{ lost: 2 }, words.framesMissing.lost(2)],
])('%j is told', (missing, text) => {
  expect(fitPictures({ frames: new Map(), missing }, words)).toEqual({ frames: new Map(), framesMissing: text });
});

it('shows a key frame once, however often it was found', () => {
  const frames = new Map([['a.mp4', [0, 0, 0, 600, 600].map((timeMs) => frameAt(timeMs))]]);
  expect(fitPictures({ frames, missing: null }, words)).toEqual({
    frames: new Map([['a.mp4', [frameAt(0), frameAt(600)]]]),
    framesMissing: null,
  });
});
