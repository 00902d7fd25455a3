import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VideoFacts, VideoStreamFacts } from '../../model/facts.ts';
import type { ExternalTool } from '../external-tool.ts';
import { findFfmpeg } from './ffmpeg-tool.ts';
import { type FramesRequest, takeFrames } from './take-frames.ts';

const MEDIA = join(import.meta.dirname, '../../../fixtures/media');
const found = await findFfmpeg({ PATH: process.env.PATH });
const noTool = found === null || !found.runs;
const windows = process.platform === 'win32';

let room: string;
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'frames-test-'));
});
afterAll(() => rmSync(room, { recursive: true, force: true }));

function facts(displayWidth: number | null, displayHeight: number | null, more: Partial<VideoFacts> = {}): VideoFacts {
  const video = { displayWidth, displayHeight } as VideoStreamFacts;
  return { kind: 'video', container: 'mp4', durationMs: 600_000, truncated: false, video, ...more } as VideoFacts;
}

function request(location: string | Buffer, more: Partial<FramesRequest> = {}): FramesRequest {
  const tool = found as ExternalTool;
  const signal = new AbortController().signal;
  return { tool, location, facts: facts(1920, 1080), jobs: 2, signal, ...more };
}

/** A program in place of ffmpeg that does as it is told. */
function fake(name: string, body: string): ExternalTool {
  const path = join(room, name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return { runs: true, path, version: '0', origin: 'env' };
}

describe.skipIf(noTool)('takeFrames', () => {
  it('takes six key frames in order of time, as the video is shown', async () => {
    const { frames } = await takeFrames(request(join(MEDIA, 'duration-short.mp4')));
    expect(frames).toHaveLength(6);
    expect(frames.map(({ timeMs }) => timeMs)).toEqual([...frames].map(({ timeMs }) => timeMs).sort((a, b) => a - b));
    for (const { dataUri, width, height } of frames) {
      expect([width, height]).toEqual([320, 180]);
      expect(sizeInJpeg(dataUri)).toEqual([320, 180]);
    }
  });

  it('tells where the key frame stands, and not what was asked for', async () => {
    const { frames } = await takeFrames(request(join(MEDIA, 'duration-short.mp4')));
    const asked = [50_000, 150_000, 250_000, 350_000, 450_000, 550_000];
    expect(frames.map(({ timeMs }) => timeMs).every((timeMs, index) => timeMs <= (asked[index] ?? 0))).toBe(true);
    expect(frames.map(({ timeMs }) => timeMs)).not.toEqual(asked);
  });

  it.each([
    ['rotated.mp4', [1080, 1920], [320, 568]],
    ['anamorphic.mp4', [1440, 1080], [320, 240]],
    ['pixel-format-10bit.mp4', [1920, 1080], [320, 180]],
    ['codec-hevc.mp4', [1920, 1080], [320, 180]],
    ['extra-streams.mp4', [100, 10_000], [6, 640]],
  ] as const)('%s of %j gives pictures of %j', async (name, [width, height], size) => {
    const { frames } = await takeFrames(request(join(MEDIA, name), { facts: facts(width, height) }));
    expect(frames.map(({ dataUri }) => sizeInJpeg(dataUri))).toEqual(Array(6).fill(size));
  });

  it.skipIf(windows).each(['-rf.mp4', 'a%d%03d.mp4', 'concat:x|y.mp4', '"q\' $(id).mp4', 'a\nb.mp4', 'http:~~x.mp4'])(
    'reads %j as a name',
    async (name) => {
      copyFileSync(join(MEDIA, 'resolution-1280x720.mp4'), join(room, name));
      expect((await takeFrames(request(join(room, name)))).frames).toHaveLength(6);
    },
  );

  it('a playlist under the name of a video opens nothing', async () => {
    const list = join(room, 'list.mp4');
    writeFileSync(list, `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${join(MEDIA, 'duration-short.mp4')}\n`);
    expect(await takeFrames(request(list))).toEqual({ frames: [], timedOut: false });
  });

  it.each<[string, Partial<FramesRequest>]>([
    ['of no known length', { facts: facts(1920, 1080, { durationMs: null }) }],
    ['broken off', { facts: facts(1920, 1080, { truncated: true }) }],
    ['of no known size', { facts: facts(null, null) }],
    ['of a format nobody reads', { facts: facts(1920, 1080, { container: 'playlist' }) }],
    ['with a name of bytes', { location: Buffer.from(join(MEDIA, 'duration-short.mp4')) }],
  ])('asks nothing of a video %s', async (_, more) => {
    const marker = join(room, 'ran');
    const tool = windows ? (found as ExternalTool) : fake('marker', `touch '${marker}'`);
    expect((await takeFrames(request(join(MEDIA, 'duration-short.mp4'), { tool, ...more }))).frames).toEqual([]);
    expect(existsSync(marker)).toBe(false);
  });
});

describe.skipIf(windows)('a program that is no good', () => {
  it.each([
    ['writes nothing', 'exit 0'],
    ['fails', 'exit 1'],
    ['writes no picture', 'echo hello'],
    ['writes without end', 'cat /dev/zero'],
  ])('gives no frames when it %s', async (_, body) => {
    const tool = fake('bad', body);
    expect(await takeFrames(request('/x.mp4', { tool }))).toEqual({ frames: [], timedOut: false });
  });

  it('is not started when it is not there', async () => {
    const tool: ExternalTool = { runs: true, path: join(room, 'none'), version: '0', origin: 'env' };
    expect(await takeFrames(request('/x.mp4', { tool }))).toEqual({ frames: [], timedOut: false });
  });

  it('is given its time once, and is ended', async () => {
    const pids = join(room, 'pids-slow');
    const tool = fake('slow', `echo $$ >> '${pids}'\nexec sleep 60`);
    expect(await takeFrames(request('/x.mp4', { tool, jobs: 1, timeoutMs: 300 }))).toEqual({
      frames: [],
      timedOut: true,
    });
    await expect.poll(() => pidsIn(pids).map(isAlive)).toEqual([false]);
  });

  it('is ended when the run is aborted', async () => {
    const pids = join(room, 'pids-abort');
    const tool = fake('long', `echo $$ >> '${pids}'\nsleep 60`);
    const controller = new AbortController();
    const taking = takeFrames(request('/x.mp4', { tool, signal: controller.signal }));
    await expect.poll(() => pidsIn(pids).length).toBe(2);
    controller.abort(new Error('enough'));
    await expect(taking).rejects.toThrow('enough');
    await expect.poll(() => pidsIn(pids).map(isAlive)).toEqual([false, false]);
  });
});

function pidsIn(file: string): number[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : [];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Width and height as the frame header (SOF0) tells them. */
function sizeInJpeg(dataUri: string): [number, number] {
  const jpeg = Buffer.from(dataUri.replace('data:image/jpeg;base64,', ''), 'base64');
  const header = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  return [jpeg.readUInt16BE(header + 7), jpeg.readUInt16BE(header + 5)];
}
