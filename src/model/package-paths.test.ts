import { describe, expect, it } from 'vitest';
import { isPayloadManifest, isPayloadPath, isSafeListedPath, isSafePath, isTagManifest } from './package-paths.ts';

describe('isSafePath', () => {
  it.each([
    'data/微课.mp4',
    'a',
    'data/~x',
    'data/%7Edir2/x',
    '~$台账.xlsx',
    'data/a..b',
    'data/...',
    'data/a:b',
    'a\nb',
  ])('accepts %j', (path) => expect(isSafePath(path)).toBe(true));

  it.each([
    '',
    '/tmp/foo',
    'C:\\Windows',
    'c:x',
    '\\\\?\\UNC\\server\\x',
    'data\\x',
    '../x',
    'data/../../x',
    'data/..',
    './data/x',
    'data/./x',
    'data//x',
    'data/',
    'data/a\0.txt',
  ])('refuses %j', (path) => expect(isSafePath(path)).toBe(false));
});

describe('isSafeListedPath', () => {
  it.each(['data/~x', 'data/50%到80%.mp4', '%test.txt', 'data/%HOME%/x'])('accepts %j', (path) =>
    expect(isSafeListedPath(path)).toBe(true),
  );
  it.each(['~/foo', '~root/foo', '%HomeDrive%\\x', '%HOME%/x', '../x'])('refuses %j', (path) =>
    expect(isSafeListedPath(path)).toBe(false),
  );
});

it('knows the parts of a bag by their names', () => {
  expect(['data/x', 'data', 'database/x'].map(isPayloadPath)).toEqual([true, false, false]);
  const lists = ['manifest-sha256.txt', 'tagmanifest-md5.txt', 'x/manifest-md5.txt', 'manifest.txt'];
  expect(lists.map(isPayloadManifest)).toEqual([true, false, false, false]);
  expect(lists.map(isTagManifest)).toEqual([false, true, false, false]);
});
