import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findFfmpeg, version } from './frames/ffmpeg-tool.ts';
import { takePicture } from './frames/run-ffmpeg.ts';
import { quietEnvironment } from './quiet-environment.ts';
import { findFfprobe, runVersion, systemSearch } from './video/ffprobe-tool.ts';
import { runFfprobe } from './video/run-ffprobe.ts';

const VIDEO = join(import.meta.dirname, '../../fixtures/media/duration-short.mp4');
const ffprobe = await findFfprobe(process.env, systemSearch(new Map()));
const ffmpeg = await findFfmpeg(process.env);

it('leaves out what makes them write files or colours, in whatever case', () => {
  const env = { PATH: '/bin', FFREPORT: 'level=32', ffreport: '1', AV_LOG_FORCE_COLOR: '1', HOME: '/root' };
  expect(quietEnvironment(env)).toEqual({ PATH: '/bin', HOME: '/root', AV_LOG_FORCE_NOCOLOR: '1' });
});

describe('with FFREPORT set', () => {
  let room: string;
  beforeEach(() => {
    room = mkdtempSync(join(tmpdir(), 'quiet-test-'));
    mkdirSync(join(room, 'logs'));
    vi.stubEnv('FFREPORT', `file=${join(room, 'logs').replaceAll('\\', '/').replace(':', '\\:')}/%p.log`);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(room, { recursive: true, force: true });
  });

  it.skipIf(!ffprobe?.runs)('ffprobe writes no log', async () => {
    const file = ffprobe?.path ?? '';
    expect(await runVersion(file)).not.toBeNull();
    const { signal } = new AbortController();
    const args = ['-v', 'error', '-i'];
    const run = await runFfprobe({ ffprobe: file, location: VIDEO, args, timeoutMs: 20_000, signal });
    expect(run).toMatchObject({ outcome: 'ended', exitCode: 0 });
    expect(readdirSync(join(room, 'logs'))).toEqual([]);
  });

  it.skipIf(!ffmpeg?.runs)('ffmpeg writes no log', async () => {
    const file = ffmpeg?.path ?? '';
    expect(await version(file)).not.toBeNull();
    const { signal } = new AbortController();
    const size = { width: 320, height: 180, timeMs: 1000, demuxer: 'mov' };
    const run = await takePicture({ ffmpeg: file, location: VIDEO, ...size, timeoutMs: 20_000, signal });
    expect(run).toMatchObject({ outcome: 'taken' });
    expect(readdirSync(join(room, 'logs'))).toEqual([]);
  });
});
