/** Moments and wall clocks in a named time zone, whatever `TZ` says. */
import { pad2 } from './format.ts';

export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 1 is Monday. */
  readonly weekday: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** Eight hours ahead of UTC ever since the last summer time, in 1991 (IANA tz database, `asia`): the platform knows too, but is slow to say. */
const CHINA = { zone: 'Asia/Shanghai', sinceMs: Date.UTC(1992, 0), aheadMs: 8 * 3_600_000 };

/** The wall clock of `zone` (an IANA name) at a moment. */
export function localTime(atMs: number, zone: string): LocalTime {
  return zone === CHINA.zone && atMs >= CHINA.sinceMs ? utcTime(atMs + CHINA.aheadMs) : calendarTime(atMs, zone);
}

function utcTime(atMs: number): LocalTime {
  const date = new Date(atMs);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday: date.getUTCDay() || 7,
  };
}

function calendarTime(atMs: number, zone: string): LocalTime {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year, month, day, hour, minute, second } = parts as unknown as Omit<LocalTime, 'weekday'>;
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
  return { year, month, day, hour, minute, second, weekday };
}

/** The first moment of a day in `zone`, in milliseconds since 1970. Days past the month's end run on (`31 June` is 1 July). */
export function startOfDayMs(year: number, month: number, day: number, zone: string): number {
  const wanted = Date.UTC(year, month - 1, day);
  let guess = wanted;
  // Two rounds settle it even across a change of offset.
  for (let round = 0; round < 2; round += 1) guess -= wallClockMs(guess, zone) - wanted;
  // Where clocks go forward at midnight, the day begins after the hour that is left out.
  return guess + Math.max(0, wanted - wallClockMs(guess, zone));
}

/** The wall clock of `zone` as if it were UTC, in milliseconds. */
export function wallClockMs(atMs: number, zone: string): number {
  const { year, month, day, hour, minute, second } = localTime(atMs, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((atMs % 1000) + 1000) % 1000);
}

/** `06-09 22:58`. */
export function formatLocalMinute(atMs: number, zone: string): string {
  const { month, day, hour, minute } = localTime(atMs, zone);
  return `${pad2(month)}-${pad2(day)} ${pad2(hour)}:${pad2(minute)}`;
}

/** `2027-06-09 22:58`. */
export function formatLocalDateTime(atMs: number, zone: string): string {
  return `${localTime(atMs, zone).year}-${formatLocalMinute(atMs, zone)}`;
}

/** `2027-06-09 22:58:21`. */
export function formatLocalSecond(atMs: number, zone: string): string {
  return `${formatLocalDateTime(atMs, zone)}:${pad2(localTime(atMs, zone).second)}`;
}

/** `20270609-225821`, for names. */
export function formatCompactSecond(atMs: number, zone: string): string {
  return formatLocalSecond(atMs, zone).replace(/[-:]/g, '').replace(' ', '-');
}

/** `2027-06-09T22:58:21+08:00`: the wall clock, and how far it is ahead of UTC (ISO 8601). */
export function formatOffsetTime(atMs: number, zone: string): string {
  const aheadMinutes = Math.round((wallClockMs(atMs, zone) - atMs) / 60_000);
  const ahead = Math.abs(aheadMinutes);
  const offset = `${aheadMinutes < 0 ? '-' : '+'}${pad2(Math.floor(ahead / 60))}:${pad2(ahead % 60)}`;
  return formatLocalSecond(atMs, zone).replace(' ', 'T') + offset;
}

/** Midnight as the end of the day before it: `2027-06-09 24:00`. */
export function formatEndOfDay(midnightMs: number, zone: string): string {
  const { year, month, day } = localTime(midnightMs - 1, zone);
  return `${year}-${pad2(month)}-${pad2(day)} 24:00`;
}

/** Whether the platform knows the zone. */
export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

const MOMENT =
  /^([12]\d{3})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/i;

/** An ISO 8601 date and time (slashes and single digits are taken as well) as milliseconds since 1970; without a zone it is the wall clock of `zone`. `null` for anything else. */
export function parseMoment(text: string, zone: string): number | null {
  const match = MOMENT.exec(text.trim());
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const wall = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && isClock(hour, minute, second);
  if (!real) return null;
  const offset = match[7];
  if (offset !== undefined) return wall.getTime() - offsetMs(offset);
  return startOfDayMs(year, month, day, zone) + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** `24:00` is the end of the day, as ISO 8601-1:2019/Amd 1 has it again. */
function isClock(hour: number, minute: number, second: number): boolean {
  return (hour < 24 && minute < 60 && second < 60) || (hour === 24 && minute === 0 && second === 0);
}

function offsetMs(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const [sign, hours, minutes] = [offset[0] === '-' ? -1 : 1, Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  return sign * (hours * 60 + minutes) * 60_000;
}
