import { describe, expect, it } from 'vitest';
import { sidecarName, sidecarStem } from './files.ts';

describe('sidecarStem', () => {
  it.each([
    [sidecarName('02-睡眠'), '02-睡眠'],
    ['a.b.item.yaml', 'a.b'],
    ['A.ITEM.YAML', 'A'],
    ['item.yaml', null],
    ['.item.yaml', null],
    ['other.yaml', null],
  ])('%s belongs to %s', (name, stem) => {
    expect(sidecarStem(name)).toBe(stem);
  });
});
