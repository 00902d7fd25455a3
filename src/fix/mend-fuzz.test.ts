/** Subtitles put together at random (seeded): mending changes no word and no time, leaves nothing that it could mend, and is done in one go. */
import { expect, it } from 'vitest';
import type { SubtitleFormat } from '../text/subtitle/formats.ts';
import { scanSubtitle } from '../text/subtitle/scan.ts';
import { isMendable } from './mend-cues.ts';
import { mendText } from './mend-text.ts';

/** mulberry32. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof randomFrom>;

function pick<T>(values: readonly T[], random: Random): T {
  return values[random(values.length)] as T;
}

const pad = (value: number, digits = 2) => String(value).padStart(digits, '0');
const COLONS = [':', ':', ':', '：', ': '];
const POINTS = [',', ',', ',', '.', '，', ':'];
const ARROWS = [' --> ', ' --> ', ' --> ', ' -> ', '-->', '—>', ' → ', ' > '];
const WORDS = [
  '你好',
  '各位同学',
  '2023',
  '<i>好',
  'a -> b',
  '8:00 → 9:00',
  '\u200B',
  '第3条',
  '- 是',
  '{\\an8}好',
  '12',
  'NOTE x',
  '',
];

function time(random: Random): string {
  const colon = pick(COLONS, random);
  const seconds = random(30) === 0 ? 75 : random(60);
  const hours = random(10) === 0 ? '0' : '00';
  return `${hours}${colon}${pad(random(3))}${colon}${pad(seconds)}${pick(POINTS, random)}${pad(random(1000), 3)}`;
}

function subtitle(random: Random, format: SubtitleFormat): string {
  const lines: string[] = format === 'vtt' ? ['WEBVTT', ''] : [];
  const cues = 1 + random(6);
  for (let number = 1; number <= cues; number += 1) {
    if (random(6) > 0)
      lines.push(pick([String(number), String(number), '7', `${number}.`, `第${number}条`, '开头'], random));
    if (random(12) === 0) lines.push('');
    if (random(15) > 0)
      lines.push(time(random) + pick(ARROWS, random) + time(random) + pick(['', '', ' align:start', ' 好'], random));
    for (let line = random(4); line > 0; line -= 1) lines.push(pick(WORDS, random));
    if (random(8) > 0) lines.push('');
    if (random(8) === 0) lines.push('', '');
  }
  return lines.join(pick(['\n', '\r\n', '\r'], random)) + pick(['', '\n', '\r\n'], random);
}

const IN_DOUBT = new Set(['time-syntax', 'time-range', 'index', 'blank-lines']);

const words = (text: string, format: SubtitleFormat) =>
  scanSubtitle(text, format)
    .cues.map(({ startMs, endMs, settings, text: lines }) => ({
      startMs,
      endMs,
      settings,
      lines: lines.map(({ raw }) => raw),
    }))
    .sort((a, b) => a.startMs - b.startMs);

it.each(['srt', 'vtt'] as const)('%s', (format) => {
  const random = randomFrom(format === 'srt' ? 20270605 : 20270610);
  const met: Record<string, number> = {};
  for (let round = 0; round < 800; round += 1) {
    const text = subtitle(random, format);
    const bytes = Buffer.from(text);
    const options = { lineEnd: 'lf', srtName: null } as const;
    const first = mendText({ path: 'a', bytes, format }, options);
    const mended = first.content ?? bytes;
    const after = mended.toString();
    for (const { what } of first.fix.changes) met[what] = (met[what] ?? 0) + 1;
    if (first.fix.changes.every(({ what }) => what === 'line-ends')) met.nothing = (met.nothing ?? 0) + 1;
    expect(words(after, format), text).toEqual(words(text, format));
    const again = mendText({ path: 'a', bytes: mended, format }, options);
    expect(again.content?.toString() ?? null, text).toBeNull();
    expect(again.fix.changes, text).toEqual([]);
    // Without a cue it is no subtitle yet; beside what is in doubt, indexes stay.
    const left = scanSubtitle(after, format).faults.filter((fault) => isMendable(fault) && fault.kind !== 'index');
    if (first.left !== 'no-cues' && !first.fix.faults.some(({ kind }) => IN_DOUBT.has(kind)))
      expect(left, text).toEqual([]);
  }
  const kinds = ['times', 'blank-lines', 'order', 'line-ends', ...(format === 'srt' ? ['indexes'] : [])];
  for (const what of kinds) expect(met[what] ?? 0, what).toBeGreaterThan(3);
});
