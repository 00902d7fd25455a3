/** The year a new batch is for. */
import type { Spec } from '../model/spec.ts';
import { localTime } from '../util/zone.ts';

/** The year of the next deadline: this one, or the next once its day is past. */
export function nextYear({ deadline, timezone }: Pick<Spec, 'deadline' | 'timezone'>, atMs: number): number {
  const { year, month, day } = localTime(atMs, timezone);
  if (deadline === null) return year;
  return month > deadline.month || (month === deadline.month && day > deadline.day) ? year + 1 : year;
}
