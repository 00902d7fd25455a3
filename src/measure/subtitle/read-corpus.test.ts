/** Subtitles that nobody here made: run where the corpus is at hand (`SIZHENG_CORPUS`). What is found in each was checked by eye. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSubtitleFormat } from '../../text/subtitle/formats.ts';
import { readSubtitle } from './read.ts';

const CORPUS = process.env.SIZHENG_CORPUS ?? '';
const FOLDER = join(CORPUS, 'subtitles');

/** Encoding, languages, cues, first and last time; then the faults. */
const FILES: Readonly<Record<string, readonly unknown[]>> = {
  'ass.ass': ['utf-8', ['en'], 2, 137_400, 3_742_500],
  'gb2312.srt': ['gb2312', ['zh'], 3, 27_000, 36_570],
  // Its few characters all lie in GB2312, which GBK holds.
  'gbk.srt': ['gb2312', ['zh'], 3, 0, 11_100],
  'lrc.lrc': ['utf-8', ['en'], 5, 8620, null],
  'srt.srt': ['utf-8', ['en'], 2, 137_400, 3_742_500],
  'ttml.ttml': ['utf-8', ['en'], 2, 137_400, 3_742_500],
  // `00:00:0,000`: one digit of seconds.
  'utf16.srt': ['utf-16le', ['other'], 1, 0, 1000, '2 fields'],
  'vtt.vtt': ['utf-8', ['en'], 2, 137_400, 3_742_500],
  'vtt_with_html.vtt': ['utf-8', ['other'], 1, 0, 10_000],
  'vtt_with_name.vtt': ['utf-8', ['en'], 1, 9000, 11_000],
  'vtt_with_styles.vtt': ['utf-8', ['en'], 1, 0, 10_000],
};

describe.skipIf(CORPUS === '')('real subtitles', () => {
  it.each(CORPUS === '' ? [] : readdirSync(FOLDER))('%s', (name) => {
    const format = name.slice(name.lastIndexOf('.') + 1);
    const read = isSubtitleFormat(format) ? readSubtitle(readFileSync(join(FOLDER, name)), format) : null;
    if (!read?.ok) throw new Error(name);
    const { encoding, languages, cueCount, firstMs, lastMs, faults } = read.value;
    const told = faults.map(({ line, detail }) => `${line} ${detail}`);
    expect([encoding, languages, cueCount, firstMs, lastMs, ...told]).toEqual(FILES[name]);
  });
});
