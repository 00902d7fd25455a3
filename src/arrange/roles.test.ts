import { expect, it } from 'vitest';
import { isItemFile, roleOf } from './roles.ts';

it.each([
  ['心理微课/01-睡眠-甲大学/item.yaml', true, 'own'],
  ['心理微课/01-睡眠-甲大学.item.yaml', true, 'own'],
  ['心理微课/._01-睡眠-甲大学.item.yaml', false, 'junk'],
  ['心理微课/@eaDir/item.yaml', false, 'junk'],
  ['模板/item.yaml', false, 'own'],
  ['心理微课/01-睡眠-甲大学/字幕.srt', false, 'content'],
] as const)('%s: speaks of a work %s, is %s', (path, speaks, role) => {
  expect([isItemFile(path), roleOf(path)]).toEqual([speaks, role]);
});
