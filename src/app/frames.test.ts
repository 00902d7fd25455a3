import { chmodSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFfmpeg } from '../measure/frames/ffmpeg-tool.ts';
import { checkWorkspace } from './check.ts';
import { collectFrames } from './frames.ts';
import { openWorkspace } from './open-workspace.ts';
import { LESSON, LESSON_VIDEO, type Sample, SampleRoom } from './sample-for-tests.ts';
import { validateWithFrames } from './validate.ts';

const found = await findFfmpeg({ PATH: process.env.PATH });
const tool = found?.runs ? found : null;
const windows = process.platform === 'win32';

let room: SampleRoom;
beforeAll(async () => {
  room = await SampleRoom.open();
});
afterAll(() => room.close());

function options(sample: Sample, work: string) {
  return { only: [work], cache: { type: 'folder', path: join(sample.root, '../kept', sample.name) } } as const;
}

describe.skipIf(tool === null)('validateWithFrames', () => {
  it.skipIf(windows)('takes frames of a video once', async () => {
    const sample = await room.copyGood();
    const first = await validateWithFrames(sample.root, options(sample, LESSON));
    expect([...first.frames.keys()]).toEqual([LESSON_VIDEO]);
    expect(first.frames.get(LESSON_VIDEO)).toHaveLength(6);
    // Of the same version, and no good: whatever is shown was kept.
    const SIZHENG_FFMPEG = join(sample.root, '../ffmpeg');
    writeFileSync(SIZHENG_FFMPEG, `#!/bin/sh\ntest "$1" = -version && echo "ffmpeg version ${tool?.version}"\n`);
    chmodSync(SIZHENG_FFMPEG, 0o755);
    const again = { ...options(sample, LESSON), env: { SIZHENG_FFMPEG } };
    expect((await validateWithFrames(sample.root, again)).frames).toEqual(first.frames);
    rmSync(join(again.cache.path, 'frames'), { recursive: true });
    expect((await validateWithFrames(sample.root, again)).frames).toEqual(new Map());
  });

  it('knows a video by the name that the report gives it, and keeps no private datum', async () => {
    const sample = await room.copyGood();
    const work = `${LESSON}-手机13912345678`;
    renameSync(join(sample.root, LESSON), join(sample.root, work));
    const { report, frames } = await validateWithFrames(sample.root, options(sample, work));
    const told = report.items.flatMap(({ assets }) => assets.map(({ path }) => path));
    expect(told).toEqual(expect.arrayContaining([...frames.keys()]));
    expect([...frames.keys()].join()).toMatch(/^(?!.*13912345678).*微课\.mp4$/);
    const kept = readdirSync(join(options(sample, work).cache.path, 'frames'));
    expect(kept).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
  });
});

it('says that there is no ffmpeg where there is a video, and only there', async () => {
  const sample = await room.copyGood();
  const workspace = await openWorkspace(sample.root, { language: 'zh-CN', memoFolder: null });
  const checked = await checkWorkspace(workspace, null, { only: [LESSON], cache: { type: 'none' } });
  const without = { tool: null, cacheFolder: null, signal: new AbortController().signal };
  expect(await collectFrames(checked, without)).toEqual({ frames: new Map(), missing: 'no-ffmpeg' });
  const noVideo = { ...checked, facts: new Map() };
  expect(await collectFrames(noVideo, without)).toEqual({ frames: new Map(), missing: null });
});

it('SIZHENG_FFMPEG that does not run ends the run before the check', async () => {
  const sample = await room.copyGood();
  const onProgress = () => expect.unreachable();
  const running = validateWithFrames(sample.root, { env: { SIZHENG_FFMPEG: join(sample.root, 'none') }, onProgress });
  await expect(running).rejects.toMatchObject({ id: 'machine/ffmpeg-broken' });
});
