/** Rules over what has to be read while a cue stands: how long its lines are, how many, and how fast they go by. */

import { limitsOf } from '../../model/rule-limits.ts';
import type { SubtitleCue, SubtitleLine } from '../../model/subtitle-facts.ts';
import { trimDecimals } from '../../util/format.ts';
import { defineRule } from '../define.ts';
import {
  checkTexts,
  checkTimed,
  durationMs,
  garbledCues,
  SCRIPTS,
  type Script,
  type SubtitleSubject,
  type TimedCue,
} from './cues.ts';
import { type Grade, judgeReadings, type Reading, same } from './limits.ts';
import { MIN_DURATION } from './timing.ts';

type LineReading = Pick<Reading, 'line' | 'value'>;

interface ScriptReading extends Reading {
  readonly script: Script;
}

/**
 * Half-width columns. Chinese: 20 and 25 full-width characters, as course specifications have it. Other scripts: Netflix's
 * line, and what not even two of them hold.
 */
const LINE_LENGTH = { infoColumns: 40, warningColumns: 50, otherInfoColumns: 42, otherWarningColumns: 84 };

export const lineLength = defineRule({
  id: 'subtitle/line-length',
  on: 'subtitle',
  severities: { warning: 'warning', info: 'info' },
  limits: LINE_LENGTH,
  source: 'practice',
  waivable: true,
  check(subject, { spec }) {
    const limits = limitsOf('subtitle/line-length', LINE_LENGTH, spec);
    return checkTexts(subject.facts, (cues) =>
      judgeByScript(subject, readByScript(cues, longestLine), {
        limits: {
          warning: { han: limits.warningColumns, other: limits.otherWarningColumns },
          info: { han: limits.infoColumns, other: limits.otherInfoColumns },
        },
        format: (columns, { script }) => (script === 'han' ? trimDecimals(columns / 2, 1) : String(columns)),
      }),
    );
  },
});

function longestLine(_: SubtitleCue, lines: readonly SubtitleLine[]): LineReading {
  const line = lines.reduce((longest, one) => (one.columns > longest.columns ? one : longest));
  return { line, value: line.columns };
}

/**
 * Characters a second, white space and punctuation left out. Chinese: SubtitleEdit's for zh. Other scripts: Netflix's for
 * adults, and the most that SubtitleEdit lets pass.
 */
const READING_SPEED = { infoCps: 9, warningCps: 11, otherInfoCps: 20, otherWarningCps: 25 };

export const readingSpeed = defineRule({
  id: 'subtitle/reading-speed',
  on: 'subtitle',
  severities: { warning: 'warning', info: 'info' },
  limits: READING_SPEED,
  source: 'SubtitleEdit; Netflix Timed Text Style Guide',
  waivable: true,
  check(subject, { spec }) {
    const limits = limitsOf('subtitle/reading-speed', READING_SPEED, spec);
    const garbled = garbledCues(subject.facts);
    // Of a cue that is too short for any text another rule speaks.
    const shortest = limitsOf('subtitle/min-duration', MIN_DURATION, spec).warningMs;
    const isRead = (cue: TimedCue) => durationMs(cue) >= shortest && !garbled.has(cue);
    const scale: ScriptScale = {
      limits: {
        warning: { han: limits.warningCps, other: limits.otherWarningCps },
        info: { han: limits.infoCps, other: limits.otherInfoCps },
      },
      format: (value) => `${value} cps`,
    };
    return checkTimed(subject.facts, (cues) =>
      checkTexts(subject.facts, () =>
        judgeByScript(subject, readByScript(cues.filter(isRead), charactersPerSecond), scale),
      ),
    );
  },
});

/** Of one language: each has the cue's whole time, over however many lines it goes. Rounded as it is shown. */
function charactersPerSecond(cue: TimedCue, lines: readonly SubtitleLine[]): LineReading {
  const characters = lines.reduce((sum, line) => sum + line.characters, 0);
  return { line: lines[0], value: Math.round((characters * 10_000) / durationMs(cue)) / 10 };
}

/** @param read is given the lines of one script; there is always one */
function readByScript<C extends SubtitleCue>(
  cues: readonly C[],
  read: (cue: C, lines: readonly SubtitleLine[]) => LineReading,
): ScriptReading[] {
  const readings: ScriptReading[] = [];
  for (const cue of cues) {
    for (const script of SCRIPTS) {
      const lines = cue.lines.filter((line) => line.script === script);
      if (lines.length > 0) readings.push({ cue, script, ...read(cue, lines) });
    }
  }
  return readings;
}

interface ScriptScale {
  readonly limits: Readonly<Record<Grade, Readonly<Record<Script, number>>>>;
  format(value: number, reading: ScriptReading): string;
}

function judgeByScript(subject: SubtitleSubject, readings: readonly ScriptReading[], { limits, format }: ScriptScale) {
  const limitsOfGrade = (grade: Grade) => (reading: ScriptReading) => limits[grade][reading.script];
  const scale = {
    limits: { warning: limitsOfGrade('warning'), info: limitsOfGrade('info') },
    allowed: '<=',
    format,
  } as const;
  const { path } = subject.asset;
  return judgeReadings(subject, readings, scale, (spots, grade) => ({ path, spots, limits: limits[grade] }));
}

/** Of Chinese (other scripts are wide, and take two lines everywhere); of a cue in all. */
const LINES = { infoLines: 1, warningLines: 2 };

export const lines = defineRule({
  id: 'subtitle/lines',
  on: 'subtitle',
  severities: { warning: 'warning', info: 'info' },
  limits: LINES,
  source: 'Netflix Timed Text Style Guide',
  waivable: true,
  check(subject, { spec }) {
    const { infoLines, warningLines } = limitsOf('subtitle/lines', LINES, spec);
    const { path } = subject.asset;
    const limits = { warning: same(warningLines), info: same(infoLines) };
    // The place is that of the first line too many.
    const readLines = (cue: SubtitleCue): Reading => {
      if (cue.lines.length > warningLines) return { cue, line: cue.lines[warningLines], value: cue.lines.length };
      const chinese = chineseLines(cue);
      return { cue, line: chinese[infoLines], value: chinese.length };
    };
    return checkTexts(subject.facts, (cues) =>
      judgeReadings(subject, cues.map(readLines), { limits, allowed: '<=', format: String }, (spots, grade) =>
        grade === 'warning'
          ? { path, spots, limit: warningLines, per: 'cue' }
          : { path, spots, limit: infoLines, per: 'chinese' },
      ),
    );
  },
});

/** `- 你好吗`, and below it `- 还好`: two people speak, each on a line of their own. */
const SPEAKER = /^\s*[-‐–—－]/;

/** What two people say at once counts as one line. */
function chineseLines({ lines: all }: SubtitleCue): readonly SubtitleLine[] {
  const chinese = all.filter(({ script }) => script === 'han');
  return chinese.length > 1 && chinese.every(({ text }) => SPEAKER.test(text)) ? chinese.slice(0, 1) : chinese;
}
