/** Small good files, damaged at random: whatever happens to them, the scanner goes through and stays inside the file. */
import { expect, it } from 'vitest';
import { decodeText } from '../encoding/decode.ts';
import { subtitleFacts } from './facts.ts';
import { SUBTITLE_FORMATS, type SubtitleFormat } from './formats.ts';
import { scanSubtitle } from './scan.ts';

const SAMPLES: Readonly<Record<SubtitleFormat, string>> = {
  srt: '1\r\n00:00:01,000 --> 00:00:02,500\r\n大家好\r\n<i>Hello</i>\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,500 X1:10\r\n2023，再见\r\n',
  vtt: 'WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000\n\nNOTE 注\n\n一\n00:01.000 --> 00:02.500 align:start\n<v 甲>大家好</v> &amp;\n\n01:00:03.000 --> 01:00:04.500\n<c.red>再见</c>\n',
  ass: '[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Text\nDialogue: 0,0:00:01.00,0:00:02.50,D,{\\an8}大家, 好\\N再见\nComment: 0,0:00:01.00,0:00:02.50,D,\n',
  lrc: '[ti:课]\n[offset:500]\n[00:01.20][00:05.00]大家好\n[00:02.40]<00:02.40>再见\n[00:03.00]\n',
  ttml: '<?xml version="1.0"?>\n<tt><body>\n<p begin="1s" end="2s">大家<br/>好</p>\n<p begin="00:00:03.000" dur="1s">&amp;</p>\n</body></tt>\n',
};
const RUNS = 2000;
const SEED = Number(process.env.SIZHENG_FUZZ_SEED ?? '20270610');
/** What turns up in damaged files. */
const PIECES = [
  '\r',
  '\n',
  '\n\n',
  '\0',
  '\ufeff',
  '\ufffd',
  '-->',
  '：',
  '<',
  '{\\',
  '[',
  '99',
  '浣犲ソ',
  '\u202e',
  '\t',
  ',',
];

/** A small generator of its own (mulberry32), so that a run can be made again. */
function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000) * below);
  };
}

type Mutation = (bytes: Buffer, random: (below: number) => number) => Buffer;

const MUTATIONS: readonly Mutation[] = [
  function flipByte(bytes, random) {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[random(copy.length)] = random(256);
    return copy;
  },
  function cut(bytes, random) {
    return bytes.subarray(0, random(bytes.length + 1));
  },
  function takeOut(bytes, random) {
    const at = random(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random(12))]);
  },
  function double(bytes, random) {
    const at = random(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(random(at + 1))]);
  },
  function shuffleLines(bytes, random) {
    const lines = bytes.toString('latin1').split('\n');
    const [from, to] = [random(lines.length), random(lines.length)];
    lines.splice(to, 0, ...lines.splice(from, 1));
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  function putIn(bytes, random) {
    const at = random(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(PIECES[random(PIECES.length)] ?? ''), bytes.subarray(at)]);
  },
];

function mutate(sample: string, seed: number): Buffer {
  const random = randomOf(seed);
  let bytes = Buffer.from(sample);
  for (let left = 1 + random(5); left > 0; left -= 1) {
    bytes = (MUTATIONS[random(MUTATIONS.length)] as Mutation)(bytes, random) as Buffer<ArrayBuffer>;
  }
  return bytes;
}

/** @returns whether the bytes were text at all */
function check(bytes: Buffer, format: SubtitleFormat): boolean {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return false;
  const scan = scanSubtitle(decoded.value.text, format);
  const { lineCount, cues, faults } = scan;
  const isInside = (line: number) => Number.isInteger(line) && line >= 1 && line <= lineCount;
  const lines = [
    ...cues.flatMap(({ timeLine, indexLine, text }) => [
      timeLine,
      indexLine ?? timeLine,
      ...text.map(({ line }) => line),
    ]),
    ...faults.map(({ line }) => line),
  ];
  expect(lines.filter((line) => !isInside(line))).toEqual([]);
  expect(lineCount).toBe(decoded.value.text.replace(/(?:\r\n|\n|\r)$/, '').split(/\r\n|\n|\r/).length);
  const times = cues.flatMap(({ startMs, endMs }) => [startMs, endMs ?? 0]);
  expect(times.every(Number.isSafeInteger)).toBe(true);
  const facts = subtitleFacts(scan, decoded.value);
  expect(facts.cueCount).toBe(cues.length);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left.
  expect(facts.faults.filter(({ found }) => found.length > 60 || /[\0-\x1f\u202e\ufeff]/.test(found))).toEqual([]);
  return true;
}

it.each(SUBTITLE_FORMATS)(`%s, damaged in ${RUNS} ways`, (format) => {
  let texts = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const bytes = mutate(SAMPLES[format], SEED + run);
    try {
      if (check(bytes, format)) texts += 1;
    } catch (cause) {
      throw new Error(`SIZHENG_FUZZ_SEED=${SEED}, run ${run}: ${JSON.stringify(bytes.toString('latin1'))}`, { cause });
    }
  }
  expect(texts).toBeGreaterThan(RUNS / 2);
});
