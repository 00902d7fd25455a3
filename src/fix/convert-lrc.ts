/** LRC as cues: what bears one stamp stands until the next; the last only where the file says how long. */
import type { LeftReason } from '../model/fix.ts';
import { splitLines } from '../text/subtitle/lines.ts';
import type { SubtitleScan } from '../text/subtitle/scan.ts';
import { LRC_TIME, readTime } from '../text/subtitle/time.ts';
import { groupBy } from '../util/order.ts';
import { type PlainCue, plainLines } from './plain-cues.ts';

const TAG = /^\s{0,8}\[([A-Za-z#]\w{0,20})\s?:([^\]]{0,500})\]/;
/** Stamps and no words: here the line before ends. */
const CLOSING = /^(?:\s{0,8}\[\d{1,3}:\d\d(?:\.\d{2,3})?\]){1,50}\s*$/;
const STAMP = /\[([^\]]+)\]/g;

export function lrcCues(text: string, scan: SubtitleScan): PlainCue[] | LeftReason {
  const lines = splitLines(text);
  const tags = new Map(lines.flatMap((line) => readTag(line)));
  // Programs differ in what a positive offset means.
  if (Number(tags.get('offset') ?? 0) !== 0) return 'offset';
  const closing = lines.filter((line) => CLOSING.test(line));
  const spoken = new Set(scan.cues.map(({ timeLine }) => timeLine));
  const isRead = (line: string, at: number) =>
    spoken.has(at + 1) || line.trim() === '' || TAG.test(line) || CLOSING.test(line);
  if (!lines.every(isRead)) return 'unsure-times';
  const byStart = groupBy(scan.cues, ({ startMs }) => startMs);
  const stamps = new Set([...byStart.keys(), ...closing.flatMap(stampsOf), ...endOf(tags.get('length'))]);
  const inOrder = [...stamps].sort((a, b) => a - b);
  const nextStamp = new Map(inOrder.map((ms, at) => [ms, inOrder[at + 1]]));
  const cues = [...byStart].flatMap(([startMs, cuesThen]): PlainCue[] => {
    const endMs = nextStamp.get(startMs);
    return endMs === undefined ? [] : [{ startMs, endMs, lines: cuesThen.flatMap((cue) => plainLines(cue, scan)) }];
  });
  return cues.length === byStart.size ? cues : 'no-end';
}

function readTag(line: string): [string, string][] {
  const [, name, value] = TAG.exec(line) ?? [];
  return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()]];
}

function stampsOf(line: string): number[] {
  return [...line.matchAll(STAMP)].flatMap(([, written = '']) => readTime(written, LRC_TIME)?.ms ?? []);
}

/** `[length:03:20]`. */
function endOf(length: string | undefined): number[] {
  return length !== undefined && /^\d{1,3}:\d\d(?:\.\d{1,3})?$/.test(length) ? stampsOf(`[${length}]`) : [];
}
