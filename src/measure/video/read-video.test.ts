import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExternalTool } from '../external-tool.ts';
import { findFfprobe, systemSearch } from './ffprobe-tool.ts';
import { AVC_1080P, box, ftyp, moov, trak, visualEntry } from './isobmff/boxes-for-tests.ts';
import { readVideo } from './read-video.ts';

const MP4 = { kind: 'video', format: 'mp4' } as const;
const WHOLE = Buffer.concat([
  ftyp('isom'),
  moov(trak({ entry: visualEntry('avc1', AVC_1080P) })),
  box('mdat', Buffer.alloc(99)),
]);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sizheng-video-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function source(name: string, bytes: Buffer) {
  const location = join(folder, name);
  await writeFile(location, bytes);
  return { path: name, location, sizeBytes: bytes.length };
}

function toolAt(path: string): ExternalTool {
  return { runs: true, path, version: '0', origin: 'env' };
}

async function script(name: string, body: string): Promise<ExternalTool> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  return toolAt(path);
}

const options = { signal: new AbortController().signal };

describe('readVideo without ffprobe', () => {
  it('serves from the index', async () => {
    const facts = await readVideo(await source('a.mp4', WHOLE), MP4, { ffprobe: null }, options);
    expect(facts).toMatchObject({
      ok: true,
      value: { container: 'mp4', durationMs: 1000, video: { width: 1920, height: 1080 } },
    });
  });

  it('is true and cut, not unreadable, when only the end is missing', async () => {
    const facts = await readVideo(await source('b.mp4', WHOLE.subarray(0, -50)), MP4, { ffprobe: null }, options);
    expect(facts).toMatchObject({ ok: true, value: { truncated: true, missingBytes: 50 } });
  });

  it.each([
    ['nothing but a brand', ftyp('isom'), 'mp4', { reason: 'damaged', detail: 'no index (moov)' }],
    ['an index without tracks', Buffer.concat([ftyp('isom'), moov()]), 'mp4', { reason: 'no-streams', detail: null }],
    ['a container that needs ffprobe', WHOLE, 'avi', { reason: 'unreadable', detail: 'this container needs ffprobe' }],
    ['a format nobody reads', WHOLE, 'm3u8', { reason: 'unreadable', detail: 'no reader for m3u8' }],
  ])('fails on %s', async (_, bytes, format, failure) => {
    const file = await source('c.mp4', bytes);
    expect(await readVideo(file, { kind: 'video', format }, { ffprobe: null }, options)).toEqual({
      ok: false,
      failure,
    });
  });

  it.each(['mp4', 'avi'])('fails on a file that is gone, %s', async (format) => {
    const gone = { path: 'x', location: join(folder, 'gone'), sizeBytes: 1 };
    const tools = { ffprobe: toolAt(process.execPath) };
    const failure = { reason: 'unreadable', detail: 'ENOENT' };
    expect(await readVideo(gone, { kind: 'video', format }, tools, options)).toEqual({ ok: false, failure });
  });
});

