import { expect, it } from 'vitest';
import { isAbsolute, toUri } from './uri.ts';

it.each([
  ['微课 1.mp4', '%E5%BE%AE%E8%AF%BE%201.mp4', false],
  ['a/b#c?d%e.mp4', 'a/b%23c%3Fd%25e.mp4', false],
  ['mailto:x', 'mailto%3Ax', false],
  ['a\\b', 'a%5Cb', false],
  ['../a.zip', '../a.zip', false],
  ['half\ud800', 'half%EF%BF%BD', false],
  ['😀', '%F0%9F%98%80', false],
  ['/盘/a.zip', 'file:///%E7%9B%98/a.zip', true],
  ['D:\\包\\a b.zip', 'file:///D:/%E5%8C%85/a%20b.zip', true],
  ['d:/a.zip', 'file:///d:/a.zip', true],
  ['\\\\server\\share\\a.zip', 'file://server/share/a.zip', true],
])('%j becomes %s', (path, uri, absolute) => {
  expect([toUri(path), isAbsolute(path)]).toEqual([uri, absolute]);
  expect(URL.canParse(uri, 'file:///root/')).toBe(true);
});
