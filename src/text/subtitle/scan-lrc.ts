/** LRC: `[mm:ss.xx]` before the words, several where they come again; `[ar:…]` and the like tell of the whole. */
import { type FaultLog, faultLog } from './fault-log.ts';
import { withoutInvisible } from './lines.ts';
import { reportMarkup } from './markup-faults.ts';
import { reportMojibake } from './mojibake.ts';
import { type LineFault, MAX_CUES, type ScannedCue, type SubtitleScan } from './scanned.ts';
import { LENIENT_TIME, LRC_TIME, NOT_A_TIME, type ReadTime, readTime } from './time.ts';

const STAMP = new RegExp(`^\\s{0,8}([[［【])\\s?(${LENIENT_TIME})\\s?([\\]］】])`);
const BRACKETED = /^\s{0,8}[[［【]([^\]］】]{0,40})[\]］】]/;
const TAG = /^\s{0,8}\[[A-Za-z#]\w{0,20}\s?:[^\]]{0,500}\]/;
const OFFSET = /^\s{0,8}\[offset\s?:\s{0,8}([+-]?\d{1,7})\s{0,8}\]/i;

export function scanLrc(raw: readonly string[]): Pick<SubtitleScan, 'cues' | 'faults'> {
  const faults = faultLog();
  const cues: ScannedCue[] = [];
  const offsetMs = readOffset(raw);
  raw.forEach((line, at) => {
    const bare = withoutInvisible(line);
    if (bare.trim() === '' || TAG.test(bare) || cues.length >= MAX_CUES) return;
    cues.push(...readLine(bare, at, offsetMs, faults));
  });
  reportMarkup(cues, 'lrc', faults);
  reportMojibake(raw, faults);
  cues.sort((a, b) => a.startMs - b.startMs);
  return { cues, faults: faults.list() };
}

/** Milliseconds; a positive number brings the words forward. */
function readOffset(raw: readonly string[]): number {
  const tag = raw.map((line) => OFFSET.exec(line)).find((match) => match !== null);
  return Number(tag?.[1] ?? 0);
}

/** A stamp without words ends the line before: it is no cue, and no fault. */
function readLine(line: string, at: number, offsetMs: number, faults: FaultLog): ScannedCue[] {
  const { stamps, rest } = readStamps(line, at, faults);
  const times = stamps.map((ms) => Math.max(0, ms - offsetMs));
  const words = rest.trim();
  faults.cueFrom(at + 1, times[0] ?? null);
  if (words === '') return [];
  return times.slice(0, MAX_CUES).map((startMs) => ({
    index: null,
    indexLine: null,
    timeLine: at + 1,
    startMs,
    endMs: null,
    settings: '',
    text: [{ line: at + 1, raw: words }],
  }));
}

function readStamps(line: string, at: number, faults: FaultLog): { stamps: number[]; rest: string } {
  const stamps: number[] = [];
  let rest = line;
  for (let stamp = nextStamp(rest); stamp !== null; stamp = nextStamp(rest)) {
    faults.addAll(stamp.faults, at + 1, line);
    if (stamp.ms !== null) stamps.push(stamp.ms);
    rest = rest.slice(stamp.length);
  }
  if (rest === line) faults.add('time-syntax', 'time-missing', at + 1, line);
  return { stamps, rest };
}

interface Stamp {
  /** `null` when it is none that can be read. */
  readonly ms: number | null;
  readonly length: number;
  readonly faults: readonly LineFault[];
}

function nextStamp(rest: string): Stamp | null {
  const stamp = STAMP.exec(rest);
  if (stamp === null) {
    const bracketed = BRACKETED.exec(rest);
    if (bracketed === null || !/\d.{0,40}[:：]|[:：].{0,40}\d/.test(bracketed[1] ?? '')) return null;
    return { ms: null, length: bracketed[0].length, faults: [NOT_A_TIME] };
  }
  const [{ length }, opening, written = '', closing] = stamp;
  const time = readLrcTime(written);
  const isPlain = opening === '[' && closing === ']';
  const brackets: LineFault[] = isPlain ? [] : [{ kind: 'time-syntax', detail: 'full-width', certain: true }];
  return { ms: time?.ms ?? null, length, faults: [...brackets, ...(time?.faults ?? [NOT_A_TIME])] };
}

/** `[mm:ss:xx]` was written once; a program of today may take it for hours. */
const OLD_TIME = /^(\d{1,3}[:：]\d{1,2})[:：](\d{1,3})$/;

/** There are no hours in LRC: minutes go on. */
function readLrcTime(written: string): ReadTime | null {
  const old = OLD_TIME.exec(written);
  const time = readTime(old === null ? written : `${old[1]}.${old[2]}`, LRC_TIME);
  if (time === null || (old === null && !time.hasHours)) return time;
  const detail = old === null ? 'fields' : 'separator';
  return { ...time, faults: [...time.faults, { kind: 'time-syntax', detail, certain: old === null }] };
}
