/**
 * SRT and WebVTT: blocks of an index, a time line and text, with blank lines between. The time lines are found first, wherever
 * they stand; what lies between two of them is then text, index and blank lines, whichever are missing or too many.
 */
import { type FaultLog, faultLog } from './fault-log.ts';
import { withoutInvisible } from './lines.ts';
import { reportMarkup } from './markup-faults.ts';
import { reportMojibake } from './mojibake.ts';
import { MAX_CUES, type ScannedCue, type ScannedLine, type SubtitleScan } from './scanned.ts';
import { readTimeLine, type Standing, type TimeLine } from './time-line.ts';

type BlockFormat = Standing['format'];
type Line = 'blank' | 'number' | 'text' | 'comment' | TimeLine;

export function scanBlocks(raw: readonly string[], format: BlockFormat): Pick<SubtitleScan, 'cues' | 'faults'> {
  const faults = faultLog();
  const cues = readBlocks({ raw, lines: classify(raw, format), format, faults, indexes: noIndexes() });
  reportMarkup(cues, format, faults);
  reportMojibake(raw, faults);
  return { cues, faults: faults.list() };
}

const NUMBER = /^\s{0,40}\d{1,9}\s{0,40}$/;
const VTT_HEADER = /^WEBVTT(?=[ \t]|$)/;
const VTT_COMMENT = /^(?:NOTE|STYLE|REGION)(?=[ \t]|$)/;

function classify(raw: readonly string[], format: BlockFormat): Line[] {
  const lines: Line[] = [];
  let inComment = format === 'vtt' && VTT_HEADER.test(withoutInvisible(raw[0] ?? ''));
  raw.forEach((line, at) => {
    const beginsBlock = at === 0 || lines[at - 1] === 'blank';
    const behindIndex = lines[at - 1] === 'number' && (at === 1 || lines[at - 2] === 'blank');
    const kind = classifyLine(line, { format, beginsBlock, behindIndex });
    if (format === 'vtt' && beginsBlock && VTT_COMMENT.test(line)) inComment ||= !isTimeLine(raw[at + 1], format);
    // A comment ends at a blank line, and cannot hold a time line.
    else if (kind === 'blank' || (typeof kind === 'object' && kind.startMs !== null)) inComment = false;
    lines.push(inComment ? 'comment' : kind);
  });
  return lines;
}

function classifyLine(line: string, standing: Standing): Line {
  if (line === '') return 'blank';
  const times = readTimeLine(line, standing);
  if (times !== null) return times;
  const seen = withoutInvisible(line);
  if (NUMBER.test(seen)) return 'number';
  return seen.trim() === '' ? 'blank' : 'text';
}

function isTimeLine(line: string | undefined, format: BlockFormat): boolean {
  const times = line === undefined ? null : readTimeLine(line, { format, beginsBlock: false, behindIndex: false });
  return times !== null && times.startMs !== null;
}

interface Reading {
  readonly raw: readonly string[];
  readonly lines: readonly Line[];
  readonly format: BlockFormat;
  readonly faults: FaultLog;
  readonly indexes: Indexes;
}

/** Which indexes were seen, to tell the next one from a number that is text. */
interface Indexes {
  readonly seen: Set<number>;
  last: number;
  /** Cues without one since the last. */
  missed: number;
}

function noIndexes(): Indexes {
  return { seen: new Set(), last: 0, missed: 0 };
}

/** @param before the index of the cue that follows, where it is known */
function isNext({ last, missed }: Indexes, index: string, before = 0): boolean {
  const number = Number(withoutInvisible(index));
  return number > last && (number <= last + 1 + missed || number < before);
}

function readBlocks(reading: Reading): ScannedCue[] {
  const { lines, raw } = reading;
  const cues: ScannedCue[] = [];
  let open: { at: number; index: FoundIndex | null } | null = null;
  const close = (end: number, next: FoundIndex | null) => {
    const text = readText(reading, { from: (open?.at ?? -1) + 1, end, next, orphaned: open === null });
    const times = open === null ? undefined : lines[open.at];
    if (open === null || typeof times !== 'object' || times.startMs === null) return;
    cues.push(cueOf(times, open.at, open.index, raw, text, times.startMs));
  };
  for (let at = 0; at < lines.length && cues.length < MAX_CUES; at += 1) {
    const times = lines[at];
    if (typeof times !== 'object') continue;
    const index = indexAbove(reading, open?.at ?? -1, at);
    close(index?.at ?? at, index);
    openCue(reading, times, at, index);
    open = { at, index };
  }
  if (cues.length < MAX_CUES) close(lines.length, null);
  return cues;
}

function cueOf(
  { startMs: _, endMs, settings, beside }: TimeLine,
  at: number,
  index: FoundIndex | null,
  raw: readonly string[],
  text: readonly ScannedLine[],
  startMs: number,
): ScannedCue {
  return {
    index: index === null ? null : (raw[index.at] ?? '').trim(),
    indexLine: index === null ? null : index.at + 1,
    timeLine: at + 1,
    startMs,
    endMs,
    settings,
    text: beside === '' ? text : [{ line: at + 1, raw: beside }, ...text],
  };
}

