import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Frame } from '../model/frame.ts';
import type { Entry } from '../model/submission.ts';
import { FramesStore } from './frames-store.ts';

const FRAME: Frame = { timeMs: 1000, dataUri: 'data:image/jpeg;base64,/9j/4A==', width: 320, height: 180 };
const ENTRY = { path: '01-课/微课.mp4', sizeBytes: 9, mtimeNs: '1', ctimeNs: '2' } as Entry;

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'frames-store-'));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

it('gives back what was kept of the same file by the same ffmpeg', async () => {
  await new FramesStore(cache, '5.1').set(ENTRY, [FRAME]);
  expect(await new FramesStore(cache, '5.1').get(ENTRY)).toEqual([FRAME]);
});

it.each<[string, Partial<Entry>, string]>([
  ['of another path', { path: '02-课/微课.mp4' }, '5.1'],
  ['of another size', { sizeBytes: 10 }, '5.1'],
  ['written anew', { mtimeNs: '3' }, '5.1'],
  ['changed behind its time', { ctimeNs: '3' }, '5.1'],
  ['seen by another ffmpeg', {}, '7.1'],
])('knows nothing of a file %s', async (_, change, version) => {
  await new FramesStore(cache, '5.1').set(ENTRY, [FRAME]);
  expect(await new FramesStore(cache, version).get({ ...ENTRY, ...change })).toBeNull();
});

it.each([
  ['a script', { ...FRAME, dataUri: 'data:text/html,<script>' }],
  ['an end of the attribute', { ...FRAME, dataUri: 'data:image/jpeg;base64,AA"onload=x' }],
  ['another line', { ...FRAME, dataUri: 'data:image/jpeg;base64,AA\n' }],
  ['a size that is none', { ...FRAME, width: '1' }],
  ['nothing', null],
])('takes no frame with %s from a workspace that came from elsewhere', async (_, frame) => {
  await new FramesStore(cache, '5.1').set(ENTRY, [frame as Frame]);
  expect(await new FramesStore(cache, '5.1').get(ENTRY)).toBeNull();
});

it('removes what was not used, and nothing that is not its own', async () => {
  await new FramesStore(cache, '5.1').set({ ...ENTRY, path: 'gone.mp4' }, [FRAME]);
  writeFileSync(join(cache, 'frames', 'notes.json'), '');
  const store = new FramesStore(cache, '5.1');
  await store.set(ENTRY, [FRAME]);
  await store.prune();
  expect(readdirSync(join(cache, 'frames'))).toHaveLength(2);
  expect(await store.get(ENTRY)).toEqual([FRAME]);
});

it('keeps nothing without a folder', async () => {
  const store = new FramesStore(null, '5.1');
  await store.set(ENTRY, [FRAME]);
  expect([await store.get(ENTRY), readdirSync(cache)]).toEqual([null, []]);
});
