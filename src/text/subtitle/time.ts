/** One time, as exact as its format asks or damaged: what it says, what is wrong with it, and whether that is beyond doubt. */
import type { LineFault } from './scanned.ts';

export interface TimeStyle {
  /** How the format writes a time. */
  readonly exact: RegExp;
  /** Before the fraction. */
  readonly point: ',' | '.';
  /** As many digits as it may have; 0 where it may be left out. */
  readonly fractionDigits: readonly number[];
  /** Digits of the hours; `null` where they may be left out. */
  readonly hourDigits: 1 | 2 | null;
}

export const SRT_TIME: TimeStyle = {
  exact: /^\d\d:[0-5]\d:[0-5]\d,\d{3}$/,
  point: ',',
  fractionDigits: [3],
  hourDigits: 2,
};
export const VTT_TIME: TimeStyle = {
  exact: /^(?:\d\d:)?[0-5]\d:[0-5]\d\.\d{3}$/,
  point: '.',
  fractionDigits: [3],
  hourDigits: null,
};
export const ASS_TIME: TimeStyle = {
  exact: /^\d:[0-5]\d:[0-5]\d\.\d\d$/,
  point: '.',
  fractionDigits: [2],
  hourDigits: 1,
};

/** `[mm:ss.xx]`; three digits of minutes, as there are no hours. */
export const LRC_TIME: TimeStyle = {
  exact: /^\d{2,3}:[0-5]\d(?:\.\d{2,3})?$/,
  point: '.',
  fractionDigits: [0, 2, 3],
  hourDigits: null,
};

const DIGITS = '[0-9０-９]{1,9}';
const COLON = ':：∶︰';
const POINT = '.,．，。､、';
const SEPARATOR = `[${COLON}${POINT};；]`;

/** Two to four numbers with something like a separator between them; each part is bounded, so that matching is linear. */
export const LENIENT_TIME = `(?:[-−－–]\\s?)?${DIGITS}(?:\\s{0,2}${SEPARATOR}\\s{0,2}${DIGITS}){1,3}(?:[${POINT}](?![0-9０-９]))?`;

export interface ReadTime {
  readonly ms: number;
  /** Which parts stand there: `1:02:03,4` has hours and a fraction. */
  readonly hasHours: boolean;
  readonly hasFraction: boolean;
  readonly faults: readonly LineFault[];
}

/** @param written what `LENIENT_TIME` matched; `null` when no reading of it can be defended */
export function readTime(written: string, style: TimeStyle): ReadTime | null {
  const parts = partsOf(written);
  if (parts === null) return null;
  const { hours, minutes, seconds, fraction } = parts;
  const ms = millisecondsOf(hours ?? '0', minutes, seconds, fraction ?? '0');
  return {
    ms: parts.negative ? -ms : ms,
    hasHours: hours !== null,
    hasFraction: fraction !== null,
    faults: style.exact.test(written) ? [] : faultsOf(parts, style),
  };
}

/** `hh:mm:ss,mmm` or `mm:ss.mmm`, known to be exact. */
function exactMs(written: string): number {
  const last = written.length;
  const digit = (behind: number) => written.charCodeAt(last - behind) - 0x30;
  const hours = last > 9 ? digit(12) * 10 + digit(11) : 0;
  const minutes = digit(9) * 10 + digit(8);
  const seconds = digit(6) * 10 + digit(5);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + digit(3) * 100 + digit(2) * 10 + digit(1);
}

function millisecondsOf(hours: string, minutes: string, seconds: string, fraction: string): number {
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + milliseconds;
}

interface Parts {
  readonly written: string;
  readonly negative: boolean;
  readonly hours: string | null;
  readonly minutes: string;
  readonly seconds: string;
  readonly fraction: string | null;
  /** As they stand, white space and all. */
  readonly separators: readonly string[];
}

const IS_COLON = new RegExp(`^\\s*[${COLON}]\\s*$`);
const IS_POINT = new RegExp(`^\\s*[${POINT}]\\s*$`);
/** A sign; two to four numbers with what stands between them; what trails. */
const NUMBERS =
  /^([^0-9０-９]*)([0-9０-９]+)([^0-9０-９]+)([0-9０-９]+)(?:([^0-9０-９]+)([0-9０-９]+))?(?:([^0-9０-９]+)([0-9０-９]+))?([^0-9０-９]*)$/;

function partsOf(written: string): Parts | null {
  const match = NUMBERS.exec(halfWidth(written));
  if (match === null) return null;
  const [, sign = '', first = '', colon = '', second = '', next = '', third, last = '', fourth, trailing = ''] = match;
  const separators = [colon, next, last, trailing].filter((separator) => separator !== '');
  const base = { written, negative: sign !== '', separators };
  if (fourth !== undefined) {
    // `00:00:01:12` may count frames; three digits cannot.
    if (!IS_POINT.test(last) && fourth.length !== 3) return null;
    return { ...base, hours: first, minutes: second, seconds: third ?? '', fraction: fourth };
  }
  if (!IS_COLON.test(colon)) return null;
  if (third === undefined) return { ...base, hours: null, minutes: first, seconds: second, fraction: null };
  if (IS_COLON.test(next)) return { ...base, hours: first, minutes: second, seconds: third, fraction: null };
  return IS_POINT.test(next) ? { ...base, hours: null, minutes: first, seconds: second, fraction: third } : null;
}

