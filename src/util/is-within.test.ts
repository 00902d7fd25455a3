import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { isWithin } from './is-within.ts';

it.each([
  ['/a/b', '/a', true],
  ['/a', '/a', true],
  ['/a/..b', '/a', true],
  ['/', '/', true],
  ['/a', '/', true],
  ['/ab', '/a', false],
  ['/', '/a', false],
  ['/b/a', '/a', false],
])('%s in %s: %s', (path, folder, expected) => {
  expect(isWithin(resolve(path), resolve(folder))).toBe(expected);
});
