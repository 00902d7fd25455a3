/** Values measured of cues, held against limits: one finding a grade, with all its places in it. */
import type { SubtitleCue, SubtitleLine, SubtitleText } from '../../model/subtitle-facts.ts';
import type { MeasuredSpot } from '../../model/text-params.ts';
import { groupBy } from '../../util/order.ts';
import { firstPlace, placeOf, type SubtitleSubject } from './cues.ts';

/** The gravest first: a reading is told of under the first that it passes. */
const GRADES = ['warning', 'info'] as const;
export type Grade = (typeof GRADES)[number];

export interface Reading {
  readonly cue: SubtitleCue;
  /** The line of its text that was read; without one, its times were. */
  readonly line?: SubtitleLine | undefined;
  /** In the rule's own unit. */
  readonly value: number;
}

/** A place with all that was read there. */
export type SpotOf<R extends Reading> = MeasuredSpot & Omit<R, 'cue' | 'line'>;

type Limits<R> = Readonly<Partial<Record<Grade, (reading: R) => number>>>;

export interface Scale<R> {
  readonly limits: Limits<R>;
  /** Whether a value must not be over its limit, or not under it. */
  readonly allowed: '<=' | '>=';
  /** A value of this reading with its unit, in words no language owns. */
  format(value: number, reading: R): string;
}

/** A limit that holds for every reading. */
export function same(limit: number): () => number {
  return () => limit;
}

export function judgeReadings<R extends Reading, Params>(
  { facts }: Pick<SubtitleSubject, 'facts'>,
  readings: readonly R[],
  scale: Scale<R>,
  paramsOf: (spots: readonly SpotOf<R>[], grade: Grade) => Params,
) {
  const grades = GRADES.filter((grade) => scale.limits[grade] !== undefined);
  const groups = groupBy(readings, (reading) => gradeOf(reading, grades, scale));
  const breaches = grades.flatMap((grade) => {
    const group = groups.get(grade);
    if (group === undefined) return [];
    const spots = group.map((reading) => spotOf(facts, reading, scale));
    const worst = worstOf(group, grade, scale);
    const expected = `${scale.allowed} ${scale.format(limitOf(worst, grade, scale), worst)}`;
    // The same advice once more says nothing.
    const besides = grade === 'info' && groups.has('warning') ? { besides: true as const } : {};
    const params = { ...paramsOf(spots, grade), ...besides };
    return [{ grade, at: firstPlace(spots), actual: show(worst, scale), expected, params }];
  });
  const lowest = grades.at(-1);
  if (lowest === undefined || readings.length === 0) return { outcome: 'judged' as const, breaches };
  return { outcome: 'judged' as const, actual: show(worstOf(readings, lowest, scale), scale), breaches };
}

/** The gravest limit that it passes. */
function gradeOf<R extends Reading>(reading: R, grades: readonly Grade[], scale: Scale<R>): Grade | null {
  for (const grade of grades) if (past(reading, grade, scale) > 0) return grade;
  return null;
}

function limitOf<R>(reading: R, grade: Grade, { limits }: Scale<R>): number {
  return limits[grade]?.(reading) ?? 0;
}

/** How far beyond the limit; negative within it. */
function past<R extends Reading>(reading: R, grade: Grade, scale: Scale<R>): number {
  const over = reading.value - limitOf(reading, grade, scale);
  return scale.allowed === '<=' ? over : -over;
}

function worstOf<R extends Reading>(readings: readonly R[], grade: Grade, scale: Scale<R>): R {
  return readings.reduce((worst, one) => (past(one, grade, scale) > past(worst, grade, scale) ? one : worst));
}

function spotOf<R extends Reading>(facts: SubtitleText, reading: R, scale: Scale<R>): SpotOf<R> {
  const { cue, line = cue, ...own } = reading;
  return { ...placeOf(facts, { line: line.line, startMs: cue.startMs }), ...own, found: show(reading, scale) };
}

function show<R extends Reading>(reading: R, { format }: Scale<R>): string {
  return format(reading.value, reading);
}