function halfWidth(digits: string): string {
  if (!/[０-９]/.test(digits)) return digits;
  return digits.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** `00:703:48,877`: how many digits there are is no fault beside what they say. */
function faultsOf(parts: Parts, style: TimeStyle): LineFault[] {
  const [writing, range] = [writingFaults(parts, style), rangeFaults(parts)];
  return range.length === 0 ? writing : [...writing.filter(({ detail }) => detail !== 'fields'), ...range];
}

function writingFaults(parts: Parts, style: TimeStyle): LineFault[] {
  const faults: LineFault[] = [];
  const add = (detail: LineFault['detail'], certain: boolean) => faults.push({ kind: 'time-syntax', detail, certain });
  if (/[０-９：∶︰．，。､、；－]/.test(parts.written)) add('full-width', true);
  if (hasOddSeparator(parts, style)) add('separator', true);
  if (!fieldsAreExact(parts, style)) add('fields', parts.hours !== null || parts.fraction !== null);
  const fraction = parts.fraction ?? '';
  if (!style.fractionDigits.includes(fraction.length)) add('milliseconds', isPlainFraction(fraction));
  return faults;
}

/** Half-width, and still not what the format asks; a full-width sign is a fault of its own. */
function hasOddSeparator({ hours, separators, fraction }: Parts, style: TimeStyle): boolean {
  const colons = hours === null ? 1 : 2;
  const asked = [...Array<string>(colons).fill(':'), ...(fraction === null ? [] : [style.point])];
  return separators.some((separator, index) => {
    const bare = separator.trim();
    return bare !== separator || (/^[ -~]$/.test(bare) && bare !== asked[index]);
  });
}

function fieldsAreExact({ hours, minutes, seconds }: Parts, { hourDigits }: TimeStyle): boolean {
  if (seconds.length !== 2) return false;
  if (hours === null) return hourDigits === null && minutes.length === 2;
  if (minutes.length !== 2) return false;
  const asked = hourDigits ?? 2;
  return hours.length === asked || (hours.length > asked && !hours.startsWith('0'));
}

/** `,5` is 5 ms to one player and half a second to another; nothing, `,0` and `,500000` are the same to all. */
function isPlainFraction(fraction: string): boolean {
  return /^0*$/.test(fraction) || /^[1-9]\d\d0+$/.test(fraction);
}

/** A cue's two times: what can be measured by, and every fault of both. */
export interface ReadSpan {
  readonly startMs: number | null;
  /** `null` as well where the start, or anything else of the line, is in doubt. */
  readonly endMs: number | null;
  readonly faults: readonly LineFault[];
}

export const NOT_A_TIME: LineFault = { kind: 'time-syntax', detail: 'not-a-time', certain: false };
const END_BEFORE_START: LineFault = { kind: 'time-range', detail: 'end-before-start', certain: false };
const NO_FAULTS: readonly LineFault[] = [];

/** @param besides faults of the line beside those of its times */
export function readSpan(
  first: ReadTime | null,
  second: ReadTime | null,
  besides: readonly LineFault[] = [],
): ReadSpan {
  const faults = [...besides, ...(first?.faults ?? [NOT_A_TIME]), ...(second?.faults ?? [NOT_A_TIME])];
  const startMs = first?.ms ?? null;
  if (startMs === null || second === null || faults.some(({ certain }) => !certain))
    return { startMs, endMs: null, faults };
  const endMs = second.ms;
  if (endMs <= startMs) faults.push(END_BEFORE_START);
  return { startMs, endMs, faults };
}

/** Of two times that are known to be exact: what nearly every cue has. */
export function readExactSpan(from: string, until: string): ReadSpan {
  const [startMs, endMs] = [exactMs(from), exactMs(until)];
  return { startMs, endMs, faults: endMs <= startMs ? [END_BEFORE_START] : NO_FAULTS };
}

const MAX_HOURS = 99;

function rangeFaults({ negative, hours, minutes, seconds }: Parts): LineFault[] {
  const faults: LineFault[] = [];
  const add = (detail: LineFault['detail']) => faults.push({ kind: 'time-range', detail, certain: false });
  if (negative) add('negative');
  if (Number(seconds) >= 60 || (hours !== null && Number(minutes) >= 60)) add('minutes-or-seconds');
  if (Number(hours ?? '0') > MAX_HOURS) add('hours');
  return faults;
}
