import { expect, it } from 'vitest';
import { complaintOf } from './ffprobe-detail.ts';

it.each([
  [
    'the demuxer before the program',
    '[mov,mp4 @ 0x55d0] moov atom not found\nfile:/srv/课.mp4: Invalid data found\n',
    'moov atom not found',
  ],
  [
    'the program without the path',
    'file:/srv/课.mp4: Invalid data found when processing input\n',
    'Invalid data found when processing input',
  ],
  ['no path, wherever it stands', '[concat @ 0x1] Impossible to open /etc/passwd\n', null],
  ['no path of Windows', 'C:\\Users\\li\\a.mp4\n', null],
  ['controls made visible', '[avi @ 0x1] a\u001b[31mb\u202e\n', 'a\\u{1B}[31mb\\u{202E}'],
  ['one line of at most 160 characters', `[avi @ 0x1] ${'x'.repeat(500)}\n`, 'x'.repeat(160)],
  ['no half of a character', `[avi @ 0x1] ${'x'.repeat(159)}𠮷\n`, 'x'.repeat(159)],
  ['nothing', '', null],
])('%s', (_, stderr, expected) => {
  expect(complaintOf(stderr)).toBe(expected);
});
