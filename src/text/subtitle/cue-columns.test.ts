import { expect, it } from 'vitest';
import type { SubtitleCue } from '../../model/subtitle-facts.ts';
import { subtitleText, toColumns } from './cue-columns.ts';
import { subtitleFacts } from './facts.ts';
import { scanSubtitle } from './scan.ts';

const line = (number: number, text: string, script: 'han' | 'other' = 'han') => ({
  ...{ line: number, text, columns: 2 * text.length, characters: text.length, script },
});

const CUES: readonly SubtitleCue[] = [
  { line: 2, startMs: 0, endMs: 1000, lines: [line(3, '大家好'), line(4, 'hello', 'other')] },
  { line: 7, startMs: -200, endMs: 900, lines: [] },
  { line: 9, startMs: 3000, endMs: null, lines: [line(10, '再见')] },
];

const FACTS = subtitleFacts(scanSubtitle('', 'srt'), { encoding: 'utf-8', hadBom: false });
const readBack = (cues: readonly SubtitleCue[]) => subtitleText({ ...FACTS, cues: toColumns(cues) }).cues;

it('what was kept is read again', () => {
  expect(readBack(CUES)).toEqual(CUES);
  expect(readBack([])).toEqual([]);
  const [, empty] = CUES;
  expect(readBack(empty === undefined ? [] : [empty])).toEqual([empty]);
});

it('is what JSON gives back', () => {
  const columns = toColumns(CUES);
  expect(JSON.parse(JSON.stringify(columns))).toEqual(columns);
});

it('a line feed written as a character reference parts no lines', () => {
  const facts = subtitleFacts(
    scanSubtitle('WEBVTT\n\n00:01.000 --> 00:02.000\n你好&#10;再见\n\n00:03.000 --> 00:04.000\n三', 'vtt'),
    { encoding: 'utf-8', hadBom: false },
  );
  expect(subtitleText(facts).cues.map(({ lines }) => lines.map(({ text }) => text))).toEqual([['你好 再见'], ['三']]);
});