interface FoundIndex {
  readonly at: number;
  /** It could not be a line of text. */
  readonly certain: boolean;
}

/** The index of the time line `at`, among the lines since the time line `from`. */
function indexAbove({ raw, lines, format, indexes }: Reading, from: number, at: number): FoundIndex | null {
  let last = at - 1;
  while (last > from && lines[last] === 'blank') last -= 1;
  const kind = lines[last];
  if (last <= from || (kind !== 'number' && kind !== 'text')) return null;
  const written = raw[last] ?? '';
  const beginsBlock = last === 0 || lines[last - 1] === 'blank' || lines[last - 1] === 'comment';
  const adjoins = last === at - 1;
  if (kind === 'text') {
    if (!adjoins || !beginsBlock) return null;
    if (format === 'vtt') return { at: last, certain: true };
    return from === -1 || isSpoiltIndex(written) ? { at: last, certain: isSpoiltIndex(written) } : null;
  }
  const next = isNext(indexes, written);
  if (beginsBlock) return adjoins || next || from === -1 ? { at: last, certain: true } : null;
  // A number under the text, or the text itself: `2023`.
  const standsUnderText = last - 1 > from;
  return adjoins && (next || (standsUnderText && format === 'srt')) ? { at: last, certain: next } : null;
}

/** `#12`, `12.`, `第12条`: no number, and no text either. */
function isSpoiltIndex(written: string): boolean {
  return /^\s{0,10}[^\d\s]{0,3}\d{1,6}[^\d\s]{0,2}\s{0,10}$/.test(withoutInvisible(written));
}

function openCue(
  { raw, lines, format, faults, indexes }: Reading,
  times: TimeLine,
  at: number,
  index: FoundIndex | null,
) {
  const first = index?.at ?? at;
  const before = lines[first - 1];
  faults.cueFrom(first + 1, times.startMs);
  if (before !== undefined && before !== 'blank') {
    faults.add('blank-lines', 'missing-before', first + 1, raw[first] ?? '', index?.certain ?? true);
  }
  if (index !== null && index.at < at - 1)
    faults.add('blank-lines', 'inside', index.at + 2, raw[index.at] ?? '', true, index.at + 1);
  if (format === 'srt') checkIndex(index, raw, at, indexes, faults);
  else if (index !== null && lines[index.at] === 'number') noteIndex(indexes, raw[index.at] ?? '');
  faults.addAll(times.faults, at + 1, raw[at] ?? '');
}

function checkIndex(index: FoundIndex | null, raw: readonly string[], at: number, indexes: Indexes, faults: FaultLog) {
  const written = index === null ? '' : withoutInvisible(raw[index.at] ?? '').trim();
  if (index === null || !NUMBER.test(written)) {
    indexes.missed += 1;
    const detail = index === null ? 'missing' : 'not-a-number';
    faults.add('index', detail, (index?.at ?? at) + 1, raw[index?.at ?? at] ?? '', index?.certain ?? true);
    return;
  }
  const number = Number(written);
  const detail = indexes.seen.has(number) ? 'repeated' : number < indexes.last ? 'out-of-order' : null;
  if (detail !== null) faults.add('index', detail, index.at + 1, written, index.certain);
  noteIndex(indexes, written);
}

function noteIndex(indexes: Indexes, written: string): void {
  indexes.last = Number(withoutInvisible(written));
  indexes.missed = 0;
  indexes.seen.add(indexes.last);
}

/** The lines between a time line and the index of the next. */
interface Stretch {
  readonly from: number;
  readonly end: number;
  readonly next: FoundIndex | null;
  /** No time line stands before it: its text belongs to no cue. */
  readonly orphaned: boolean;
}

/**
 * Text behind a blank line still belongs to the cue, unless it begins with an index that comes before the next one: then a cue has
 * lost its time line.
 */
function readText(reading: Reading, { from, end, next, orphaned }: Stretch): ScannedLine[] {
  const { raw, lines, format, faults, indexes } = reading;
  const before = next !== null && lines[next.at] === 'number' ? Number(withoutInvisible(raw[next.at] ?? '')) : 0;
  const text: ScannedLine[] = [];
  let lost = orphaned;
  let blankAt: number | null = orphaned ? from : null;
  for (let at = from; at < end; at += 1) {
    const kind = lines[at];
    if (kind === 'blank' || kind === 'comment') {
      blankAt ??= at;
      continue;
    }
    const written = raw[at] ?? '';
    if (blankAt !== null) {
      const isIndex = kind === 'number' && isNext(indexes, written, before);
      if (isIndex || orphaned) {
        lost = true;
        faults.cueFrom(at + 1, null);
        faults.add('time-syntax', 'time-missing', at + 1, written);
        if (isIndex) noteIndex(indexes, written);
      } else if (!lost) {
        faults.add('blank-lines', 'inside', blankAt + 1, written, format === 'srt', at + 1);
      }
    }
    blankAt = null;
    if (!lost) text.push({ line: at + 1, raw: written });
  }
  return text;
}
