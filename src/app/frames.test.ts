import {
  appendFileSync,
  chmodSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFfmpeg } from '../measure/frames/ffmpeg-tool.ts';
import type { Report } from '../model/report.ts';
import { packageRoot } from '../util/package-root.ts';
import { checkWorkspace } from './check.ts';
import { collectFrames, framesOfCheck, noFrames } from './frames.ts';
import { openWorkspace } from './open-workspace.ts';
import { LESSON, LESSON_VIDEO, type Sample, SampleRoom } from './sample-for-tests.ts';
import { type ValidateOptions, validate, validateWith } from './validate.ts';

const found = await findFfmpeg({ PATH: process.env.PATH });
const tool = found?.runs ? found : null;
const windows = process.platform === 'win32';

let room: SampleRoom;
beforeAll(async () => {
  room = await SampleRoom.open();
});
afterAll(() => room.close());

function validateWithFrames(target: string, given: ValidateOptions) {
  return validateWith({ frames: true }, target, given);
}

function options(sample: Sample, work: string) {
  return { only: [work], cache: { type: 'folder', path: join(sample.root, '../kept', sample.name) } } as const;
}

describe.skipIf(tool === null)('validateWithFrames', () => {
  it.skipIf(windows)('takes frames of a video once', async () => {
    const sample = await room.copyGood();
    const first = await validateWithFrames(sample.root, options(sample, LESSON));
    expect([...first.frames.frames.keys()]).toEqual([LESSON_VIDEO]);
    expect(first.frames.frames.get(LESSON_VIDEO)).toHaveLength(6);
    // Of the same version, and no good: whatever is shown was kept.
    const SIZHENG_FFMPEG = join(sample.root, '../ffmpeg');
    writeFileSync(SIZHENG_FFMPEG, `#!/bin/sh\ntest "$1" = -version && echo "ffmpeg version ${tool?.version}"\n`);
    chmodSync(SIZHENG_FFMPEG, 0o755);
    const again = { ...options(sample, LESSON), env: { SIZHENG_FFMPEG } };
    expect((await validateWithFrames(sample.root, again)).frames).toEqual(first.frames);
    rmSync(join(again.cache.path, 'frames'), { recursive: true });
    expect((await validateWithFrames(sample.root, again)).frames).toEqual({ frames: new Map(), missing: null });
  });

  it('knows a video by the name that the report gives it, and keeps no private datum', async () => {
    const sample = await room.copyGood();
    const work = `${LESSON}-手机13912345678`;
    renameSync(join(sample.root, LESSON), join(sample.root, work));
    const { report, frames: collected } = await validateWithFrames(sample.root, options(sample, work));
    const { frames } = collected;
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
  expect(await framesOfCheck(checked, without)).toEqual({ frames: new Map(), missing: 'no-ffmpeg' });
  const noVideo = { ...checked, report: { ...checked.report, items: [] } };
  expect(await framesOfCheck(noVideo, without)).toEqual({ frames: new Map(), missing: null });
});

it('SIZHENG_FFMPEG that does not run ends the run before the check', async () => {
  const sample = await room.copyGood();
  const onProgress = () => expect.unreachable();
  const running = validateWithFrames(sample.root, { env: { SIZHENG_FFMPEG: join(sample.root, 'none') }, onProgress });
  await expect(running).rejects.toMatchObject({ id: 'machine/ffmpeg-broken' });
});

describe.skipIf(tool === null)('of a report that was saved', () => {
  const NOTHING = new Map();
  let sample: Sample;
  let report: Report;
  beforeAll(async () => {
    sample = await room.copyGood();
    report = await validate(sample.root, { only: [LESSON] });
  });

  it('are taken from the folder that it is about, and kept there', async () => {
    const { frames, missing } = await collectFrames(report, sample.root);
    expect([[...frames.keys()], frames.get(LESSON_VIDEO)?.length, missing]).toEqual([[LESSON_VIDEO], 6, null]);
    const again = await validateWithFrames(sample.root, { only: [LESSON] });
    expect(again.frames.frames).toEqual(frames);
    expect(readdirSync(join(sample.root, '.sizheng/cache/frames'))).toHaveLength(1);
  });

  it.each<[string, (video: string) => void]>([
    ['is gone', (video) => rmSync(video)],
    ['has another size', (video) => appendFileSync(video, ' ')],
    ['is a link by now', (video) => linkTo(video)],
    ['is another of the same size', (video) => replaceBySameSize(video)],
  ])('are none of a video that %s', async (_, change) => {
    const other = await room.copyGood();
    change(join(other.root, LESSON_VIDEO));
    expect(await collectFrames(report, other.root)).toEqual({ frames: NOTHING, missing: { lost: 1 } });
  });

  it('are none of two whose names look alike once they are masked', async () => {
    const works = ['13912345678', '13988885678'].map((phone) => `${LESSON}-手机${phone}`);
    const other = await room.copyGood();
    for (const work of works) cpSync(join(other.root, LESSON), join(other.root, work), { recursive: true });
    const told = await validate(other.root, { only: works });
    expect(await collectFrames(told, other.root)).toEqual({ frames: NOTHING, missing: { lost: 1 } });
  });

  it('are none of a work that was withdrawn, nor without the folder', async () => {
    const withdrawn = { ...report, items: report.items.map((item) => ({ ...item, status: 'withdrawn' as const })) };
    expect(await collectFrames(withdrawn, sample.root)).toEqual({ frames: NOTHING, missing: null });
    expect(noFrames(report)).toEqual({ frames: NOTHING, missing: 'not-kept' });
    expect(noFrames(withdrawn)).toEqual({ frames: NOTHING, missing: null });
  });
});

it('a folder that cannot be listed ends it', async () => {
  const collecting = collectFrames({ items: [] } as unknown as Report, join(tmpdir(), 'nowhere-at-all'));
  await expect(collecting).rejects.toMatchObject({ id: 'machine/root-unreadable' });
});

/** By a film of another length, filled up with a box that players pass over. */
function replaceBySameSize(video: string): void {
  const film = readFileSync(join(packageRoot(), 'fixtures', 'media', 'duration-short.mp4'));
  const rest = Buffer.alloc(statSync(video).size - film.length);
  rest.writeUInt32BE(rest.length);
  rest.write('free', 4, 'latin1');
  writeFileSync(video, Buffer.concat([film, rest]));
}

function linkTo(video: string): void {
  const target = `${video}.real`;
  renameSync(video, target);
  symlinkSync(target, video);
}
