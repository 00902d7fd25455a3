/** The clock of a run. */
import { usageError } from '../model/errors.ts';
import { parseMoment } from '../util/zone.ts';

/** Milliseconds since 1970: now, or the moment that was asked for; without a zone of its own it is read in `zone`. @throws usageError */
export function clockMs(at: string | undefined, zone: string): number {
  if (at === undefined) return Date.now();
  const atMs = parseMoment(at, zone);
  if (atMs === null) throw usageError('usage/bad-time', { value: at });
  return atMs;
}
