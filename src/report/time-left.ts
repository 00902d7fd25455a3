/** How long there is until a moment, as far as it matters. */
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export interface TimeLeft {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/** Minutes matter only in the last hour. */
export function timeLeft(leftMs: number): TimeLeft {
  const hours = Math.floor(leftMs / HOUR_MS);
  return { days: Math.floor(hours / 24), hours: hours % 24, minutes: hours > 0 ? 0 : Math.floor(leftMs / MINUTE_MS) };
}
