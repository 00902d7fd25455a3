import { expect, it } from 'vitest';
import { algorithmName } from './algorithm-name.ts';

it.each([
  ['sha256', 'SHA-256'],
  ['sha512', 'SHA-512'],
  ['sha1', 'SHA-1'],
  ['md5', 'MD5'],
  ['sm3', 'SM3'],
])('calls %s %s', (algorithm, name) => expect(algorithmName(algorithm)).toBe(name));
