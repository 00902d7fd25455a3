import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { liesIn } from './lies-in.ts';

const room = mkdtempSync(join(tmpdir(), 'lies-in-'));
afterAll(() => rmSync(room, { recursive: true }));
mkdirSync(join(room, 'works', 'a'), { recursive: true });
writeFileSync(join(room, 'works', 'there'), '');
symlinkSync(join(room, 'works'), join(room, 'link'), 'junction');

it.each([
  ['works/there', 'works', true],
  ['works/a/new', 'works', true],
  ['works/no/folder/new', 'works', true],
  ['works', 'works', true],
  ['link/new', 'works', true],
  ['works/new', 'link', true],
  ['works/../new', 'works', false],
  ['works-2/new', 'works', false],
  ['new', 'works', false],
  ['works/there', 'works/there', true],
  ['nowhere/new', 'nowhere', false],
])('%s in %s: %s', async (file, folder, expected) => {
  expect(await liesIn(join(room, file), join(room, folder))).toBe(expected);
});
