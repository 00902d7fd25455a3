/** Local time as a ZIP keeps it (APPNOTE 4.4.6): from 1980 to 2107, in steps of two seconds. */
import { localTime } from '../../util/zone.ts';
import type { DosTime } from './records.ts';

const FIRST_YEAR = 1980;
const LAST_YEAR = 2107;

export function dosTime(atMs: number, zone: string): DosTime {
  const { year, month, day, hour, minute, second } = localTime(atMs, zone);
  if (year < FIRST_YEAR) return { date: (1 << 5) | 1, time: 0 };
  if (year > LAST_YEAR) return { date: ((LAST_YEAR - FIRST_YEAR) << 9) | (12 << 5) | 31, time: 0 };
  return {
    date: ((year - FIRST_YEAR) << 9) | (month << 5) | day,
    time: (hour << 11) | (minute << 5) | (second >> 1),
  };
}
