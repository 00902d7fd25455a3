/** The time line of a cue in SRT and WebVTT, exact or damaged, told apart from text that quotes a time. */

import { withoutInvisible } from './lines.ts';
import type { LineFault } from './scanned.ts';
import {
  LENIENT_TIME,
  NOT_A_TIME,
  type ReadSpan,
  type ReadTime,
  readExactSpan,
  readSpan,
  readTime,
  SRT_TIME,
  type TimeStyle,
  VTT_TIME,
} from './time.ts';

export interface TimeLine {
  /** `null` when no reading of it can be defended. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly settings: string;
  /** Words that stand beside the times and are no settings. */
  readonly beside: string;
  readonly faults: readonly LineFault[];
}

/** Where a line stands says how much of a time line must be left of it to be taken for one. */
export interface Standing {
  readonly format: 'srt' | 'vtt';
  /** Behind a blank line, or the first of all. */
  readonly beginsBlock: boolean;
  /** Behind an index that begins a block: nothing but a time line belongs here. */
  readonly behindIndex: boolean;
}

const EXACT = {
  srt: /^(\d\d:[0-5]\d:[0-5]\d,\d{3}) +--> +(\d\d:[0-5]\d:[0-5]\d,\d{3})(?:[ \t]+(\S.*))?$/,
  vtt: /^((?:\d\d:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d\d:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t]+(\S.*))?$/,
} as const;

const ARROW_SIGN = '(?:[-–—‐‑−－=＝]{1,4}\\s?(?:[>＞》›»〉]{1,2}|&gt;)|[→➔➜⇒⟶])';
const ARROW = new RegExp(ARROW_SIGN);
const MAY_BE_TIMES = new RegExp(`[:：∶︰;；]|${ARROW_SIGN}`);
/** A time, an arrow, and another; or the arrow alone; or something else between two times. */
const FROM = new RegExp(`^(\\s{0,40})(${LENIENT_TIME})`);
/** A time does not end in the middle of something that is none: `00:00:0b,000`. */
const WHOLE_TIME = `${LENIENT_TIME}(?![\\w０-９:：.,，．。])`;
const UNTIL = new RegExp(`^(\\s{0,20})(${ARROW_SIGN})(\\s{0,20})(${WHOLE_TIME})?`);
const UNTIL_WITHOUT_ARROW = new RegExp(
  `^(?:\\s{0,20}[-–—−－~～,，至到]{1,3}\\s{0,20}|\\s{1,20})(${LENIENT_TIME})\\s*$`,
);
const AT_END = new RegExp(`(?:^|[^0-9０-９])(${LENIENT_TIME})\\s{0,20}$`);

/** `null` for a line that is text. */
export function readTimeLine(raw: string, standing: Standing): TimeLine | null {
  const exact = EXACT[standing.format].exec(raw);
  if (exact !== null) return fromExact(exact);
  const line = withoutInvisible(raw);
  if (!MAY_BE_TIMES.test(line)) return null;
  const read = readDamaged(line, standing);
  if (read === null || line === raw) return read;
  // A player may stumble on what nobody sees.
  return { ...read, faults: [...read.faults, { kind: 'time-syntax', detail: 'separator', certain: true }] };
}

function fromExact([, from = '', until = '', behind = '']: RegExpExecArray): TimeLine {
  return withWords(readExactSpan(from, until), behind);
}

function styleOf({ format }: Standing): TimeStyle {
  return format === 'srt' ? SRT_TIME : VTT_TIME;
}

function readDamaged(line: string, standing: Standing): TimeLine | null {
  const from = FROM.exec(line);
  if (from === null) return readAround(line, standing);
  const [head, indent = '', start = ''] = from;
  const rest = line.slice(head.length);
  const first = readTime(start, styleOf(standing));
  const until = UNTIL.exec(rest);
  if (until === null) return readWithoutArrow(first, rest, standing) ?? readAround(line, standing);
  const [matched, before = '', sign = '', after = '', end] = until;
  const behind = rest.slice(matched.length);
  const faults = [...indentFault(indent, standing), ...arrowFault(before, sign, after, standing)];
  if (end !== undefined) {
    const second = readTime(end, styleOf(standing));
    return isQuoted(first, second, sign, behind, standing) ? null : timeLine(first, second, behind.trim(), faults);
  }
  // `8:00 -> 上课` is text; with hours, or where a time line must stand, it is a cue without its end.
  if (!standing.behindIndex && first?.hasHours !== true) return readAround(line, standing);
  if (behind.trim() !== '') return withoutEnd(first, [...faults, NOT_A_TIME], behind.trim());
  return withoutEnd(first, [...faults, END_MISSING], '');
}

/** `8:00 → 9:00 早餐` is a timetable, not the time of a cue. */
function isQuoted(
  first: ReadTime | null,
  second: ReadTime | null,
  sign: string,
  behind: string,
  { behindIndex, beginsBlock }: Standing,
): boolean {
  const isBare = [first, second].every((time) => time === null || !(time.hasHours || time.hasFraction));
  const mustBe = behindIndex || (beginsBlock && sign === '-->');
  return isBare && !mustBe && !isSettings(behind);
}

