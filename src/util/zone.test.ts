import { afterEach, describe, expect, it } from 'vitest';
import {
  formatEndOfDay,
  formatLocalDateTime,
  formatLocalMinute,
  isTimeZone,
  localTime,
  parseMoment,
  startOfDayMs,
} from './zone.ts';

const CHINA = 'Asia/Shanghai';
const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

describe('startOfDayMs', () => {
  it.each<[number, number, number, string, string]>([
    [2027, 6, 10, CHINA, '2027-06-09T16:00:00.000Z'],
    [2027, 6, 31, CHINA, '2027-06-30T16:00:00.000Z'],
    [2027, 12, 32, CHINA, '2027-12-31T16:00:00.000Z'],
    [2028, 2, 29, CHINA, '2028-02-28T16:00:00.000Z'],
    [2027, 6, 10, 'UTC', '2027-06-10T00:00:00.000Z'],
    [2027, 6, 10, 'Asia/Kathmandu', '2027-06-09T18:15:00.000Z'],
    [2027, 3, 14, 'America/New_York', '2027-03-14T05:00:00.000Z'],
    [2027, 3, 15, 'America/New_York', '2027-03-15T04:00:00.000Z'],
    [2027, 11, 8, 'America/New_York', '2027-11-08T05:00:00.000Z'],
    [2027, 6, 10, 'Pacific/Kiritimati', '2027-06-09T10:00:00.000Z'],
    // There is no midnight: clocks go from 24:00 to 01:00.
    [2023, 3, 26, 'Asia/Beirut', '2023-03-25T22:00:00.000Z'],
    [2018, 11, 4, 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ])('%i-%i-%i in %s begins at %s', (year, month, day, name, start) => {
    for (const processZone of ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      process.env.TZ = processZone;
      expect(iso(startOfDayMs(year, month, day, name))).toBe(start);
    }
  });
});

it('tells the wall clock of a zone', () => {
  const atMs = Date.UTC(2027, 5, 9, 14, 58, 7);
  expect(localTime(atMs, CHINA)).toEqual({ year: 2027, month: 6, day: 9, hour: 22, minute: 58, second: 7, weekday: 3 });
  expect(localTime(Date.UTC(2027, 5, 9, 16), CHINA)).toMatchObject({ day: 10, hour: 0 });
  expect(localTime(Date.UTC(2027, 5, 12, 16), CHINA).weekday).toBe(7);
  expect(formatLocalMinute(atMs, CHINA)).toBe('06-09 22:58');
  expect(formatLocalDateTime(atMs, CHINA)).toBe('2027-06-09 22:58');
  expect(formatLocalDateTime(Date.UTC(2026, 11, 31, 16), CHINA)).toBe('2027-01-01 00:00');
});

it('tells the wall clock of China as the platform does', () => {
  const day = 86_400_000;
  for (let atMs = Date.UTC(1991, 0); atMs < Date.UTC(2100, 0); atMs += 9.37 * day)
    expect(localTime(atMs, CHINA)).toEqual(localTime(atMs, 'PRC'));
  for (const atMs of [Date.UTC(1992, 0) - 1, Date.UTC(1992, 0), Date.UTC(9999, 11, 31, 23, 59, 59, 999)])
    expect(localTime(atMs, CHINA)).toEqual(localTime(atMs, 'PRC'));
});

it('names midnight as the end of the day before', () => {
  expect(formatEndOfDay(startOfDayMs(2027, 6, 10, CHINA), CHINA)).toBe('2027-06-09 24:00');
  expect(formatEndOfDay(startOfDayMs(2027, 1, 1, CHINA), CHINA)).toBe('2026-12-31 24:00');
});

it('knows time zones from other words', () => {
  expect(['Asia/Shanghai', 'UTC', 'asia/urumqi'].map(isTimeZone)).toEqual([true, true, true]);
  expect(['Asia/Hangzhou', '北京', '', 'local'].map(isTimeZone)).toEqual([false, false, false, false]);
});

describe('parseMoment', () => {
  it.each([
    ['2027-06-09', '2027-06-08T16:00:00.000Z'],
    ['2027-06-09T22:58', '2027-06-09T14:58:00.000Z'],
    [' 2027-06-09 22:58:07 ', '2027-06-09T14:58:07.000Z'],
    ['2027-06-09T22:58:07Z', '2027-06-09T22:58:07.000Z'],
    ['2027-06-09t22:58z', '2027-06-09T22:58:00.000Z'],
    ['2027-06-09T22:58+08:00', '2027-06-09T14:58:00.000Z'],
    ['2027-06-09T22:58-0330', '2027-06-10T02:28:00.000Z'],
    ['2028-02-29', '2028-02-28T16:00:00.000Z'],
  ])('%s is %s', (text, moment) => {
    process.env.TZ = 'America/Los_Angeles';
    expect(iso(parseMoment(text, CHINA))).toBe(moment);
  });

  it.each([
    '',
    'now',
    '9 June',
    '2027-02-29',
    '2027-13-01',
    '2027-06-09T24:01',
    '2027-06-09T22:60',
    '2027-06-09T22',
    '2027-06-09T22:58+25:00',
    '2027-06-09T22:58+08:60',
    '0027-06-09',
    '2027-06-09T22:58 Asia/Shanghai',
  ])('%j is none', (text) => {
    expect(parseMoment(text, CHINA)).toBeNull();
  });
});
