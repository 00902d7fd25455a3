/** The clock of a run. */
import { usageError } from '../model/errors.ts';
import { parseMoment } from '../util/zone.ts';

/** The end of the year 9999. */
const MAX_EPOCH_SECONDS = 253_402_300_799;

/** Milliseconds since 1970: now, or the moment that was asked for; without a zone of its own it is read in `zone`. @throws usageError */
export function clockMs(at: string | undefined, zone: string): number {
  if (at === undefined) return Date.now();
  const atMs = parseMoment(at, zone);
  if (atMs === null) throw usageError('usage/bad-time', { value: at });
  return atMs;
}

/**
 * When a package is made, milliseconds since 1970: now, or SOURCE_DATE_EPOCH (reproducible-builds.org), which dates what is
 * written and nothing else.
 * @throws usageError
 */
export function packingTimeMs({ SOURCE_DATE_EPOCH: given }: Readonly<Record<string, string | undefined>>): number {
  if (given === undefined || given === '') return Date.now();
  const seconds = Number(given);
  if (!/^\d+$/.test(given) || seconds > MAX_EPOCH_SECONDS)
    throw usageError('usage/bad-value', {
      option: 'SOURCE_DATE_EPOCH',
      value: given,
      expected: `0-${MAX_EPOCH_SECONDS}`,
    });
  return seconds * 1000;
}
