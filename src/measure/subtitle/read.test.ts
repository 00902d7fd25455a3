import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { countCues, isSubtitleFormat, SUBTITLE_FORMATS } from '../../text/subtitle/formats.ts';
import { MAX_SUBTITLE_BYTES, readSubtitle, readSubtitleFile } from './read.ts';

describe('readSubtitle', () => {
  it.each([
    ['srt', '1\n00:00:01,000 --> 00:00:02,000\n你好\n\n2\n00:00:03,000 --> 00:00:04,000\n再见\n', 2],
    ['srt', '1\n00：00：01，000 -> 0:0:2.5\n你好\n\n00:03 —> 00:04\n再见\n', 2],
    ['vtt', 'WEBVTT\n\nNOTE a --> b\n\n00:01.000 --> 00:02.000 align:start\nHi\n', 1],
    ['ass', '[Events]\nFormat: x\nDialogue: 0,0:00:01.00,0:00:02.00,,,,,,,a\nComment: 0\n', 1],
    ['lrc', '[ti:x]\n[00:01.20]你好\n[00:02.40][00:05.00]再见 [12:30]\n', 3],
    ['ttml', '<tt><body><div><p begin="1s">a</p><tt:p begin="2s"/><pre/></div></body></tt>', 2],
  ] as const)('%s: %j has %i cues, of a kind that sniffing knows', (format, text, cueCount) => {
    expect(readSubtitle(Buffer.from(text), format)).toMatchObject({
      ok: true,
      value: { kind: 'subtitle', format, encoding: 'utf-8', hadBom: false, cueCount },
    });
    expect(countCues(text, format)).toBe(cueCount);
  });

  it('says the encoding', () => {
    const bytes = iconv.encode('00:00:01,000 --> 00:00:02,000\n你们好，各位同学', 'gbk');
    expect(readSubtitle(bytes, 'srt')).toMatchObject({ value: { encoding: 'gb2312' } });
  });

  it('reads on past half a character and NUL', () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\n各位\0同学大家好，今天讲情绪\n\n2\n00:00:03,000 --> 00:00:04,000\n再见';
    const faults = [
      { detail: 'nul', line: 3 },
      { detail: 'replacement', line: 7, found: '再\uFFFD' },
    ];
    expect(readSubtitle(Buffer.from(text).subarray(0, -1), 'srt')).toMatchObject({ value: { cueCount: 2, faults } });
  });

  it('has facts of a file without a single readable time: its faults', () => {
    const broken = readSubtitle(Buffer.from('1\n00:00:0a --> 00:00:0b\n你好\n'), 'srt');
    expect(broken).toMatchObject({
      value: { cueCount: 0, firstMs: null, faults: [{ detail: 'not-a-time', line: 2 }] },
    });
  });

  it.each(['WEBVTT\n', '你好\n1\n', ''])('fails without a cue: %j', (text) => {
    expect(readSubtitle(Buffer.from(text), 'vtt')).toMatchObject({ failure: { reason: 'no-cues' } });
    expect(readSubtitle(Buffer.from(text), 'srt')).toMatchObject({ failure: { reason: 'no-cues' } });
  });

  const TIMES = '00:00:01,000 --> 00:00:02,000\n';
  it.each([
    ['cues', `${TIMES}好\n\n`.repeat(20_000)],
    ['lines', TIMES + '好\n'.repeat(60_001)],
    ['lines of one letter', TIMES + 'a\n'.repeat(900_000)],
  ])('fails with more %s than any subtitle has', (_, text) => {
    expect(readSubtitle(Buffer.from(text), 'srt')).toMatchObject({ failure: { reason: 'too-large' } });
  });

  it('fails without an encoding', () => {
    const latin1 = Buffer.from('00:00:01,000 --> 00:00:02,000\nd\xe9j\xe0 vu', 'latin1');
    expect(readSubtitle(latin1, 'srt')).toMatchObject({ failure: { reason: 'undecodable' } });
  });

  it.each([
    '1',
    ':',
    '\n',
    '1\n\n',
    '[00:00',
    '[00:01.00]',
    '<p',
    '<b>',
    '<i></b>',
    '{\\p1}',
    'a<b a=',
    '-->',
    '00:00:00,000 -',
    '00:00:01,000 --> 00:00:02,000\n',
    '浣犲ソ',
    '锟斤拷\0',
  ])('reads a long run of %j in linear time', (unit) => {
    const bytes = Buffer.from(unit.repeat(500_000 / unit.length));
    const start = performance.now();
    for (const format of SUBTITLE_FORMATS) readSubtitle(bytes, format);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('readSubtitleFile', () => {
  it('reads no file that is too large, and no more than was listed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'subtitle-'));
    const location = join(folder, 'a.lrc');
    await writeFile(location, '[00:01.00]a');
    expect(await readSubtitleFile({ location, sizeBytes: 11 }, 'lrc')).toMatchObject({ value: { cueCount: 1 } });
    const large = { location, sizeBytes: MAX_SUBTITLE_BYTES + 1 };
    expect(await readSubtitleFile(large, 'lrc')).toMatchObject({ failure: { reason: 'too-large' } });
    await rm(folder, { recursive: true });
    const gone = { reason: 'unreadable', detail: 'ENOENT' };
    expect(await readSubtitleFile({ location, sizeBytes: 11 }, 'lrc')).toEqual({ ok: false, failure: gone });
  });
});

it('knows its formats', () => {
  expect(['srt', 'docx', null].map(isSubtitleFormat)).toEqual([true, false, false]);
});
