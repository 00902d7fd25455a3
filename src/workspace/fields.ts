/** The pieces that the schemas of sizheng.yaml and item.yaml are made of. A key left empty is a key not given. */
import * as z from 'zod';

const scalar = z.union([z.string(), z.number()]);

/** Optional text; numbers are taken as they read. Blank or absent is `null`. */
export function optionalText(description: string) {
  return scalar
    .nullish()
    .transform((value) => String(value ?? '').trim() || null)
    .describe(description);
}

/** Text that must say something. */
export function requiredText(description: string) {
  return z
    .union([z.string().trim().min(1), z.number()])
    .transform((value) => String(value))
    .describe(description);
}

/** One of a table's words, read as the value it stands for; blank or absent is `null`. */
export function optionalWord<T extends string>(words: Readonly<Record<string, T>>, description: string) {
  const keys = Object.keys(words) as [string, ...string[]];
  return z
    .enum(keys)
    .nullish()
    .transform((word): T | null => (word == null ? null : (words[word] ?? null)))
    .describe(description);
}

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
export const EARLIEST_YEAR = 2000;
export const LATEST_YEAR = 2100;

/** A day that exists: `2027-06-05`, `2027/6/5` or `2027年6月5日`. */
export function calendarDate(description: string) {
  return z
    .string()
    .transform((text, context): CalendarDate => {
      const date = parseDate(text);
      if (date !== null) return date;
      context.issues.push({ code: 'custom', input: text, params: { expected: 'YYYY-MM-DD' } });
      return z.NEVER;
    })
    .describe(description);
}

function parseDate(text: string): CalendarDate | null {
  const [, year, month, day] = (DATE.exec(text.replace(/\s/g, '')) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= EARLIEST_YEAR && year <= LATEST_YEAR ? { year, month, day } : null;
}