const END_MISSING: LineFault = { kind: 'time-syntax', detail: 'end-missing', certain: false };
const TEXT_BESIDE: LineFault = { kind: 'time-syntax', detail: 'text-beside', certain: false };
const UNREADABLE: TimeLine = { startMs: null, endMs: null, settings: '', beside: '', faults: [NOT_A_TIME] };

function indentFault(indent: string, { format }: Standing): LineFault[] {
  return indent !== '' && format === 'srt' ? [{ kind: 'time-syntax', detail: 'separator', certain: true }] : [];
}

function arrowFault(before: string, sign: string, after: string, { format }: Standing): LineFault[] {
  const space = format === 'srt' ? /^ +$/ : /^[ \t]+$/;
  const endsLine = after === '';
  const isExact = sign === '-->' && space.test(before) && (space.test(after) || endsLine);
  return isExact ? [] : [{ kind: 'time-syntax', detail: 'arrow', certain: true }];
}

/** Two whole times are a time line whatever stands between them; one alone is, where a time line must stand. */
function readWithoutArrow(first: ReadTime | null, rest: string, standing: Standing): TimeLine | null {
  const isWhole = (time: ReadTime | null) => time?.hasHours === true && time.hasFraction;
  const end = UNTIL_WITHOUT_ARROW.exec(rest)?.[1];
  if (end !== undefined) {
    const second = readTime(end, styleOf(standing));
    const counts = standing.behindIndex || (isWhole(first) && isWhole(second));
    return counts ? timeLine(first, second, '', [{ kind: 'time-syntax', detail: 'arrow', certain: true }]) : null;
  }
  const counts = standing.behindIndex || (standing.beginsBlock && isWhole(first));
  return rest.trim() === '' && counts ? withoutEnd(first, [END_MISSING], '') : null;
}

/** Nothing that begins with a time: the times may stand further on, or be spoilt. */
function readAround(line: string, standing: Standing): TimeLine | null {
  const arrow = ARROW.exec(line);
  if (arrow === null) return standing.behindIndex && isSpoiltTime(line) ? UNREADABLE : null;
  const left = line.slice(0, arrow.index);
  const right = line.slice(arrow.index + arrow[0].length);
  const [start, end] = [AT_END.exec(left.slice(-80)), FROM.exec(right)];
  const first = start === null ? null : readTime(start[1] ?? '', styleOf(standing));
  const second = end === null ? null : readTime(end[2] ?? '', styleOf(standing));
  if (first?.hasHours && second?.hasHours) {
    const before = left.slice(0, left.lastIndexOf(start?.[1] ?? ''));
    return withTextBeside(readSpan(first, second), wordsAround(before, right.slice(end?.[0].length)));
  }
  // `从 00:01:30 → 结束` is text.
  const isPhrase = arrow[0] !== '-->' && /\p{Script=Han}/u.test(line);
  const certainlyTimes = isSpoiltTime(left) || (!isPhrase && (first?.hasHours || second?.hasHours));
  const mustBe = standing.behindIndex || (standing.format === 'vtt' && line.includes('-->'));
  return certainlyTimes || mustBe ? UNREADABLE : null;
}

/** Brackets about the times and an index before them are no words. */
function wordsAround(before: string, behind: string): string {
  const words = /\p{L}/u.test(before) ? before.trim() : '';
  return `${words} ${behind.replace(/^[\s\])）】"']{1,20}/, '').trim()}`.trim();
}

/** Hours, minutes and seconds by their look: nothing but what a time is made of, and letters that are taken for digits. */
function isSpoiltTime(text: string): boolean {
  return /^[\s\dOoIl|?:：;；.,，．。_-]{5,60}$/.test(text) && /\d/.test(text) && /[:：;；].{1,9}[:：;；]/.test(text);
}

const SETTING = /^(?:(?:vertical|line|position|size|align|region):\S+|[XY][12]:-?\d+)$/i;

function isSettings(behind: string): boolean {
  if (behind === '') return true;
  return behind.split(/\s+/).every((word) => word === '' || SETTING.test(word));
}

function timeLine(
  first: ReadTime | null,
  second: ReadTime | null,
  behind: string,
  faults: readonly LineFault[],
): TimeLine {
  return withWords(readSpan(first, second, faults), behind);
}

function withWords(span: ReadSpan, behind: string): TimeLine {
  return isSettings(behind) ? { ...span, settings: behind, beside: '' } : withTextBeside(span, behind);
}

/** The times are in no doubt for that. */
function withTextBeside(span: ReadSpan, beside: string): TimeLine {
  return { ...span, settings: '', beside, faults: [...span.faults, TEXT_BESIDE] };
}

function withoutEnd(first: ReadTime | null, faults: readonly LineFault[], behind: string): TimeLine {
  const all = [...faults, ...(first?.faults ?? [NOT_A_TIME])];
  return { startMs: first?.ms ?? null, endMs: null, settings: '', beside: behind, faults: all };
}