describe('readVideo with a tool that misbehaves', () => {
  it('serves from the index when it does not start, and fails where there is none', async () => {
    const tools = { ffprobe: toolAt(join(folder, 'nowhere')) };
    const file = await source('d.mp4', WHOLE);
    expect(await readVideo(file, MP4, tools, options)).toMatchObject({
      ok: true,
      value: { readings: [{ reader: 'isobmff' }] },
    });
    const failure = { reason: 'unreadable', detail: 'ffprobe does not run' };
    expect(await readVideo(file, { kind: 'video', format: 'avi' }, tools, options)).toEqual({ ok: false, failure });
  });

  it('fails on words that are no JSON', async () => {
    const tools = { ffprobe: toolAt(process.execPath) };
    const failure = { reason: 'damaged', detail: 'ffprobe gave no JSON' };
    expect(await readVideo(await source('e.mp4', WHOLE), MP4, tools, options)).toEqual({ ok: false, failure });
  });

  describe.skipIf(process.platform === 'win32')('as a script', () => {
    it.each([
      ['exit 0 with no streams', `echo '{"streams": []}'`, { reason: 'no-streams', detail: null }],
      ['a complaint', `echo '[mov @ 0x1] bad atom' >&2; echo '{}'; exit 1`, { reason: 'damaged', detail: 'bad atom' }],
      ['silence', 'exec sleep 60', { reason: 'timeout', detail: null }],
      ['a flood', 'exec cat /dev/zero', { reason: 'too-large', detail: 'ffprobe writes more than is read' }],
    ])('fails on %s', async (name, body, failure) => {
      const tools = { ffprobe: await script(name.replaceAll(' ', '-'), body) };
      const timed = { ...options, timeoutMs: name === 'silence' ? 150 : 20_000 };
      expect(await readVideo(await source('f.mp4', WHOLE), MP4, tools, timed)).toEqual({ ok: false, failure });
    });

    it('names the cut, when the file was cut and ffprobe refuses it', async () => {
      const tools = { ffprobe: await script('refuse', 'echo {}; exit 1') };
      const cut = await source('g.mp4', WHOLE.subarray(0, -1));
      expect(await readVideo(cut, MP4, tools, options)).toMatchObject({ ok: true, value: { truncated: true } });
    });

    it('decodes a frame where neither header nor stream says how it is scanned', async () => {
      const streams = `{"streams": [{"index": 4, "codec_type": "video"}]}`;
      const frame = `{"frames": [{"media_type": "video", "interlaced_frame": 1}]}`;
      const asks = await script(
        'scan',
        `case "$*" in *"-select_streams 4"*) echo '${frame}';; *) echo '${streams}';; esac`,
      );
      const file = await source('j.avi', WHOLE);
      const facts = await readVideo(file, { kind: 'video', format: 'avi' }, { ffprobe: asks }, options);
      expect(facts).toMatchObject({ ok: true, value: { video: { scan: 'interlaced' } } });
    });

    it.skipIf(process.platform !== 'linux')('hands a name that is no text over as an open file', async () => {
      const location = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe])]);
      await writeFile(location, WHOLE);
      const streams = `{"streams": [{"codec_type": "video", "field_order": "progressive", "codec_name": "$(tail -c +5 /dev/fd/3 | head -c 4)"}]}`;
      const tools = { ffprobe: await script('descriptor', `cat <<END\n${streams}\nEND`) };
      const facts = await readVideo({ path: 'x', location, sizeBytes: 1 }, MP4, tools, options);
      expect(facts).toMatchObject({ ok: true, value: { video: { codec: 'ftyp' } } });
    });

    it('ends at once when aborted', async () => {
      const stop = new AbortController();
      const tools = { ffprobe: await script('sleep', 'exec sleep 60') };
      const reading = readVideo(await source('h.mp4', WHOLE), MP4, tools, { signal: stop.signal });
      setTimeout(() => stop.abort(new Error('stop')), 50);
      await expect(reading).rejects.toThrow('stop');
    });
  });
});

const CORPUS = process.env.SIZHENG_CORPUS;

describe.skipIf(CORPUS === undefined)('readVideo on the corpus', () => {
  async function read(name: string, ffprobe: ExternalTool | null) {
    const location = join(CORPUS ?? '', 'media', name);
    const { size } = await stat(location);
    return readVideo({ path: name, location, sizeBytes: size }, MP4, { ffprobe }, options);
  }

  const HD = { width: 1920, height: 1080, scan: 'progressive', frameRateMode: 'constant' };
  const TABLE = [
    [
      'long_1080p_av1.mp4',
      {
        container: 'mp4',
        faststart: false,
        durationMs: 362767,
        video: { ...HD, codec: 'av1', level: 41, frameRate: 60 },
      },
    ],
    [
      'long_1080p_lowbitrate.mp4',
      {
        container: 'mp4',
        truncated: false,
        video: { ...HD, codec: 'h264', level: 40, frameRate: 30 },
        audio: [{ codec: 'aac', channels: 2 }],
      },
    ],
    ['long_1080p_videoonly_lowbitrate.mp4', { video: HD, audio: [] }],
    ['sample.mp4', { faststart: true, durationMs: 1001, video: { width: 1080, height: 720, frameRate: 29.97 } }],
    ['sample_audio_only_15s.mp4', { video: null, durationMs: 15018, audio: [{ bitRate: 2277 }] }],
    ['sample_fragmented_seekable_multiple_sidx.mp4', { durationMs: 20000, video: { ...HD, bitRate: 17678 } }],
    ['sample_mdat_too_long.mp4', { truncated: true, missingBytes: 8, video: { durationMs: 1001 } }],
    [
      'sowt-with-video.mov',
      {
        container: 'mov',
        video: { ...HD, frameRate: 50 },
        audio: [{ codec: 'pcm_s16le', bitRate: 1536000, bitRateMode: 'constant' }],
      },
    ],
  ] as const;
  const DAMAGED = [
    ['sample_malformed_free_box.mp4', 'no index (moov): no box begins at byte 32'],
    ['sample_missing_stsd.mp4', 'track 2 (sound) has no sample description (stsd)'],
  ] as const;

  it.each(TABLE)('%s', async (name, expected) => {
    const found = await findFfprobe({}, systemSearch(new Map()));
    const tools = found?.runs ? [found, null] : [null];
    for (const tool of tools) expect(await read(name, tool)).toMatchObject({ ok: true, value: expected });
  });

  it.each(DAMAGED)('%s', async (name, detail) => {
    const found = await findFfprobe({}, systemSearch(new Map()));
    expect(await read(name, found?.runs ? found : null)).toEqual({ ok: false, failure: { reason: 'damaged', detail } });
  });
});
