import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { MAX_TEXT_BYTES } from '../text/read-whole.ts';
import { isSubtitleFormat } from './lines.ts';
import { readSubtitle, readSubtitleFile } from './read.ts';

describe('readSubtitle', () => {
  it.each([
    ['srt', '1\n00:00:01,000 --> 00:00:02,000\n你好\n\n2\n00:00:03,000 --> 00:00:04,000\n再见\n', 2],
    ['srt', '1\n00：00：01，000 -> 0:0:2.5\n你好\n\n00:03 —> 00:04\n再见\n', 2],
    ['vtt', 'WEBVTT\n\nNOTE a --> b\n\n00:01.000 --> 00:02.000 align:start\nHi\n', 1],
    ['ass', '[Events]\nFormat: x\nDialogue: 0,0:00:01.00,\n dialogue : 1\nComment: 0\n', 2],
    ['lrc', '[ti:x]\n[00:01.20]你好\n[00:02.40][00:05.00]再见 [12:30]\n', 3],
    ['ttml', '<tt><body><div><p begin="1s">a</p><tt:p/><pre/></div></body></tt>', 2],
  ] as const)('%s: %j has %i cues', (format, text, cueCount) => {
    expect(readSubtitle(Buffer.from(text), format)).toEqual({
      ok: true,
      value: { kind: 'subtitle', format, encoding: 'utf-8', cueCount },
    });
  });

  it('says the encoding', () => {
    const bytes = iconv.encode('00:00:01,000 --> 00:00:02,000\n你们好，各位同学', 'gb18030');
    expect(readSubtitle(bytes, 'srt')).toMatchObject({ value: { encoding: 'gb18030' } });
  });

  it('fails without a cue and without an encoding', () => {
    expect(readSubtitle(Buffer.from('WEBVTT\n'), 'vtt')).toMatchObject({ failure: { reason: 'no-cues' } });
    const latin1 = Buffer.from('00:00:01,000 --> 00:00:02,000\nd\xe9j\xe0 vu', 'latin1');
    expect(readSubtitle(latin1, 'srt')).toMatchObject({ failure: { reason: 'undecodable' } });
  });

  it.each(['1', ':', '[00:00', '<p', '00:00:00,000 -'])('counts a long run of %j in linear time', (unit) => {
    const bytes = Buffer.from(unit.repeat(500_000));
    const start = performance.now();
    readSubtitle(bytes, 'srt');
    readSubtitle(bytes, 'lrc');
    readSubtitle(bytes, 'ttml');
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('readSubtitleFile', () => {
  it('reads no file that is too large, and no more than was listed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'subtitle-'));
    const location = join(folder, 'a.lrc');
    await writeFile(location, '[00:01.00]a');
    expect(await readSubtitleFile({ location, sizeBytes: 11 }, 'lrc')).toMatchObject({ value: { cueCount: 1 } });
    const large = { location, sizeBytes: MAX_TEXT_BYTES + 1 };
    expect(await readSubtitleFile(large, 'lrc')).toMatchObject({ failure: { reason: 'too-large' } });
    await rm(folder, { recursive: true });
    const gone = { reason: 'unreadable', detail: 'ENOENT' };
    expect(await readSubtitleFile({ location, sizeBytes: 11 }, 'lrc')).toEqual({ ok: false, failure: gone });
  });
});

it('knows its formats', () => {
  expect(['srt', 'docx', null].map(isSubtitleFormat)).toEqual([true, false, false]);
});
