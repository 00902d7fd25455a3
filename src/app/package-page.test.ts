/** The page that lies in a package: in whose words, of what, and that it was reckoned with. Where its links lead is tested with the packages. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LAYOUTS, type Layout } from '../model/package-manifest.ts';
import { estimateBytes } from '../pack/estimate.ts';
import { PAGE } from './package-page-for-tests.ts';
import { PackageRoom } from './package-room-for-tests.ts';
import { SHAPES, type Shape } from './package-shapes-for-tests.ts';
import type { PackOptions } from './prepare-pack.ts';

let room: PackageRoom;
beforeAll(async () => {
  room = await PackageRoom.open();
});
afterAll(() => room.close());

async function pageOf(shape: string, options: PackOptions = {}): Promise<string> {
  const { change } = SHAPES[shape] as Shape;
  const sample = await room.copySmall();
  await change(sample);
  const { path } = await room.pack(sample, { layout: 'dir', ...options });
  return readFile(join(path, PAGE), 'utf8');
}

it.each([
  ['zh-CN', '<p class="headline">检查通过</p>'],
  ['en', '<p class="headline">Passed the check</p>'],
] as const)('speaks the language of the run: %s', async (language, headline) => {
  const page = await pageOf('of a university', { language });
  expect(page).toContain(`<html lang="${language}">`);
  expect(page).toContain(headline);
});

it('has no frames, and misses none: its bytes hang on no ffmpeg', async () => {
  const page = await pageOf('of a university');
  expect(page).not.toMatch(/<img|ffmpeg/i);
});

it.each([
  ['with works that stay at home', /候选|02-睡眠|03-生涯|撤下|主讲人不同意/],
  ['with extra files, strays and litter', /录音|通知\.txt|Thumbs|__MACOSX/],
] as const)('tells nothing of them in a package %s', async (shape, home) => {
  expect(await pageOf(shape)).not.toMatch(home);
});

it.each<Layout>([...LAYOUTS])('is reckoned with before it is written: %s', async (layout) => {
  const sample = await room.copySmall();
  const { content } = await room.prepare(sample, { layout });
  const { written } = await room.pack(sample, { layout });
  expect(estimateBytes(content)).toBeGreaterThan(written.sizeBytes);
  expect(estimateBytes(content)).toBeLessThan(2 * written.sizeBytes);
});
